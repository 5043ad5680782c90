// Which tables tell an attacker most: one after the other, that after which least is uncertain about all canaries.
import { LEAST_DENOMINATOR, LEAST_PUBLISHED, OUTCOME_LEVEL } from '../../../disclosure-control/budget';
import type { KnownPerson } from './attacked-people';
import { type Group, type Grouping, groupsOf, isOwn } from './groups';

interface Candidate {
  readonly grouping: Grouping;
  readonly cells: readonly { readonly canaries: readonly number[]; readonly variance: number }[];
}

/** @param variance of the noise that the attacker expects in a cell of one owner, and of all */
export function planTables(
  people: readonly KnownPerson[],
  candidates: readonly Grouping[],
  tables: number,
  variance = { own: OUTCOME_LEVEL.sigma ** 2, total: OUTCOME_LEVEL.totalSigma ** 2 },
): readonly Grouping[] {
  const places = new Map(people.filter(({ isCanary }) => isCanary).map(({ id }, place) => [id, place]));
  const left = candidates.map((grouping): Candidate => {
    const noise = isOwn(grouping) ? variance.own : variance.total;
    const cells = [...groupsOf(grouping, people).values()].flatMap((group) => {
      const chance = chanceOfBoth(group, isOwn(grouping), noise);
      if (group.canaries.length === 0 || chance < 0.02) return [];
      const canaries = group.canaries.map((id) => places.get(id) ?? 0);
      return [{ canaries, variance: Math.max(0.05, noise / 2) / chance }];
    });
    return { grouping, cells };
  });
  // Covariance of the coins, as far as they are known: a coin that fell unseen has a variance of a quarter.
  const unsure = Array.from({ length: places.size }, (_, row) =>
    Float64Array.from({ length: places.size }, (__, column) => (row === column ? 0.25 : 0)),
  );
  const chosen: Grouping[] = [];
  while (chosen.length < tables && left.length > 0) {
    const gains = left.map(({ cells }) =>
      cells.reduce((sum, cell) => {
        const direction = directionOf(unsure, cell.canaries);
        return sum + squareOf(direction) / (cell.variance + sumAt(direction, cell.canaries));
      }, 0),
    );
    const best = gains.indexOf(Math.max(...gains));
    const [next] = left.splice(best, 1);
    if (next === undefined) break;
    chosen.push(next.grouping);
    for (const cell of next.cells) learn(unsure, cell);
  }
  return chosen;
}

/** How likely both outcomes of a group are told. */
function chanceOfBoth({ yes, no, canaries }: Group, own: boolean, variance: number): number {
  if (variance === 0) return 1;
  const least = own ? LEAST_PUBLISHED : OUTCOME_LEVEL.leastTotal;
  const half = canaries.length / 2;
  const deviation = Math.sqrt(variance);
  const above = (people: number): number => 1 / (1 + Math.exp((-1.702 * (people - least + 0.5)) / deviation));
  return above(yes + half) * above(no + half) * (yes + no + 2 * half >= LEAST_DENOMINATOR ? 1 : 0.3);
}

function directionOf(unsure: readonly Float64Array[], canaries: readonly number[]): Float64Array {
  const direction = new Float64Array(unsure.length);
  for (const canary of canaries) {
    const row = unsure[canary] as Float64Array;
    for (let place = 0; place < direction.length; place += 1) direction[place] = direction[place]! + row[place]!;
  }
  return direction;
}

const squareOf = (vector: Float64Array): number => vector.reduce((sum, value) => sum + value * value, 0);
const sumAt = (vector: Float64Array, places: readonly number[]): number =>
  places.reduce((sum, place) => sum + (vector[place] ?? 0), 0);

function learn(unsure: readonly Float64Array[], cell: Candidate['cells'][number]): void {
  const direction = directionOf(unsure, cell.canaries);
  const scale = cell.variance + sumAt(direction, cell.canaries);
  unsure.forEach((row, place) => {
    const part = (direction[place] ?? 0) / scale;
    for (let column = 0; column < row.length; column += 1) row[column] = row[column]! - part * direction[column]!;
  });
}
