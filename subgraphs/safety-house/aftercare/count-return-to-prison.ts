import { monthsAfter } from '../../common/calendar/calendar-dates';
import type { DetentionStartReason, ReturnCensoredReason } from '../vocabularies';

/** The length of the window, in months. */
export const RETURN_WINDOW_MONTHS = 12;

export interface Stay {
  readonly startDate: string;
  readonly startReason: keyof typeof DetentionStartReason | null;
}

export interface ReturnToPrison {
  readonly returned: boolean | null;
  readonly returnedOn: string | null;
  readonly censoredReason: keyof typeof ReturnCensoredReason | null;
}

/**
 * Dutch reoffending (DOMAIN.md A.5, mended by C.0): custody that begins for a new offence after the day of release and
 * at most twelve months after it. Recall, remand and unpaid fines are none. An observed return always counts; without
 * one, twelve months that are not over, or that were not wholly spent at liberty, say nothing.
 */
export function countReturnToPrison(releaseDate: string, stays: readonly Stay[], today: string): ReturnToPrison {
  if (releaseDate > today) return censored('NOT_RELEASED');
  const windowEnd = monthsAfter(releaseDate, RETURN_WINDOW_MONTHS);
  const begun = stays.filter(
    ({ startDate }) => startDate > releaseDate && startDate <= windowEnd && startDate <= today,
  );
  const [first] = begun
    .filter(({ startReason }) => startReason === 'NEW_OFFENCE')
    .map(({ startDate }) => startDate)
    .sort();
  if (first !== undefined) return { returned: true, returnedOn: first, censoredReason: null };
  if (windowEnd > today) return censored('WINDOW_NOT_OVER');
  return begun.length > 0 ? censored('NOT_AT_LIBERTY') : { returned: false, returnedOn: null, censoredReason: null };
}

function censored(censoredReason: keyof typeof ReturnCensoredReason): ReturnToPrison {
  return { returned: null, returnedOn: null, censoredReason };
}
