// Calendar dates are `YYYY-MM-DD`, which sort as they follow each other. A span of months or years clamps at the end of
// a month, as PostgreSQL does: a year after 29 February is 28 February.
import { dateAfter, monthsAfter } from '../../common/calendar/calendar-dates';

/** Completed years of age on a day; who was born on 29 February comes of age on 28 February. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return monthsAfter(birthDate, 12 * years) <= day ? years : years - 1;
}

/** The last day of the hours after a release, of which only the day is known: 72 hours are three days. */
export function lastDayWithin(hours: number, releaseDate: string): string {
  return dateAfter(releaseDate, Math.floor(hours / 24));
}

/** Whether something happened on a day from the release until so many hours after it. */
export function isWithinHoursOfRelease(hours: number, releaseDate: string, day: string): boolean {
  return day >= releaseDate && day <= lastDayWithin(hours, releaseDate);
}
