import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { freePorts } from '../../bench/measure/start-process';
import { OWNER_NAMES, OWNERS } from '../../schema/owners';
import { createTestDatabases } from './test-databases';
import { startRecordingProxies } from './recording-proxy';

export const ROOT = path.resolve(
  __dirname,
  path.basename(path.resolve(__dirname, '../..')) === 'dist' ? '../../..' : '../..',
);

/** Where a test's hub is. */
export interface HubAddress {
  readonly gatewayUrl: string;
  readonly ownerUrls: Readonly<Record<string, string>>;
  readonly dashboardUrl: string;
  readonly controlUrl: string;
  readonly dataFolder: string;
  readonly protocolsFolder: string;
  readonly supervisorPid: number;
  /** Admin URLs of the owners' databases, on real PostgreSQL only. */
  readonly databases: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
}

export interface LaunchedHub {
  readonly address: HubAddress;
  /** Stops all processes, does something to what they keep, and starts them anew. */
  restart(between: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a whole hub as a newcomer does, by the compiled start.ts, on free ports and in a folder of its own, with
 * recording proxies between the gateway and the owners.
 * @param beforehand what is done to the empty data folder and databases that these variables name, before the start
 * @param server the PostgreSQL server to use, whatever the journeys run on
 */
export async function launchHub(
  extra: Readonly<Record<string, string>> = {},
  beforehand: (env: Readonly<Record<string, string>>) => Promise<void> = () => Promise.resolve(),
  server?: string,
): Promise<LaunchedHub> {
  const folder = mkdtempSync(path.join(tmpdir(), 'concordat-test-'));
  const protocolsFolder = path.join(folder, 'agreements');
  cpSync(path.join(ROOT, 'protocols/agreements'), protocolsFolder, { recursive: true });
  const dataFolder = path.join(folder, 'data');
  const ports = [...(await freePorts(5 + 2 * OWNER_NAMES.length))];
  const take = (): number => ports.pop() ?? 0;
  const gatewayPort = take();
  const dashboardPort = take();
  const ownerPorts = Object.fromEntries(OWNER_NAMES.map((owner) => [owner, take()]));
  const proxies = await startRecordingProxies(ownerPorts);
  const databases =
    server !== undefined || process.env.CONCORDAT_TEST_DATABASE === 'postgres'
      ? await createTestDatabases(server)
      : { env: {}, adminUrls: {}, drop: () => Promise.resolve() };
  const env: Record<string, string> = {
    CONCORDAT_DATA_DIR: dataFolder,
    // Those of whose states the agreements speak, all of whom the tests ask about one by one.
    CONCORDAT_PEOPLE: 'named',
    PROTOCOLS_DIR: protocolsFolder,
    GATEWAY_PORT: String(gatewayPort),
    GATEWAY_METRICS_PORT: String(take()),
    DASHBOARD_PORT: String(dashboardPort),
    DASHBOARD_METRICS_PORT: String(take()),
    IDENTITY_PROVIDER_PORT: String(take()),
    // Journeys ask far more often than any person.
    GATEWAY_REQUESTS_PER_MINUTE: '1000000',
    ...Object.fromEntries(
      OWNER_NAMES.flatMap((owner) => [
        [`${OWNERS[owner].variable}_PORT`, String(ownerPorts[owner])],
        [`${OWNERS[owner].variable}_METRICS_PORT`, String(take())],
        [`${OWNERS[owner].variable}_URL`, `http://127.0.0.1:${String(proxies.ports[owner])}`],
      ]),
    ),
    ...databases.env,
    ...extra,
  };
  await beforehand(env);
  const output: string[] = [];
  const start = (): ChildProcess => {
    const started = spawn(process.execPath, [path.join(ROOT, 'dist/start.js')], {
      cwd: ROOT,
      env: { ...process.env, NODE_OPTIONS: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    return started;
  };
  const ready = (): Promise<void> => untilReady(child, `http://127.0.0.1:${String(gatewayPort)}/readyz`, output);
  let child = start();
  const stop = async (): Promise<void> => {
    await ended(child);
    await proxies.close();
    await databases.drop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ready();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    address: {
      gatewayUrl: `http://127.0.0.1:${String(gatewayPort)}`,
      ownerUrls: Object.fromEntries(
        OWNER_NAMES.map((owner) => [owner, `http://127.0.0.1:${String(ownerPorts[owner])}`]),
      ),
      dashboardUrl: `http://127.0.0.1:${String(dashboardPort)}`,
      controlUrl: `http://127.0.0.1:${String(proxies.controlPort)}`,
      dataFolder,
      protocolsFolder,
      supervisorPid: child.pid ?? 0,
      databases: databases.adminUrls,
      env,
    },
    async restart(between) {
      await ended(child);
      await between();
      child = start();
      await ready();
    },
    stop,
  };
}

async function untilReady(child: ChildProcess, readyUrl: string, output: readonly string[]): Promise<void> {
  // A first start takes seconds on an idle machine; tests may share theirs with much else.
  const deadline = Date.now() + 420_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The hub ended while it started:\n${output.join('')}`);
    const status = await fetch(readyUrl).then(
      (reply) => reply.status,
      () => 0,
    );
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The hub was not ready in time:\n${output.join('')}`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.kill('SIGTERM');
  });
}

/** Runs one of the hub's own commands (`development/truth` …) beside it and returns its standard output. */
export function runHubCommand(
  address: HubAddress,
  program: string,
  ...programArguments: readonly string[]
): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [path.join(ROOT, 'dist', `${program}.js`), ...programArguments],
      { cwd: ROOT, env: { ...process.env, NODE_OPTIONS: '', ...address.env }, maxBuffer: 512 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else reject(new Error(`${program} failed: ${stderr}`));
      },
    );
  });
}
