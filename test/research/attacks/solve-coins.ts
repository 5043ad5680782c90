// From what an attack was told to how the coins fell: ridge regression over all of it, each number weighed by its noise.
import type { KnownPerson } from './attacked-people';
import type { Group, ToldOutcomes } from './groups';

/** So many of a group's people are YES, as told with noise of this variance; some of them are canaries. */
export interface Equation {
  readonly group: Group;
  readonly yes: number;
  readonly variance: number;
}

/** True is YES; a canary of whom nothing is learnt is not guessed. */
export type Guesses = ReadonlyMap<string, boolean>;

/** A coin that fell unseen has a variance of a quarter. */
const PRIOR = 4;
/** Counts without noise, too, are weighed by something. */
const LEAST_VARIANCE = 0.005;

/** Both outcomes of a group say how many are YES, each with noise of its own; undefined where they were not told. */
export function fromBoth(group: Group, told: ToldOutcomes | undefined, variance: number): Equation | undefined {
  if (told === undefined || told.YES === null || told.NO === null) return undefined;
  const recorded = group.yes + group.no + group.canaries.length;
  return { group, yes: (told.YES + recorded - told.NO) / 2, variance: variance / 2 };
}

export function solveCoins(people: readonly KnownPerson[], equations: Iterable<Equation | undefined>): Guesses {
  const ids = people.filter(({ isCanary }) => isCanary).map(({ id }) => id);
  const places = new Map(ids.map((id, place) => [id, place]));
  const rows = ids.map((_, row) => Float64Array.from(ids, (__, column) => (row === column ? PRIOR : 0)));
  const sums = new Float64Array(ids.length);
  for (const equation of equations) {
    if (equation === undefined) continue;
    const { group, yes, variance } = equation;
    const weight = 1 / Math.max(LEAST_VARIANCE, variance);
    const excess = yes - group.yes - group.canaries.length / 2;
    const among = group.canaries.map((id) => places.get(id) ?? 0);
    for (const row of among) {
      sums[row] = (sums[row] ?? 0) + weight * excess;
      const cells = rows[row];
      if (cells !== undefined) for (const column of among) cells[column] = (cells[column] ?? 0) + weight;
    }
  }
  const solved = eliminate(rows, sums);
  return new Map(
    ids.flatMap((id, place) => {
      const excess = solved[place] ?? 0;
      return Math.abs(excess) < 1e-9 ? [] : [[id, excess > 0] as const];
    }),
  );
}

/** Gauss's elimination; the matrix is positive definite, so that no row need be exchanged. */
function eliminate(rows: readonly Float64Array[], sums: Float64Array): Float64Array {
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  const subtract = (row: number, pivot: number, factor: number): void => {
    const cells = rows[row];
    if (cells === undefined || factor === 0) return;
    for (let column = pivot; column < sums.length; column += 1)
      cells[column] = (cells[column] ?? 0) - factor * at(pivot, column);
    sums[row] = (sums[row] ?? 0) - factor * (sums[pivot] ?? 0);
  };
  for (let pivot = 0; pivot < sums.length; pivot += 1)
    for (let row = pivot + 1; row < sums.length; row += 1) subtract(row, pivot, at(row, pivot) / at(pivot, pivot));
  for (let row = sums.length - 1; row >= 0; row -= 1) {
    let rest = sums[row] ?? 0;
    for (let column = row + 1; column < sums.length; column += 1) rest -= at(row, column) * (sums[column] ?? 0);
    sums[row] = rest / at(row, row);
  }
  return sums;
}
