import fc from 'fast-check';

import { countReturn, type FollowUp, REOFFENDING_WINDOWS, type ReturnFacts } from './count-return';

const FREE = { legalStatus: 'LIBERO', releaseMonth: null } as const;
const asked = (followedUpOn: string | null, more: Partial<FollowUp> = {}): FollowUp => ({
  followedUpOn,
  returnedToPrison: false,
  returnedToPrisonOn: null,
  offencePriorToEngagement: null,
  ...more,
});
const back = (on: string | null, prior: boolean | null): FollowUp =>
  asked('2025-06-01', { returnedToPrison: true, returnedToPrisonOn: on, offencePriorToEngagement: prior });
const NONE = { returned: false, returnedOn: null, priorOffenceExcluded: false, censoredReason: null };
const censored = (censoredReason: string, priorOffenceExcluded = false) => ({
  returned: null,
  returnedOn: null,
  priorOffenceExcluded,
  censoredReason,
});
const returned = (returnedOn: string, priorOffenceExcluded = false) => ({
  returned: true,
  returnedOn,
  priorOffenceExcluded,
  censoredReason: null,
});

// prettier-ignore
const TABLE: readonly (readonly [string, Partial<ReturnFacts>, string, object])[] = [
  ['nothing in six months at liberty is none',          { followUps: [asked('2024-07-31')] }, '2025-06-01', NONE],
  ['who never attended did not engage',                 { firstEngagement: null, followUps: [asked('2025-01-01')] }, '2025-06-01', censored('NOT_ENGAGED')],
  ['a return for a new offence is one',                 { followUps: [back('2024-03-01', false)] }, '2025-06-01', returned('2024-03-01')],
  ['the first of two counts',                           { followUps: [back('2024-05-01', false), back('2024-03-01', false)] }, '2025-06-01', returned('2024-03-01')],
  ['a return for an offence before is left out',        { followUps: [back('2024-03-01', true)] }, '2025-06-01', censored('NOT_FREE', true)],
  ['and one after it for a new offence is one',         { followUps: [back('2024-03-01', true), back('2024-06-01', false)] }, '2025-06-01', returned('2024-06-01', true)],
  ['a return for an offence of when is no yes',         { followUps: [back('2024-03-01', null)] }, '2025-06-01', censored('NOT_STATED')],
  ['a return on a day that is not known is neither',    { followUps: [back(null, false), asked('2025-01-01')] }, '2025-06-01', censored('NOT_STATED')],
  ['a return on the day of the engagement is not after', { followUps: [back('2024-01-31', false)] }, '2025-06-01', NONE],
  ['one on the last day counts',                        { followUps: [back('2024-07-31', false)] }, '2025-06-01', returned('2024-07-31')],
  ['one a day later does not',                          { followUps: [back('2024-08-01', false)] }, '2025-06-01', NONE],
  ['after 31 August the window ends on 29 February',    { firstEngagement: '2023-08-31', followUps: [back('2024-02-29', false)] }, '2025-06-01', returned('2024-02-29')],
  ['and not on 1 March',                                { firstEngagement: '2023-08-31', followUps: [back('2024-03-01', false)] }, '2025-06-01', NONE],
  ['a window that runs on says nothing',                { followUps: [asked('2024-07-30')] }, '2024-07-30', censored('WINDOW_RUNS')],
  ['a return counts while the window runs',             { followUps: [back('2024-03-01', false)] }, '2024-03-01', returned('2024-03-01')],
  ['a return that is still to come does not',           { followUps: [back('2024-03-01', false)] }, '2024-02-28', censored('WINDOW_RUNS')],
  ['nobody asked: it is no zero',                       { followUps: [] }, '2025-06-01', censored('NOT_FOLLOWED_UP')],
  ['asked before the window ended: it is no zero',      { followUps: [asked('2024-07-30')] }, '2025-06-01', censored('NOT_FOLLOWED_UP')],
  ['in prison at the engagement: it is no zero',        { legalStatus: 'DETENUTO', followUps: [asked('2025-01-01')] }, '2025-06-01', censored('NOT_FREE')],
  ['nights in prison: it is no zero',                   { legalStatus: 'SEMILIBERTA', followUps: [asked('2025-01-01')] }, '2025-06-01', censored('NOT_FREE')],
  ['released in the month of the engagement: no zero',  { releaseMonth: '2024-01', followUps: [asked('2025-01-01')] }, '2025-06-01', censored('NOT_FREE')],
  ['released the month before is at liberty',           { releaseMonth: '2023-12', legalStatus: 'DETENUTO', followUps: [asked('2025-01-01')] }, '2025-06-01', NONE],
  ['a sentence in the community is at liberty',         { legalStatus: 'AFFIDAMENTO_IN_PROVA', followUps: [asked('2025-01-01')] }, '2025-06-01', NONE],
  ['of a status that is not known nothing is',          { legalStatus: null, followUps: [asked('2025-01-01')] }, '2025-06-01', censored('NOT_FREE')],
];

