// ApolloGateway without any enforcement, to measure against: the same HTTP server, access tokens, data source and
// transaction tokens, and nothing decided, rewritten, guarded or completed. It lives in the bench alone; the product
// has no switch that makes it.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';

import { createAuthenticator } from '../gateway/authenticate-requester';
import { readConfiguration } from '../gateway/configuration';
import { createOwnerDataSource, type OwnerDataSource } from '../gateway/owner-data-source';
import { type GatewayContext, loadExecutor } from '../gateway/protocol-gateway';
import { createTransactionSigner } from '../gateway/sign-transaction';
import { OWNER_NAMES } from '../schema/owners';
import type { Purpose } from '../schema/purposes';
import type { Requester } from '../schema/requester';
import { jsonReply, startHttpServer } from '../service/http-server';
import { createLog } from '../service/log';
import { projectRoot } from '../service/project-root';
import { runService } from '../service/run-service';

void runService('plain-gateway', async () => {
  const { port, owners, issuers, ownerTimeoutMs } = readConfiguration();
  const log = createLog('plain-gateway');
  const signer = createTransactionSigner();
  const authenticator = createAuthenticator(issuers);
  const sources = new Map<string, OwnerDataSource>(
    OWNER_NAMES.map((owner) => [
      owner,
      createOwnerDataSource({
        owner,
        url: owners[owner],
        timeoutMs: ownerTimeoutMs,
        guard: () => Promise.resolve(undefined),
        signer,
        onFault: (fault) => {
          log.error(fault, 'a fetch failed');
        },
        onFetch: () => undefined,
      }),
    ]),
  );
  const supergraph = readFileSync(path.join(projectRoot, 'schema/supergraph.graphql'), 'utf8');
  const executor = await loadExecutor(supergraph, (owner) => {
    const source = sources.get(owner);
    if (source === undefined) throw new Error(`No address is known for ${owner}`);
    return (fetch, context) => source.ask(fetch, context);
  });
  const apollo = new ApolloServer<GatewayContext>({
    gateway: {
      onSchemaLoadOrUpdate: (callback) => {
        callback({ apiSchema: executor.schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      load: () => Promise.resolve({ executor: executor.execute }),
      stop: () => executor.gateway.stop(),
    },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
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
  const server = await startHttpServer({
    service: 'plain-gateway',
    host: '127.0.0.1',
    port,
    log,
    maxBodyBytes: 262_144,
    requestTimeoutMs: 30_000,
    routes: [
      {
        method: 'GET',
        path: '/.well-known/jwks.json',
        handle: () => Promise.resolve(jsonReply(200, signer.publicKeys())),
      },
      {
        method: 'POST',
        path: '/graphql',
        handle: async (request) => {
          const headers = new HeaderMap();
          for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
          const {
            status,
            headers: sent,
            body,
          } = await apollo.executeHTTPGraphQLRequest({
            httpGraphQLRequest: {
              method: 'POST',
              headers,
              search: '',
              body: JSON.parse(request.body.toString('utf8')) as unknown,
            },
            context: async () => {
              const requestId = randomUUID();
              const { purposes: _allowed, ...identity } = await authenticator.authenticate(
                request.headers.authorization,
              );
              const requester: Requester = { ...identity, purpose: request.headers['x-purpose'] as Purpose, requestId };
              // No permissions are looked at: the guard above lets everything pass.
              const asking = { requester } as NonNullable<GatewayContext['request']['asking']>;
              return { request: { asking, now: new Date(), signal: request.signal } as GatewayContext['request'] };
            },
          });
          return {
            status: status ?? 200,
            headers: Object.fromEntries(sent),
            body: body.kind === 'complete' ? body.string : '',
          };
        },
      },
    ],
  });
  return {
    close: async () => {
      await server.close();
      await apollo.stop();
      await Promise.all([...sources.values()].map((source) => source.close()));
    },
  };
});
