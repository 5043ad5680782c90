import type { GuessingAttack } from './attack';
import { groupingsFor, groupsOf, outcomesOf, varianceIn } from './groups';
import { planTables } from './plan-tables';
import { type Equation, solveCoins } from './solve-coins';

const TABLES = 6;

/** Takes from everybody of a group, by a table without outcomes, who did not reoffend or is not followed. */
export const complement: GuessingAttack = {
  name: 'complement',
  guess: async (people, oracle) => {
    const equations: Equation[] = [];
    for (const grouping of planTables(people, groupingsFor(oracle), TABLES, oracle.variance)) {
      const told = await outcomesOf(oracle, grouping);
      const everybody = new Map(
        (await oracle.ask({ groupBy: grouping, scope: 'ALL' })).map(({ key, count }) => [key, count]),
      );
      const variance = varianceIn(oracle, grouping);
      for (const [key, group] of groupsOf(grouping, people)) {
        const { NO = null } = told.get(key) ?? {};
        const all = everybody.get(key) ?? null;
        if (NO === null || all === null || group.canaries.length === 0) continue;
        // No canary is censored, so that the attacker knows who is.
        equations.push({ group, yes: all - NO - group.censored, variance: 2 * variance });
      }
    }
    return solveCoins(people, equations);
  },
};
