import type { GuessingAttack } from './attack';
import { groupingsFor, groupsOf, outcomesOf, varianceIn } from './groups';
import { averageOf } from './average-told';
import { planTables } from './plan-tables';
import { fromBoth, solveCoins } from './solve-coins';

const TABLES = 3;
const TIMES = 4;

/** Asks the same tables again and again, so that noise averages out. */
export const repeat: GuessingAttack = {
  name: 'repeat',
  guess: async (people, oracle) => {
    const equations = [];
    for (const grouping of planTables(people, groupingsFor(oracle), TABLES, oracle.variance)) {
      const answers = await Promise.all(Array.from({ length: TIMES }, () => outcomesOf(oracle, grouping)));
      const told = averageOf(answers);
      for (const [key, group] of groupsOf(grouping, people))
        equations.push(fromBoth(group, told.get(key), varianceIn(oracle, grouping) / TIMES));
    }
    return solveCoins(people, equations);
  },
};
