import { readFile } from 'node:fs/promises';

import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type FlattenedJWSInput,
  type JSONWebKeySet,
  type JWK,
  type JWTVerifyGetKey,
} from 'jose';

export type IssuerKeys = JWTVerifyGetKey;

/** An unknown key id costs one refetch of the keys, and no more than one in this time. */
const REFETCH_AFTER_MS = 30_000;
/** How long a fetch of an issuer's keys may take. */
const FETCH_WITHIN_MS = 3000;

/** The public keys of an issuer, from an address or from a file. */
export function createIssuerKeys(location: string): IssuerKeys {
  if (/^https?:/.test(location)) {
    return createRemoteJWKSet(new URL(location), {
      cooldownDuration: REFETCH_AFTER_MS,
      timeoutDuration: FETCH_WITHIN_MS,
    });
  }
  return fileKeys(location);
}

/** The file holds a key set or one key; of a private key only the public part is used. */
function fileKeys(path: string): IssuerKeys {
  let keys: JWTVerifyGetKey | undefined;
  let readAt = Number.NEGATIVE_INFINITY;
  const read = async (): Promise<JWTVerifyGetKey> => {
    const content = JSON.parse(await readFile(path, 'utf8')) as JSONWebKeySet | JWK;
    keys = createLocalJWKSet({
      keys: ('keys' in content ? content.keys : [content]).map(publicPart),
    });
    readAt = Date.now();
    return keys;
  };
  return async (header: Parameters<IssuerKeys>[0], token: FlattenedJWSInput) => {
    const known = keys ?? (await read());
    try {
      return await known(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || Date.now() - readAt < REFETCH_AFTER_MS) throw error;
      return (await read())(header, token);
    }
  };
}

function publicPart(key: JWK): JWK {
  const { d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, oth: _oth, k: _k, key_ops: _operations, ...rest } = key;
  return rest;
}
