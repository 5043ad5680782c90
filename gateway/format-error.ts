import type { GraphQLFormattedError } from 'graphql';

import { type ErrorCode, INTERNAL_MESSAGE, isErrorCode } from './hub-error';

export interface PlainError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** What the extensions of an error may say beside its code; anything else stays inside. */
const WITHHOLDING = ['protocol', 'version', 'clause', 'category', 'level', 'coordinate', 'requestable', 'occurrences'];
const TOLD: Readonly<Record<ErrorCode, readonly string[]>> = {
  UNAUTHENTICATED: [],
  PURPOSE_REQUIRED: [],
  PURPOSE_NOT_ALLOWED: [],
  JUSTIFICATION_REQUIRED: [],
  WITHHELD_BY_PROTOCOL: WITHHOLDING,
  INPUT_REVEALS_WITHHELD: [...WITHHOLDING, 'input'],
  SCORES_NOT_COMPARABLE: [],
  SOURCE_UNAVAILABLE: ['owner'],
  LEDGER_UNAVAILABLE: ['owner'],
  OPERATION_TOO_COSTLY: ['limit'],
  TOO_MANY_REQUESTS: [],
  TOO_MANY_LOOKUPS: ['retryAfter'],
  LOOKUP_CLOSED: [],
  PROJECT_NOT_APPROVED: [],
  PROJECT_ENDED: [],
  DIMENSION_NOT_APPROVED: [],
  TABLES_SPENT: [],
  SNAPSHOTS_DIFFER: [],
  BAD_INPUT: [],
  INTERNAL: [],
};

/** Apollo Server's own codes for a request that cannot be understood. */
const REQUEST_FAULTS = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);
/** What an owner may say; any other error of an owner is a fault of the hub. */
const OWNERS_MAY_SAY = new Set<ErrorCode>([
  'WITHHELD_BY_PROTOCOL',
  'INPUT_REVEALS_WITHHELD',
  'SCORES_NOT_COMPARABLE',
  'SOURCE_UNAVAILABLE',
  'OPERATION_TOO_COSTLY',
  'TOO_MANY_LOOKUPS',
  'LOOKUP_CLOSED',
  'PROJECT_NOT_APPROVED',
  'PROJECT_ENDED',
  'DIMENSION_NOT_APPROVED',
  'TABLES_SPENT',
  'SNAPSHOTS_DIFFER',
  'BAD_INPUT',
]);

/** What was formatted before: the error of a refusal is made once and told often (complete-answer.ts). */
const formatted = new WeakMap<object, GraphQLFormattedError>();

/** Apollo Server's `formatError`: only the codes of docs/errors.md leave, with what each may say. */
export function formatError(told: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  if (typeof error !== 'object' || error === null) return formatTold(told);
  const known = formatted.get(error) ?? formatTold(told);
  formatted.set(error, known);
  return known;
}

function formatTold({ message, locations, path, extensions }: GraphQLFormattedError): GraphQLFormattedError {
  const code = extensions?.['code'];
  // Apollo Server asks its own clients for its own headers; the hub's are told what the hub needs.
  if (typeof code === 'string' && REQUEST_FAULTS.has(code)) {
    return {
      message: withoutSuggestions(message),
      ...(locations === undefined ? {} : { locations }),
      ...(path === undefined ? {} : { path }),
      extensions: { code: 'BAD_INPUT' },
    };
  }
  const known = isErrorCode(code) ? code : 'INTERNAL';
  return {
    message: known === 'INTERNAL' ? INTERNAL_MESSAGE : withoutSuggestions(message),
    ...(path === undefined ? {} : { path }),
    extensions: toldExtensions(known, extensions),
  };
}

/** An owner's error as far as it may go on: known codes with what they may say, anything else as a failure. */
export function acceptOwnerError(
  error: PlainError,
): PlainError & { readonly extensions: { readonly code: ErrorCode } } {
  const code = error.extensions?.['code'];
  const path = error.path === undefined ? {} : { path: error.path };
  if (!isErrorCode(code) || !OWNERS_MAY_SAY.has(code)) {
    return { message: INTERNAL_MESSAGE, ...path, extensions: { code: 'INTERNAL' } };
  }
  return { message: error.message, ...path, extensions: { ...toldExtensions(code, error.extensions), code } };
}

function toldExtensions(
  code: ErrorCode,
  extensions: Readonly<Record<string, unknown>> | undefined,
): Readonly<Record<string, unknown>> {
  const told = TOLD[code].flatMap((name) =>
    extensions !== undefined && Object.hasOwn(extensions, name) ? [[name, extensions[name]] as const] : [],
  );
  return { code, ...Object.fromEntries(told) };
}

/** graphql-js proposes names of the schema that the caller may not know. */
function withoutSuggestions(message: string): string {
  return message.replace(/ ?Did you mean .*\?/gs, '');
}
