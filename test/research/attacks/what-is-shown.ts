// What tables show that no guess is needed for: small cells, groups of one outcome, and exact numbers behind a rate.
import { isStructuralZero, type ClosedUntil, tableOf } from '../../../disclosure-control/table';
import type { Categories } from './attacked-people';
import { byOutcome, type Grouping, isOwn, OUTCOME, outcomesOf } from './groups';
import { countsOf, type Oracle } from './oracle';

/** So many there are, and so many were shown. */
export interface Shown {
  readonly all: number;
  readonly shown: number;
}

const SMALL = 3;
const nothing: Shown = { all: 0, shown: 0 };
export const addShown = (one: Shown, other: Shown): Shown => ({
  all: one.all + other.all,
  shown: one.shown + other.shown,
});

/** Cells with fewer than three people in truth that have a number; impossible ones are left out. */
export async function smallCells(
  people: readonly Categories[],
  closed: ClosedUntil,
  oracle: Oracle,
  tables: readonly Grouping[],
): Promise<Shown> {
  let found = nothing;
  for (const grouping of tables) {
    const table = tableOf([...grouping, OUTCOME]);
    const counts = countsOf(table, people);
    const told = new Map(
      (await oracle.ask({ groupBy: [...grouping, OUTCOME], scope: 'ALL' })).map(({ key, count }) => [key, count]),
    );
    for (const cell of table.cells) {
      if (isStructuralZero(table, cell, closed) || (counts.get(cell.key) ?? 0) >= SMALL) continue;
      found = addShown(found, { all: 1, shown: (told.get(cell.key) ?? null) === null ? 0 : 1 });
    }
  }
  return found;
}

/** Groups all of whom ended alike, and of these the ones whose outcomes have a number. */
export async function certainOutcomes(
  people: readonly Categories[],
  oracle: Oracle,
  tables: readonly Grouping[],
): Promise<Shown> {
  let found = nothing;
  for (const grouping of tables) {
    const told = await outcomesOf(oracle, grouping);
    for (const [key, { YES, NO }] of trueOutcomes(people, grouping)) {
      if (YES > 0 && NO > 0) continue;
      const group = told.get(key);
      found = addShown(found, { all: 1, shown: (group?.YES ?? null) === null && (group?.NO ?? null) === null ? 0 : 1 });
    }
  }
  return found;
}

/**
 * Exact numerators and denominators behind rates: of all pairs near the published cells, the likeliest whose quotient has
 * the digits of the rate. A rate with digits of its own would single them out.
 */
export async function digitsOfRates(
  people: readonly Categories[],
  oracle: Oracle,
  tables: readonly Grouping[],
): Promise<Shown> {
  let found = nothing;
  for (const grouping of tables) {
    const told = await outcomesOf(oracle, grouping);
    const rates = await oracle.ask({ groupBy: grouping, scope: 'ALL', measure: 'REOFFENDING_RATE_12M' });
    const truth = trueOutcomes(people, grouping);
    for (const { key, rate } of rates) {
      const group = told.get(key);
      if (rate === null || group === undefined || group.YES === null || group.NO === null) continue;
      const [yes, no] = likeliest(
        group.YES,
        group.NO,
        rate,
        isOwn(grouping) ? oracle.variance.own : oracle.variance.total,
      );
      const really = truth.get(key) ?? { YES: 0, NO: 0 };
      found = addShown(found, { all: 1, shown: yes === really.YES && no === really.NO ? 1 : 0 });
    }
  }
  return found;
}

function likeliest(yes: number, no: number, rate: number, variance: number): readonly [yes: number, no: number] {
  const reach = Math.ceil(3 * Math.sqrt(variance));
  let best: readonly [number, number] = [yes, no];
  let least = Number.POSITIVE_INFINITY;
  for (let one = Math.max(0, yes - reach); one <= yes + reach; one += 1)
    for (let other = Math.max(0, no - reach); other <= no + reach; other += 1) {
      // As many digits as the rate has.
      if (one + other === 0 || Math.abs(one / (one + other) - rate) > (variance === 0 ? 1e-9 : 0.005)) continue;
      const distance = (one - yes) ** 2 + (other - no) ** 2;
      if (distance < least) [best, least] = [[one, other], distance];
    }
  return best;
}

function trueOutcomes(
  people: readonly Categories[],
  grouping: Grouping,
): ReadonlyMap<string, { readonly YES: number; readonly NO: number }> {
  const table = tableOf([...grouping, OUTCOME]);
  const rows = [...countsOf(table, people)].map(([key, count]) => ({ key, count, rate: null }));
  return new Map(
    [...byOutcome(grouping, rows)]
      .map(([key, { YES, NO }]) => [key, { YES: YES ?? 0, NO: NO ?? 0 }] as const)
      .filter(([, { YES, NO }]) => YES + NO > 0),
  );
}
