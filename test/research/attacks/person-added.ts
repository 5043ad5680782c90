import type { AttackedPeople, Categories, KnownPerson } from './attacked-people';
import { asOwnersHave } from './attacked-people';
import { groupingsFor, groupKey, outcomesOf, varianceIn } from './groups';
import type { Oracle } from './oracle';
import { planTables } from './plan-tables';
import { type Guesses, solveCoins } from './solve-coins';

const TABLES = 3;

/**
 * Asks before and after a person came into a cohort, and takes one from the other; for one canary after the other, each
 * in a world in which all others were there before.
 */
export async function guessAdded(
  attacked: AttackedPeople,
  oracleOf: (people: readonly Categories[]) => Oracle,
  most: number,
): Promise<Guesses> {
  const { known } = attacked;
  const everybody = asOwnersHave(attacked);
  const after = oracleOf(everybody);
  const tables = planTables(known, groupingsFor(after), TABLES, after.variance);
  const guesses = new Map<string, boolean>();
  const canaries = known.filter(({ isCanary }) => isCanary).slice(0, most);
  for (const canary of canaries) {
    const before = oracleOf(everybody.toSpliced(known.indexOf(canary), 1));
    const [[, guess] = [canary.id, undefined]] = [...(await guessOne(canary, tables, before, after))];
    if (guess !== undefined) guesses.set(canary.id, guess);
  }
  return guesses;
}

async function guessOne(
  canary: KnownPerson,
  tables: ReturnType<typeof planTables>,
  before: Oracle,
  after: Oracle,
): Promise<Guesses> {
  const equations = [];
  for (const grouping of tables) {
    const key = groupKey(grouping, canary.categories);
    const [earlier, later] = [
      (await outcomesOf(before, grouping)).get(key),
      (await outcomesOf(after, grouping)).get(key),
    ];
    const variance = 2 * varianceIn(after, grouping);
    // Alone in what came: nobody else is in the difference.
    const alone = { key, yes: 0, no: 0, censored: 0, canaries: [canary.id] };
    for (const [one, other, isYes] of [
      [earlier?.YES ?? null, later?.YES ?? null, true],
      [earlier?.NO ?? null, later?.NO ?? null, false],
    ] as const) {
      if (one === null || other === null) continue;
      equations.push({ group: alone, yes: isYes ? other - one : 1 - (other - one), variance });
    }
  }
  return solveCoins([canary], equations);
}
