import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ConfigurationError } from './environment';
import { type RunningHttpServer, startHttpServer } from './http-server';
import { createLog } from './log';
import { projectRoot } from './project-root';
import { localAddress, readTlsIdentity, refuseOpenHost, refuseUnverifiedTls, type TlsIdentity } from './tls';

const folder = mkdtempSync(path.join(tmpdir(), 'concordat-tls-'));
const ours = path.join(folder, 'ours');
const foreign = path.join(folder, 'foreign');
const running: RunningHttpServer[] = [];

beforeAll(() => {
  const script = path.join(projectRoot, 'scripts/make-development-certificates.sh');
  execFileSync('sh', [script, ours, 'gateway', 'eri']);
  execFileSync('sh', [script, foreign, 'gateway']);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const filesOf = (prefix: string, name: string, authority = ours): Record<string, string> => ({
  [`${prefix}_TLS_CERT_FILE`]: path.join(authority, `${name}.crt`),
  [`${prefix}_TLS_KEY_FILE`]: path.join(authority, `${name}.key`),
  [`${prefix}_TLS_CA_FILE`]: path.join(authority, 'authority.crt'),
});
const identityOf = (name: string, authority = ours): TlsIdentity => {
  const identity = readTlsIdentity('X', filesOf('X', name, authority));
  if (identity === undefined) throw new Error('no identity');
  return identity;
};
const faultsOf = (read: () => unknown): readonly string[] => {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults;
    throw error;
  }
  return [];
};

/** Asks, believing our authority; the status, or the fault's code when nothing was answered. */
const ask = (port: number, client: { cert?: string; key?: string; servername: string }): Promise<number | string> =>
  new Promise((resolve) => {
    const options = { host: '127.0.0.1', port, path: '/', agent: false, ca: identityOf('gateway').ca, ...client };
    request(options, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', (error: NodeJS.ErrnoException) => {
        resolve(error.code ?? error.message);
      })
      .end();
  });

async function serve(clients: 'anybody' | 'processes-of-the-hub') {
  const handled: string[] = [];
  const server = await startHttpServer({
    service: 'eri',
    host: '127.0.0.1',
    port: 0,
    log: createLog('eri', { LOG_LEVEL: 'silent' }),
    tls: identityOf('eri'),
    clients,
    routes: [
      {
        method: 'GET',
        path: '/',
        handle: async ({ path: asked }) => {
          handled.push(asked);
          return { status: 200 };
        },
      },
    ],
  });
  running.push(server);
  return { port: server.port, handled };
}

describe('a server for processes of the hub', () => {
  it('answers who shows a certificate of our authority', async () => {
    const { port } = await serve('processes-of-the-hub');
    const { cert, key } = identityOf('gateway');
    expect(await ask(port, { cert, key, servername: 'eri' })).toBe(200);
  });

  it('cuts off a client without a certificate, or with one of another authority, before any HTTP', async () => {
    const { port, handled } = await serve('processes-of-the-hub');
    const { cert, key } = identityOf('gateway', foreign);
    expect(await ask(port, { servername: 'eri' })).toMatch(/CERTIFICATE_REQUIRED|ECONNRESET/);
    expect(await ask(port, { cert, key, servername: 'eri' })).toMatch(/UNKNOWN_CA|ECONNRESET|BAD_CERTIFICATE|DECRYPT/);
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
    expect(handled).toEqual([]);
  });

  it('is not believed under another name', async () => {
    const { port, handled } = await serve('processes-of-the-hub');
    const { cert, key } = identityOf('gateway');
    expect(await ask(port, { cert, key, servername: 'safety-house' })).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
    expect(handled).toEqual([]);
  });
});

it('asks nobody for a certificate where anybody may ask', async () => {
  const { port } = await serve('anybody');
  expect(await ask(port, { servername: 'eri' })).toBe(200);
});

describe('readTlsIdentity', () => {
  it('reads nothing where nothing is set', () => {
    expect(readTlsIdentity('ERI', {})).toBeUndefined();
  });

  it('tells what is missing, unreadable or of another certificate', () => {
    const files = filesOf('ERI', 'eri');
    const { ERI_TLS_CERT_FILE: certificate } = files;
    expect(faultsOf(() => readTlsIdentity('ERI', { ERI_TLS_CERT_FILE: certificate }))).toEqual([
      'ERI_TLS_KEY_FILE is not set (for example ERI_TLS_KEY_FILE=/etc/concordat/key.pem)',
      'ERI_TLS_CA_FILE is not set (for example ERI_TLS_CA_FILE=/etc/concordat/ca.pem)',
    ]);
    const noKey = path.join(folder, 'no.key');
    copyFileSync(path.join(ours, 'eri.crt'), noKey);
    expect(faultsOf(() => readTlsIdentity('ERI', { ...files, ERI_TLS_KEY_FILE: noKey }))).toEqual([
      `ERI_TLS_KEY_FILE ${JSON.stringify(noKey)} cannot be read as a private key in PEM`,
    ]);
    const another = path.join(ours, 'gateway.key');
    expect(faultsOf(() => readTlsIdentity('ERI', { ...files, ERI_TLS_KEY_FILE: another }))).toEqual([
      'ERI_TLS_KEY_FILE is not the key of the certificate in ERI_TLS_CERT_FILE',
    ]);
  });
});

describe('off the loopback', () => {
  it.each(['127.0.0.1', '127.8.0.1', 'localhost', '::1', ''])('an owner may listen in the clear on "%s"', (host) => {
    expect(faultsOf(() => refuseOpenHost('ERI', { ERI_HOST: host }))).toEqual([]);
  });

  it.each(['0.0.0.0', '::', '10.0.0.7', 'eri', '127.0.0.1.example'])('nothing listens in the clear on "%s"', (host) => {
    expect(faultsOf(() => refuseOpenHost('ERI', { ERI_HOST: host }))).toEqual([
      expect.stringContaining('ERI_TLS_CERT_FILE, ERI_TLS_KEY_FILE and ERI_TLS_CA_FILE'),
    ]);
    expect(faultsOf(() => refuseOpenHost('ERI', { ERI_HOST: host, ...filesOf('ERI', 'eri') }))).toEqual([]);
  });
});

it('does not leave verification switched off in production', () => {
  const env = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };
  expect(faultsOf(() => refuseUnverifiedTls({ ...env, NODE_ENV: 'production' }))).toHaveLength(1);
  expect(faultsOf(() => refuseUnverifiedTls(env))).toEqual([]);
});

it('addresses a process of this machine as it serves', () => {
  expect([localAddress('ERI', 4003, {}), localAddress('ERI', 4003, filesOf('ERI', 'eri'))]).toEqual([
    'http://127.0.0.1:4003',
    'https://127.0.0.1:4003',
  ]);
});
