import { z } from 'zod';

import type { OwnerName } from '../../../schema/owners';
import { OWNERS } from '../../../schema/owners';
import { ConfigurationError, type Environment, isProduction, port, readEnvironment, url } from '../../../service/environment';
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
}

/** The variables that one owner reads; the supervisor checks them before it starts anything. */
export function ownerVariables(owner: OwnerName, env: Environment) {
  const { variable, port: defaultPort } = OWNERS[owner];
  const gatewayPort = env.GATEWAY_PORT ?? '4000';
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
    GATEWAY_JWKS_URL: url(`http://127.0.0.1:${gatewayPort}/.well-known/jwks.json`),
    PROTOCOLS_DIR: z.string().default('protocols/agreements'),
  };
}

export function readOwnerConfiguration(owner: OwnerName, env: Environment = process.env): OwnerConfiguration {
  const { variable } = OWNERS[owner];
  const read = readEnvironment(ownerVariables(owner, env), env) as Readonly<Record<string, string | number | undefined>>;
  const text = (name: string): string => String(read[name]);
  const applicationUrl = read[`${variable}_DATABASE_URL`];
  const adminUrl = read[`${variable}_ADMIN_DATABASE_URL`];
  const production = isProduction(env);
  if ((applicationUrl === undefined) !== (adminUrl === undefined)) {
    throw new ConfigurationError([
      `${variable}_DATABASE_URL and ${variable}_ADMIN_DATABASE_URL go together: the first is the application's login, ` +
        'the second the one that migrates. Set both, or neither for the embedded database.',
    ]);
  }
  if (production && applicationUrl === undefined) {
    throw new ConfigurationError([`${variable}_DATABASE_URL is compulsory in production: the embedded database is for development.`]);
  }
  return {
    host: text(`${variable}_HOST`),
    port: Number(read[`${variable}_PORT`]),
    metricsPort: Number(read[`${variable}_METRICS_PORT`]),
    gatewayKeysUrl: text('GATEWAY_JWKS_URL'),
    protocolsDirectory: text('PROTOCOLS_DIR'),
    production,
    store:
      applicationUrl === undefined || adminUrl === undefined
        ? { kind: 'embedded', directory: `${dataFolder(env)}/databases/${owner}` }
        : { kind: 'postgres', applicationUrl: String(applicationUrl), adminUrl: String(adminUrl), poolSize: 10 },
  };
}
