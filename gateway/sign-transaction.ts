import { createHash, randomUUID } from 'node:crypto';

import { type CryptoKey, exportJWK, generateKeyPair, type JSONWebKeySet, type JWK, SignJWT } from 'jose';

import type { Requester } from '../schema/requester';
import {
  TRANSACTION_TOKEN_ISSUER,
  TRANSACTION_TOKEN_SECONDS,
  TRANSACTION_TOKEN_TYPE,
  type TransactionTokenClaims,
} from '../schema/transaction-token';

interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
  readonly since: number;
}

/** Signs one token for each fetch, for one owner alone. The keys never leave the process's memory. */
export interface TransactionSigner {
  sign(owner: string, requester: Requester, body: string): Promise<string>;
  /** The current key and the one before it, which tokens still under way were signed with. */
  publicKeys(): JSONWebKeySet;
}

/** Makes a signer whose key is replaced every `rotateAfterMs`. */
export async function createTransactionSigner(rotateAfterMs = 3_600_000): Promise<TransactionSigner> {
  let current = await makeKey();
  let previous: SigningKey | undefined;
  let rotation: Promise<void> | undefined;

  const rotateWhenDue = async (): Promise<void> => {
    if (Date.now() - current.since < rotateAfterMs) return;
    rotation ??= makeKey().then((made) => {
      previous = current;
      current = made;
      rotation = undefined;
    });
    await rotation;
  };

  return {
    async sign(owner, requester, body) {
      await rotateWhenDue();
      const { jurisdiction: _known, ...told } = requester;
      const claims: TransactionTokenClaims = {
        jti: randomUUID(),
        bodySha256: createHash('sha256').update(body).digest('base64url'),
        requester: told,
      };
      const issuedAt = Math.floor(Date.now() / 1000);
      return new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'EdDSA', typ: TRANSACTION_TOKEN_TYPE, kid: current.kid })
        .setIssuer(TRANSACTION_TOKEN_ISSUER)
        .setAudience(owner)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + TRANSACTION_TOKEN_SECONDS)
        .sign(current.privateKey);
    },
    publicKeys: () => ({ keys: [current, ...(previous === undefined ? [] : [previous])].map((key) => key.publicJwk) }),
  };
}

async function makeKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const kid = randomUUID();
  const publicJwk = { ...(await exportJWK(publicKey)), kid, alg: 'EdDSA', use: 'sig' };
  return { kid, privateKey, publicJwk, since: Date.now() };
}
