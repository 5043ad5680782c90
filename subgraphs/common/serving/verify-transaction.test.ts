import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';

import {
  TRANSACTION_TOKEN_ISSUER,
  TRANSACTION_TOKEN_SECONDS,
  TRANSACTION_TOKEN_TYPE,
} from '../../../schema/transaction-token';
import { jsonReply, startHttpServer } from '../../../service/http-server';
import { createLog } from '../../../service/log';
import { projectRoot } from '../../../service/project-root';
import { readTlsIdentity } from '../../../service/tls';
import { publicKeysAt } from './verify-one-time-token';
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

describe('the gateway’s keys over TLS', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'concordat-tls-'));
  const identityOf = (authority: string, name: string) =>
    readTlsIdentity('X', {
      X_TLS_CERT_FILE: path.join(folder, authority, `${name}.crt`),
      X_TLS_KEY_FILE: path.join(folder, authority, `${name}.key`),
      X_TLS_CA_FILE: path.join(folder, authority, 'authority.crt'),
    });
  beforeAll(() => {
    const script = path.join(projectRoot, 'scripts/make-development-certificates.sh');
    for (const authority of ['ours', 'foreign']) {
      execFileSync('sh', [script, path.join(folder, authority), 'gateway,127.0.0.1', 'eri']);
    }
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['are believed from a certificate of our authority', 'ours', true],
    ['are not believed from one of another authority', 'foreign', false],
  ])('%s', async (_what, authority, believed) => {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA');
    const keys = { keys: [{ ...(await exportJWK(publicKey)), alg: 'EdDSA', use: 'sig' }] };
    const server = await startHttpServer({
      service: 'gateway',
      host: '127.0.0.1',
      port: 0,
      log: createLog('gateway', { LOG_LEVEL: 'silent' }),
      tls: identityOf(authority, 'gateway'),
      routes: [{ method: 'GET', path: '/keys', handle: async () => jsonReply(200, keys) }],
    });
    const address = `https://127.0.0.1:${String(server.port)}/keys`;
    const overTls = transactionVerifier('eri', publicKeysAt(address, identityOf('ours', 'eri')), () => NOW);
    const verified = overTls(await sign({ key: privateKey }), BODY).then(
      () => true,
      () => false,
    );
    expect(await verified).toBe(believed);
    await server.close();
  });
});
