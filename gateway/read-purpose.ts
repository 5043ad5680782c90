import type { IncomingHttpHeaders } from 'node:http';

import type { GraphQLError } from 'graphql';

import { isPurpose, type Purpose, PURPOSES } from '../schema/purposes';

import type { Identity } from './authenticate-requester';
import { requestError } from './hub-error';

/** Why somebody asks, as the request's headers say. */
export interface StatedPurpose {
  readonly purpose: Purpose;
  readonly caseReference?: string;
  readonly justification?: string;
}

const MAX_CASE_REFERENCE = 100;
const MAX_JUSTIFICATION = 2000;

/**
 * Reads `x-purpose`, `x-case-reference` and `x-justification`. `inForce` are the purposes for which any protocol
 * speaks of the requester's organisation and role today.
 */
export function readPurpose(
  headers: IncomingHttpHeaders,
  identity: Identity,
  inForce: readonly Purpose[],
): StatedPurpose {
  const allowed = identity.purposes.filter((purpose) => inForce.includes(purpose));
  const given = single(headers['x-purpose']);
  if (given === undefined || given === '') {
    throw requestError(
      'PURPOSE_REQUIRED',
      `Say why you ask: send the header x-purpose. For your role it may be ${listed(allowed)}.`,
    );
  }
  if (!isPurpose(given)) {
    throw badHeader('x-purpose', `is one of ${Object.keys(PURPOSES).join(', ')}`);
  }
  if (!allowed.includes(given)) {
    throw requestError(
      'PURPOSE_NOT_ALLOWED',
      `No protocol lets your role ask for ${given}. For your role x-purpose may be ${listed(allowed)}.`,
    );
  }
  const caseReference = single(headers['x-case-reference']);
  if (caseReference !== undefined && !isPrintable(caseReference, MAX_CASE_REFERENCE)) {
    throw badHeader('x-case-reference', `has 1 to ${String(MAX_CASE_REFERENCE)} printable characters`);
  }
  const justification = readJustification(single(headers['x-justification']));
  return {
    purpose: given,
    ...(caseReference === undefined ? {} : { caseReference }),
    ...(justification === undefined ? {} : { justification }),
  };
}

function readJustification(encoded: string | undefined): string | undefined {
  if (encoded === undefined) return undefined;
  const fault = badHeader(
    'x-justification',
    `is percent-encoded UTF-8 of at most ${String(MAX_JUSTIFICATION)} characters`,
  );
  let decoded: string;
  try {
    decoded = decodeURIComponent(encoded);
  } catch {
    throw fault;
  }
  if (!isPrintable(decoded, MAX_JUSTIFICATION)) throw fault;
  return decoded;
}

function badHeader(name: string, expected: string): GraphQLError {
  return requestError('BAD_INPUT', `The header ${name} ${expected}.`);
}

function listed(purposes: readonly Purpose[]): string {
  return purposes.length === 0 ? 'nothing at the moment' : purposes.join(', ');
}

/** Letters of every language and punctuation, no control characters. */
function isPrintable(text: string, maximum: number): boolean {
  return text.length > 0 && text.length <= maximum && !/[\p{Cc}\p{Cs}]/u.test(text);
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(', ') : header;
}
