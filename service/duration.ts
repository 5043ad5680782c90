/** An ISO 8601 duration; months are calendar months, so they are kept apart from what is a number of milliseconds. */
export interface Duration {
  readonly months: number;
  readonly milliseconds: number;
}

const PATTERN =
  /^([+-])?P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const HOUR = 3_600_000;

/** Reads `P1Y2M3W4DT5H6M7S`, with an optional sign; undefined when it is none. */
export function parseDuration(text: string): Duration | undefined {
  const match = PATTERN.exec(text);
  if (match === null) return undefined;
  const [, sign, ...parts] = match;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map(
    (part: string | undefined) => Number(part ?? 0),
  );
  const direction = sign === '-' ? -1 : 1;
  const time = (weeks * 7 + days) * 24 * HOUR + hours * HOUR + minutes * 60_000 + seconds * 1000;
  return { months: direction * (years * 12 + months), milliseconds: direction * time };
}

/** Adds calendar months in UTC, then the rest; a day that the month does not have becomes its last (31 Jan + P1M). */
export function addDuration(instant: Date, { months, milliseconds }: Duration): Date {
  const moved = new Date(instant);
  const day = moved.getUTCDate();
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(day, lastDay));
  return new Date(moved.getTime() + milliseconds);
}
