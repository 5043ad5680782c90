import 'reflect-metadata';

import fc from 'fast-check';

import { monthsAfter } from '../../common/calendar/calendar-dates';
import { type Conviction, decideProlific } from './decide-prolific';

const TODAY = '2024-02-29';
const recent: Conviction = { offenceDate: '2023-08-01', convictionDate: '2023-11-01' };
const older: Conviction = { offenceDate: '2020-08-01', convictionDate: '2020-11-01' };
const convictions = (lastYear: number, before: number): readonly Conviction[] => [
  ...Array<Conviction>(lastYear).fill(recent),
  ...Array<Conviction>(before).fill(older),
];

describe('prolific by the Dutch definition', () => {
  it.each([
    ['12 convictions, one for an offence of this year', convictions(1, 11), true],
    ['10 convictions, one for an offence of this year', convictions(1, 9), true],
    ['9 convictions, all for offences of this year', convictions(9, 0), false],
    ['14 convictions, none for an offence of this year', convictions(0, 14), false],
    ['no conviction', [], false],
  ])('holds of %s: %s', (_what, given, expected) => {
    expect(decideProlific(given, TODAY).value).toBe(expected);
  });

  it('goes by the day of the conviction for five years, and by the day of the offence for the last one', () => {
    const late: Conviction = { offenceDate: '2018-01-01', convictionDate: '2023-12-01' };
    expect(decideProlific(Array<Conviction>(12).fill(late), TODAY)).toMatchObject({
      convictions60m: 12,
      offences12m: 0,
      value: false,
    });
  });

  it('does not count a conviction of a day to come', () => {
    const toCome: Conviction = { offenceDate: '2024-02-01', convictionDate: '2024-03-01' };
    expect(decideProlific(Array<Conviction>(12).fill(toCome), TODAY).convictions60m).toBe(0);
  });

  it('counts as a plain calendar does, over leap days and ends of months', () => {
    const day = fc
      .integer({ min: 0, max: 2400 })
      .map((after) => new Date(Date.UTC(2018, 0, 1 + after)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        fc.array(fc.record({ offenceDate: day, convictionDate: day }), { maxLength: 30 }),
        fc.oneof(day, fc.constantFrom('2024-02-29', '2023-02-28', '2024-08-31')),
        (given, today) => {
          const convicted = given.filter(
            ({ convictionDate }) => isAfter(convictionDate, today, 60) && convictionDate <= today,
          );
          const recentOnes = convicted.filter(
            ({ offenceDate }) => isAfter(offenceDate, today, 12) && offenceDate <= today,
          );
          expect(decideProlific(given, today)).toMatchObject({
            convictions60m: convicted.length,
            offences12m: recentOnes.length,
            value: convicted.length >= 10 && recentOnes.length >= 1,
          });
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** The reference: the last day of a shorter month stands for a day that it lacks. */
function isAfter(date: string, today: string, months: number): boolean {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const begin = new Date(Date.UTC(year, month - 1 - months, 1));
  const length = new Date(Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + 1, 0)).getUTCDate();
  begin.setUTCDate(Math.min(day, length));
  return Date.parse(date) > begin.getTime();
}

it('has a reference that agrees with the calendar of the hub on the ends of months', () => {
  expect(monthsAfter('2024-02-29', -12)).toBe('2023-02-28');
  expect(isAfter('2023-03-01', '2024-02-29', 12)).toBe(true);
  expect(isAfter('2023-02-28', '2024-02-29', 12)).toBe(false);
});
