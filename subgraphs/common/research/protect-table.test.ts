import { createHash } from 'node:crypto';

import { meanTableOf, tableOf } from '../../../disclosure-control/table';
import type { CountedCells } from './count-cells';
import { noisyShares, protectCounts, protectMeans, type Protection } from './protect-table';
import { ResearchKey } from './research-key';

const keyOf = (text: string): ResearchKey => new ResearchKey(createHash('sha256').update(text).digest());
const COHORTS = ['2024', '2025'].flatMap((year) =>
  ['Q1', 'Q2'].map((quarter) => ({ year, quarter, version: `version of ${year} ${quarter}` })),
);
const protection = (key: string, more: Partial<Protection> = {}): Protection => ({
  ...{ key: keyOf(key), cohorts: COHORTS, closed: { lastYear: 2025, lastQuarter: 2 }, jurisdiction: 'UK' },
  ...more,
});
const counted = (
  people: Readonly<Record<string, number>>,
  sessions: Readonly<Record<string, number>> = {},
): CountedCells => ({
  people: new Map(Object.entries(people)),
  sessions: new Map(Object.entries(sessions)),
});
const KEYS = Array.from({ length: 400 }, (_, number) => `key ${number}`);

function varianceOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

it('draws noise anew for the cohorts that changed, and for no others', () => {
  const table = tableOf(['COHORT_QUARTER', 'COHORT_YEAR', 'JURISDICTION']);
  const changed = COHORTS.map((cohort) =>
    cohort.year === '2025' && cohort.quarter === 'Q1' ? { ...cohort, version: 'another' } : cohort,
  );
  const people = counted(Object.fromEntries(table.cells.map(({ key }) => [key, 100])));
  const own = table.cells.filter(({ categories }) => categories.includes('UK'));
  const differing = new Set(
    KEYS.slice(0, 20).flatMap((key) => {
      const before = protectCounts(table, people, protection(key));
      const after = protectCounts(table, people, protection(key, { cohorts: changed }));
      return own.filter((_, place) => before[place] !== after[place]).map((cell) => cell.key);
    }),
  );
  expect([...differing]).toEqual(['Q1|2025|UK']);
});

it('has an owner’s whole part of the noise in a share of nobody', () => {
  const table = tableOf(['RISK_BAND']);
  const shares = KEYS.map((key) => [...noisyShares(table, counted({}), protection(key, { jurisdiction: 'IT' }))]);
  // Nobody at ERI has a risk band, and the total hides Knowsley's people behind the noise of three owners.
  for (const [place] of table.cells.entries()) {
    const variance = varianceOf(shares.map((each) => each[place] ?? 0));
    expect(variance).toBeGreaterThan(3.2);
    expect(variance).toBeLessThan(6);
  }
});

it('makes a mean of a sum and a count with twice the variance of noise each, so that it costs as much as one table', () => {
  const table = meanTableOf(['JURISDICTION']);
  // Of so many people the count's noise is no matter: what is left is the sum's, of sigma 60 times the root of 2.
  const people = 400;
  const means = KEYS.map(
    (key) => protectMeans(table, counted({ UK: people }, { UK: 10 * people }), protection(key))[0],
  );
  const sums = means.map((cell) => (typeof cell === 'object' ? cell.mean * people : NaN));
  expect(varianceOf(sums) / 60 ** 2).toBeGreaterThan(1.6);
  expect(varianceOf(sums) / 60 ** 2).toBeLessThan(2.8);
});

it('gives no mean where no sessions are recorded, and none of less than thirty people', () => {
  const table = meanTableOf(['JURISDICTION']);
  expect(protectMeans(table, counted({}), protection('a', { jurisdiction: 'NL' }))).toEqual(['z']);
  expect(protectMeans(table, counted({ UK: 8 }, { UK: 80 }), protection('a'))).toEqual(['c']);
});
