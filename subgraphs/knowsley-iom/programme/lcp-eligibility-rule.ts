import { definitionOf } from '../../common/graph/definition';

/** How near a release must be, in days: "nearing release (i.e. within six months)" (DOMAIN.md C, HMP-MALS-LCP). */
export const LCP_RELEASE_DAYS = 183;

export const LCP_ELIGIBILITY_RULE = definitionOf('UK-LCP-ELIGIBILITY-1');

/**
 * The rule as SQL, over a date column, a date and a number of days. It is the only place in which the days are compared:
 * the predicate `releaseWithinDays` is made of it.
 */
export function releaseWithinDaysSql(expectedRelease: string, today: string, days: string): string {
  return `${expectedRelease} >= ${today} and ${expectedRelease} <= ${today} + ${days}`;
}

const MILLISECONDS_A_DAY = 86_400_000;

/** Calendar days from today to the expected release; 0 on the day itself, negative once it is past. */
export function daysToRelease(expectedRelease: string, today: string): number {
  return (Date.parse(`${expectedRelease}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / MILLISECONDS_A_DAY;
}

/** The rule for one person whose days are counted already. */
export function isNearRelease(days: number): boolean {
  return days >= 0 && days <= LCP_RELEASE_DAYS;
}
