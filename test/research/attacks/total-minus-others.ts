import type { GuessingAttack } from './attack';
import { allGroupings, groupsOf, isOwn, outcomesOf } from './groups';
import { planTables } from './plan-tables';
import { type Equation, solveCoins } from './solve-coins';
import { coarserKey, yesOf } from './sum-of-parts';

const TABLES = 8;

/** Takes from a total over all owners the own cells of two: what is left is the third's. */
export const totalMinusOthers: GuessingAttack = {
  name: 'total minus others',
  guess: async (people, oracle) => {
    const equations: Equation[] = [];
    for (const own of planTables(people, allGroupings().filter(isOwn), TABLES, oracle.variance)) {
      const told = await outcomesOf(oracle, own);
      const totals = await outcomesOf(
        oracle,
        own.filter((dimension) => dimension !== 'JURISDICTION'),
      );
      const groups = [...groupsOf(own, people).values()];
      for (const group of groups) {
        const all = coarserKey(own, 'JURISDICTION', group.key);
        const rest = groups.filter((each) => each !== group && coarserKey(own, 'JURISDICTION', each.key) === all);
        const others = yesOf(rest, told, oracle.variance.own);
        const total = totals.get(all)?.YES ?? null;
        if (total === null || others === undefined || group.canaries.length === 0) continue;
        equations.push({ group, yes: total - others.yes, variance: oracle.variance.total + others.variance });
      }
    }
    return solveCoins(people, equations);
  },
};
