import {
  executeSync,
  type ExecutionResult,
  type FieldNode,
  type GraphQLError,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isNonNullType,
  responsePathAsArray,
} from 'graphql';

import { inputRevealsError, withheldError } from '../protocols/withholding';
import type { RequesterRight } from '../schema/requester';

import type { Refusal, RefusedSelection, SelectionDecisions } from './decide-selections';
import { fieldError, INTERNAL_MESSAGE } from './hub-error';
import type { Operation, VariableValues } from './operation';

type Path = readonly (string | number)[];
interface Occurrence {
  readonly refusal: Refusal;
  readonly path: Path;
  occurrences: number;
}

interface CompleteOptions {
  /** A copy of the API schema that nobody else alters. */
  readonly schema: GraphQLSchema;
  readonly operation: Operation;
  readonly rawVariables: VariableValues;
  readonly decisions: SelectionDecisions;
  readonly requester: Pick<RequesterRight, 'organisation' | 'role' | 'purpose'>;
  /** What the executor answered to the rewritten operation. */
  readonly answer: ExecutionResult;
}

/** Stops a refused field that may not be null; graphql-js then makes its parent null, as the specification says. */
class RefusedNonNull extends Error {}

/**
 * Answers the operation as it was asked from the answer to the rewritten one: refused fields are null, with one error
 * for each refused selection at its first occurrence. A refused selection that occurs nowhere, because an ancestor is
 * null or an empty list, is reported at that ancestor; so an unknown id and a hidden one give the same bytes.
 */
export function completeAnswer(options: CompleteOptions): ExecutionResult {
  const { schema, operation, decisions, requester, answer } = options;
  if (answer.data === null || answer.data === undefined) {
    return { ...answer, data: null, errors: [...(answer.errors ?? []), ...refusalErrors(options, new Map(), null)] };
  }
  const occurred = new Map<readonly FieldNode[], Map<string, Occurrence>>();

  const completed = executeSync({
    schema,
    document: operation.document,
    rootValue: answer.data,
    variableValues: options.rawVariables,
    ...(operation.definition.name === undefined ? {} : { operationName: operation.definition.name.value }),
    typeResolver: (value) => (value as { __typename?: string }).__typename,
    fieldResolver: (source: Record<string, unknown>, _args, _context, info) => {
      const node = info.fieldNodes[0];
      const refusal = node && decisions.refusalOf(node, info.parentType.name);
      if (refusal === undefined) return source[info.path.key];
      noteOccurrence(occurred, info, refusal);
      if (isNonNullType(info.returnType)) throw new RefusedNonNull();
      return null;
    },
  });

  const failures = (completed.errors ?? []).filter((error) => !(error.originalError instanceof RefusedNonNull));
  const data = completed.data ?? null;
  const errors = [
    ...(answer.errors ?? []),
    ...failures.map(({ path }) => fieldError('INTERNAL', INTERNAL_MESSAGE, path)),
    ...refusalErrors({ decisions, requester }, occurred, data),
  ];
  return errors.length === 0 ? { data } : { errors, data };
}

/** A mutation with any refused part: told in full, and nothing has run. */
export function refuseWhole(
  refused: readonly RefusedSelection[],
  requester: Pick<RequesterRight, 'organisation' | 'role' | 'purpose'>,
): ExecutionResult {
  return { data: null, errors: refused.map(({ refusal, path }) => refusalError(refusal, requester, path)) };
}

function noteOccurrence(
  occurred: Map<readonly FieldNode[], Map<string, Occurrence>>,
  info: GraphQLResolveInfo,
  refusal: Refusal,
): void {
  // graphql-js gives all items of a list the same array of nodes, so this is one lookup for an item of a long list.
  const byType = occurred.get(info.fieldNodes) ?? new Map<string, Occurrence>();
  occurred.set(info.fieldNodes, byType);
  const known = byType.get(info.parentType.name);
  if (known !== undefined) known.occurrences += 1;
  else byType.set(info.parentType.name, { refusal, path: responsePathAsArray(info.path), occurrences: 1 });
}

function refusalErrors(
  { decisions, requester }: Pick<CompleteOptions, 'decisions' | 'requester'>,
  occurred: ReadonlyMap<readonly FieldNode[], ReadonlyMap<string, Occurrence>>,
  data: unknown,
): readonly GraphQLError[] {
  const found = new Map<string, Occurrence>();
  for (const byType of occurred.values()) {
    for (const [typeName, occurrence] of byType) {
      const key = `${withoutPositions(occurrence.path)} ${typeName}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, occurrence);
      else known.occurrences += occurrence.occurrences;
    }
  }
  const errors = [...found.values()].map(({ refusal, path, occurrences }) =>
    refusalError(refusal, requester, path, occurrences),
  );
  const told = new Set([...found.values()].map(({ path }) => withoutPositions(path)));
  for (const { refusal, path } of decisions.refused) {
    if (told.has(path.join(' '))) continue;
    const ancestor = nearestAncestor(path, data);
    if (ancestor !== undefined) errors.push(refusalError(refusal, requester, ancestor, 0));
  }
  return errors;
}

/**
 * Errors made before, by refusal: the decisions on an operation are remembered, the requester's right with them, and
 * the same refusal mostly stands at the same path again. Making one costs more than finding it. Nobody alters them.
 */
const made = new WeakMap<Refusal, Map<string, GraphQLError>>();
const MADE_FOR_ONE_REFUSAL = 20;

function refusalError(
  refusal: Refusal,
  requester: Pick<RequesterRight, 'organisation' | 'role' | 'purpose'>,
  path: Path,
  occurrences?: number,
): GraphQLError {
  const { organisation, role, purpose } = requester;
  const key = `${organisation}|${role}|${purpose}|${String(occurrences)}|${path.join('|')}`;
  const known = made.get(refusal) ?? new Map<string, GraphQLError>();
  made.set(refusal, known);
  let error = known.get(key);
  if (error === undefined) {
    error = toError(refusal, requester, path);
    if (occurrences !== undefined && refusal.kind !== 'failed') error.extensions['occurrences'] = occurrences;
    if (known.size < MADE_FOR_ONE_REFUSAL) known.set(key, error);
  }
  return error;
}

function toError(
  refusal: Refusal,
  requester: Pick<RequesterRight, 'organisation' | 'role' | 'purpose'>,
  path: Path,
): GraphQLError {
  switch (refusal.kind) {
    case 'withheld':
      return withheldError(refusal.withholding, requester, path);
    case 'input':
      return inputRevealsError(refusal.input, refusal.withholding, requester, path);
    case 'failed':
      return fieldError('INTERNAL', INTERNAL_MESSAGE, path);
  }
}

/**
 * The path of the null or empty ancestor because of which the selection never occurs; undefined when its parent is
 * there, for then the parent is of another object type, on which nothing is refused.
 */
function nearestAncestor(path: readonly string[], data: unknown): Path | undefined {
  const reached: (string | number)[] = [];
  let value = data;
  for (const name of path.slice(0, -1)) {
    if (!isRecord(value) || !Object.hasOwn(value, name)) return reached;
    reached.push(name);
    value = value[name];
    while (Array.isArray(value)) {
      const index = value.findIndex((item) => item !== null);
      if (index < 0) return reached;
      reached.push(index);
      value = value[index] as unknown;
    }
  }
  return isRecord(value) ? undefined : reached;
}

function withoutPositions(path: Path): string {
  return path.filter((step) => typeof step === 'string').join(' ');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
