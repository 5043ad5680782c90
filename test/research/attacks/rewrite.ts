import { DIMENSIONS } from '../../../disclosure-control/lattice';
import type { GuessingAttack } from './attack';
import { averageOf } from './average-told';
import {
  groupingsFor,
  byOutcome,
  type Grouping,
  groupsOf,
  isOwn,
  OUTCOME,
  outcomesOf,
  type ToldOutcomes,
  varianceIn,
} from './groups';
import type { Asked, Oracle } from './oracle';
import { planTables } from './plan-tables';
import { fromBoth, solveCoins } from './solve-coins';

const TABLES = 3;

/** Asks the same tables by every route that leads there, so that the noise of the routes averages out. */
export const rewrite: GuessingAttack = {
  name: 'rewrite',
  guess: async (people, oracle) => {
    const equations = [];
    for (const grouping of planTables(people, groupingsFor(oracle), TABLES, oracle.variance)) {
      const answers = await answersByEveryRoute(oracle, grouping);
      const told = averageOf(answers);
      for (const [key, group] of groupsOf(grouping, people))
        equations.push(fromBoth(group, told.get(key), varianceIn(oracle, grouping) / answers.length));
    }
    return solveCoins(people, equations);
  },
};

/** Every answer is of the whole table. */
export async function answersByEveryRoute(
  oracle: Oracle,
  grouping: Grouping,
): Promise<readonly ReadonlyMap<string, ToldOutcomes>[]> {
  const [first = OUTCOME] = grouping;
  const whole = [...grouping, OUTCOME];
  const joined = async (parts: readonly Asked[]) => {
    const rows = [];
    for (const part of parts) rows.push(...(await oracle.ask(part)));
    return byOutcome(grouping, rows);
  };
  return [
    await outcomesOf(oracle, grouping),
    await outcomesOf(oracle, [...grouping].reverse()),
    await joined(
      DIMENSIONS[first].map((category) => ({
        groupBy: whole.filter((each) => each !== first),
        where: [{ dimension: first, category }],
        scope: 'ALL',
      })),
    ),
    await joined(
      DIMENSIONS[OUTCOME].map((category) => ({
        groupBy: grouping,
        where: [{ dimension: OUTCOME, category }],
        scope: 'ALL',
      })),
    ),
    // With a scope the jurisdiction is one of the dimensions, whether it is named among them or not.
    ...(isOwn(grouping)
      ? [
          await joined(
            DIMENSIONS.JURISDICTION.map((scope) => ({
              groupBy: whole.filter((each) => each !== 'JURISDICTION'),
              scope,
            })),
          ),
          await joined(DIMENSIONS.JURISDICTION.map((scope) => ({ groupBy: whole, scope }))),
        ]
      : []),
  ];
}
