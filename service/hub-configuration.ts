// What `npm start` must know before it starts anything: every service's port, and the variables that follow from them.
// Each service reads its own variables again; here all of them are checked together, so that one run tells all faults.
import { statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { OWNER_NAMES, OWNERS } from '../schema/owners';
import { createClock } from './clock';
import { prepareDataFolder } from './data-folder';
import {
  ConfigurationError,
  type Environment,
  isProduction,
  port,
  readEnvironment,
  url,
  wholeNumber,
} from './environment';
import { describeListenFault } from './http-server';
import { createLog } from './log';
import { projectRoot } from './project-root';
import { localAddress } from './tls';

const HOST = '127.0.0.1';
const METRICS_DISTANCE = 5000;

export interface HubConfiguration {
  readonly dataFolder: string;
  readonly protocolsDirectory: string;
  readonly seed: number;
  readonly gatewayUrl: string;
  readonly ownerUrls: Readonly<Record<string, string>>;
  readonly dashboardUrl: string;
  /** The environment with everything that follows from it spelt out, for the processes of the hub. */
  readonly env: Environment;
}

const prefixes = ['GATEWAY', ...OWNER_NAMES.map((owner) => OWNERS[owner].variable), 'DASHBOARD'];
const defaultPorts: Readonly<Record<string, number>> = {
  GATEWAY: 4000,
  DASHBOARD: 4010,
  ...Object.fromEntries(OWNER_NAMES.map((owner) => [OWNERS[owner].variable, OWNERS[owner].port])),
};

/**
 * Checks the environment of the whole hub, by the services' own readers too; throws a ConfigurationError with every
 * fault of every service.
 */
export async function readHubConfiguration(
  env: Environment,
  readersOfServices: readonly ((env: Environment) => unknown)[] = [],
): Promise<HubConfiguration> {
  const faults: string[] = [];
  const collect = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      faults.push(...error.faults);
      return undefined;
    }
  };

  const dataFolder = collect(() => prepareDataFolder(env));
  const ports = collect(() => readPorts(env));
  const general = collect(() => readEnvironment({ CONCORDAT_SEED: wholeNumber(1) }, env));
  const protocolsDirectory = collect(() => readProtocolsDirectory(env));
  collect(() => readEnvironment(Object.fromEntries(OWNER_NAMES.map(urlVariable)), env));
  collect(() => createClock(env));
  collect(() => createLog('start', env));
  for (const read of readersOfServices) collect(() => read(env));
  if (ports !== undefined) faults.push(...sharedPorts(ports), ...(await takenPorts(ports)));
  if (faults.length > 0 || !dataFolder || !ports || !general || !protocolsDirectory) {
    throw new ConfigurationError([...new Set(faults)]);
  }

  const ownerUrls = Object.fromEntries(
    OWNER_NAMES.map((owner) => {
      const { variable } = OWNERS[owner];
      return [owner, env[`${variable}_URL`] || localAddress(variable, ports[`${variable}_PORT`] ?? 0, env)];
    }),
  );
  return {
    dataFolder,
    protocolsDirectory,
    seed: general.CONCORDAT_SEED,
    gatewayUrl: localAddress('GATEWAY', ports['GATEWAY_PORT'] ?? 0, env),
    ownerUrls,
    dashboardUrl: env['DASHBOARD_URL'] || localAddress('DASHBOARD', ports['DASHBOARD_PORT'] ?? 0, env),
    env: {
      ...env,
      CONCORDAT_DATA_DIR: dataFolder,
      PROTOCOLS_DIR: protocolsDirectory,
      ...Object.fromEntries(Object.entries(ports).map(([name, value]) => [name, String(value)])),
      ...Object.fromEntries(OWNER_NAMES.map((owner) => [`${OWNERS[owner].variable}_URL`, ownerUrls[owner]])),
      GATEWAY_URL: env['GATEWAY_URL'] || localAddress('GATEWAY', ports['GATEWAY_PORT'] ?? 0, env),
    },
  };
}

function urlVariable(owner: keyof typeof OWNERS) {
  return [`${OWNERS[owner].variable}_URL`, url(`http://${HOST}:${OWNERS[owner].port}`)] as const;
}

/** Variable → port, of the services and of their metrics, which by default lie 5000 above. */
function readPorts(env: Environment): Readonly<Record<string, number>> {
  const services = readEnvironment(
    Object.fromEntries(prefixes.map((prefix) => [`${prefix}_PORT`, port(defaultPorts[prefix] ?? 0)])),
    env,
  );
  const metrics = readEnvironment(
    Object.fromEntries(
      prefixes.map((prefix) => {
        const above = (services[`${prefix}_PORT`] ?? 0) + METRICS_DISTANCE;
        return [`${prefix}_METRICS_PORT`, port(above <= 65_535 ? above : above - 2 * METRICS_DISTANCE)];
      }),
    ),
    env,
  );
  // The sign-in page of development, which production does not have.
  const signIn = isProduction(env) ? {} : readEnvironment({ IDENTITY_PROVIDER_PORT: port(4011) }, env);
  return { ...services, ...metrics, ...signIn };
}

function readProtocolsDirectory(env: Environment): string {
  const directory = path.resolve(env['PROTOCOLS_DIR'] || path.join(projectRoot, 'protocols/agreements'));
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory() === true) return directory;
  throw new ConfigurationError(
    `PROTOCOLS_DIR ${JSON.stringify(directory)} is not a directory (for example PROTOCOLS_DIR=protocols/agreements)`,
  );
}

function sharedPorts(ports: Readonly<Record<string, number>>): readonly string[] {
  const namesByPort = new Map<number, string[]>();
  for (const [name, value] of Object.entries(ports)) namesByPort.set(value, [...(namesByPort.get(value) ?? []), name]);
  return [...namesByPort]
    .filter(([value, names]) => value !== 0 && names.length > 1)
    .map(([value, names]) => `${names.join(', ')} are all ${value}: give each its own`);
}

async function takenPorts(ports: Readonly<Record<string, number>>): Promise<readonly string[]> {
  const faults = await Promise.all(
    [...new Map(Object.entries(ports).map(([name, value]) => [value, name]))].map(
      ([value, name]) =>
        new Promise<string | undefined>((resolve) => {
          const probe = createServer()
            .once('error', (error: NodeJS.ErrnoException) => resolve(describeListenFault(error, HOST, value, name)))
            .listen(value, HOST, () => probe.close(() => resolve(undefined)));
        }),
    ),
  );
  return faults.filter((fault) => fault !== undefined);
}
