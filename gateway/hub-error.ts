import { GraphQLError } from 'graphql';

/** Every code that an answer of the hub may carry, with the HTTP status of an answer that has nothing else. */
export const ERROR_CODES = {
  UNAUTHENTICATED: 401,
  PURPOSE_REQUIRED: 400,
  PURPOSE_NOT_ALLOWED: 403,
  JUSTIFICATION_REQUIRED: 400,
  WITHHELD_BY_PROTOCOL: 200,
  INPUT_REVEALS_WITHHELD: 200,
  SCORES_NOT_COMPARABLE: 200,
  SOURCE_UNAVAILABLE: 200,
  LEDGER_UNAVAILABLE: 200,
  OPERATION_TOO_COSTLY: 400,
  TOO_MANY_REQUESTS: 429,
  TOO_MANY_LOOKUPS: 200,
  LOOKUP_CLOSED: 200,
  PROJECT_NOT_APPROVED: 200,
  PROJECT_ENDED: 200,
  DIMENSION_NOT_APPROVED: 200,
  TABLES_SPENT: 200,
  SNAPSHOTS_DIFFER: 200,
  BAD_INPUT: 400,
  INTERNAL: 500,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** What a caller is told when the hub itself fails: a failure never looks like a refusal. */
export const INTERNAL_MESSAGE =
  'Something failed inside the hub; nothing was refused. Tell its operator the x-request-id of this answer.';

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERROR_CODES, code);
}

/** An error of a whole request: it has no path, and its code sets the HTTP status. */
export function requestError(
  code: ErrorCode,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code, http: { status: ERROR_CODES[code], headers: new Map(Object.entries(headers)) } },
  });
}

/** An error at a place of the answer, which stays 200. */
export function fieldError(
  code: ErrorCode,
  message: string,
  path?: readonly (string | number)[],
  extensions: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  return new GraphQLError(message, { ...(path === undefined ? {} : { path }), extensions: { code, ...extensions } });
}
