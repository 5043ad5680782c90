import { monthsAfter } from '../../common/calendar/calendar-dates';
import type { NominalBand } from '../vocabularies';

/** "Four or five committed in the last year": which of the two is left open by the source. */
export const LAST_YEAR_THRESHOLDS = [4, 5] as const;
export type LastYearThreshold = (typeof LAST_YEAR_THRESHOLDS)[number];
export const LEAST_OFFENCES_60M = 20;

/** What is recorded of a person that the definition speaks of. */
export interface ProlificFacts {
  /** Days of recorded offences, `YYYY-MM-DD`. */
  readonly offenceDates: readonly string[];
  /** The latest score; undefined where there is none, its band null where the police gave none. */
  readonly latestScore: { readonly band: keyof typeof NominalBand | null } | undefined;
  /** Added to the cohort by hand, with a reason and a review that is not past. */
  readonly addedByHand: boolean;
}

export interface Prolific {
  readonly value: boolean | null;
  readonly reason: string;
  readonly byOffences: boolean;
  readonly offences60m: number;
  readonly offences12m: number;
  readonly byScore: boolean | null;
  readonly byManualInclusion: boolean;
}

/**
 * DOMAIN.md A.5, PROLIFIC_OFFENDER, UK-Knowsley: (a) 20 offences in five years with four (or five) in the last; (b) a
 * score in the highest band, or inclusion by hand with a reason. The thresholds of the bands are not published, so that
 * the band that the police gave stands for them. Without a band, and by nothing else, nobody is said not to be prolific.
 */
export function decideProlific(facts: ProlificFacts, today: string, threshold: LastYearThreshold): Prolific {
  const within = (months: number): number => {
    const begin = monthsAfter(today, -months);
    return facts.offenceDates.filter((date) => date > begin && date <= today).length;
  };
  const offences60m = within(60);
  const offences12m = within(12);
  const byOffences = offences60m >= LEAST_OFFENCES_60M && offences12m >= threshold;
  const byScore = scoreSays(facts.latestScore);
  const byManualInclusion = facts.addedByHand;
  const grounds = [
    ...(byOffences ? ['(a) the offences of five years and of the last'] : []),
    ...(byScore === true ? ['(b) a latest score of the band HIGH'] : []),
    ...(byManualInclusion ? ['(b) inclusion by hand, with a reason'] : []),
  ];
  const counted = { byOffences, offences60m, offences12m, byScore, byManualInclusion };
  if (grounds.length > 0) return { ...counted, value: true, reason: `Prolific by ${grounds.join('; ')}.` };
  if (byScore === null) return { ...counted, value: null, reason: 'Not told: the latest score has no band.' };
  return { ...counted, value: false, reason: 'Neither (a) nor (b) of the definition holds.' };
}

function scoreSays(score: ProlificFacts['latestScore']): boolean | null {
  if (score === undefined) return false;
  return score.band === null ? null : score.band === 'HIGH';
}
