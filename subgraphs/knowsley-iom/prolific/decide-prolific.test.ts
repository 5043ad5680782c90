import 'reflect-metadata';

import fc from 'fast-check';

import { decideProlific, type ProlificFacts } from './decide-prolific';

const TODAY = '2024-02-29';

const facts = (change: Partial<ProlificFacts> = {}): ProlificFacts => ({
  offenceDates: [],
  latestScore: { band: 'LOW' },
  addedByHand: false,
  ...change,
});
/** So many offences of the last year, and so many older ones of the last five. */
const offences = (lastYear: number, older: number): ProlificFacts => ({
  ...facts(),
  offenceDates: [...Array<string>(lastYear).fill('2023-11-11'), ...Array<string>(older).fill('2021-05-05')],
});

describe('prolific in Knowsley', () => {
  it.each([
    ['20 offences, 4 of them in the last year', offences(4, 16), true],
    ['20 offences, 3 of them in the last year', offences(3, 17), false],
    ['19 offences, all in the last year', offences(19, 0), false],
    ['12 offences, one in the last year', offences(1, 11), false],
  ])('(a) holds of %s: %s', (_what, given, expected) => {
    expect(decideProlific(given, TODAY, 4)).toMatchObject({ byOffences: expected, value: expected });
  });

  it('(a) demands four or five in the last year', () => {
    expect(decideProlific(offences(4, 16), TODAY, 5).value).toBe(false);
    expect(decideProlific(offences(5, 15), TODAY, 5).value).toBe(true);
  });

  it('(b) holds of a latest score of the band HIGH, and of an inclusion by hand', () => {
    expect(decideProlific(facts({ latestScore: { band: 'HIGH' } }), TODAY, 4)).toMatchObject({
      value: true,
      byOffences: false,
      byScore: true,
      reason: 'Prolific by (b) a latest score of the band HIGH.',
    });
    expect(decideProlific(facts({ addedByHand: true }), TODAY, 4)).toMatchObject({
      value: true,
      byScore: false,
      byManualInclusion: true,
    });
  });

  it('is not told, rather than denied, of somebody whose score has no band', () => {
    expect(decideProlific(facts({ latestScore: { band: null } }), TODAY, 4)).toMatchObject({
      value: null,
      byScore: null,
      reason: 'Not told: the latest score has no band.',
    });
    expect(decideProlific({ ...offences(4, 16), latestScore: { band: null } }, TODAY, 4).value).toBe(true);
  });

  it('does not hold of somebody who was never scored and has no offences', () => {
    expect(decideProlific({ ...facts(), latestScore: undefined }, TODAY, 4).value).toBe(false);
  });

  it('counts as a plain calendar does, over leap days and ends of months', () => {
    fc.assert(
      fc.property(
        fc.array(day(), { maxLength: 40 }),
        day(),
        fc.constantFrom(4, 5),
        (offenceDates, today, threshold) => {
          const counted = decideProlific({ ...facts(), offenceDates }, today, threshold);
          const [fiveYears, lastYear] = [60, 12].map(
            (months) => offenceDates.filter((date) => isWithin(date, today, months)).length,
          );
          expect(counted).toMatchObject({ offences60m: fiveYears, offences12m: lastYear });
          expect(counted.byOffences).toBe((fiveYears ?? 0) >= 20 && (lastYear ?? 0) >= threshold);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    // today        offence       12 months  60 months
    ['2024-02-29', '2023-02-28', false, true],
    ['2024-02-29', '2023-03-01', true, true],
    ['2024-02-29', '2019-02-28', false, false],
    ['2024-02-29', '2019-03-01', false, true],
    ['2025-02-28', '2024-02-28', false, true],
    ['2025-02-28', '2024-02-29', true, true],
    ['2024-08-31', '2023-08-31', false, true],
    ['2024-08-31', '2024-09-01', false, false],
    ['2024-08-31', '2024-08-31', true, true],
  ])('on %s an offence of %s is of the last 12 months: %s, of the last 60: %s', (today, date, year, five) => {
    expect(decideProlific({ ...facts(), offenceDates: [date] }, today, 4)).toMatchObject({
      offences12m: Number(year),
      offences60m: Number(five),
    });
  });
});

/** Days of seven years, every 29 February and end of a month more often than the rest. */
function day(): fc.Arbitrary<string> {
  const of = (year: number, month: number, date: number): string =>
    `${String(year)}-${String(month).padStart(2, '0')}-${String(Math.min(date, lengthOf(year, month))).padStart(2, '0')}`;
  return fc
    .tuple(fc.integer({ min: 2019, max: 2025 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 40 }))
    .map(([year, month, date]) => of(year, month, date));
}

/** The reference: months counted on the fingers, without a Date. */
function isWithin(date: string, today: string, months: number): boolean {
  let [year = 0, month = 1] = today.split('-').map(Number);
  const [, , wanted = 1] = today.split('-').map(Number);
  for (let step = 0; step < months; step += 1) {
    month -= 1;
    if (month === 0) [year, month] = [year - 1, 12];
  }
  const begin = [year, month, Math.min(wanted, lengthOf(year, month))];
  const number = ([y = 0, m = 0, d = 0]: readonly number[]): number => (y * 100 + m) * 100 + d;
  const then = number(date.split('-').map(Number));
  return then > number(begin) && then <= number(today.split('-').map(Number));
}

function lengthOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
