import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { parse } from 'graphql';
import { Registry } from 'prom-client';
import { v7 as timeOrderedId } from 'uuid';

import type { LedgerWriter } from '../ledger/ledger-writer';
import type { ProtocolSet } from '../protocols/protocol';
import { createDecider } from '../protocols/decide';
import { controllerOf as controllerInTable } from '../schema/controllers';
import type { Controller } from '../schema/organisations';
import { readPermissionMap } from '../schema/read-permission-map';
import type { Clock } from '../service/clock';
import { type HttpReply, type HttpRequest, jsonReply, type Route, startHttpServer } from '../service/http-server';
import type { Log } from '../service/log';
import type { TlsIdentity } from '../service/tls';

import { type AdmittedRequest, createRequestPath } from './answer-request';
import { createAuthenticator, type Issuer } from './authenticate-requester';
import type { Decide } from './compile-protocol-rules';
import { formatError } from './format-error';
import { createGatewayMetrics } from './gateway-metrics';
import { createFetchGuard } from './guard-fetch';
import { OPERATION_LIMITS, type OperationLimits } from './limit-operation';
import { createRateLimit } from './limit-rate';
import { createOwnerDataSource, type OwnerDataSource, type OwnerDataSourceOptions } from './owner-data-source';
import { createOwnerProbe } from './probe-owners';
import { type GatewayContext, loadExecutor, protocolGateway } from './protocol-gateway';
import { putInForce } from './protocols-in-force';
import { createTransactionSigner } from './sign-transaction';

export interface GatewayOptions {
  readonly supergraphSdl: string;
  /** Reads the protocols; called at the start and at every reload. */
  loadProtocols(): ProtocolSet;
  /** Where each subgraph of the supergraph answers, by its name. */
  readonly owners: Readonly<Record<string, string>>;
  readonly issuers: readonly Issuer[];
  readonly clock: Clock;
  readonly log: Log;
  readonly host?: string;
  readonly port?: number;
  /** Shown to owners and to who asks; undefined on the loopback. */
  readonly tls?: TlsIdentity | undefined;
  readonly corsOrigins?: readonly string[];
  readonly ownerTimeoutMs?: number;
  readonly requestsPerMinute?: number;
  readonly maxBodyBytes?: number;
  readonly limits?: OperationLimits;
  /** Where refusals that reach no owner are on record before the answer leaves. */
  readonly ledger: LedgerWriter;
  readonly registry?: Registry;
  /** What else is served on the port of the graph: the witness of the ledgers. */
  readonly otherRoutes?: readonly Route[];
  /** Who decides on each type; by default the hub's own table. */
  readonly controllerOf?: (typeName: string) => Controller | undefined;
  /** How decisions are taken from a set; by default protocols/decide.ts. */
  readonly createDecider?: (set: ProtocolSet) => Decide;
  /** How owners are asked; by default over HTTP. */
  readonly createDataSource?: (options: OwnerDataSourceOptions) => OwnerDataSource;
}

export interface RunningGateway {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
  /** Reads the protocols again and forgets verified tokens; faulty protocols leave those in force as they are. */
  reload(): Promise<void>;
}

