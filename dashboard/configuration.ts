import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { dataFolder } from '../service/data-folder';
import {
  ConfigurationError,
  type Environment,
  isLoopback,
  isProduction,
  port,
  readEnvironment,
  readTogether,
  url,
  wholeNumber,
} from '../service/environment';
import { localAddress, readTlsIdentity, refuseOpenHost, refuseUnverifiedTls, type TlsIdentity } from '../service/tls';

/** Where people sign in: any OpenID Connect provider that puts who somebody is into its tokens. */
export interface ProviderSettings {
  readonly issuer: string;
  /** Its discovery document; by default where the standard says. */
  readonly discoveryUrl: string;
  readonly clientId: string;
  readonly clientSecretFile: string;
  readonly scope: string;
  /** The resource that tokens are asked for, where the provider wants it named (RFC 8707). */
  readonly resource: string | undefined;
}

export interface DashboardConfiguration {
  readonly host: string;
  readonly port: number;
  readonly metricsPort: number;
  /** The address that people type. */
  readonly publicUrl: string;
  readonly gatewayUrl: string;
  readonly provider: ProviderSettings;
  /** Without a click for so long, somebody is signed out. */
  readonly idleMinutes: number;
  /** Whatever somebody does, signed out after so long. */
  readonly signedInMinutes: number;
  /** Whether the people whose data is shown are invented, which every page then says. */
  readonly isDemonstration: boolean;
  readonly tls: TlsIdentity | undefined;
}

const DEVELOPMENT_ISSUER = 'https://development.concordat.example';

const variablesOf = (env: Environment) => ({
  DASHBOARD_PORT: port(4010),
  DASHBOARD_HOST: z.string().default('127.0.0.1').meta({ example: '127.0.0.1' }),
  DASHBOARD_METRICS_PORT: port(9010),
  DASHBOARD_URL: url(localAddress('DASHBOARD', Number(env['DASHBOARD_PORT'] || 4010), env)),
  GATEWAY_URL: url(localAddress('GATEWAY', Number(env['GATEWAY_PORT'] || 4000), env)),
  DASHBOARD_OIDC_ISSUER: z.url().optional().meta({ example: 'https://id.police.example' }),
  DASHBOARD_OIDC_DISCOVERY_URL: z
    .url()
    .optional()
    .meta({ example: 'https://id.police.example/.well-known/openid-configuration' }),
  DASHBOARD_OIDC_CLIENT_ID: z.string().optional().meta({ example: 'concordat-dashboard' }),
  DASHBOARD_OIDC_CLIENT_SECRET_FILE: z.string().optional().meta({ example: '/run/secrets/oidc-client', secret: false }),
  DASHBOARD_OIDC_SCOPE: z.string().default('openid').meta({ example: 'openid' }),
  DASHBOARD_OIDC_RESOURCE: z.url().optional().meta({ example: 'https://hub.example/graphql' }),
  DASHBOARD_IDLE_MINUTES: wholeNumber(20, 1, 240),
  DASHBOARD_SIGNED_IN_MINUTES: wholeNumber(480, 1, 1440),
});

/** Reads the dashboard's variables; throws a ConfigurationError that lists all that are wrong. */
export function readDashboardConfiguration(env: Environment = process.env): DashboardConfiguration {
  const { variables, provider, tls } = readTogether({
    variables: () => readEnvironment(variablesOf(env), env),
    provider: () => readProvider(env),
    tls: () => readTlsIdentity('DASHBOARD', env),
    openHost: () => refuseOpenHost('DASHBOARD', env),
    unverified: () => refuseUnverifiedTls(env),
  });
  return {
    host: variables.DASHBOARD_HOST,
    port: variables.DASHBOARD_PORT,
    metricsPort: variables.DASHBOARD_METRICS_PORT,
    publicUrl: variables.DASHBOARD_URL,
    gatewayUrl: variables.GATEWAY_URL,
    provider,
    idleMinutes: variables.DASHBOARD_IDLE_MINUTES,
    signedInMinutes: variables.DASHBOARD_SIGNED_IN_MINUTES,
    isDemonstration: !isProduction(env),
    tls,
  };
}

function readProvider(env: Environment): ProviderSettings {
  const { variables, identityPort } = readTogether({
    variables: () => readEnvironment(variablesOf(env), env),
    identityPort: () => readEnvironment({ IDENTITY_PROVIDER_PORT: port(4011) }, env).IDENTITY_PROVIDER_PORT,
  });
  const issuer = variables.DASHBOARD_OIDC_ISSUER ?? (isProduction(env) ? undefined : DEVELOPMENT_ISSUER);
  const development = issuer === DEVELOPMENT_ISSUER && !isProduction(env);
  const discoveryUrl =
    variables.DASHBOARD_OIDC_DISCOVERY_URL ??
    (development
      ? `http://127.0.0.1:${identityPort}/.well-known/openid-configuration`
      : `${issuer?.replace(/\/$/, '') ?? ''}/.well-known/openid-configuration`);
  const clientId = variables.DASHBOARD_OIDC_CLIENT_ID ?? (development ? 'dashboard' : undefined);
  const clientSecretFile =
    variables.DASHBOARD_OIDC_CLIENT_SECRET_FILE ??
    (development ? path.join(dataFolder(env), 'keys', 'dashboard-client.secret') : undefined);
  const faults = [
    ...(issuer === undefined
      ? ['DASHBOARD_OIDC_ISSUER is not set (for example DASHBOARD_OIDC_ISSUER=https://id.police.example)']
      : isProduction(env) && issuer === DEVELOPMENT_ISSUER
        ? [`DASHBOARD_OIDC_ISSUER ${JSON.stringify(issuer)} is the development issuer: name another in production`]
        : isPlainElsewhere(discoveryUrl)
          ? [`DASHBOARD_OIDC_DISCOVERY_URL ${JSON.stringify(discoveryUrl)} is plain http to another machine: use https`]
          : []),
    ...(clientId === undefined
      ? ['DASHBOARD_OIDC_CLIENT_ID is not set (for example DASHBOARD_OIDC_CLIENT_ID=concordat-dashboard)']
      : []),
    ...(clientSecretFile === undefined
      ? [
          'DASHBOARD_OIDC_CLIENT_SECRET_FILE is not set (for example DASHBOARD_OIDC_CLIENT_SECRET_FILE=/run/secrets/oidc-client)',
        ]
      : development || canBeRead(clientSecretFile)
        ? []
        : [`DASHBOARD_OIDC_CLIENT_SECRET_FILE ${JSON.stringify(clientSecretFile)} cannot be read`]),
  ];
  if (faults.length > 0 || issuer === undefined || clientId === undefined || clientSecretFile === undefined) {
    throw new ConfigurationError(faults);
  }
  return {
    issuer,
    discoveryUrl,
    clientId,
    clientSecretFile,
    scope: variables.DASHBOARD_OIDC_SCOPE,
    resource: variables.DASHBOARD_OIDC_RESOURCE,
  };
}

function isPlainElsewhere(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !isLoopback(hostname);
}

function canBeRead(file: string): boolean {
  try {
    return readFileSync(file, 'utf8').trim() !== '';
  } catch {
    return false;
  }
}
