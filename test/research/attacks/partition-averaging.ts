import { type Dimension, DIMENSIONS } from '../../../disclosure-control/lattice';
import type { GuessingAttack } from './attack';
import { type Group, groupingsFor, groupsOf, OUTCOME, outcomesOf, varianceIn } from './groups';
import { planTables } from './plan-tables';
import { coarserKey, yesOf } from './sum-of-parts';
import { type Equation, solveCoins } from './solve-coins';

const BASES = 8;
const PARTITIONS = 2;

/** Adds the same groups up from their parts, by one dimension after the other, and averages the sums. */
export const partitionAveraging: GuessingAttack = {
  name: 'partition averaging',
  guess: async (people, oracle) => {
    const bases = groupingsFor(oracle).filter((grouping) => grouping.length <= 2);
    const equations: (Equation | undefined)[] = [];
    for (const base of planTables(people, bases, BASES, oracle.variance)) {
      const groups = groupsOf(base, people);
      const by = (Object.keys(DIMENSIONS) as Dimension[]).filter(
        (each) => each !== OUTCOME && each !== 'JURISDICTION' && !base.includes(each),
      );
      const candidates = by.map((each) => [...base, each]);
      for (const fine of planTables(people, candidates, PARTITIONS, oracle.variance)) {
        const told = await outcomesOf(oracle, fine);
        const dropped = fine.find((each) => !base.includes(each)) ?? OUTCOME;
        const parts = new Map<string, Group[]>();
        for (const [key, part] of groupsOf(fine, people)) {
          const coarser = coarserKey(fine, dropped, key);
          parts.set(coarser, [...(parts.get(coarser) ?? []), part]);
        }
        for (const [key, group] of groups) {
          const sum = yesOf(parts.get(key) ?? [], told, varianceIn(oracle, fine));
          if (sum !== undefined && group.canaries.length > 0) equations.push({ group, ...sum });
        }
      }
    }
    return solveCoins(people, equations);
  },
};
