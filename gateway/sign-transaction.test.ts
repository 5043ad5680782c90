import { createHash } from 'node:crypto';

import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';

import type { Requester } from '../schema/requester';
import { TRANSACTION_TOKEN_ISSUER, TRANSACTION_TOKEN_TYPE, transactionTokenClaims } from '../schema/transaction-token';

import { createTransactionSigner } from './sign-transaction';

const requester: Requester = {
  person: 'mals.mentor',
  organisation: 'mals',
  role: 'mentor',
  jurisdiction: 'UK',
  purpose: 'MENTORING_SUPPORT',
  requestId: 'r',
};

describe('a transaction token', () => {
  it('is for one owner, one body and half a minute', async () => {
    const signer = createTransactionSigner();
    const token = signer.sign('eri', requester, '{"query":"{x}"}');
    const { payload } = await jwtVerify(token, createLocalJWKSet(signer.publicKeys()), {
      audience: 'eri',
      issuer: TRANSACTION_TOKEN_ISSUER,
      typ: TRANSACTION_TOKEN_TYPE,
      algorithms: ['EdDSA'],
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(30);
    const claims = transactionTokenClaims.parse(payload);
    expect(claims.bodySha256).toBe(createHash('sha256').update('{"query":"{x}"}').digest('base64url'));
    expect(claims.requester).toEqual({ ...requester, jurisdiction: undefined });
    const again = signer.sign('eri', requester, '{"query":"{x}"}');
    expect(again).not.toBe(token);
  });

  it('can be verified after the key was replaced, and not by a private key that was published', async () => {
    const signer = createTransactionSigner(0);
    const first = signer.sign('eri', requester, '');
    const second = signer.sign('eri', requester, '');
    expect(decodeProtectedHeader(first).kid).not.toBe(decodeProtectedHeader(second).kid);
    const { keys } = signer.publicKeys();
    expect(keys).toHaveLength(2);
    expect(keys.some((key) => 'd' in key)).toBe(false);
    await expect(jwtVerify(first, createLocalJWKSet({ keys }), { audience: 'eri' })).resolves.toBeDefined();
  });
});
