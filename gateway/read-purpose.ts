import type { IncomingHttpHeaders } from 'node:http';

import { GraphQLError } from 'graphql';

import { isPurpose, type Purpose, PURPOSES } from '../schema/purposes';

import type { Identity } from './authenticate-requester';
import { requestError } from './hub-error';

/** Why somebody asks, as the request's headers say. */
export interface StatedPurpose {
  readonly purpose: Purpose;
  readonly caseReference?: string;
  readonly justification?: string;
}

/** A refusal to somebody who is known, and so one to be recorded. */
export class PurposeNotAllowed extends GraphQLError {
  constructor(
    /** With case reference and justification where they could be read. */
    readonly stated: StatedPurpose,
    message: string,
  ) {
    super(message, { extensions: requestError('PURPOSE_NOT_ALLOWED', message).extensions });
  }
}

const MAX_CASE_REFERENCE = 100;
const JUSTIFICATION = { least: 10, most: 2000 } as const;
/** For what is in one's own files nobody asks why. */
const NEEDS_NO_JUSTIFICATION: Purpose = 'OWN_CASE_WORK';

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
    throw new PurposeNotAllowed(
      { purpose: given, ...readable(headers) },
      `No protocol lets your role ask for ${given}. For your role x-purpose may be ${listed(allowed)}.`,
    );
  }
  const caseReference = single(headers['x-case-reference']);
  if (caseReference !== undefined && !isPrintable(caseReference, 1, MAX_CASE_REFERENCE)) {
    throw badHeader('x-case-reference', `has 1 to ${String(MAX_CASE_REFERENCE)} printable characters`);
  }
  const justification = readJustification(single(headers['x-justification']));
  if (justification === undefined && given !== NEEDS_NO_JUSTIFICATION) {
    throw requestError(
      'JUSTIFICATION_REQUIRED',
      `Say in your words why you ask: send the header x-justification, ${JUSTIFICATION_FORM}. It is put on record with what you are given. Only ${NEEDS_NO_JUSTIFICATION} needs none.`,
    );
  }
  return {
    purpose: given,
    ...(caseReference === undefined ? {} : { caseReference }),
    ...(justification === undefined ? {} : { justification }),
  };
}

const JUSTIFICATION_FORM = `${String(JUSTIFICATION.least)} to ${String(JUSTIFICATION.most)} printable characters, percent-encoded as UTF-8`;

function readJustification(encoded: string | undefined): string | undefined {
  if (encoded === undefined || encoded === '') return undefined;
  const fault = badHeader('x-justification', `has ${JUSTIFICATION_FORM}, without spaces around them`);
  // What is not encoded arrives as bytes of an unknown character set, and would be on record as something else.
  if (/[^\x20-\x7e]/.test(encoded)) throw fault;
  let decoded: string;
  try {
    decoded = decodeURIComponent(encoded).trim();
  } catch {
    throw fault;
  }
  if (!isPrintable(decoded, JUSTIFICATION.least, JUSTIFICATION.most)) throw fault;
  return decoded;
}

/** What is refused anyway is put on record with whatever was well said of it. */
function readable(headers: IncomingHttpHeaders): Omit<StatedPurpose, 'purpose'> {
  const caseReference = single(headers['x-case-reference']);
  const isReference = caseReference !== undefined && isPrintable(caseReference, 1, MAX_CASE_REFERENCE);
  let justification: string | undefined;
  try {
    justification = readJustification(single(headers['x-justification']));
  } catch {
    // Refused for its purpose, and told of that alone.
  }
  return {
    ...(isReference ? { caseReference } : {}),
    ...(justification === undefined ? {} : { justification }),
  };
}

function badHeader(name: string, expected: string): GraphQLError {
  return requestError('BAD_INPUT', `The header ${name} ${expected}.`);
}

function listed(purposes: readonly Purpose[]): string {
  return purposes.length === 0 ? 'nothing at the moment' : purposes.join(', ');
}

/** Letters of every language and punctuation, no control characters; counted as characters, not as UTF-16 units. */
function isPrintable(text: string, least: number, most: number): boolean {
  const { length } = Array.from(text);
  return length >= least && length <= most && !/[\p{Cc}\p{Cs}]/u.test(text);
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(', ') : header;
}
