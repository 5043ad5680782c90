import { closedUntil, cohortOf, firstDayOf, isQuarter, type Quarter, quarterOf } from './quarters';

it.each<readonly [Quarter, string, Quarter]>([
  ['2026-Q4', '2026-10-01', '2025-Q3'],
  ['2026-Q1', '2026-01-01', '2024-Q4'],
  ['2027-Q2', '2027-04-01', '2026-Q1'],
])('%s begins on %s and counts those who entered until %s', (quarter, firstDay, last) => {
  expect(firstDayOf(quarter)).toBe(firstDay);
  expect(quarterOf(firstDay)).toBe(quarter);
  expect(closedUntil(quarter)).toBe(last);
});

it('is written in one way', () => {
  expect(['2026-Q4', '2026-Q5', '2026-Q0', '26-Q1', '2026Q1', ''].filter(isQuarter)).toEqual(['2026-Q4']);
});

it('is of a published cohort, or of none where the lattice has ended', () => {
  expect(cohortOf('2019-Q3')).toEqual({ year: 'BEFORE_2024', quarter: 'Q3' });
  expect(cohortOf('2024-Q1')).toEqual({ year: '2024', quarter: 'Q1' });
  expect(cohortOf('2030-Q1')).toBeUndefined();
});
