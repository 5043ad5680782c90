// Reoffending by the project's definition, as the owner's database counts it, against a plain reference: windows and
// censoring over leap days and ends of months.
import fc from 'fast-check';

import { evaluatePredicates } from './run-predicates';

interface Life {
  readonly first: string;
  readonly offences: readonly string[];
  readonly custody: { readonly from: string; readonly until: string | null } | undefined;
}

const day = fc
  .tuple(fc.integer({ min: 2019, max: 2025 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 36 }))
  .map(([year, month, date]) => dateOf(year, month, date));
const life: fc.Arbitrary<Life> = fc.record({
  first: day,
  offences: fc.array(day, { maxLength: 6 }),
  custody: fc.option(
    fc
      .tuple(day, fc.option(day, { nil: null }))
      .map(([from, until]) => (until === null || from <= until ? { from, until } : { from: until, until: from })),
    { nil: undefined },
  ),
});

const LIVES = fc.sample(life, { numRuns: 400, seed: 11 });
const ASKED = [3, 6, 12].flatMap((months) => ['2024-02-29', '2025-12-31'].map((today) => ({ months, today })));

describe('reoffending', () => {
  let counted: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  beforeAll(async () => {
    const rows = LIVES.flatMap(({ first, offences, custody }, index) => {
      const subject_id = `person-${String(index)}`;
      return [
        { table: 'mentoring_session', values: { subject_id, held_on: first, duration_hours: 1 } },
        ...offences.map((on) => ({ table: 'offence', values: { subject_id, offence_date: on } })),
        ...(custody === undefined
          ? []
          : [
              {
                table: 'custody_episode',
                values: { subject_id, prison: 'hmp-kennet', started_on: custody.from, released_on: custody.until },
              },
            ]),
      ];
    });
    const answers = await evaluatePredicates({
      rows,
      asks: ASKED.map(({ months, today }) => ({
        call: `reoffending(${String(months)})`,
        organisation: 'merseyside-police',
        today,
      })),
    });
    counted = new Map(
      ASKED.flatMap(({ months, today }, index) =>
        (answers[index] ?? []).map((text) => {
          const [id, measured] = JSON.parse(text) as [string, Readonly<Record<string, unknown>>];
          return [`${id} ${String(months)} ${today}`, measured] as const;
        }),
      ),
    );
  }, 120_000);

  it.each(ASKED)('within $months months, on $today, is what a plain calendar counts', ({ months, today }) => {
    const reasons = new Set<unknown>();
    LIVES.forEach((lived, index) => {
      const expected = reference(lived, months, today);
      reasons.add(expected.censoredReason);
      expect(counted.get(`person-${String(index)} ${String(months)} ${today}`)).toMatchObject(expected);
    });
    expect([...reasons].sort()).toEqual(['NOT_AT_LIBERTY', 'WINDOW_NOT_OVER', null].sort());
  });
});

function reference({ first, offences, custody }: Life, months: number, today: string): Record<string, unknown> {
  const end = monthsFrom(first, months);
  const baselineOffences36m = offences.filter((on) => on > monthsFrom(first, -36) && on <= first).length;
  const reoffences = offences.filter((on) => on > first && on <= end).length;
  const inside = custody !== undefined && custody.from < end && (custody.until ?? '9999') > first;
  const censoredReason = reoffences > 0 ? null : end > today ? 'WINDOW_NOT_OVER' : inside ? 'NOT_AT_LIBERTY' : null;
  return {
    baselineOffences36m,
    reoffences: censoredReason === null ? reoffences : null,
    censored: censoredReason !== null,
    censoredReason,
  };
}

/** Months counted on the fingers, without a Date; a day that the month lacks becomes its last one. */
function monthsFrom(date: string, months: number): string {
  let [year = 0, month = 1] = date.split('-').map(Number);
  for (let step = Math.abs(months); step > 0; step -= 1) {
    month += Math.sign(months);
    if (month === 0) [year, month] = [year - 1, 12];
    if (month === 13) [year, month] = [year + 1, 1];
  }
  return dateOf(year, month, Number(date.slice(8)));
}

function dateOf(year: number, month: number, wanted: number): string {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${String(year)}-${pad(month)}-${pad(Math.min(wanted, length))}`;
}
