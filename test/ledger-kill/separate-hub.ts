import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { developmentIssuerKey } from '../../development/issuer-key';
import { OWNER_NAMES, type OwnerName, OWNERS } from '../../schema/owners';
import { projectRoot } from '../../service/project-root';
import { ownPorts } from '../hub/own-ports';
import { createTestDatabases } from '../hub/test-databases';

export type HubProcess = OwnerName | 'gateway';
/** Where owners are called, of the ports on which they listen: themselves, or whatever stands before them. */
export type OwnerUrls = (ports: Readonly<Record<OwnerName, number>>) => Promise<Readonly<Record<OwnerName, string>>>;

/** A hub whose processes have no supervisor: one can be killed, and started again, while the others go on. */
export interface SeparateHub {
  readonly gatewayUrl: string;
  readonly dataFolder: string;
  readonly env: Readonly<Record<string, string>>;
  /** Ends a process with SIGKILL. */
  kill(process: HubProcess): Promise<void>;
  /** Starts one that was killed, on the port and the database that it had. */
  restart(process: HubProcess): Promise<void>;
  stop(): Promise<void>;
}

/** @param server a PostgreSQL server; without it the owners have embedded databases */
export async function startSeparateHub(server?: string, urlsOf: OwnerUrls = themselves): Promise<SeparateHub> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'concordat-kill-'));
  const databases = server === undefined ? undefined : await createTestDatabases(server);
  const ports = await ownPorts();
  const portOf = (owner: OwnerName): number => Number(ports[`${OWNERS[owner].variable}_PORT`]);
  const urls = await urlsOf(
    Object.fromEntries(OWNER_NAMES.map((owner) => [owner, portOf(owner)])) as Record<OwnerName, number>,
  );
  const gatewayUrl = `http://127.0.0.1:${ports['GATEWAY_PORT'] ?? ''}`;
  const env: Record<string, string> = {
    CONCORDAT_DATA_DIR: dataFolder,
    CONCORDAT_SEED: '1',
    CONCORDAT_PEOPLE: 'named',
    GATEWAY_REQUESTS_PER_MINUTE: '10000000',
    GATEWAY_JWKS_URL: `${gatewayUrl}/.well-known/jwks.json`,
    LOG_LEVEL: 'error',
    ...ports,
    ...Object.fromEntries(OWNER_NAMES.map((owner) => [`${OWNERS[owner].variable}_URL`, urls[owner]])),
    ...databases?.env,
  };
  await developmentIssuerKey(dataFolder);
  const running = new Map<string, ChildProcess>();
  const start = async (name: string, program: string): Promise<void> => {
    running.set(name, await started(program, env));
  };
  const end = async (name: string, signal: NodeJS.Signals): Promise<void> => {
    const child = running.get(name);
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  };
  const stop = async (): Promise<void> => {
    await Promise.all([...running.keys()].map((name) => end(name, 'SIGTERM')));
    await databases?.drop();
    rmSync(dataFolder, { recursive: true, force: true });
  };
  try {
    await Promise.all(OWNER_NAMES.map((owner) => start(owner, `subgraphs/${owner}/main`)));
    await start('gateway', 'gateway/main');
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    gatewayUrl,
    dataFolder,
    env,
    kill: (name) => end(name, 'SIGKILL'),
    restart: (name) => start(name, name === 'gateway' ? 'gateway/main' : `subgraphs/${name}/main`),
    stop,
  };
}

const themselves: OwnerUrls = async (ports) =>
  Object.fromEntries(OWNER_NAMES.map((owner) => [owner, `http://127.0.0.1:${String(ports[owner])}`])) as Record<
    OwnerName,
    string
  >;

/** Resolves once the program says that it is ready. */
export async function started(program: string, env: Readonly<Record<string, string>>): Promise<ChildProcess> {
  const child = fork(path.join(projectRoot, 'dist', `${program}.js`), [], {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    silent: true,
  });
  child.stdout?.resume();
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  await new Promise<void>((resolve, reject) => {
    child.on('message', (message: { readonly ready?: boolean }) => {
      if (message.ready === true) resolve();
    });
    child.once('exit', () => {
      reject(new Error(`${program} ended while it started: ${errors}`));
    });
  });
  return child;
}
