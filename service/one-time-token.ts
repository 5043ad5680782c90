// Tokens by which one process of the hub believes another: signed for one receiver, one body and half a minute, and good
// once. The keys never leave the process's memory; their public halves are served for the receivers.
import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign as signBytes } from 'node:crypto';

import type { JSONWebKeySet, JWK } from 'jose';

export interface OneTimeTokenOptions {
  /** The header `typ`, so that no token can be taken for one of another use. */
  readonly type: string;
  readonly issuer: string;
  readonly seconds: number;
  readonly rotateAfterMs: number;
}

export interface OneTimeTokenSigner {
  /** Signs for one receiver and one exact body; what else the token says is in `claims`. */
  sign(audience: string, body: string, claims?: Readonly<Record<string, unknown>>): string;
  /** The current key and the one before it, which tokens still under way were signed with. */
  publicKeys(): JSONWebKeySet;
}

interface SigningKey {
  readonly privateKey: KeyObject;
  readonly publicJwk: JWK;
  /** The encoded first part of every token that this key signs. */
  readonly header: string;
  readonly since: number;
}

/** What a token says of the body that it was signed for, in base64url. */
export const hashOfBody = (body: string | Buffer): string => createHash('sha256').update(body).digest('base64url');

/**
 * Makes a signer whose key is replaced every `rotateAfterMs`. Tokens are put together here and signed by Node's
 * synchronous Ed25519, because a request needs one for each fetch and jose's signing, which goes through the thread
 * pool, takes several times as long. Receivers verify them with jose.
 */
export function createOneTimeTokenSigner(options: OneTimeTokenOptions): OneTimeTokenSigner {
  const { type, issuer, seconds, rotateAfterMs } = options;
  let current = makeKey(type);
  let previous: SigningKey | undefined;

  return {
    sign(audience, body, claims = {}) {
      if (Date.now() - current.since >= rotateAfterMs) {
        previous = current;
        current = makeKey(type);
      }
      const iat = Math.floor(Date.now() / 1000);
      const bound = { jti: randomUUID(), bodySha256: hashOfBody(body), iss: issuer, aud: audience };
      const signed = `${current.header}.${encode({ ...claims, ...bound, iat, exp: iat + seconds })}`;
      return `${signed}.${signBytes(null, Buffer.from(signed), current.privateKey).toString('base64url')}`;
    },
    publicKeys: () => ({ keys: [current, ...(previous === undefined ? [] : [previous])].map((key) => key.publicJwk) }),
  };
}

function makeKey(type: string): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const kid = randomUUID();
  const { crv, x, kty } = publicKey.export({ format: 'jwk' });
  if (crv === undefined || x === undefined || kty === undefined) throw new Error('no Ed25519 key could be made');
  return {
    privateKey,
    publicJwk: { kty, crv, x, kid, alg: 'EdDSA', use: 'sig' },
    header: encode({ alg: 'EdDSA', typ: type, kid }),
    since: Date.now(),
  };
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
