import fc from 'fast-check';

import { countReturnToPrison, type Stay } from './count-return-to-prison';

const stay = (startReason: Stay['startReason'], startDate: string): Stay => ({ startReason, startDate });
const NONE = { returned: false, returnedOn: null, censoredReason: null };
const censored = (censoredReason: string) => ({ returned: null, returnedOn: null, censoredReason });
const returned = (returnedOn: string) => ({ returned: true, returnedOn, censoredReason: null });

// prettier-ignore
const TABLE: readonly (readonly [string, string, readonly Stay[], string, object])[] = [
  ['nothing in twelve months at liberty is none',      '2024-01-31', [], '2025-02-01', NONE],
  ['a new offence is one',                             '2024-01-31', [stay('NEW_OFFENCE', '2024-06-01')], '2025-02-01', returned('2024-06-01')],
  ['the first of two counts',                          '2024-01-31', [stay('NEW_OFFENCE', '2024-09-01'), stay('NEW_OFFENCE', '2024-06-01')], '2025-02-01', returned('2024-06-01')],
  ['a recall is none',                                 '2024-01-31', [stay('RECALL', '2024-06-01')], '2025-02-01', censored('NOT_AT_LIBERTY')],
  ['an unpaid fine is none',                           '2024-01-31', [stay('UNPAID_FINE', '2024-06-01')], '2025-02-01', censored('NOT_AT_LIBERTY')],
  ['remand is none',                                   '2024-01-31', [stay('REMAND', '2024-06-01')], '2025-02-01', censored('NOT_AT_LIBERTY')],
  ['a reason that is not recorded is none',            '2024-01-31', [stay(null, '2024-06-01')], '2025-02-01', censored('NOT_AT_LIBERTY')],
  ['a new offence after a recall is one',              '2024-01-31', [stay('RECALL', '2024-03-01'), stay('NEW_OFFENCE', '2024-06-01')], '2025-02-01', returned('2024-06-01')],
  ['one on the day of release is the same stay',       '2024-01-31', [stay('NEW_OFFENCE', '2024-01-31')], '2025-02-01', NONE],
  ['one on the last day counts',                       '2024-01-31', [stay('NEW_OFFENCE', '2025-01-31')], '2025-02-01', returned('2025-01-31')],
  ['one a day later does not',                         '2024-01-31', [stay('NEW_OFFENCE', '2025-02-01')], '2025-02-01', NONE],
  ['after 29 February the window ends on the 28th',    '2024-02-29', [stay('NEW_OFFENCE', '2025-02-28')], '2025-03-01', returned('2025-02-28')],
  ['and not on 1 March',                               '2024-02-29', [stay('NEW_OFFENCE', '2025-03-01')], '2025-03-01', NONE],
  ['a window that is not over says nothing',           '2024-01-31', [], '2025-01-30', censored('WINDOW_NOT_OVER')],
  ['a return counts before the window is over',        '2024-01-31', [stay('NEW_OFFENCE', '2024-06-01')], '2024-06-01', returned('2024-06-01')],
  ['a return that is still to come does not',          '2024-01-31', [stay('NEW_OFFENCE', '2024-06-01')], '2024-05-31', censored('WINDOW_NOT_OVER')],
  ['nobody returns before the release',                '2024-01-31', [], '2024-01-30', censored('NOT_RELEASED')],
];

const date = fc
  .date({ min: new Date('2019-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10));
const stays = fc.array(
  fc.record({
    startDate: date,
    startReason: fc.constantFrom('NEW_OFFENCE' as const, 'RECALL' as const, 'REMAND' as const, 'UNPAID_FINE' as const),
  }),
  { maxLength: 4 },
);

/** A plain reference: the same day of the next year, or the last of that month. */
function yearAfter(day: string): string {
  const year = day.slice(0, 4);
  const rest = day.slice(4);
  return `${String(Number(year) + 1)}${rest === '-02-29' ? '-02-28' : rest}`;
}

describe('return to prison within twelve months', () => {
  it.each(TABLE)('%s', (_title, releaseDate, ofPerson, today, found) => {
    expect(countReturnToPrison(releaseDate, ofPerson, today)).toEqual(found);
  });

  it('is custody for a new offence that began in the window, and nothing else', () => {
    fc.assert(
      fc.property(date, stays, date, (releaseDate, ofPerson, today) => {
        const returns = ofPerson.filter(
          ({ startDate, startReason }) =>
            startReason === 'NEW_OFFENCE' &&
            startDate > releaseDate &&
            startDate <= yearAfter(releaseDate) &&
            startDate <= today,
        );
        const { returned: found, censoredReason } = countReturnToPrison(releaseDate, ofPerson, today);
        expect(found === true).toBe(returns.length > 0);
        expect(found === null).toBe(censoredReason !== null);
      }),
      { numRuns: 500 },
    );
  });

  it('is never counted from recall, remand or an unpaid fine, which say no more than that nothing is known', () => {
    fc.assert(
      fc.property(date, stays, date, (releaseDate, ofPerson, today) => {
        const others = ofPerson.filter(({ startReason }) => startReason !== 'NEW_OFFENCE');
        expect(countReturnToPrison(releaseDate, others, today).returned).not.toBe(true);
      }),
    );
  });
});
