import type { IncomingHttpHeaders } from 'node:http';

import {
  type DocumentNode,
  type ExecutionResult,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
} from 'graphql';

import type { LedgerWriter } from '../ledger/ledger-writer';
import type { PermissionMap } from '../schema/permission-map';
import type { Requester } from '../schema/requester';

import type { Authenticator, Identity } from './authenticate-requester';
import { BoundedMap } from './bounded-map';
import { completeAnswer, refuseWhole } from './complete-answer';
import { createOperationDecider } from './decide-operation';
import { requestError } from './hub-error';
import { introspectPermitted } from './introspect-permitted';
import { limitDocument, type OperationLimits, pageLimiter } from './limit-operation';
import type { RateLimit } from './limit-rate';
import { isSchemaQuestion, operationOf, type VariableValues } from './operation';
import { operationShape } from './operation-shape';
import type { Permissions } from './permissions';
import type { ProtocolsInForce } from './protocols-in-force';
import { PurposeNotAllowed, readPurpose } from './read-purpose';
import { namedIn, recordRefusal, type RefusedRequest } from './record-refusal';
import { trimAnswer } from './trim-answer';

/** A request as it comes in over HTTP. */
export interface IncomingRequest {
  readonly requestId: string;
  readonly headers: IncomingHttpHeaders;
  readonly query: unknown;
  readonly operationName: unknown;
  readonly signal: AbortSignal;
}

/** A request that was admitted: all that the later steps know of it. */
export interface AdmittedRequest {
  readonly requestId: string;
  readonly identity: Identity;
  /** The set under which the whole request is answered, even when another is put in force meanwhile. */
  readonly protocols: ProtocolsInForce;
  readonly now: Date;
  readonly signal: AbortSignal;
  /** What kind of question it is, for the log. */
  readonly shape: string;
  /** Absent for a question about the schema, and for a document that is no valid operation. */
  readonly asking?: { readonly requester: Requester; readonly permissions: Permissions };
}

/** The operation after parsing and validation. */
export interface ValidOperation {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode | undefined;
  readonly queryHash: string;
  readonly variables: VariableValues;
}

/** Plans and executes; ApolloGateway today. */
export type ExecuteOperation = (operation: {
  readonly document: DocumentNode;
  readonly queryHash: string;
}) => Promise<ExecutionResult>;

export interface RequestPathParts {
  /** The API schema, in a copy of its own: Apollo Server alters the one that it is given. */
  readonly schema: GraphQLSchema;
  readonly map: PermissionMap;
  readonly limits: OperationLimits;
  readonly authenticator: Authenticator;
  readonly limitRate: RateLimit;
  /** Where refusals that reach no owner are on record. */
  readonly ledger: LedgerWriter;
  inForce(): ProtocolsInForce;
  now(): Date;
  /** Told of every rule that could not be evaluated. */
  onRuleFailure(coordinate: string, cause: unknown, requestId: string): void;
  /** Told of every refusal that could not be put on record. */
  onUnrecorded(cause: unknown, requestId: string): void;
}

export interface RequestPath {
  admit(request: IncomingRequest): Promise<AdmittedRequest>;
  answer(request: AdmittedRequest, operation: ValidOperation, execute: ExecuteOperation): Promise<ExecutionResult>;
}

/**
 * The way of one request through the gateway (docs/architecture.md), in its order. Between admission and answer
 * Apollo Server parses and validates the document.
 */
