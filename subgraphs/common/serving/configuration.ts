import { z } from 'zod';

import { type LedgerSettings, readLedgerSettings } from '../../../ledger/ledger-settings';
import type { OwnerName } from '../../../schema/owners';
import { OWNERS } from '../../../schema/owners';
import {
  ConfigurationError,
  type Environment,
  isProduction,
  port,
  readEnvironment,
  readTogether,
  url,
} from '../../../service/environment';
import {
  localAddress,
  readTlsIdentity,
  refuseOpenHost,
  refuseUnverifiedTls,
  type TlsIdentity,
} from '../../../service/tls';
import { dataFolder } from '../../../service/data-folder';
import type { StoreLocation } from '../storage/store';

export interface OwnerConfiguration {
  readonly host: string;
  readonly port: number;
  readonly metricsPort: number;
  readonly store: StoreLocation;
  readonly gatewayKeysUrl: string;
  readonly protocolsDirectory: string;
  readonly production: boolean;
  /** What the owner shows of itself and whom it answers; undefined on the loopback. */
  readonly tls: TlsIdentity | undefined;
  readonly ledger: LedgerSettings;
}

/** The variables that one owner reads; the supervisor checks them before it starts anything. */
export function ownerVariables(owner: OwnerName, env: Environment) {
  const { variable, port: defaultPort } = OWNERS[owner];
  const gateway = localAddress('GATEWAY', Number(env['GATEWAY_PORT'] || '4000'), env);
  const databaseUrl = z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'is not a PostgreSQL address')
    .optional()
    .meta({ example: `postgres://user:password@127.0.0.1:5432/${owner.replace('-', '_')}`, secret: true });
  return {
    [`${variable}_PORT`]: port(defaultPort),
    [`${variable}_METRICS_PORT`]: port(defaultPort + 5_000),
    [`${variable}_HOST`]: z.string().default('127.0.0.1'),
    [`${variable}_DATABASE_URL`]: databaseUrl,
    [`${variable}_ADMIN_DATABASE_URL`]: databaseUrl,
    GATEWAY_JWKS_URL: url(`${gateway}/.well-known/jwks.json`),
    PROTOCOLS_DIR: z.string().default('protocols/agreements'),
  };
}

export function readOwnerConfiguration(owner: OwnerName, env: Environment = process.env): OwnerConfiguration {
  const { variable } = OWNERS[owner];
  const { read, tls, ledger } = readTogether({
    ledger: () => readLedgerSettings(owner, env),
    read: () =>
      readEnvironment(ownerVariables(owner, env), env) as Readonly<Record<string, string | number | undefined>>,
    databases: () => {
      refuseHalfDatabase(owner, env);
    },
    tls: () => readTlsIdentity(variable, env),
    openHost: () => {
      refuseOpenHost(variable, env);
    },
    unverified: () => {
      refuseUnverifiedTls(env);
    },
  });
  const text = (name: string): string => String(read[name]);
  const applicationUrl = read[`${variable}_DATABASE_URL`];
  const adminUrl = read[`${variable}_ADMIN_DATABASE_URL`];
  return {
    host: text(`${variable}_HOST`),
    port: Number(read[`${variable}_PORT`]),
    metricsPort: Number(read[`${variable}_METRICS_PORT`]),
    gatewayKeysUrl: text('GATEWAY_JWKS_URL'),
    protocolsDirectory: text('PROTOCOLS_DIR'),
    production: isProduction(env),
    tls,
    ledger,
    store:
      applicationUrl === undefined || adminUrl === undefined
        ? { kind: 'embedded', directory: `${dataFolder(env)}/databases/${owner}` }
        : { kind: 'postgres', applicationUrl: String(applicationUrl), adminUrl: String(adminUrl), poolSize: 10 },
  };
}

/** Both logins or neither, and in production both: the embedded database is for development. */
function refuseHalfDatabase(owner: OwnerName, env: Environment): void {
  const { variable } = OWNERS[owner];
  const logins = { [`${variable}_DATABASE_URL`]: 'application', [`${variable}_ADMIN_DATABASE_URL`]: 'owner' };
  const missing = Object.entries(logins).filter(([name]) => !env[name]);
  if (missing.length === 0 || (missing.length === 2 && !isProduction(env))) return;
  const why = isProduction(env)
    ? 'the embedded database is for development only'
    : 'one login answers, the other migrates: set both, or neither for the embedded database';
  throw new ConfigurationError(
    missing.map(
      ([name, user]) =>
        `${name} is not set; ${why} (for example ${name}=postgres://${user}:password@127.0.0.1:5432/${owner})`,
    ),
  );
}
