import type { MatchedField, MatchKey } from './match-key';

/** What agreeing keys of one record allow to say before anybody compared names in clear. Never more than PROBABLE. */
export interface KeyHit {
  /** POSSIBLE is told only where the protocol allows weak hits. */
  readonly band: 'PROBABLE' | 'POSSIBLE';
  readonly matchedOn: readonly MatchedField[];
}

/**
 * Rates the keys of a question that one record's tags agree with; undefined where none does. PROBABLE: two independent
 * keys, one with a whole birth date, one with a whole name (LOOKUP.md, section 2).
 */
export function rateKeyHits(agreeing: readonly MatchKey[]): KeyHit | undefined {
  if (agreeing.length === 0) return undefined;
  const isProbable = agreeing.some(
    (one) =>
      one.containsBirthDate &&
      agreeing.some((other) => (one.containsName || other.containsName) && areIndependent(one, other)),
  );
  return {
    band: isProbable ? 'PROBABLE' : 'POSSIBLE',
    matchedOn: [...new Set(agreeing.flatMap(({ matchedOn }) => matchedOn))].sort(),
  };
}

/** Each says something that the other does not. */
export function areIndependent(one: MatchKey, other: MatchKey): boolean {
  return !isWithin(one, other) && !isWithin(other, one);
}

function isWithin(one: MatchKey, other: MatchKey): boolean {
  return one.facts.every((fact) => other.facts.includes(fact));
}
