import path from 'node:path';

import { z } from 'zod';

import { gatewayLedgerFolder } from '../ledger/gateway-ledger-folder';
import { type LedgerSettings, readLedgerSettings } from '../ledger/ledger-settings';
import { OWNER_NAMES, type OwnerName, OWNERS } from '../schema/owners';
import { dataFolder } from '../service/data-folder';
import {
  ConfigurationError,
  type Environment,
  isProduction,
  port,
  readEnvironment,
  readTogether,
  url,
  wholeNumber,
} from '../service/environment';
import { projectRoot } from '../service/project-root';
import { localAddress, readTlsIdentity, refuseOpenHost, refuseUnverifiedTls, type TlsIdentity } from '../service/tls';

import type { Issuer } from './authenticate-requester';

/** The identity provider of development; refused in production. */
export const DEVELOPMENT_ISSUER = 'https://development.concordat.example';

/** Only signatures by a key pair: with a shared secret or none, whoever verifies could also sign. */
const ALGORITHMS = [
  'ES256',
  'ES384',
  'ES512',
  'PS256',
  'PS384',
  'PS512',
  'RS256',
  'RS384',
  'RS512',
  'EdDSA',
  'Ed25519',
] as const;

const issuerShape = z.strictObject({
  issuer: z.url(),
  jwks: z.string().min(1),
  organisations: z.array(z.string().min(1)).min(1),
  algorithms: z.array(z.enum(ALGORITHMS)).min(1),
});

const ISSUERS_EXAMPLE =
  '[{"issuer":"https://id.police.example","jwks":"https://id.police.example/jwks","organisations":["merseyside-police"],"algorithms":["ES256"]}]';

const issuers = z
  .string()
  .transform((text, context): readonly Issuer[] => {
    try {
      return z.array(issuerShape).min(1).parse(JSON.parse(text));
    } catch {
      context.addIssue({ code: 'custom', message: 'is not a JSON array of issuers' });
      return z.NEVER;
    }
  })
  .optional()
  .meta({ example: ISSUERS_EXAMPLE });

const origins = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter((origin) => origin !== ''))
  .refine(
    (list) => list.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin),
    'is not a list of origins',
  )
  .meta({ example: 'https://dashboard.example' });

/** The environment variables of the gateway. */
export const gatewayVariables = {
  GATEWAY_PORT: port(4000),
  GATEWAY_HOST: z.string().default('127.0.0.1').meta({ example: '127.0.0.1' }),
  GATEWAY_METRICS_PORT: port(9000),
  KNOWSLEY_IOM_URL: ownerUrl('knowsley-iom'),
  SAFETY_HOUSE_URL: ownerUrl('safety-house'),
  ERI_URL: ownerUrl('eri'),
  EXCHANGE_URL: ownerUrl('exchange'),
  PROTOCOLS_DIR: z.string().default(path.join('protocols', 'agreements')).meta({ example: 'protocols/agreements' }),
  OIDC_ISSUERS: issuers,
  CORS_ORIGINS: origins,
  GATEWAY_OWNER_TIMEOUT_MS: wholeNumber(5000, 100, 60_000),
  GATEWAY_REQUESTS_PER_MINUTE: wholeNumber(3000, 1),
  GATEWAY_MAX_BODY_BYTES: wholeNumber(262_144, 1024),
} as const;

export interface GatewayConfiguration {
  readonly host: string;
  readonly port: number;
  readonly metricsPort: number;
  readonly owners: Readonly<Record<OwnerName, string>>;
  readonly protocolsDirectory: string;
  readonly issuers: readonly Issuer[];
  readonly corsOrigins: readonly string[];
  readonly ownerTimeoutMs: number;
  readonly requestsPerMinute: number;
  readonly maxBodyBytes: number;
  /** The folder of the gateway's own ledger. */
  readonly ledgerFolder: string;
  /** What the gateway shows its owners and whom it believes; it serves the graph with the same certificate. */
  readonly tls: TlsIdentity | undefined;
  readonly ledger: LedgerSettings;
}

