import 'reflect-metadata';

import { measureOf } from './count-reoffending';

const row = {
  subjectId: 'kn-1',
  firstEngagement: '2025-01-31',
  baseline: 4,
  reoffences: 0,
  windowOver: true,
  inCustody: false,
};

describe('measureOf', () => {
  it.each([
    ['counts nothing as zero after a whole window at liberty', {}, 0, null],
    ['censors a person without an offence whose window is not over', { windowOver: false }, null, 'WINDOW_NOT_OVER'],
    ['censors a person without an offence who was in custody', { inCustody: true }, null, 'NOT_AT_LIBERTY'],
    ['counts an observed offence in any case', { reoffences: 1, inCustody: true, windowOver: false }, 1, null],
    ['says nothing of a person who never engaged', { firstEngagement: null }, null, 'NO_ENGAGEMENT'],
  ] as const)('%s', (_title, change, reoffences, censoredReason) => {
    expect(measureOf({ ...row, ...change }, 6)).toMatchObject({
      windowMonths: 6,
      reoffences,
      censoredReason,
      censored: censoredReason !== null,
    });
  });

  it('gives no baseline without a first engagement', () => {
    expect(measureOf({ ...row, firstEngagement: null }, 3).baselineOffences36m).toBeNull();
  });
});
