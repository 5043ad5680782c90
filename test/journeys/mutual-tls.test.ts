// Two processes as they run on two machines: an owner that demands certificates, the gateway that shows one, and the
// owner fetching the gateway's keys. The other owners are not there, and need not be.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { JUSTIFIED } from '../hub/justified';
import { ROOT } from '../hub/launch-hub';
import { ownPorts } from '../hub/own-ports';
import { runProgram, withoutHubVariables } from '../hub/run-program';

const folder = mkdtempSync(path.join(tmpdir(), 'concordat-test-'));
const certificate = (file: string): string => path.join(folder, 'certificates', file);
const filesOf = (prefix: string, name: string): Record<string, string> => ({
  [`${prefix}_TLS_CERT_FILE`]: certificate(`${name}.crt`),
  [`${prefix}_TLS_KEY_FILE`]: certificate(`${name}.key`),
  [`${prefix}_TLS_CA_FILE`]: certificate('authority.crt'),
});
const children: ChildProcess[] = [];
let env: Record<string, string>;

interface Asking {
  /** Whose certificate is shown; none is by default. */
  readonly as?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The status and body at a path, or the code of the fault when the connection was not taken. */
function ask(port: string | undefined, at: string, { as, headers = {}, body }: Asking = {}) {
  const client = as && { cert: readFileSync(certificate(`${as}.crt`)), key: readFileSync(certificate(`${as}.key`)) };
  const ca = readFileSync(certificate('authority.crt'));
  const method = body === undefined ? 'GET' : 'POST';
  return new Promise<{ status: number | string; text: string }>((resolve) => {
    const options = { host: '127.0.0.1', port, path: at, method, headers, agent: false, ca, ...(client || {}) };
    request(options, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, text });
      });
    })
      .on('error', (error: NodeJS.ErrnoException) => {
        resolve({ status: error.code ?? error.message, text: '' });
      })
      .end(body);
  });
}

/** Starts one process of the hub and waits until asking it gives this status. */
async function start(program: string, asking: () => ReturnType<typeof ask>, expected: number): Promise<void> {
  const child = spawn(process.execPath, [path.join(ROOT, 'dist', `${program}.js`)], {
    cwd: ROOT,
    env: { ...withoutHubVariables(), ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  children.push(child);
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  for (const deadline = Date.now() + 120_000; ;) {
    const { status } = await asking();
    if (status === expected) return;
    if (child.exitCode !== null || Date.now() > deadline) {
      throw new Error(`${program} did not start: ${String(status)} ${errors}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

beforeAll(async () => {
  const script = path.join(ROOT, 'scripts/make-development-certificates.sh');
  execFileSync('sh', [script, path.dirname(certificate('any')), 'gateway,127.0.0.1', 'exchange,127.0.0.1']);
  env = {
    ...(await ownPorts()),
    ...filesOf('GATEWAY', 'gateway'),
    ...filesOf('EXCHANGE', 'exchange'),
    EXCHANGE_HOST: '0.0.0.0',
    CONCORDAT_DATA_DIR: path.join(folder, 'data'),
  };
  const { EXCHANGE_PORT: owner, GATEWAY_PORT: gateway } = env;
  await start('subgraphs/exchange/main', () => ask(owner, '/readyz', { as: 'gateway' }), 200);
  // The gateway runs, and misses the three owners that are not there.
  await start('gateway/main', () => ask(gateway, '/readyz'), 503);
}, 240_000);
afterAll(async () => {
  await Promise.all(
    children.map(async (child) => {
      if (child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGTERM');
      await ended;
    }),
  );
  rmSync(folder, { recursive: true, force: true });
});

test('an owner off the loopback takes no connection without a certificate', async () => {
  const { EXCHANGE_PORT: owner } = env;
  expect((await ask(owner, '/livez')).status).toMatch(/CERTIFICATE_REQUIRED|ECONNRESET/);
  await expect(fetch(`http://127.0.0.1:${String(owner)}/livez`)).rejects.toThrow();
  expect((await ask(owner, '/livez', { as: 'gateway' })).status).toBe(200);
});

test('a container’s own health check shows the certificate of its service', () => {
  const check = (given: Record<string, string>) => () =>
    execFileSync(process.execPath, [path.join(ROOT, 'scripts/check-health.mjs')], {
      env: { ...withoutHubVariables(), ...env, SERVICE: 'exchange', ...given },
    });
  expect(check({})).not.toThrow();
  expect(check({ EXCHANGE_TLS_CERT_FILE: '' })).toThrow();
});

test('a question passes over TLS to an owner, which believes the gateway’s certificate and its keys', async () => {
  const token = await runProgram('development/token', env, ['merseyside-police.officer']);
  const { text } = await ask(env['GATEWAY_PORT'], '/graphql', {
    headers: {
      authorization: `Bearer ${token.output.trim()}`,
      'x-purpose': 'PERFORMANCE_MONITORING',
      ...JUSTIFIED,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ query: '{ targets(first: 1) { edges { node { __typename } } } }' }),
  });
  expect(JSON.parse(text)).toEqual({ data: { targets: { edges: [{ node: { __typename: 'Target' } }] } } });
});

test('a checkpoint passes over TLS to a witness, which countersigns for who shows a certificate and its ledger’s key', async () => {
  const { EXCHANGE_PORT: owner } = env;
  const asked = { body: '{}' };
  expect((await ask(owner, '/ledger/witness', asked)).status).toMatch(/CERTIFICATE_REQUIRED|ECONNRESET/);
  expect(JSON.parse((await ask(owner, '/ledger/witness', { ...asked, as: 'gateway' })).text)).toEqual({
    kind: 'refused',
    why: 'UNREADABLE',
  });
  // The replaced key is an entry like any other, and the first of this ledger.
  expect(await runProgram('ledger/command', env, ['rotate-key', '--owner', 'exchange'])).toMatchObject({ exitCode: 0 });
  const { text } = await ask(owner, '/readyz', { as: 'gateway' });
  expect(JSON.parse(text)).toMatchObject({ witnesses: { gateway: 'countersigned', eri: 'no answer' } });
});
