import { noiseLevelOf } from './budget';
import { publishCells, type PublishedCell } from './publish-cells';
import type { Table, TableCell } from './table';

/** The cells of a total, from the sums of all owners' shares in canonical order. */
export function publishTotals(
  table: Table,
  totals: Int32Array,
  isZero: (cell: TableCell) => boolean,
): readonly PublishedCell[] {
  if (totals.length !== table.cells.length) {
    throw new RangeError(`${table.id} has ${table.cells.length} cells, not ${totals.length}.`);
  }
  const { leastTotal } = noiseLevelOf(table);
  return publishCells(
    table,
    table.cells.map((cell, place) => {
      if (isZero(cell)) return undefined;
      const value = totals[place] ?? 0;
      return { value, passes: value >= leastTotal };
    }),
  );
}
