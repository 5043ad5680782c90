import { TABLES_A_PROJECT } from '../../../disclosure-control/budget';
import type { GuessingAttack } from './attack';
import { type Grouping, groupingsFor, groupsOf, outcomesOf, varianceIn } from './groups';
import type { KnownPerson } from './attacked-people';
import type { Oracle } from './oracle';
import { planTables } from './plan-tables';
import { fromBoth, type Guesses, solveCoins } from './solve-coins';

/** Spends a whole ledger on the tables that tell most, and solves all their cells together. */
export const reconstruction: GuessingAttack = {
  name: 'reconstruction',
  guess: (people, oracle) => reconstruct(people, oracle, tablesWorthMost(people, oracle, TABLES_A_PROJECT)),
};

export function tablesWorthMost(people: readonly KnownPerson[], oracle: Oracle, tables: number): readonly Grouping[] {
  return planTables(people, groupingsFor(oracle), tables, oracle.variance);
}

export async function reconstruct(
  people: readonly KnownPerson[],
  oracle: Oracle,
  tables: readonly Grouping[],
): Promise<Guesses> {
  const equations = [];
  for (const grouping of tables) {
    const told = await outcomesOf(oracle, grouping);
    for (const [key, group] of groupsOf(grouping, people))
      equations.push(fromBoth(group, told.get(key), varianceIn(oracle, grouping)));
  }
  return solveCoins(people, equations);
}
