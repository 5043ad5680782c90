import type { KnownPerson } from './attacked-people';
import type { GuessingAttack } from './attack';
import { type Grouping, groupingsFor, groupsOf, outcomesOf, varianceIn } from './groups';
import type { Oracle } from './oracle';
import { planTables } from './plan-tables';
import { coarserKey, coarserOf, yesOf } from './sum-of-parts';
import { type Equation, type Guesses, solveCoins } from './solve-coins';

const TABLES = 6;

/** Takes from a margin all other groups in it: what is left is the group that was not told. */
export const differencing: GuessingAttack = {
  name: 'differencing',
  guess: (people, oracle) =>
    difference(people, oracle, groupingsFor(oracle), (fine) => fine.filter((each) => each !== 'JURISDICTION')),
};

/** The same with cohorts: a year less its other quarters, a quarter of all years less the other years. */
export const shiftedWindow: GuessingAttack = {
  name: 'shifted window',
  guess: (people, oracle) =>
    difference(
      people,
      oracle,
      groupingsFor(oracle).filter(
        (grouping) => grouping.includes('COHORT_QUARTER') || grouping.includes('COHORT_YEAR'),
      ),
      (fine) => fine.filter((each) => each === 'COHORT_QUARTER' || each === 'COHORT_YEAR'),
    ),
};

async function difference(
  people: readonly KnownPerson[],
  oracle: Oracle,
  candidates: readonly Grouping[],
  droppedFrom: (fine: Grouping) => Grouping,
): Promise<Guesses> {
  const equations: Equation[] = [];
  const fine = candidates.filter((each) => each.length > 1 && droppedFrom(each).length > 0);
  for (const grouping of planTables(people, fine, TABLES, oracle.variance)) {
    const told = await outcomesOf(oracle, grouping);
    const groups = [...groupsOf(grouping, people).values()];
    const [dropped] = droppedFrom(grouping);
    if (dropped === undefined) continue;
    const margins = await outcomesOf(oracle, coarserOf(grouping, dropped));
    const variance = varianceIn(oracle, grouping);
    for (const group of groups) {
      const margin = coarserKey(grouping, dropped, group.key);
      const siblings = groups.filter((each) => each !== group && coarserKey(grouping, dropped, each.key) === margin);
      const others = yesOf(siblings, told, variance);
      const whole = margins.get(margin)?.YES ?? null;
      if (whole === null || others === undefined || group.canaries.length === 0) continue;
      equations.push({ group, yes: whole - others.yes, variance: variance + others.variance });
    }
  }
  return solveCoins(people, equations);
}
