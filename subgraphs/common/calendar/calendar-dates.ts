// Calendar dates are `YYYY-MM-DD`: text that sorts as the days follow each other, without a time zone.

/** The calendar date `days` after (before, where negative) another, `YYYY-MM-DD`. */
export function dateAfter(date: string, days: number): string {
  const instant = new Date(`${date}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + days);
  return instant.toISOString().slice(0, 10);
}

export function dateBefore(date: string, days: number): string {
  return dateAfter(date, -days);
}

/** The calendar date `months` later (earlier, where negative); a day that the month lacks becomes its last day. */
export function monthsAfter(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}
