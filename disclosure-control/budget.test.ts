import {
  epsilonOf,
  noiseLevelOf,
  OUTCOME_LEVEL,
  PLAIN_LEVEL,
  rhoOf,
  TABLES_A_PROJECT,
  TABLES_A_SNAPSHOT,
} from './budget';

it('says what a whole ledger costs formally, which is much', () => {
  expect(rhoOf(1)).toBeCloseTo(1 / 18, 10);
  expect(rhoOf(TABLES_A_PROJECT)).toBeCloseTo(1.39, 2);
  expect(epsilonOf(rhoOf(TABLES_A_PROJECT), 1e-6)).toBeCloseTo(10.15, 2);
  expect(epsilonOf(2 * rhoOf(TABLES_A_PROJECT), 1e-6)).toBeCloseTo(15.17, 2);
  expect(epsilonOf(rhoOf(TABLES_A_SNAPSHOT), 1e-6)).toBeCloseTo(16.91, 2);
  expect(epsilonOf(2 * rhoOf(TABLES_A_SNAPSHOT), 1e-6)).toBeCloseTo(25.86, 2);
});

it('leaves the noise of an own cell in a total of which one owner takes its own away', () => {
  for (const { sigma, shareSigma } of [PLAIN_LEVEL, OUTCOME_LEVEL])
    expect(2 * shareSigma ** 2).toBeCloseTo(sigma ** 2, 10);
  expect(PLAIN_LEVEL.totalSigma).toBeCloseTo(3.674, 3);
  expect(OUTCOME_LEVEL.totalSigma).toBeCloseTo(7.348, 3);
});

it.each([
  [['AGE_BAND', 'SEX'], 3, 12],
  [['AGE_BAND', 'REOFFENDED_12M'], 6, 22],
  [['HOUSING_OUTCOME'], 6, 22],
  [['EMPLOYMENT_OUTCOME', 'JURISDICTION', 'SEX'], 6, 22],
] as const)(
  'hides a table of %j behind noise of %i, and publishes its totals from %i on',
  (dimensions, sigma, least) => {
    expect(noiseLevelOf({ dimensions })).toMatchObject({ sigma, leastTotal: least });
  },
);

it('costs less formally to say how it went, which is guessed at twice the price', () => {
  expect(rhoOf(TABLES_A_PROJECT, OUTCOME_LEVEL)).toBeCloseTo(0.347, 3);
  expect(epsilonOf(2 * rhoOf(TABLES_A_PROJECT, OUTCOME_LEVEL), 1e-6)).toBeCloseTo(6.89, 2);
  expect(epsilonOf(2 * rhoOf(TABLES_A_SNAPSHOT, OUTCOME_LEVEL), 1e-6)).toBeCloseTo(11.26, 2);
});
