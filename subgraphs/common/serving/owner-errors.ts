import { GraphQLError } from 'graphql';

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

/**
 * A refusal that must not show: the field answers null, exactly as if nothing were recorded. It is thrown like any
 * other refusal, so that nothing below it is resolved, and taken out of the answer before it leaves the owner.
 */
export class SilentRefusal extends GraphQLError {
  constructor() {
    super('Not recorded.', { extensions: { code: 'SILENT' } });
  }
}
