import type { z } from 'zod';

import { type HttpReply, jsonReply, type Route } from '../../../service/http-server';
import type { Log } from '../../../service/log';
import { PeerRefused, PeerUnavailable } from './peer-errors';
import { PEER_TOKEN_HEADER } from './peer-token';
import { PeerTokenRefused, type VerifyPeer } from './verify-peer';

export interface PeerRouteParts<Peer extends string, Body> {
  readonly path: string;
  readonly verify: VerifyPeer;
  readonly log: Log;
  /** Who may call here; every other peer, however well known, is refused. */
  readonly from: readonly Peer[];
  readonly schema: z.ZodType<Body>;
  readonly maxBodyBytes?: number;
  /** Resolves with the answer. A PeerRefused is told to the caller, a PeerUnavailable that somebody is missing. */
  readonly handle: (body: Body, from: Peer) => Promise<unknown>;
}

/** A route for other processes of the hub alone: who calls, whether it may, what it says, and only then the answer. */
export function peerRoute<Peer extends string, Body>(parts: PeerRouteParts<Peer, Body>): Route {
  const { path, verify, log, from, schema, maxBodyBytes, handle } = parts;
  return {
    method: 'POST',
    path,
    ...(maxBodyBytes === undefined ? {} : { maxBodyBytes }),
    handle: async ({ headers, body }) => {
      const token = headers[PEER_TOKEN_HEADER];
      let issuer: string;
      try {
        issuer = await verify(typeof token === 'string' ? token : undefined, body);
      } catch (error) {
        if (!(error instanceof PeerTokenRefused)) throw error;
        log.warn({ path, reason: error.message }, 'refused a call without a valid peer token');
        return failure(401, 'UNAUTHENTICATED', 'This path answers processes of the hub only.');
      }
      const caller = from.find((peer) => peer === issuer);
      if (caller === undefined) {
        log.warn({ path, peer: issuer }, 'refused a call of a peer that may not call here');
        return failure(403, 'PEER_NOT_ALLOWED', 'This path does not answer this process.');
      }
      const read = schema.safeParse(parsed(body));
      if (!read.success) return failure(400, 'BAD_INPUT', faultOf(read.error));
      try {
        return jsonReply(200, await handle(read.data, caller));
      } catch (error) {
        return replyTo(error, path, log);
      }
    },
  };
}

function replyTo(error: unknown, path: string, log: Log): HttpReply {
  if (error instanceof PeerRefused) {
    const { code, message, retryAfter } = error;
    return jsonReply(422, { refused: { code, message, ...(retryAfter === undefined ? {} : { retryAfter }) } });
  }
  if (error instanceof PeerUnavailable) {
    log.warn({ path, peer: error.peer, reason: error.reason }, 'a peer that is needed cannot answer');
    return failure(503, 'SOURCE_UNAVAILABLE', `${error.peer} cannot answer. Try again later.`);
  }
  throw error;
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Where a body is wrong and how it should be; never what stood there. */
function faultOf(error: z.ZodError): string {
  const [issue] = error.issues;
  const place = issue?.path.map(String).join('.') ?? '';
  return `The body cannot be used${place === '' ? '' : ` at ${place}`}: ${issue?.message ?? 'it is malformed'}.`;
}

function failure(status: number, code: string, message: string): HttpReply {
  return jsonReply(status, { errors: [{ message, extensions: { code } }] });
}
