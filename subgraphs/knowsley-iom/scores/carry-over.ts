import { monthsAfter } from '../../common/calendar/calendar-dates';

/** DOMAIN.md A.5, COST_OF_CRIME: the primary offence is carried for up to two years beyond the at-liberty date. */
const MONTHS_OF_CARRY_OVER = 24;

/** The last day to which the cost of the primary offence may be carried, where the person came to liberty on a day. */
export function latestCarryOver(atLiberty: string): string {
  return monthsAfter(atLiberty, MONTHS_OF_CARRY_OVER);
}
