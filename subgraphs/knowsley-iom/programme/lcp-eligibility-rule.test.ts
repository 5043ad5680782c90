import fc from 'fast-check';

import { daysToRelease, isNearRelease, LCP_ELIGIBILITY_RULE, LCP_RELEASE_DAYS } from './lcp-eligibility-rule';

const date = fc
  .date({ min: new Date('1999-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10));

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A plain reference: the calendar turned over one day after the other, by the lengths of the months. */
function daysLater(day: string, days: number): string {
  let [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  for (let turned = 0; turned < days; turned += 1) {
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    const length = month === 2 && leap ? 29 : (LENGTHS[month - 1] ?? 0);
    dayOfMonth += 1;
    if (dayOfMonth <= length) continue;
    dayOfMonth = 1;
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
  }
  return [String(year), ...[month, dayOfMonth].map((part) => String(part).padStart(2, '0'))].join('-');
}

// prettier-ignore
const TABLE: readonly (readonly [string, string, string, boolean])[] = [
  ['the day itself is within',                          '2024-01-31', '2024-01-31', true],
  ['the day before is past',                            '2024-01-31', '2024-01-30', false],
  ['183 days over a leap day',                          '2024-01-31', '2024-08-01', true],
  ['184 days over a leap day',                          '2024-01-31', '2024-08-02', false],
  ['183 days without a leap day',                       '2023-01-31', '2023-08-02', true],
  ['184 days without a leap day',                       '2023-01-31', '2023-08-03', false],
  ['183 days to a leap day',                            '2023-08-30', '2024-02-29', true],
  ['and the day after it',                              '2023-08-30', '2024-03-01', false],
  ['six calendar months may be more than 183 days',     '2023-03-01', '2023-09-01', false],
  ['or fewer',                                          '2023-09-01', '2024-03-01', true],
  ['183 days over the end of a year',                   '2023-12-31', '2024-07-01', true],
  ['184 days over the end of a year',                   '2023-12-31', '2024-07-02', false],
];

describe('nearness of release', () => {
  it.each(TABLE)('%s', (_title, today, release, near) => {
    expect(isNearRelease(daysToRelease(release, today))).toBe(near);
  });

  it('counts calendar days, whatever the month', () => {
    fc.assert(
      fc.property(date, fc.nat({ max: 400 }), (today, days) => {
        const release = daysLater(today, days);
        expect(daysToRelease(release, today)).toBe(days);
        expect(daysToRelease(today, release)).toBe(days === 0 ? 0 : -days);
        expect(isNearRelease(daysToRelease(release, today))).toBe(days <= LCP_RELEASE_DAYS);
      }),
      { numRuns: 300 },
    );
  });

  it('says in its definition how many days it counts', () => {
    expect(LCP_RELEASE_DAYS).toBe(183);
    expect(LCP_ELIGIBILITY_RULE).toMatchObject({ jurisdiction: 'UK', version: 'UK-LCP-ELIGIBILITY-1' });
    expect(LCP_ELIGIBILITY_RULE.text).toContain('183 days');
  });
});
