import { GraphQLError } from 'graphql';

import type { OwnerName } from '../../../schema/owners';

/** The caller gave something that cannot be used: the message names what, where and how to mend it. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_INPUT' } });
}

/** Two scores of different schemes: nothing is withheld, but a comparison would say something untrue. */
export function notComparable(reason: string): GraphQLError {
  return new GraphQLError(`These scores are not comparable. ${reason}`, {
    extensions: { code: 'SCORES_NOT_COMPARABLE' },
  });
}

/** What an owner says of a question that it does not take now, or not from this partner. */
interface LookupRefused {
  readonly code: string;
  readonly message: string;
  /** Seconds until the same question would be taken. */
  readonly retryAfter?: number | undefined;
}

/** A lookup that is not taken now (TOO_MANY_LOOKUPS, with the time to wait), not at all (LOOKUP_CLOSED), or as it stands. */
export function lookupRefused({ code, message, retryAfter }: LookupRefused): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...(retryAfter === undefined ? {} : { retryAfter }) } });
}

/** What a research table is refused for: by the question and the ledgers, never by what the table would hold. */
export type ResearchCode =
  'PROJECT_NOT_APPROVED' | 'PROJECT_ENDED' | 'DIMENSION_NOT_APPROVED' | 'TABLES_SPENT' | 'SNAPSHOTS_DIFFER';

export function researchRefused(code: ResearchCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

/** Another owner is needed and cannot answer: it is named, since the one that was asked is well. */
export function sourceUnavailable(owner: OwnerName, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'SOURCE_UNAVAILABLE', owner } });
}

/**
 * A refusal that must not show: the field answers null, exactly as if nothing were recorded. It is thrown like any
 * other refusal, so that nothing below it is resolved, and taken out of the answer before it leaves the owner.
 */
export class SilentRefusal extends GraphQLError {
  constructor() {
    super('Not recorded.', { extensions: { code: 'SILENT' } });
  }
}