/** Reads the gateway's variables; throws a ConfigurationError that lists all that are wrong. */
export function readConfiguration(env: Environment = process.env): GatewayConfiguration {
  const { variables, ports, tls, issuersGiven, ledger, ledgerFolder } = readTogether({
    ledger: () => readLedgerSettings('gateway', env),
    variables: () => readEnvironment(gatewayVariables, env),
    // The supervisor sets an owner's port alone; its address follows.
    ports: () =>
      readEnvironment(
        Object.fromEntries(OWNER_NAMES.map((name) => [`${OWNERS[name].variable}_PORT`, port(OWNERS[name].port)])),
        env,
      ) as Readonly<Record<string, number>>,
    tls: () => readTlsIdentity('GATEWAY', env),
    issuersGiven: () => readIssuers(env),
    openHost: () => refuseOpenHost('GATEWAY', env),
    strangers: () => refuseToBeStranger(env),
    unverified: () => refuseUnverifiedTls(env),
    ledgerFolder: () => gatewayLedgerFolder(env),
  });
  const urlOf = (name: OwnerName): string => {
    const { variable } = OWNERS[name];
    const given = variables[`${variable}_URL`];
    return env[`${variable}_URL`] ? given : localAddress(variable, ports[`${variable}_PORT`] ?? OWNERS[name].port, env);
  };
  return {
    host: variables.GATEWAY_HOST,
    port: variables.GATEWAY_PORT,
    metricsPort: variables.GATEWAY_METRICS_PORT,
    owners: {
      'knowsley-iom': urlOf('knowsley-iom'),
      'safety-house': urlOf('safety-house'),
      eri: urlOf('eri'),
      exchange: urlOf('exchange'),
    },
    protocolsDirectory: path.resolve(projectRoot, variables.PROTOCOLS_DIR),
    issuers: issuersGiven,
    corsOrigins: variables.CORS_ORIGINS,
    ownerTimeoutMs: variables.GATEWAY_OWNER_TIMEOUT_MS,
    requestsPerMinute: variables.GATEWAY_REQUESTS_PER_MINUTE,
    maxBodyBytes: variables.GATEWAY_MAX_BODY_BYTES,
    ledgerFolder,
    tls,
    ledger,
  };
}

/** An owner behind https demands our certificate: without one it would never answer. */
function refuseToBeStranger(env: Environment): void {
  const demanding = OWNER_NAMES.map((name) => `${OWNERS[name].variable}_URL`).filter((variable) =>
    env[variable]?.startsWith('https:'),
  );
  if (demanding.length === 0 || env['GATEWAY_TLS_CERT_FILE']) return;
  throw new ConfigurationError(
    `${demanding.join(', ')} over https: owners answer only who shows a certificate. Set GATEWAY_TLS_CERT_FILE, ` +
      'GATEWAY_TLS_KEY_FILE and GATEWAY_TLS_CA_FILE',
  );
}

function readIssuers(env: Environment): readonly Issuer[] {
  const { OIDC_ISSUERS: given } = readEnvironment({ OIDC_ISSUERS: issuers }, env);
  if (!isProduction(env)) {
    const keyFile = path.join(dataFolder(env), 'keys', 'development-issuer.jwk.json');
    return given ?? [{ issuer: DEVELOPMENT_ISSUER, jwks: keyFile, organisations: ['*'], algorithms: ['ES256'] }];
  }
  if (given === undefined) {
    throw new ConfigurationError(`OIDC_ISSUERS is not set (for example OIDC_ISSUERS=${ISSUERS_EXAMPLE})`);
  }
  const faults = given.flatMap(({ issuer, jwks }) => {
    if (issuer === DEVELOPMENT_ISSUER)
      return [`OIDC_ISSUERS names the development issuer ${issuer}: remove it in production`];
    // Keys fetched over plain HTTP are whatever somebody on the way says they are.
    return jwks.startsWith('http:')
      ? [`OIDC_ISSUERS takes the keys of ${issuer} over http: use https in production`]
      : [];
  });
  if (faults.length > 0) throw new ConfigurationError(faults);
  return given;
}

function ownerUrl(name: OwnerName) {
  return url(`http://127.0.0.1:${String(OWNERS[name].port)}`);
}
