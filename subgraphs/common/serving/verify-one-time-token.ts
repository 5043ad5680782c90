import { createRemoteJWKSet, customFetch, type FetchImplementation, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { Agent, fetch } from 'undici';
import { z } from 'zod';

import { hashOfBody } from '../../../service/one-time-token';
import type { TlsIdentity } from '../../../service/tls';

/** What a token must be to be believed. */
export interface ExpectedToken {
  readonly type: string;
  readonly issuer: string;
  /** The name of who receives it. */
  readonly audience: string;
  readonly seconds: number;
  /** How far the issuer's clock may be before or behind ours. */
  readonly toleranceSeconds?: number;
}

/** Resolves with what the token says, or rejects with what `refuse` makes of the reason. */
export type VerifyOneTimeToken = (token: string | undefined, body: Buffer) => Promise<unknown>;

/**
 * The public keys that another process of the hub serves, fetched lazily; an unknown key id costs one rate-limited
 * fetch. With TLS they are believed from a certificate of our own authority only: whoever could forge them could ask
 * anything.
 */
export function publicKeysAt(url: string, tls?: TlsIdentity): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(url), {
    cooldownDuration: 1_000,
    cacheMaxAge: 600_000,
    timeoutDuration: 3_000,
    ...(tls === undefined ? {} : { [customFetch]: fetchWith(tls) }),
  });
}

function fetchWith(tls: TlsIdentity): FetchImplementation {
  // A connection for each of these rare fetches: none is left open to hold up the end of the process.
  const dispatcher = new Agent({ connect: { ...tls, rejectUnauthorized: true }, pipelining: 0 });
  return async (address, { headers, method, redirect, signal }) => {
    const response = await fetch(address, { headers: [...headers], method, redirect, signal, dispatcher });
    return new Response(await response.text(), { status: response.status });
  };
}

const boundClaims = z.object({ jti: z.string().min(16), bodySha256: z.string().length(43) });

/**
 * Verifies a token for this very call (service/one-time-token.ts): signed by its issuer, made for this receiver, for
 * this body, not late and not used before.
 */
export function oneTimeTokenVerifier(
  { type, issuer, audience, seconds, toleranceSeconds = 0 }: ExpectedToken,
  keys: JWTVerifyGetKey,
  now: () => Date,
  refuse: (why: string) => Error,
): VerifyOneTimeToken {
  const used = new UsedTokens(2 * seconds * 1000);
  return async (token, body) => {
    if (token === undefined) throw refuse('no token');
    const instant = now();
    let payload: unknown;
    try {
      const verified = await jwtVerify(token, keys, {
        algorithms: ['EdDSA', 'Ed25519'],
        audience,
        issuer,
        typ: type,
        requiredClaims: ['exp', 'iat', 'jti'],
        maxTokenAge: seconds,
        clockTolerance: toleranceSeconds,
        currentDate: instant,
      });
      payload = verified.payload;
    } catch (error) {
      throw refuse(error instanceof Error ? error.message : 'unverifiable');
    }
    const claims = boundClaims.safeParse(payload);
    if (!claims.success) throw refuse('claims missing or malformed');
    const { jti, bodySha256 } = claims.data;
    if (bodySha256 !== hashOfBody(body)) throw refuse('altered body');
    if (!used.takeFirst(jti, instant)) throw refuse('used twice');
    return payload;
  };
}

/** Token ids that were seen, in two generations: a token is dead before its generation is dropped. */
class UsedTokens {
  private current = new Set<string>();
  private previous = new Set<string>();
  private turnedAt = 0;

  constructor(private readonly generationMs: number) {}

  takeFirst(jti: string, now: Date): boolean {
    if (now.getTime() - this.turnedAt > this.generationMs) {
      this.previous = this.current;
      this.current = new Set();
      this.turnedAt = now.getTime();
    }
    if (this.current.has(jti) || this.previous.has(jti)) return false;
    this.current.add(jti);
    return true;
  }
}
