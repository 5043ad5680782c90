import { GraphQLError } from 'graphql';

import type { RequesterRight } from '../schema/requester';
import type { Withholding } from './decision';

/**
 * The error that stands beside a null which a protocol withholds: what could not be shown, by which clause, whom to
 * ask. It holds no identifier and nothing about the person whom the record concerns. Gateway and owners make it alike.
 */
export function withheldError(
  withholding: Withholding,
  requester: Pick<RequesterRight, 'organisation' | 'role' | 'purpose'>,
  path?: readonly (string | number)[],
): GraphQLError {
  const message = `"${withholding.coordinate}" ${refusalText(withholding, requester)}`;
  return refusal(message, { code: 'WITHHELD_BY_PROTOCOL', ...withholdingExtensions(withholding) }, path);
}

/**
 * The error for a filter, sort or argument that would reveal a withheld value by what it lets through. `input` is the
 * coordinate of the input; `withholding.coordinate` that of the value it reveals.
 */
export function inputRevealsError(
  input: string,
  withholding: Withholding,
  requester: Pick<RequesterRight, 'organisation' | 'role' | 'purpose'>,
  path?: readonly (string | number)[],
): GraphQLError {
  const message = `"${input}" cannot be used: it reveals "${withholding.coordinate}", which ${refusalText(withholding, requester)}`;
  return refusal(message, { code: 'INPUT_REVEALS_WITHHELD', ...withholdingExtensions(withholding), input }, path);
}

/** A refusal is an answer, not a fault: recording where in the code it was made would cost more than deciding it. */
function refusal(
  message: string,
  extensions: Readonly<Record<string, unknown>>,
  path: readonly (string | number)[] | undefined,
): GraphQLError {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return new GraphQLError(message, { ...(path === undefined ? {} : { path }), extensions });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function refusalText(
  { protocol, version, clause }: Withholding,
  { organisation, role, purpose }: Pick<RequesterRight, 'organisation' | 'role' | 'purpose'>,
): string {
  return (
    `is not shared with ${organisation}.${role} for ${purpose} (${protocol} ${version}, clause ${clause}). ` +
    'Ask the data protection officer of the controller.'
  );
}

function withholdingExtensions(withholding: Withholding): Withholding {
  const { protocol, version, clause, category, level, coordinate, requestable } = withholding;
  return { protocol, version, clause, category, level, coordinate, requestable };
}
