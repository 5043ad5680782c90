import { LEAST_PUBLISHED, LEAST_TRUE } from './budget';
import { publishCells, type PublishedCell } from './publish-cells';
import type { Table, TableCell } from './table';

interface OwnCells {
  readonly table: Table;
  /** People by cell key, as they were counted; a cell that is not named has none. */
  readonly counts: ReadonlyMap<string, number>;
  readonly isZero: (cell: TableCell) => boolean;
  readonly noiseOf: (cellKey: string) => number;
}

/** The cells of one owner as they may leave it, in canonical order. */
export function protectOwnCells({ table, counts, isZero, noiseOf }: OwnCells): readonly PublishedCell[] {
  return publishCells(
    table,
    table.cells.map((cell) => {
      if (isZero(cell)) return undefined;
      const people = counts.get(cell.key) ?? 0;
      const value = people + noiseOf(cell.key);
      return { value, passes: value >= LEAST_PUBLISHED && people >= LEAST_TRUE };
    }),
  );
}
