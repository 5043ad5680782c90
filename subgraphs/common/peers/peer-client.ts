import { Agent, request } from 'undici';
import { z } from 'zod';

import type { OneTimeTokenSigner } from '../../../service/one-time-token';
import type { TlsIdentity } from '../../../service/tls';
import { PeerRefused, PeerUnavailable } from './peer-errors';
import { PEER_TOKEN_HEADER } from './peer-token';

export interface PeerClientOptions {
  /** Of this process: `createPeerSigner`. */
  readonly signer: OneTimeTokenSigner;
  /** Where each peer answers. */
  readonly peers: ReadonlyMap<string, string>;
  readonly tls: TlsIdentity | undefined;
  /** How long one call may take in all. */
  readonly timeoutMs: number;
}

export interface PeerClient {
  /**
   * Calls a peer once, and never again by itself: what it did before an answer got lost is not known here.
   * Rejects with PeerRefused where the peer says no, and with PeerUnavailable where it does not answer.
   * @param withinMs less than the client's own time, where the caller has not got that left.
   */
  ask<Answer>(peer: string, path: string, body: unknown, schema: z.ZodType<Answer>, withinMs?: number): Promise<Answer>;
  close(): Promise<void>;
}

const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

const refusal = z.object({
  refused: z.object({ code: z.string(), message: z.string(), retryAfter: z.number().optional() }),
});

export function createPeerClient({ signer, peers, tls, timeoutMs }: PeerClientOptions): PeerClient {
  const dispatcher = new Agent({
    maxResponseSize: MAX_ANSWER_BYTES,
    connect: tls === undefined ? {} : { ...tls, rejectUnauthorized: true },
  });

  async function send(
    peer: string,
    path: string,
    body: string,
    withinMs: number,
  ): Promise<{ status: number; answer: unknown }> {
    const url = peers.get(peer);
    if (url === undefined) throw new PeerUnavailable(peer, 'its address is not known');
    try {
      const response = await request(new URL(path, url), {
        dispatcher,
        method: 'POST',
        headers: { 'content-type': 'application/json', [PEER_TOKEN_HEADER]: signer.sign(peer, body) },
        body,
        signal: AbortSignal.timeout(Math.min(timeoutMs, withinMs)),
      });
      return { status: response.statusCode, answer: await response.body.json() };
    } catch (error) {
      throw new PeerUnavailable(peer, reasonOf(error));
    }
  }

  return {
    async ask(peer, path, asked, schema, withinMs = timeoutMs) {
      const { status, answer } = await send(peer, path, JSON.stringify(asked), withinMs);
      if (status === 200) {
        const read = schema.safeParse(answer);
        if (read.success) return read.data;
        throw new PeerUnavailable(peer, `an answer of ${path} that cannot be read`);
      }
      const refused = status === 422 ? refusal.safeParse(answer) : undefined;
      if (refused?.success !== true) throw new PeerUnavailable(peer, `status ${status} of ${path}`);
      const { code, message, retryAfter } = refused.data.refused;
      throw new PeerRefused(code, message, retryAfter);
    },
    close: () => dispatcher.destroy(),
  };
}

/** The code of a network's error, or the name of another: never its message, which may have an address in it. */
function reasonOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { readonly code?: unknown; readonly name?: unknown };
  return [code, name].find((told) => typeof told === 'string') ?? 'unknown';
}