export function createRequestPath(parts: RequestPathParts): RequestPath {
  const { schema, map, limits, authenticator, limitRate } = parts;
  const decideOperation = createOperationDecider(schema, map);
  const readDocument = documentReader(limits);
  const limitPages = pageLimiter(schema, limits);
  const putOnRecord = (refused: RefusedRequest): Promise<void> =>
    recordRefusal(parts.ledger, refused).catch((error: unknown) => {
      parts.onUnrecorded(error instanceof Error ? error.cause : error, refused.requester.requestId);
      throw error;
    });

  return {
    async admit({ requestId, headers, query, operationName, signal }) {
      // 1. Who asks.
      const identity = await authenticator.authenticate(headers.authorization);
      await limitRate(`${identity.organisation}|${identity.person}`);

      // 2. What is asked must be cheap to check.
      const { document, shape } = readDocument(query);
      const definition = document && getOperationAST(document, asName(operationName));

      // 3. Why.
      const protocols = parts.inForce();
      const now = parts.now();
      const admitted = { requestId, identity, protocols, now, signal, shape };
      if (!document || !definition || isSchemaQuestion(operationOf(document, definition))) return admitted;
      const { purposes: _allowed, ...who } = identity;
      let stated;
      try {
        stated = readPurpose(headers, identity, protocols.purposesOf(identity, now));
      } catch (error) {
        if (error instanceof PurposeNotAllowed) {
          const requester: Requester = { ...who, ...error.stated, requestId };
          await putOnRecord({ requester, refused: [], outcome: 'refused', now, named: new Map() });
        }
        throw error;
      }
      const requester: Requester = { ...who, ...stated, requestId };
      return { ...admitted, asking: { requester, permissions: protocols.permissionsFor(requester, now) } };
    },

    async answer(request, { document, definition, queryHash, variables: rawVariables }, execute) {
      if (definition === undefined) return { errors: [new GraphQLError('Name the operation to be answered.')] };
      if (!schema.getRootType(definition.operation)) {
        throw requestError('BAD_INPUT', `This graph has no ${definition.operation}s.`);
      }
      const operation = operationOf(document, definition);
      const variables = coerceVariables(schema, definition, rawVariables);

      if (isSchemaQuestion(operation)) {
        const permitted = await request.protocols.schemaFor(request.identity, request.now);
        return introspectPermitted(permitted, operation, rawVariables);
      }
      if (request.asking === undefined) throw new Error('an operation on data was admitted without a purpose');
      const { requester, permissions } = request.asking;
      try {
        limitPages(operation, variables);
      } catch (error) {
        throwBadInput(error);
      }

      // 4. Decide on every selection before anything is planned.
      const decided = await decideOperation(operation, variables, permissions, request.now, (coordinate, cause) => {
        parts.onRuleFailure(coordinate, cause, request.requestId);
      }).catch(throwBadInput);

      // 5. Plan and execute what may be asked; every fetch passes the guard and is signed.
      if (decided === undefined) return trimAnswer(await execute({ document, queryHash }));
      const { decisions, rewritten } = decided;
      const record = async (outcome: 'refused' | 'withheld'): Promise<void> => {
        if (!decisions.refused.some(({ refusal }) => refusal.kind !== 'failed')) return;
        const named = namedIn(schema, operation, variables);
        await putOnRecord({ requester, refused: decisions.refused, outcome, now: request.now, named });
      };
      if (definition.operation === OperationTypeNode.MUTATION && decisions.refused.length > 0) {
        await record('refused');
        return refuseWhole(decisions.refused, requester);
      }
      // In parallel with the work, and durable before the answer leaves.
      const recorded = record(rewritten.isEmpty ? 'refused' : 'withheld');
      const work = rewritten.isEmpty ? Promise.resolve({ data: {} }) : execute(rewritten).then(trimAnswer);
      // Both are waited for, whichever fails: an answer that tells of a failure tells of the refusals too.
      await Promise.allSettled([recorded, work]);
      await recorded;
      const answer = await work;

      // 6. Complete what was asked.
      return completeAnswer({ schema, operation, variables, decisions, requester, answer });
    },
  };
}

interface ReadDocument {
  readonly document: DocumentNode | undefined;
  readonly shape: string;
}

/** Parses and measures a document before Apollo Server does; what is no document at all is left for it to refuse. */
function documentReader(limits: OperationLimits): (query: unknown) => ReadDocument {
  const read = new BoundedMap<string, ReadDocument>(1000);
  return (query) => {
    if (typeof query !== 'string') return NO_DOCUMENT;
    const known = read.get(query);
    if (known !== undefined) return known;
    let document: DocumentNode;
    try {
      document = parse(query, { maxLexicalTokens: limits.tokens });
    } catch {
      return NO_DOCUMENT;
    }
    limitDocument(document, limits);
    const found = { document, shape: operationShape(document) };
    if (query.length <= LONGEST_REMEMBERED) read.set(query, found);
    return found;
  };
}
const NO_DOCUMENT: ReadDocument = { document: undefined, shape: '' };
const LONGEST_REMEMBERED = 20_000;

function coerceVariables(
  schema: GraphQLSchema,
  definition: OperationDefinitionNode,
  rawVariables: VariableValues,
): VariableValues {
  const { coerced, errors } = getVariableValues(schema, definition.variableDefinitions ?? [], rawVariables);
  if (errors?.[0] !== undefined) throw requestError('BAD_INPUT', errors[0].message);
  return coerced ?? {};
}

/** graphql-js throws where a value that a variable gives does not fit the argument: the caller's fault. */
function throwBadInput(error: unknown): never {
  if (!(error instanceof GraphQLError) || error.extensions['code'] !== undefined) throw error;
  throw requestError('BAD_INPUT', error.message);
}

function asName(operationName: unknown): string | undefined {
  return typeof operationName === 'string' && operationName !== '' ? operationName : undefined;
}
