import { createHash, randomUUID } from 'node:crypto';

import { generateKeyPair, type CryptoKey, SignJWT } from 'jose';

import {
  TRANSACTION_TOKEN_ISSUER,
  TRANSACTION_TOKEN_SECONDS,
  TRANSACTION_TOKEN_TYPE,
} from '../../../schema/transaction-token';
import { TransactionRefused, transactionVerifier, type VerifyTransaction } from './verify-transaction';

const BODY = Buffer.from('{"query":"{ participants { edges { node { id } } } }"}');
const NOW = new Date('2026-03-01T12:00:00Z');
const REQUESTER = {
  person: 'eri.staff',
  organisation: 'eri',
  role: 'staff',
  purpose: 'OWN_CASE_WORK',
  requestId: 'request-1',
};

interface Signing {
  readonly audience?: string;
  readonly issuer?: string;
  readonly type?: string;
  readonly body?: Buffer;
  readonly key?: CryptoKey;
  readonly requester?: object;
  readonly issuedAt?: Date;
}

let gatewayKey: CryptoKey;
let strangersKey: CryptoKey;
let verify: VerifyTransaction;

beforeEach(async () => {
  const pair = await generateKeyPair('EdDSA');
  gatewayKey = pair.privateKey;
  strangersKey = (await generateKeyPair('EdDSA')).privateKey;
  verify = transactionVerifier(
    'eri',
    () => Promise.resolve(pair.publicKey),
    () => NOW,
  );
});

function sign(signing: Signing = {}): Promise<string> {
  const issuedAt = Math.floor((signing.issuedAt ?? NOW).getTime() / 1000);
  return new SignJWT({
    bodySha256: createHash('sha256')
      .update(signing.body ?? BODY)
      .digest('base64url'),
    requester: signing.requester ?? REQUESTER,
  })
    .setProtectedHeader({ alg: 'EdDSA', typ: signing.type ?? TRANSACTION_TOKEN_TYPE })
    .setIssuer(signing.issuer ?? TRANSACTION_TOKEN_ISSUER)
    .setAudience(signing.audience ?? 'eri')
    .setJti(randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + TRANSACTION_TOKEN_SECONDS)
    .sign(signing.key ?? gatewayKey);
}

describe('a transaction token', () => {
  it('says who asks and why', async () => {
    expect(await verify(await sign(), BODY)).toEqual({ ...REQUESTER, jurisdiction: 'IT' });
  });

  it('is good once', async () => {
    const token = await sign();
    await verify(token, BODY);
    await expect(verify(token, BODY)).rejects.toThrow(TransactionRefused);
  });

  it('is good for the body that it was signed for', async () => {
    await expect(verify(await sign(), Buffer.from(`${BODY.toString()} `))).rejects.toThrow(TransactionRefused);
  });

  it('is required', async () => {
    await expect(verify(undefined, BODY)).rejects.toThrow(TransactionRefused);
  });

  it.each<readonly [string, () => Signing]>([
    ['signed by a stranger', () => ({ key: strangersKey })],
    ['for another owner', () => ({ audience: 'knowsley-iom' })],
    ['of another issuer', () => ({ issuer: 'https://development.concordat.example' })],
    ['of another type', () => ({ type: 'JWT' })],
    ['that comes late', () => ({ issuedAt: new Date(NOW.getTime() - (TRANSACTION_TOKEN_SECONDS + 1) * 1000) })],
    ['for a role that the organisation does not have', () => ({ requester: { ...REQUESTER, role: 'officer' } })],
    ['for a purpose that there is not', () => ({ requester: { ...REQUESTER, purpose: 'CURIOSITY' } })],
    ['without a person', () => ({ requester: { ...REQUESTER, person: '' } })],
  ])('is refused %s', async (_what, signing) => {
    await expect(verify(await sign(signing()), BODY)).rejects.toThrow(TransactionRefused);
  });
});
