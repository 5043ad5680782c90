// Calendar quarters, written `2026-Q4`: text that sorts as they follow each other.
import { DIMENSIONS } from '../../../disclosure-control/lattice';
import type { ClosedUntil } from '../../../disclosure-control/table';
import { monthsAfter } from '../calendar/calendar-dates';

export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`;

/** Months after entry for which it is known how it went, before anybody is counted. */
const FOLLOW_UP_MONTHS = 12;
const BEFORE = 'BEFORE_';

export function isQuarter(text: string): text is Quarter {
  return /^\d{4}-Q[1-4]$/.test(text);
}

/** The quarter in which a calendar date lies. */
export function quarterOf(date: string): Quarter {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return `${year}-Q${Math.ceil(month / 3) as 1 | 2 | 3 | 4}`;
}

export function firstDayOf(quarter: Quarter): string {
  const [year, number] = partsOf(quarter);
  return `${String(year).padStart(4, '0')}-${String(3 * number - 2).padStart(2, '0')}-01`;
}

/** The last quarter of entry of which everybody has been followed for as long as outcomes need, at a snapshot's cut-off. */
export function closedUntil(snapshot: Quarter): Quarter {
  return quarterOf(monthsAfter(firstDayOf(snapshot), -FOLLOW_UP_MONTHS - 3));
}

export function asClosedUntil(quarter: Quarter): ClosedUntil {
  const [lastYear, lastQuarter] = partsOf(quarter);
  return { lastYear, lastQuarter };
}

/** The published categories of who entered in a quarter; undefined where the lattice has ended. */
export function cohortOf(quarter: Quarter): { readonly year: string; readonly quarter: string } | undefined {
  const [number, part] = partsOf(quarter);
  const year = DIMENSIONS.COHORT_YEAR.find((category) =>
    category.startsWith(BEFORE) ? number < Number(category.slice(BEFORE.length)) : number === Number(category),
  );
  return year === undefined ? undefined : { year, quarter: `Q${part}` };
}

function partsOf(quarter: Quarter): readonly [year: number, quarter: 1 | 2 | 3 | 4] {
  return [Number(quarter.slice(0, 4)), Number(quarter.slice(6)) as 1 | 2 | 3 | 4];
}