const date = fc
  .date({ min: new Date('2019-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10));
/** Month ends and leap days come up by themselves too seldom. */
const edge = fc.constantFrom('2020-02-29', '2024-02-29', '2023-02-28', '2023-08-31', '2023-11-30', '2024-01-31');
const day = fc.oneof(date, edge);
const followUp: fc.Arbitrary<FollowUp> = fc.record({
  followedUpOn: fc.option(day),
  returnedToPrison: fc.constantFrom(true, false, null),
  returnedToPrisonOn: fc.option(day),
  offencePriorToEngagement: fc.constantFrom(true, false, null),
});
const facts: fc.Arbitrary<ReturnFacts> = fc.record({
  firstEngagement: fc.option(day, { freq: 8 }),
  legalStatus: fc.constantFrom('DETENUTO' as const, 'LIBERO' as const, 'AFFIDAMENTO_IN_PROVA' as const, null),
  releaseMonth: fc.option(day.map((on) => on.slice(0, 7))),
  followUps: fc.array(followUp, { maxLength: 3 }),
});
const months = fc.constantFrom(...REOFFENDING_WINDOWS);

/** A plain reference: count the months on the calendar; a day that the month lacks is its last. */
function windowEndOf(first: string, length: number): string {
  let [year = 0, month = 0] = first.split('-').map(Number);
  for (let step = 0; step < length; step += 1) {
    month += 1;
    if (month === 13) [year, month] = [year + 1, 1];
  }
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  const last = Math.min(Number(first.slice(8)), days);
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(last).padStart(2, '0')}`;
}

describe('return to prison by the Italian definition', () => {
  it.each(TABLE)('%s', (_title, change, today, found) => {
    expect(countReturn({ firstEngagement: '2024-01-31', followUps: [], ...FREE, ...change }, 6, today)).toEqual(found);
  });

  it('is a return in the window for an offence that is known not to have come before, and nothing else', () => {
    fc.assert(
      fc.property(facts, months, day, (of, window, today) => {
        const { firstEngagement: first } = of;
        const counted = of.followUps
          .filter(
            ({ returnedToPrison, offencePriorToEngagement: prior }) => returnedToPrison === true && prior === false,
          )
          .map(({ returnedToPrisonOn }) => returnedToPrisonOn ?? '')
          .filter((on) => first !== null && on > first && on <= windowEndOf(first, window) && on <= today);
        const { returned: found, returnedOn, censoredReason } = countReturn(of, window, today);
        expect(found === true).toBe(counted.length > 0);
        expect(returnedOn).toBe(counted.length > 0 ? counted.sort()[0] : null);
        expect(found === null).toBe(censoredReason !== null);
      }),
      { numRuns: 1000 },
    );
  });

  it('is a zero only after a whole window that was followed to its end', () => {
    fc.assert(
      fc.property(facts, months, day, (of, window, today) => {
        if (countReturn(of, window, today).returned !== false) return;
        const end = windowEndOf(of.firstEngagement ?? '', window);
        expect(end <= today).toBe(true);
        expect(of.followUps.some(({ followedUpOn }) => (followedUpOn ?? '') >= end)).toBe(true);
        expect((of.releaseMonth ?? '0000-00') < (of.firstEngagement ?? '').slice(0, 7)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('never turns a return for an earlier offence into a yes or a zero', () => {
    fc.assert(
      fc.property(facts, months, day, (of, window, today) => {
        const followUps = of.followUps.map((one) => ({
          ...one,
          returnedToPrison: true,
          returnedToPrisonOn: one.returnedToPrisonOn ?? '2024-01-01',
          offencePriorToEngagement: true,
        }));
        const counted = countReturn({ ...of, followUps }, window, today);
        expect(counted.returned).not.toBe(true);
        if (counted.priorOffenceExcluded) expect(counted.returned).toBeNull();
      }),
    );
  });
});
