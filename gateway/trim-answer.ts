import type { ExecutionResult, GraphQLError } from 'graphql';
import { GraphQLError as HubError } from 'graphql';

/**
 * Trims what the executor gives to what a caller may read. Its extensions tell what of an owner's answer did not fit
 * the schema, and go. An error of an owner may point at a field that only the plan asked for (a key, or what a
 * permitted field is computed from): its path ends where the answer ends, and equal errors are told once.
 */
export function trimAnswer({ data, errors }: ExecutionResult): ExecutionResult {
  const answer = data === undefined ? {} : { data };
  if (errors === undefined || errors.length === 0) return answer;
  const told = new Map<string, GraphQLError>();
  for (const error of errors) {
    const path = error.path === undefined ? undefined : existingPath(error.path, data);
    const trimmed = path?.length === error.path?.length ? error : withPath(error, path ?? []);
    const key = JSON.stringify([trimmed.message, path, trimmed.extensions]);
    if (!told.has(key)) told.set(key, trimmed);
  }
  return { ...answer, errors: [...told.values()] };
}

function existingPath(path: readonly (string | number)[], data: unknown): readonly (string | number)[] {
  let value = data;
  for (const [index, step] of path.entries()) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return path.slice(0, index);
    value = (value as Record<string | number, unknown>)[step];
  }
  return path;
}

function withPath(error: GraphQLError, path: readonly (string | number)[]): GraphQLError {
  return new HubError(error.message, { path, extensions: error.extensions });
}
