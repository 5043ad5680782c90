import fc from 'fast-check';

import { someTable } from './fixture/arbitraries';
import { OUTCOMES, RECORDED_OUTCOMES } from './lattice';
import { protectOwnCells } from './own-cells';
import type { PublishedCell } from './publish-cells';
import { isStructuralZero, tableOf, type Table, type TableCell } from './table';
import { publishTotals } from './totals';

const CLOSED = { lastYear: 2025, lastQuarter: 3 } as const;
const never = (): boolean => false;

/** What is shown of an owner's cells; `counts` and `noise` in canonical order. */
function own(table: Table, counts: readonly number[], noise: readonly number[] = []): (number | null)[] {
  const places = new Map(table.cells.map(({ key }, place) => [key, place]));
  return protectOwnCells({
    table,
    counts: new Map(table.cells.map(({ key }, place) => [key, counts[place] ?? 0])),
    isZero: never,
    noiseOf: (key) => noise[places.get(key) ?? -1] ?? 0,
  }).map(({ value }) => value);
}
const total = (table: Table, sums: readonly number[]): (number | null)[] =>
  publishTotals(table, Int32Array.from(sums), never).map(({ value }) => value);

const SEX = tableOf(['SEX']);
const REOFFENDED = tableOf(['REOFFENDED_12M']);
const HOUSING = tableOf(['HOUSING_OUTCOME']);

describe('an own cell', () => {
  it.each([
    // people, noise, shown
    [10, 0, 10],
    [9, 0, null],
    [9, 1, 10],
    [11, -2, null],
    [3, 7, 10],
    [2, 8, null],
    [2, 100, null],
    [0, 12, null],
  ])('of %i people with noise %i is shown as %s', (people, noise, shown) => {
    expect(own(SEX, [people, 0, 0], [noise])).toEqual([shown, null, null]);
  });

  it('looks the same whether it is small or empty', () => {
    const cells = protectOwnCells({
      table: SEX,
      counts: new Map([['FEMALE', 7]]),
      isZero: never,
      noiseOf: () => 1,
    });
    expect(new Set(cells.map((cell) => JSON.stringify(cell)))).toEqual(
      new Set(['{"status":"SUPPRESSED","value":null}']),
    );
  });
});

describe('a total', () => {
  it.each([
    [12, 12],
    [11, null],
    [-3, null],
  ])('of %i with its noise is shown as %s', (sum, shown) => {
    expect(total(SEX, [sum, 0, 0])).toEqual([shown, null, null]);
  });

  it('of another number of cells is refused', () => {
    expect(() => publishTotals(SEX, new Int32Array(2), never)).toThrow('SEX has 3 cells, not 2.');
  });
});

