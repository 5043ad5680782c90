import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign as signBytes } from 'node:crypto';

import type { JSONWebKeySet, JWK } from 'jose';

import type { Requester } from '../schema/requester';
import {
  TRANSACTION_TOKEN_ISSUER,
  TRANSACTION_TOKEN_SECONDS,
  TRANSACTION_TOKEN_TYPE,
  type TransactionTokenClaims,
} from '../schema/transaction-token';

interface SigningKey {
  readonly privateKey: KeyObject;
  readonly publicJwk: JWK;
  /** The encoded first part of every token that this key signs. */
  readonly header: string;
  readonly since: number;
}

/** Signs one token for each fetch, for one owner alone. The keys never leave the process's memory. */
export interface TransactionSigner {
  sign(owner: string, requester: Requester, body: string): string;
  /** The current key and the one before it, which tokens still under way were signed with. */
  publicKeys(): JSONWebKeySet;
}

/**
 * Makes a signer whose key is replaced every `rotateAfterMs`. Tokens are put together here and signed by Node's
 * synchronous Ed25519, because a request needs one for each fetch and jose's signing, which goes through the thread
 * pool, takes several times as long. Owners verify them with jose.
 */
export function createTransactionSigner(rotateAfterMs = 3_600_000): TransactionSigner {
  let current = makeKey();
  let previous: SigningKey | undefined;

  return {
    sign(owner, requester, body) {
      if (Date.now() - current.since >= rotateAfterMs) {
        previous = current;
        current = makeKey();
      }
      const { jurisdiction: _known, ...told } = requester;
      const claims: TransactionTokenClaims = {
        jti: randomUUID(),
        bodySha256: createHash('sha256').update(body).digest('base64url'),
        requester: told,
      };
      const iat = Math.floor(Date.now() / 1000);
      const exp = iat + TRANSACTION_TOKEN_SECONDS;
      const signed = `${current.header}.${encode({ ...claims, iss: TRANSACTION_TOKEN_ISSUER, aud: owner, iat, exp })}`;
      return `${signed}.${signBytes(null, Buffer.from(signed), current.privateKey).toString('base64url')}`;
    },
    publicKeys: () => ({ keys: [current, ...(previous === undefined ? [] : [previous])].map((key) => key.publicJwk) }),
  };
}

function makeKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const kid = randomUUID();
  const { crv, x, kty } = publicKey.export({ format: 'jwk' });
  if (crv === undefined || x === undefined || kty === undefined) throw new Error('no Ed25519 key could be made');
  return {
    privateKey,
    publicJwk: { kty, crv, x, kid, alg: 'EdDSA', use: 'sig' },
    header: encode({ alg: 'EdDSA', typ: TRANSACTION_TOKEN_TYPE, kid }),
    since: Date.now(),
  };
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
