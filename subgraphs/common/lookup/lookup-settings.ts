import { type Environment, readEnvironment, wholeNumber } from '../../../service/environment';
import { type AdequacyDecision, readAdequacyDecisions } from './grants/adequacy';

export interface LookupSettings {
  /** The step in which answers to lookups leave, in milliseconds: above nearly all of the work (docs/lookup.md). */
  readonly answerEveryMs: number;
  readonly adequacy: readonly AdequacyDecision[];
}

/** Reads what is set of lookups; throws a ConfigurationError with all that is wrong. */
export function readLookupSettings(env: Environment = process.env): LookupSettings {
  const { LOOKUP_ANSWER_MS } = readEnvironment({ LOOKUP_ANSWER_MS: wholeNumber(250, 50, 4_000) }, env);
  return { answerEveryMs: LOOKUP_ANSWER_MS, adequacy: readAdequacyDecisions(env) };
}
