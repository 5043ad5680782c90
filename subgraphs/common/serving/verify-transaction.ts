import { createHash } from 'node:crypto';

import { createRemoteJWKSet, customFetch, type FetchImplementation, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { Agent, fetch } from 'undici';

import { isOrganisation, isRoleOf, ORGANISATIONS } from '../../../schema/organisations';
import { isPurpose } from '../../../schema/purposes';
import type { Requester } from '../../../schema/requester';
import { type TlsIdentity } from '../../../service/tls';
import {
  TRANSACTION_TOKEN_ISSUER,
  TRANSACTION_TOKEN_SECONDS,
  TRANSACTION_TOKEN_TYPE,
  transactionTokenClaims,
} from '../../../schema/transaction-token';

/** Why a fetch was refused, for the log only; the caller is told nothing but that it was. */
export class TransactionRefused extends Error {
  override readonly name = 'TransactionRefused';
}

export type VerifyTransaction = (token: string | undefined, body: Buffer) => Promise<Requester>;

/**
 * The gateway's public keys, fetched lazily; an unknown key id costs one rate-limited fetch. With TLS they are believed
 * from a certificate of our own authority only: whoever could forge them could ask anything.
 */
export function gatewayKeys(url: string, tls?: TlsIdentity): JWTVerifyGetKey {
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

/**
 * Verifies the gateway's transaction token for this very fetch: signed by the gateway, made for this owner, for this
 * body, not late and not used before. Whatever else comes, a person's own access token included, is refused.
 */
export function transactionVerifier(owner: string, keys: JWTVerifyGetKey, now: () => Date): VerifyTransaction {
  const used = new UsedTokens();
  return async (token, body) => {
    if (token === undefined) throw new TransactionRefused('no transaction token');
    const instant = now();
    let payload: unknown;
    try {
      const verified = await jwtVerify(token, keys, {
        algorithms: ['EdDSA', 'Ed25519'],
        audience: owner,
        issuer: TRANSACTION_TOKEN_ISSUER,
        typ: TRANSACTION_TOKEN_TYPE,
        requiredClaims: ['exp', 'iat', 'jti'],
        maxTokenAge: TRANSACTION_TOKEN_SECONDS,
        currentDate: instant,
      });
      payload = verified.payload;
    } catch (error) {
      throw new TransactionRefused(error instanceof Error ? error.message : 'unverifiable');
    }
    const claims = transactionTokenClaims.safeParse(payload);
    if (!claims.success) throw new TransactionRefused('claims missing or malformed');
    const { jti, bodySha256, requester } = claims.data;
    if (bodySha256 !== createHash('sha256').update(body).digest('base64url'))
      throw new TransactionRefused('altered body');
    if (!used.takeFirst(jti, instant)) throw new TransactionRefused('used twice');
    const { organisation, role, purpose, area, caseReference, justification } = requester;
    if (!isOrganisation(organisation) || !isRoleOf(organisation, role) || !isPurpose(purpose)) {
      throw new TransactionRefused('unknown organisation, role or purpose');
    }
    return {
      person: requester.person,
      organisation,
      role,
      purpose,
      requestId: requester.requestId,
      jurisdiction: ORGANISATIONS[organisation].jurisdiction,
      ...(area === undefined ? {} : { area }),
      ...(caseReference === undefined ? {} : { caseReference }),
      ...(justification === undefined ? {} : { justification }),
    };
  };
}

/** Token ids that were seen, in two generations: a token is dead before its generation is dropped. */
class UsedTokens {
  private current = new Set<string>();
  private previous = new Set<string>();
  private turnedAt = 0;

  takeFirst(jti: string, now: Date): boolean {
    if (now.getTime() - this.turnedAt > 2 * TRANSACTION_TOKEN_SECONDS * 1000) {
      this.previous = this.current;
      this.current = new Set();
      this.turnedAt = now.getTime();
    }
    if (this.current.has(jti) || this.previous.has(jti)) return false;
    this.current.add(jti);
    return true;
  }
}
