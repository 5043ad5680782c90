import { createHash } from 'node:crypto';

import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { z } from 'zod';

import { operationCoordinates } from '../disclosure/operation-coordinates';
import type { OwnerContext } from './owner-context';
import { badInput } from './owner-errors';

const operationBody = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});
export type OperationBody = z.infer<typeof operationBody>;

export interface PreparedOperation {
  readonly document: DocumentNode;
  readonly coordinates: ReadonlySet<string>;
  readonly errors: readonly GraphQLError[];
}

/** Parsed and validated documents by the hash of their text: the gateway sends the same fetches again and again. */
export class OperationCache {
  private readonly prepared = new Map<string, PreparedOperation>();
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly maximum = 1_000,
  ) {}

  prepare(query: string): PreparedOperation {
    const key = createHash('sha256').update(query).digest('base64');
    const known = this.prepared.get(key);
    if (known !== undefined) return known;
    const prepared = this.read(query);
    if (this.prepared.size >= this.maximum) this.prepared.clear();
    this.prepared.set(key, prepared);
    return prepared;
  }

  private read(query: string): PreparedOperation {
    try {
      const document = parse(query, { noLocation: true });
      const errors = validate(this.schema, document, [...specifiedRules, NoSchemaIntrospectionCustomRule]);
      return { document, errors: errors.map(callersFault), coordinates: operationCoordinates(this.schema, document) };
    } catch (error) {
      const syntax = error instanceof GraphQLError ? error : badInput('The operation cannot be read.');
      return { document: { kind: 'Document' as never, definitions: [] }, coordinates: new Set(), errors: [syntax] };
    }
  }
}

export function readOperationBody(body: Buffer): OperationBody {
  let json: unknown;
  const text = body.toString('utf8');
  // No database of ours can hold it, so that no record has it: refused here, it is no fault of a database.
  if (text.includes('\\u0000')) throw badInput('A text holds the character U+0000, which no record has.');
  try {
    json = JSON.parse(text);
  } catch {
    throw badInput('The body is not JSON. Send { "query": …, "variables": … }.');
  }
  const read = operationBody.safeParse(json);
  if (!read.success) throw badInput('The body lacks "query". Send { "query": …, "variables": … }.');
  return read.data;
}

/** Executes one prepared operation and takes the silent refusals out of its errors. */
export async function answerOperation(
  schema: GraphQLSchema,
  prepared: PreparedOperation,
  body: OperationBody,
  context: OwnerContext,
  onFault: (error: GraphQLError) => void,
): Promise<ExecutionResult> {
  const result = await execute({
    schema,
    document: prepared.document,
    variableValues: body.variables ?? {},
    operationName: body.operationName ?? null,
    contextValue: context,
  });
  // Without data nothing ran: a variable does not have the form that its type asks for.
  if (result.data === undefined) return { errors: (result.errors ?? []).map(callersFault) };
  const errors = (result.errors ?? [])
    .filter((error) => error.extensions.code !== 'SILENT')
    .map((error) => tell(error, onFault));
  return { data: result.data, ...(errors.length === 0 ? {} : { errors }) };
}

/** An error of the question itself, told as such. */
function callersFault({ message, nodes }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { nodes: nodes ?? null, extensions: { code: 'BAD_INPUT' } });
}

const TELLABLE = new Set([
  'WITHHELD_BY_PROTOCOL',
  'INPUT_REVEALS_WITHHELD',
  'SCORES_NOT_COMPARABLE',
  'TOO_MANY_LOOKUPS',
  'LOOKUP_CLOSED',
  'PROJECT_NOT_APPROVED',
  'PROJECT_ENDED',
  'DIMENSION_NOT_APPROVED',
  'TABLES_SPENT',
  'SNAPSHOTS_DIFFER',
  // Thrown of another owner, which is named; what the own database does not answer has no code yet.
  'SOURCE_UNAVAILABLE',
  'BAD_INPUT',
]);

/** Known refusals leave as they are; anything else is an outage, told as one and written to the log. */
function tell(error: GraphQLError, onFault: (error: GraphQLError) => void): GraphQLError {
  if (typeof error.extensions.code === 'string' && TELLABLE.has(error.extensions.code)) return error;
  if (error.originalError === undefined && error.nodes !== undefined && error.path === undefined) return error;
  onFault(error);
  return new GraphQLError('This source could not answer.', {
    nodes: error.nodes ?? null,
    path: error.path ?? null,
    extensions: { code: 'SOURCE_UNAVAILABLE' },
  });
}
