import fc from 'fast-check';

import { ageOn, isWithinHoursOfRelease } from './calendar';

const date = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10));

/** A plain reference: birthdays counted one by one; 29 February falls on the 28th where the year has none. */
function birthdaysUntil(birthDate: string, day: string): number {
  const [year = 0, month = 1, dayOfMonth = 1] = birthDate.split('-').map(Number);
  let birthdays = 0;
  for (let next = year + 1; next <= Number(day.slice(0, 4)); next += 1) {
    const leap = next % 4 === 0 && (next % 100 !== 0 || next % 400 === 0);
    const falls = month === 2 && dayOfMonth === 29 && !leap ? 28 : dayOfMonth;
    const birthday = `${String(next)}-${String(month).padStart(2, '0')}-${String(falls).padStart(2, '0')}`;
    if (birthday <= day) birthdays += 1;
  }
  return birthdays;
}

describe('age', () => {
  it.each([
    ['2000-03-01', '2018-02-28', 17],
    ['2000-03-01', '2018-03-01', 18],
    ['2000-02-29', '2018-02-27', 17],
    ['2000-02-29', '2018-02-28', 18],
    ['2000-02-29', '2020-02-28', 19],
    ['2000-02-29', '2020-02-29', 20],
    ['1999-12-31', '2035-01-01', 35],
  ])('of somebody born on %s is on %s: %d', (birthDate, day, age) => {
    expect(ageOn(birthDate, day)).toBe(age);
  });

  it('is the number of birthdays', () => {
    fc.assert(
      fc.property(date, date, (one, other) => {
        const [birthDate, day] = one <= other ? [one, other] : [other, one];
        expect(ageOn(birthDate, day)).toBe(birthdaysUntil(birthDate, day));
      }),
    );
  });
});

describe('the first 72 hours', () => {
  it.each([
    ['2024-02-27', '2024-02-26', false],
    ['2024-02-27', '2024-02-27', true],
    ['2024-02-27', '2024-03-01', true],
    ['2024-02-27', '2024-03-02', false],
    ['2023-02-27', '2023-03-02', true],
    ['2023-12-31', '2024-01-03', true],
  ])('after a release on %s reach to %s: %s', (releaseDate, day, within) => {
    expect(isWithinHoursOfRelease(72, releaseDate, day)).toBe(within);
  });

  it('are three days, whatever the month', () => {
    fc.assert(
      fc.property(date, date, (releaseDate, day) => {
        const days = (Date.parse(day) - Date.parse(releaseDate)) / 86_400_000;
        expect(isWithinHoursOfRelease(72, releaseDate, day)).toBe(days >= 0 && days <= 3);
      }),
    );
  });
});