/** Puts the parts of the gateway together and listens. It needs no owner to start. */
export async function createGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { supergraphSdl, owners, log, clock } = options;
  const supergraph = parse(supergraphSdl, { noLocation: true });
  const map = readPermissionMap(supergraph, options.controllerOf ?? controllerInTable);
  const metrics = createGatewayMetrics(options.registry ?? new Registry());
  const signer = createTransactionSigner();
  const guard = createFetchGuard(supergraph, map);
  const sources = new Map<string, OwnerDataSource>();

  const executor = await loadExecutor(supergraphSdl, (owner) => {
    const url = owners[owner];
    if (url === undefined) throw new Error(`No address is known for ${owner}`);
    const source = (options.createDataSource ?? createOwnerDataSource)({
      owner,
      url,
      timeoutMs: options.ownerTimeoutMs ?? 5000,
      guard,
      signer,
      tls: options.tls,
      onFault: (fault) => {
        log.error(fault, 'a fetch failed');
      },
      onFetch: (name, outcome, seconds) => {
        metrics.fetched(name, outcome, seconds);
      },
    });
    sources.set(owner, source);
    return (fetch, context) => source.ask(fetch, context);
  });
  const { schema } = executor;

  const load = () => {
    const set = options.loadProtocols();
    return putInForce(schema, map, set, (options.createDecider ?? createDecider)(set));
  };
  let inForce = load();
  const authenticator = createAuthenticator(options.issuers);
  const path = createRequestPath({
    schema,
    map,
    limits: options.limits ?? OPERATION_LIMITS,
    authenticator,
    ledger: options.ledger,
    limitRate: createRateLimit(options.requestsPerMinute ?? 3000),
    inForce: () => inForce,
    now: () => clock.now(),
    onRuleFailure: (coordinate, cause, requestId) => {
      log.error({ err: cause, coordinate, requestId }, 'a rule could not be evaluated; the field was denied');
    },
    onUnrecorded: (cause, requestId) => {
      log.error({ err: cause, requestId }, 'the ledger of refusals could not be written');
    },
  });

  const apollo = new ApolloServer<GatewayContext>({
    gateway: protocolGateway(executor, path),
    formatError,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    status400ForVariableCoercionErrors: true,
    parseOptions: { maxLexicalTokens: (options.limits ?? OPERATION_LIMITS).tokens },
    apollo: {},
    logger: log.child({ part: 'apollo-server' }, { level: 'silent' }),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();

  const answerHttp = async (request: HttpRequest): Promise<HttpReply> => {
    const started = performance.now();
    // Whatever id came from outside is not ours: it could name another's request in the log.
    // Ordered by time, so that ledgers add it at the end of an index and not at a random place.
    const requestId = timeOrderedId();
    const body = parseBody(request);
    const fields: { query?: unknown; operationName?: unknown } =
      typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {};
    let admitted: AdmittedRequest | undefined;
    const {
      status = 200,
      headers,
      body: answer,
    } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers: toHeaderMap(request), search: '', body },
      context: async () => {
        admitted = await path.admit({
          requestId,
          headers: request.headers,
          query: fields.query,
          operationName: fields.operationName,
          signal: request.signal,
        });
        return { request: admitted };
      },
    });
    const text = answer.kind === 'complete' ? answer.string : '';
    const seconds = (performance.now() - started) / 1000;
    const codes = codesIn(text);
    metrics.answered(status, codes, seconds);
    logAnswer(log, admitted, { requestId, status, codes, milliseconds: Math.round(seconds * 1000) });
    return {
      status,
      headers: { ...Object.fromEntries(headers), 'cache-control': 'no-store', 'x-request-id': requestId },
      body: text,
    };
  };

  const probe = createOwnerProbe(owners, options.tls);
  const routes: Route[] = [
    { method: 'POST', path: '/graphql', handle: answerHttp },
    { method: 'GET', path: '/livez', handle: async () => jsonReply(200, { live: true }) },
    {
      method: 'GET',
      path: '/readyz',
      handle: async () => {
        const missing = await probe();
        const ready = missing.length === 0;
        return jsonReply(ready ? 200 : 503, { ready, missing, protocols: inForce.version });
      },
    },
    { method: 'GET', path: '/.well-known/jwks.json', handle: async () => jsonReply(200, signer.publicKeys()) },
    ...(options.otherRoutes ?? []),
  ];
  const host = options.host ?? '127.0.0.1';
  const server = await startHttpServer({
    service: 'gateway',
    host,
    port: options.port ?? 0,
    tls: options.tls,
    routes: withCors(routes, options.corsOrigins ?? []),
    log,
    maxBodyBytes: options.maxBodyBytes ?? 262_144,
    requestTimeoutMs: 30_000,
  });

  return {
    url: `${options.tls === undefined ? 'http' : 'https'}://${host}:${String(server.port)}`,
    port: server.port,
    async reload() {
      authenticator.revokeRemembered();
      inForce = load();
      log.info({ protocols: inForce.version }, 'protocols in force');
    },
    async close() {
      await server.close();
      await apollo.stop();
      await Promise.all([...sources.values()].map((source) => source.close()));
    },
  };
}

/** One line for each answer: who asked by role, why, what kind of question; never about whom. */
function logAnswer(
  log: Log,
  admitted: AdmittedRequest | undefined,
  answer: {
    readonly requestId: string;
    readonly status: number;
    readonly codes: readonly string[];
    readonly milliseconds: number;
  },
): void {
  log.info(
    {
      ...answer,
      organisation: admitted?.identity.organisation,
      role: admitted?.identity.role,
      purpose: admitted?.asking?.requester.purpose,
      shape: admitted?.shape,
      protocols: admitted?.protocols.version,
    },
    'answered',
  );
}

/**
 * The body as JSON; undefined when it is none, for Apollo Server to refuse. `extensions` are left out: the hub knows
 * none, and Apollo Server would take the hash of a query for the query.
 */
function parseBody({ headers, body }: HttpRequest): unknown {
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) return undefined;
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    if (!isObject(parsed) || !isObject(parsed['extensions'])) return parsed;
    const { extensions: _unknown, ...asked } = parsed;
    return asked;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toHeaderMap({ headers }: HttpRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}

/** The distinct codes in an answer, for log and metrics. */
function codesIn(answer: string): readonly string[] {
  if (!answer.startsWith('{"errors"')) return [];
  return [...new Set([...answer.matchAll(/"extensions":\{"code":"([A-Z_]+)"/g)].map((match) => match[1] ?? ''))];
}

const CORS_HEADERS = 'authorization, content-type, x-purpose, x-case-reference, x-justification';

/** Lets listed origins, and no others, call the graph from a browser. */
function withCors(routes: readonly Route[], origins: readonly string[]): readonly Route[] {
  if (origins.length === 0) return routes;
  const corsHeaders = ({ headers }: HttpRequest): Record<string, string> => {
    const { origin } = headers;
    if (origin === undefined || !origins.includes(origin)) return { vary: 'origin' };
    return { vary: 'origin', 'access-control-allow-origin': origin, 'access-control-expose-headers': 'x-request-id' };
  };
  const preflight: Route = {
    method: 'OPTIONS',
    path: '/graphql',
    handle: async (request) => ({
      status: 204,
      headers: {
        ...corsHeaders(request),
        'access-control-allow-methods': 'POST',
        'access-control-allow-headers': CORS_HEADERS,
        'access-control-max-age': '600',
      },
    }),
  };
  const opened = routes.map((route): Route =>
    route.path !== '/graphql'
      ? route
      : {
          ...route,
          handle: async (request) => {
            const reply = await route.handle(request);
            return { ...reply, headers: { ...reply.headers, ...corsHeaders(request) } };
          },
        },
  );
  return [...opened, preflight];
}
