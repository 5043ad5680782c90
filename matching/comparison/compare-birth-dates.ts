import { type BirthDate, swapDayAndMonth } from '../birth-date';

export type BirthDateLevel =
  | 'EQUAL'
  | 'DAY_AND_MONTH_SWAPPED'
  | 'ONE_DIGIT_OFF'
  | 'YEAR_ONLY'
  | 'SAME_YEAR'
  | 'SAME_DAY'
  | 'DIFFERENT'
  | 'OTHER_YEAR'
  | 'NOT_KNOWN';

/** Compares what is known of two birth dates; where one of them is a year, the years alone. */
export function compareBirthDates(sought: BirthDate | undefined, found: BirthDate | undefined): BirthDateLevel {
  if (sought === undefined || found === undefined) return 'NOT_KNOWN';
  if (isMisread(sought, found) || isMisread(found, sought)) return 'ONE_DIGIT_OFF';
  const sameYear = sought.year === found.year;
  if (sought.monthAndDay === undefined || found.monthAndDay === undefined) return sameYear ? 'YEAR_ONLY' : 'OTHER_YEAR';
  const sameDay = sought.monthAndDay === found.monthAndDay;
  if (sameYear && sameDay) return 'EQUAL';
  if (sameYear && swapDayAndMonth(sought)?.monthAndDay === found.monthAndDay) return 'DAY_AND_MONTH_SWAPPED';
  if (isOneDigitOff(digitsOf(sought), digitsOf(found))) return 'ONE_DIGIT_OFF';
  if (sameYear) return 'SAME_YEAR';
  return sameDay ? 'SAME_DAY' : 'DIFFERENT';
}

/** `1960-57-14` is no date, and one slip away from 1965-07-14. */
function isMisread({ misread }: BirthDate, other: BirthDate): boolean {
  return misread !== undefined && (misread === other.misread || isOneDigitOff(misread, digitsOf(other)));
}

function digitsOf({ year, monthAndDay, misread }: BirthDate): string {
  return misread ?? `${year}${monthAndDay?.replace('-', '') ?? ''}`;
}

/** One digit is another one, or two neighbours have changed places. */
function isOneDigitOff(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const differing = Array.from(one).flatMap((digit, at) => (digit === other.charAt(at) ? [] : [at]));
  const [first = 0, second] = differing;
  if (differing.length === 1) return true;
  return (
    differing.length === 2 &&
    second === first + 1 &&
    one.charAt(first) === other.charAt(second) &&
    one.charAt(second) === other.charAt(first)
  );
}
