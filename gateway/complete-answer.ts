import {
  type ExecutionResult,
  getNullableType,
  type GraphQLError,
  type GraphQLLeafType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';

import { inputRevealsError, withheldError } from '../protocols/withholding';
import type { RequesterRight } from '../schema/requester';

import { type PlannedField, planCompletion } from './completion-plan';
import type { Refusal, RefusedSelection, SelectionDecisions } from './decide-selections';
import { fieldError, INTERNAL_MESSAGE } from './hub-error';
import type { Operation, VariableValues } from './operation';

type Path = readonly (string | number)[];
interface Occurrence {
  readonly field: PlannedField;
  readonly refusal: Refusal;
  readonly path: Path;
  occurrences: number;
}

interface CompleteOptions {
  /** A copy of the API schema that nobody else alters. */
  readonly schema: GraphQLSchema;
  readonly operation: Operation;
  readonly variables: VariableValues;
  readonly decisions: SelectionDecisions;
  readonly requester: Pick<RequesterRight, 'organisation' | 'role' | 'purpose'>;
  /** What the executor answered to the rewritten operation. */
  readonly answer: ExecutionResult;
}

/** Ends at the nearest parent that may be null, as the specification says of a value that may not. */
class NullWhereNoneMayBe extends Error {}

/** A plan lasts as long as the decisions: those that are remembered do not depend on variables, and neither does it. */
const plans = new WeakMap<SelectionDecisions, ReturnType<typeof planCompletion>>();

/**
 * Answers the operation as it was asked from the answer to the rewritten one: refused fields are null, with one error
 * for each refused selection at its first occurrence. A refused selection that occurs nowhere, because an ancestor is
 * null or an empty list, is reported at that ancestor; so an unknown id and a hidden one give the same bytes.
 */
export function completeAnswer(options: CompleteOptions): ExecutionResult {
  const { schema, operation, variables, decisions, answer } = options;
  if (answer.data === null || answer.data === undefined) {
    return { ...answer, data: null, errors: [...(answer.errors ?? []), ...refusalErrors(options, [], null)] };
  }
  const { root, plan } = plans.get(decisions) ?? planCompletion(schema, operation, variables, decisions);
  plans.set(decisions, { root, plan });

  const occurred = new Map<PlannedField, Occurrence>();
  const failures: GraphQLError[] = [];
  const path: (string | number)[] = [];

  const fail = (): never => {
    failures.push(fieldError('INTERNAL', INTERNAL_MESSAGE, [...path]));
    throw new NullWhereNoneMayBe();
  };

  const completeFields = (value: Readonly<Record<string, unknown>>, fields: readonly PlannedField[]) => {
    const completed: Record<string, unknown> = {};
    for (const field of fields) {
      path.push(field.name);
      completed[field.name] = field.isTypeName ? field.typeName : completeField(field, value[field.name]);
      path.pop();
    }
    return completed;
  };

  const completeField = (field: PlannedField, value: unknown): unknown => {
    if (field.type === undefined) return fail();
    if (field.refusal === undefined) return completeValue(field.type, value, field);
    const known = occurred.get(field);
    if (known !== undefined) known.occurrences += 1;
    else occurred.set(field, { field, refusal: field.refusal, path: [...path], occurrences: 1 });
    if (isNonNullType(field.type)) throw new NullWhereNoneMayBe();
    return null;
  };

  const completeValue = (type: GraphQLOutputType, value: unknown, field: PlannedField): unknown => {
    if (isNonNullType(type)) return completePresent(getNullableType(type), value, field) ?? fail();
    const depth = path.length;
    try {
      return completePresent(type, value, field);
    } catch (error) {
      if (!(error instanceof NullWhereNoneMayBe)) throw error;
      path.length = depth;
      return null;
    }
  };

  const completePresent = (type: GraphQLOutputType, value: unknown, field: PlannedField): unknown => {
    if (value === null || value === undefined) return null;
    if (isListType(type)) {
      if (!Array.isArray(value)) return fail();
      return value.map((item: unknown, index) => {
        path.push(index);
        const completed = completeValue(type.ofType, item, field);
        path.pop();
        return completed;
      });
    }
    if (isLeafType(type)) return serialize(type, value) ?? fail();
    if (!isRecord(value)) return fail();
    const fields = field.inside?.get(isAbstractType(type) ? String(value['__typename']) : type.name);
    return fields === undefined ? fail() : completeFields(value, fields);
  };

  let data: Record<string, unknown> | null;
  try {
    data = completeFields(answer.data, plan.get(root) ?? []);
  } catch (error) {
    if (!(error instanceof NullWhereNoneMayBe)) throw error;
    data = null;
  }
  const errors = [...(answer.errors ?? []), ...failures, ...refusalErrors(options, [...occurred.values()], data)];
  return errors.length === 0 ? { data } : { errors, data };
}

function serialize(type: GraphQLLeafType, value: unknown): unknown {
  try {
    return type.serialize(value);
  } catch {
    return undefined;
  }
}

/** A mutation with any refused part: told in full, and nothing has run. */
export function refuseWhole(
  refused: readonly RefusedSelection[],
  requester: Pick<RequesterRight, 'organisation' | 'role' | 'purpose'>,
): ExecutionResult {
  return { data: null, errors: refused.map(({ refusal, path }) => refusalError(refusal, requester, path)) };
}

function refusalErrors(
  { decisions, requester }: Pick<CompleteOptions, 'decisions' | 'requester'>,
  occurred: readonly Occurrence[],
  data: unknown,
): readonly GraphQLError[] {
  const found = new Map<string, Occurrence>();
  for (const occurrence of occurred) {
    const key = `${withoutPositions(occurrence.path)} ${occurrence.field.typeName}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, occurrence);
    else known.occurrences += occurrence.occurrences;
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
