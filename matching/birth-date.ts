/** What is truly known of a birth date. Day and month are known together or not at all. */
export interface BirthDate {
  readonly year: string;
  /** `03-12`; undefined where the year alone is known. */
  readonly monthAndDay: string | undefined;
  /** The eight digits as they are written, where they are no date: a wrong digit is to be told from an unknown day. */
  readonly misread?: string;
}

const WRITTEN = /^(\d{4})(?:-?(\d{2}|XX))?(?:-?(\d{2}|XX))?$/i;

/**
 * Reads a date as records write it: `1985-03-12`, `19850312`, and with parts unknown `1985`, `1985-03`, `1985-00-00`,
 * `1985-XX-XX`. The first of January is how registers write an unknown day, so it tells no more than its year; neither
 * does a date that no calendar has, except that a month above twelve is a day in its place.
 */
export function readBirthDate(text: string | null): BirthDate | undefined {
  const parts = WRITTEN.exec(text?.trim() ?? '');
  if (parts === null || parts[1] === undefined || parts[1] === '0000') return undefined;
  const year = parts[1];
  const [month, day] = [Number(parts[2]), Number(parts[3])];
  const monthAndDay = writeMonthAndDay(month, day) ?? writeMonthAndDay(day, month);
  if (monthAndDay === undefined && month > 0 && day > 0) {
    return { year, monthAndDay, misread: `${year}${parts[2] ?? ''}${parts[3] ?? ''}` };
  }
  return { year, monthAndDay: monthAndDay === '01-01' ? undefined : monthAndDay };
}

/** The day of the month, also beside what is no month: `1985-73-12`. */
export function readDayOfMonth(text: string | null): string | undefined {
  const date = readBirthDate(text);
  if (date?.monthAndDay !== undefined) return date.monthAndDay.slice(-2);
  const [, , month = '', day = ''] = WRITTEN.exec(text?.trim() ?? '') ?? [];
  return date !== undefined && Number(month) > 12 && Number(day) >= 1 && Number(day) <= 31 ? day : undefined;
}

/** The same date with day and month in each other's place, where that is a date and another one. */
export function swapDayAndMonth({ year, monthAndDay }: BirthDate): BirthDate | undefined {
  const [month = '', day = ''] = monthAndDay?.split('-') ?? [];
  const swapped = writeMonthAndDay(Number(day), Number(month));
  return swapped === undefined || swapped === monthAndDay ? undefined : { year, monthAndDay: swapped };
}

function writeMonthAndDay(month: number, day: number): string | undefined {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return undefined;
  return [month, day].map((part) => String(part).padStart(2, '0')).join('-');
}
