// Sums over groups, in which an attacker puts what it knows anyway for what is not told.
import { type Group, type Grouping, OUTCOME, type ToldOutcomes } from './groups';

interface Summed {
  readonly yes: number;
  readonly variance: number;
}

/** How many are YES in all these groups; undefined where one that is not told has a canary in it. */
export function yesOf(
  groups: readonly Group[],
  told: ReadonlyMap<string, ToldOutcomes>,
  variance: number,
): Summed | undefined {
  let yes = 0;
  let noise = 0;
  for (const group of groups) {
    if (group.canaries.length === 0) {
      yes += group.yes;
      continue;
    }
    const value = told.get(group.key)?.YES ?? null;
    if (value === null) return undefined;
    yes += value;
    noise += variance;
  }
  return { yes, variance: noise };
}

/** The key of the coarser group in which a finer one lies. */
export function coarserKey(fine: Grouping, dropped: Grouping[number], key: string): string {
  return key
    .split('|')
    .filter((_, place) => [...fine].sort()[place] !== dropped)
    .join('|');
}

export function coarserOf(fine: Grouping, dropped: Grouping[number]): Grouping {
  return fine.filter((dimension) => dimension !== dropped && dimension !== OUTCOME);
}
