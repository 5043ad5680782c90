import { latestCarryOver } from './carry-over';

describe('the cost of the primary offence', () => {
  it.each([
    ['2013-01-14', '2015-01-14'],
    ['2016-02-29', '2018-02-28'],
    ['2014-02-28', '2016-02-28'],
    ['2015-08-31', '2017-08-31'],
  ])('is carried for two years beyond the day at liberty: %s → %s', (atLiberty, until) => {
    expect(latestCarryOver(atLiberty)).toBe(until);
  });
});
