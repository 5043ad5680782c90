import { SHARE_SIGMA, SIGMA, TABLES_A_PROJECT, TABLES_A_SNAPSHOT, TOTAL_SIGMA, epsilonOf, rhoOf } from './budget';

it('says what a whole ledger costs formally, which is much', () => {
  expect(rhoOf(1)).toBeCloseTo(1 / 18, 10);
  expect(rhoOf(TABLES_A_PROJECT)).toBeCloseTo(1.39, 2);
  expect(epsilonOf(rhoOf(TABLES_A_PROJECT), 1e-6)).toBeCloseTo(10.15, 2);
  expect(epsilonOf(2 * rhoOf(TABLES_A_PROJECT), 1e-6)).toBeCloseTo(15.17, 2);
  expect(epsilonOf(rhoOf(TABLES_A_SNAPSHOT), 1e-6)).toBeCloseTo(16.91, 2);
  expect(epsilonOf(2 * rhoOf(TABLES_A_SNAPSHOT), 1e-6)).toBeCloseTo(25.86, 2);
});

it('leaves the noise of an own cell in a total of which one owner takes its own away', () => {
  expect(2 * SHARE_SIGMA ** 2).toBeCloseTo(SIGMA ** 2, 10);
  expect(TOTAL_SIGMA).toBeCloseTo(3.674, 3);
});
