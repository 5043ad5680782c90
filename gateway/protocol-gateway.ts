import { ApolloGateway } from '@apollo/gateway';
import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import { buildASTSchema, type ExecutionResult, type GraphQLSchema, parse, printSchema } from 'graphql';

import type { AdmittedRequest, RequestPath } from './answer-request';
import type { FetchContext, OwnerDataSource } from './owner-data-source';

type GatewayInterface = ApolloServerOptionsWithGateway<BaseContext>['gateway'];
type GatewayExecutor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>;

/** What Apollo Server carries from admission to the executor. */
export interface GatewayContext {
  readonly request: AdmittedRequest;
}

/** ApolloGateway loaded with the supergraph: it plans and executes what it is given, and decides nothing. */
export interface LoadedExecutor {
  readonly gateway: ApolloGateway;
  /** A copy of the API schema of our own. */
  readonly schema: GraphQLSchema;
  readonly execute: GatewayExecutor;
}

/**
 * Loads ApolloGateway. `ask` answers each of its fetches. Its telemetry is off, and it never shows a plan to a
 * caller, which it otherwise does outside production.
 */
export async function loadExecutor(
  supergraphSdl: string,
  ask: (owner: string) => OwnerDataSource['ask'],
): Promise<LoadedExecutor> {
  // Read by the constructor: without it, figures about requests go to the maker's servers.
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
  const gateway = new ApolloGateway({
    supergraphSdl,
    __exposeQueryPlanExperimental: false,
    logger: SILENT,
    buildService: ({ name }) => {
      const askOwner = ask(name);
      return {
        process: async ({ request, context }) => {
          const { asking, now, signal } = (context as GatewayContext).request;
          if (asking === undefined) throw new Error('a fetch without a requester');
          const fetch: FetchContext = { ...asking, now, signal };
          const { query = '', variables, operationName } = request;
          const answer = await askOwner({ query, variables, operationName }, fetch);
          return {
            ...(answer.data === undefined ? {} : { data: answer.data }),
            ...(answer.errors === undefined ? {} : { errors: answer.errors }),
          };
        },
      };
    },
  });
  let schema: GraphQLSchema | undefined;
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    schema = buildASTSchema(parse(printSchema(apiSchema), { noLocation: true }), { assumeValid: true });
  });
  const { executor } = await gateway.load({ apollo: {} });
  if (schema === undefined) throw new Error('the supergraph was not loaded');
  return { gateway, schema, execute: executor as GatewayExecutor };
}

const nothing = (): void => undefined;
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** The seam to Apollo Server: its executor is our request path, behind which ApolloGateway plans and executes. */
export function protocolGateway(executor: LoadedExecutor, path: RequestPath): GatewayInterface {
  return {
    onSchemaLoadOrUpdate: (callback) => {
      const unsubscribe = executor.gateway.onSchemaLoadOrUpdate(callback);
      // ApolloGateway is loaded already, so that the schema does not come by itself.
      callback({ apiSchema: buildASTSchema(parse(printSchema(executor.schema))), coreSupergraphSdl: '' });
      return unsubscribe;
    },
    load: async () => ({
      executor: async (context): Promise<ExecutionResult<Record<string, unknown>, Record<string, unknown>>> => {
        const { request } = context.context as GatewayContext;
        const { document, queryHash } = context;
        const definition = context.operation as typeof context.operation | undefined;
        const variables = context.request.variables ?? {};
        return await path.answer(request, { document, definition, queryHash, variables }, (rewritten) =>
          executor.execute({ ...context, ...rewritten }),
        );
      },
    }),
    stop: () => executor.gateway.stop(),
  };
}