describe('the pairing rule', () => {
  it.each([
    // YES, NO, CENSORED
    [
      [20, 20, 20],
      [20, 20, 20],
    ],
    [
      [40, 9, 20],
      [null, null, 20],
    ],
    [
      [9, 40, 9],
      [null, null, null],
    ],
    [
      [15, 15, 0],
      [15, 15, null],
    ],
    [
      [14, 15, 90],
      [null, null, 90],
    ],
  ])('of %j people by reoffending shows %j', (people, shown) => {
    expect(own(REOFFENDED, people)).toEqual(shown);
  });

  it('counts people with their noise, and outcomes that are not shown themselves', () => {
    expect(own(REOFFENDED, [15, 15], [0, -1])).toEqual([null, null, null]);
    expect(own(REOFFENDED, [15, 14], [0, 1])).toEqual([15, 15, null]);
    expect(own(HOUSING, [13, 12, 5, 0])).toEqual([13, 12, null, null]);
    expect(own(HOUSING, [13, 12, 4, 0])).toEqual([null, null, null, null]);
  });

  it('holds for totals by their own threshold', () => {
    expect(total(REOFFENDED, [40, 21, 50])).toEqual([null, null, 50]);
    expect(total(REOFFENDED, [40, 22, 50])).toEqual([40, 22, 50]);
    expect(total(REOFFENDED, [40, 40, 21])).toEqual([40, 40, null]);
  });

  it('holds for each of two outcomes of a table, also after the other was applied', () => {
    const table = tableOf(['EMPLOYMENT_OUTCOME', 'REOFFENDED_12M']);
    // EMPLOYED: YES, NO, CENSORED; then NOT_EMPLOYED, NOT_RECORDED.
    expect(own(table, [20, 20, 0, 20, 20, 0, 5, 5, 5])).toEqual([20, 20, null, 20, 20, null, null, null, null]);
    const nothing = Array.from({ length: 9 }, () => null);
    expect(own(table, [20, 20, 0, 20, 9, 0, 5, 5, 5])).toEqual(nothing);
    // Too few of them are not employed to say how they ended; then nobody stands beside the employed any more.
    expect(own(table, [20, 20, 0, 12, 12, 0, 5, 5, 5])).toEqual(nothing);
  });

  it('leaves nobody in a cell of certain outcome, in whatever table', () => {
    fc.assert(
      fc.property(
        someTable.filter(({ dimensions, cells }) => OUTCOMES.some((o) => dimensions.includes(o)) && cells.length < 500),
        fc.infiniteStream(fc.integer({ min: 0, max: 60 })),
        fc.infiniteStream(fc.integer({ min: -9, max: 9 })),
        (table, people, noises) => {
          const draw = (stream: Iterator<number>): number[] => table.cells.map(() => stream.next().value as number);
          const [counts, noise] = [draw(people), draw(noises)];
          const shown = own(table, counts, noise);
          shown.forEach((value, place) => {
            if (value === null) return;
            expect(value).toBeGreaterThanOrEqual(10);
            expect(counts[place]).toBeGreaterThanOrEqual(3);
          });
          for (const outcome of OUTCOMES.filter((name) => table.dimensions.includes(name))) {
            const at = table.dimensions.indexOf(outcome);
            const groups = new Map<string, { cell: TableCell; place: number }[]>();
            table.cells.forEach((cell, place) => {
              const others = cell.categories.toSpliced(at, 1).join('|');
              groups.set(others, [...(groups.get(others) ?? []), { cell, place }]);
            });
            for (const group of groups.values()) {
              const recorded = group.filter(({ cell }) => RECORDED_OUTCOMES[outcome].includes(cell.categories[at]!));
              const values = recorded.map(({ place }) => shown[place]).filter((value) => value !== null);
              if (values.length === 0) continue;
              expect(values.length).toBeGreaterThanOrEqual(2);
              const all = recorded.reduce((sum, { place }) => sum + counts[place]! + noise[place]!, 0);
              expect(all).toBeGreaterThanOrEqual(30);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('structural zeros', () => {
  const zerosOf = (cells: readonly PublishedCell[]): boolean[] =>
    cells.map(({ status }) => status === 'STRUCTURAL_ZERO');

  it('never depend on data', () => {
    fc.assert(
      fc.property(
        someTable.filter(({ cells }) => cells.length < 500),
        fc.infiniteStream(fc.integer({ min: -20, max: 500 })),
        (table, stream) => {
          const sums = table.cells.map(() => stream.next().value as number);
          const isZero = (cell: TableCell): boolean => isStructuralZero(table, cell, CLOSED);
          const counts = new Map(table.cells.map(({ key }, place) => [key, Math.max(0, sums[place]!)]));
          const expected = table.cells.map(isZero);
          expect(zerosOf(protectOwnCells({ table, counts, isZero, noiseOf: () => 0 }))).toEqual(expected);
          expect(zerosOf(publishTotals(table, Int32Array.from(sums), isZero))).toEqual(expected);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('are the only cells that are neither shown nor suppressed, and have no value', () => {
    const table = tableOf(['COHORT_YEAR']);
    const isZero = (cell: TableCell): boolean => isStructuralZero(table, cell, CLOSED);
    const counts = new Map(table.cells.map(({ key }) => [key, 50]));
    expect(
      protectOwnCells({ table, counts, isZero, noiseOf: () => 0 }).map(({ status, value }) => [status, value]),
    ).toEqual([
      ['PUBLISHED', 50],
      ['PUBLISHED', 50],
      ['PUBLISHED', 50],
      ...Array.from({ length: 4 }, () => ['STRUCTURAL_ZERO', null]),
    ]);
  });
});
