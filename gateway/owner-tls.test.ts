import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { startHttpServer, type RunningHttpServer } from '../service/http-server';
import { createLog } from '../service/log';
import { projectRoot } from '../service/project-root';
import { readTlsIdentity, type TlsIdentity } from '../service/tls';

import { createOwnerDataSource } from './owner-data-source';
import { PermissionMemory } from './permissions';
import { createOwnerProbe } from './probe-owners';

// Everything answers at this machine's address; only the first of these certificates speaks for it.
const AT_ITS_ADDRESS = 'safety-house';

const folder = mkdtempSync(path.join(tmpdir(), 'concordat-tls-'));
const servers: RunningHttpServer[] = [];
const handled: string[] = [];

beforeAll(() => {
  const script = path.join(projectRoot, 'scripts/make-development-certificates.sh');
  for (const authority of ['ours', 'foreign']) {
    execFileSync('sh', [script, path.join(folder, authority), 'gateway', 'eri', `${AT_ITS_ADDRESS},127.0.0.1`]);
  }
});
beforeEach(() => {
  handled.length = 0;
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function identityOf(name: string, authority: 'ours' | 'foreign' = 'ours'): TlsIdentity | undefined {
  const file = (ending: string): string => path.join(folder, authority, ending);
  return readTlsIdentity('X', {
    X_TLS_CERT_FILE: file(`${name}.crt`),
    X_TLS_KEY_FILE: file(`${name}.key`),
    X_TLS_CA_FILE: file('authority.crt'),
  });
}

async function startOwner(tls: TlsIdentity | undefined): Promise<string> {
  const answer = (method: 'GET' | 'POST', at: string, body: unknown) => ({
    method,
    path: at,
    handle: async () => {
      handled.push(at);
      return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    },
  });
  const server = await startHttpServer({
    service: 'eri',
    host: '127.0.0.1',
    port: 0,
    log: createLog('eri', { LOG_LEVEL: 'silent' }),
    tls,
    clients: 'processes-of-the-hub',
    routes: [answer('POST', '/graphql', { data: { dog: { name: 'Rex' } } }), answer('GET', '/readyz', { ready: true })],
  });
  servers.push(server);
  return `https://127.0.0.1:${String(server.port)}`;
}

/** Asks and probes an owner; its data or the code of the error, and whether it counts as ready. */
async function meet(url: string, tls: TlsIdentity | undefined) {
  const source = createOwnerDataSource({
    owner: 'eri',
    url,
    timeoutMs: 2000,
    guard: async () => undefined,
    signer: { sign: () => 'token', publicKeys: () => ({ keys: [] }) },
    tls,
    onFault: () => undefined,
    onFetch: () => undefined,
  });
  const answer = await source.ask(
    { query: '{dog{name}}' },
    {
      requester: {
        person: 'mals.mentor',
        organisation: 'mals',
        role: 'mentor',
        jurisdiction: 'UK',
        purpose: 'REFERRAL',
        requestId: 'r',
      },
      permissions: new PermissionMemory({
        covers: () => false,
        ask: () => Promise.reject(new Error('not asked')),
      }).forRight({ organisation: 'mals', role: 'mentor', purpose: 'REFERRAL', jurisdiction: 'UK' }, new Date()),
      now: new Date(),
      signal: new AbortController().signal,
    },
  );
  await source.close();
  const missing = await createOwnerProbe({ eri: url }, tls)();
  return { answer: answer.data ?? answer.errors?.[0]?.extensions?.['code'], ready: missing.length === 0 };
}

it('asks and probes an owner that shows a certificate of our authority for its address', async () => {
  const url = await startOwner(identityOf(AT_ITS_ADDRESS));
  expect(await meet(url, identityOf('gateway'))).toEqual({ answer: { dog: { name: 'Rex' } }, ready: true });
});

it.each([
  ['an owner whose certificate is for another name', 'eri', 'ours'],
  ['an owner whose certificate is of another authority', AT_ITS_ADDRESS, 'foreign'],
] as const)('says nothing to %s', async (_who, name, authority) => {
  const url = await startOwner(identityOf(name, authority));
  expect(await meet(url, identityOf('gateway'))).toEqual({ answer: 'SOURCE_UNAVAILABLE', ready: false });
  expect(handled).toEqual([]);
});

it('believes no owner merely because verification was switched off in the environment', async () => {
  const url = await startOwner(identityOf('eri'));
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  try {
    expect(await meet(url, identityOf('gateway'))).toEqual({ answer: 'SOURCE_UNAVAILABLE', ready: false });
  } finally {
    delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  }
  expect(handled).toEqual([]);
});

it('gets no answer from an owner without a certificate of its own', async () => {
  const url = await startOwner(identityOf(AT_ITS_ADDRESS));
  expect(await meet(url, undefined)).toEqual({ answer: 'SOURCE_UNAVAILABLE', ready: false });
  expect(handled).toEqual([]);
});
