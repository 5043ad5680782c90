import type { MatchedField, MatchKey } from './match-key';

/** What agreeing keys of one record allow to say, before anybody compared names in clear. Never more. */
export interface KeyHit {
  /** POSSIBLE is told only where the protocol allows weak hits. */
  readonly band: 'PROBABLE' | 'POSSIBLE';
  readonly matchedOn: readonly MatchedField[];
}

/** Rates the keys of a question that one record's tags agree with; undefined where none does. */
export function rateKeyHits(agreeing: readonly MatchKey[]): KeyHit | undefined {
  if (agreeing.length === 0) return undefined;
  return {
    band: agreeing.some((one) => one.containsBirthDate && agreeing.some((other) => areIndependent(one, other)))
      ? 'PROBABLE'
      : 'POSSIBLE',
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
