import type { Dimension, Jurisdiction3 } from '../../../disclosure-control/lattice';
import { isStructuralZero, tableOf } from '../../../disclosure-control/table';
import { closedUntil } from './give-table';
import type { OwnerSnapshot } from './owner-calls';
import { isRate, type Question, rowDimensions } from './read-question';

/** What a table will be like, said before it is asked for, from the lattice and the quarter alone: never from data. */
export interface TableDesign {
  /** Rows that will be answered. */
  readonly rows: number;
  /** Of these, in which nobody can be: cohorts that are not closed, and what an owner never records. */
  readonly structuralZeros: number;
  /** Cells of the whole table, all of which the owners count and protect, whatever rows are asked for. */
  readonly cells: number;
  /** The same question with one break-down less, each with its number of cells. */
  readonly coarser: readonly { readonly dimensions: readonly Dimension[]; readonly cells: number }[];
}

export function designOf(question: Question, snapshots: ReadonlyMap<Jurisdiction3, OwnerSnapshot>): TableDesign {
  const { table, selected, measure } = question;
  const closed = [...snapshots.values()].map(closedUntil);
  const ofRows = rowDimensions(question);
  const rows = new Map<string, boolean>();
  for (const cell of table.cells) {
    const { categories } = cell;
    const isAsked = table.dimensions.every(
      (dimension, at) => (selected.get(dimension) ?? categories[at]) === categories[at],
    );
    if (!isAsked) continue;
    const row = ofRows.map((dimension) => categories[table.dimensions.indexOf(dimension)]).join('|');
    const isZero = closed.some((each) => isStructuralZero(table, cell, each));
    // A row of a rate is read from several cells.
    rows.set(row, isZero && (rows.get(row) ?? true));
  }
  return {
    rows: rows.size,
    structuralZeros: [...rows.values()].filter(Boolean).length,
    cells: table.cells.length,
    coarser: ofRows
      .filter((dimension) => dimension !== 'JURISDICTION' || !isMean(measure))
      .flatMap((dimension) => {
        const dimensions = table.dimensions.filter((each) => each !== dimension);
        const isEmpty = dimensions.length === 0 || (isRate(measure) && ofRows.length === 1);
        return isEmpty ? [] : [{ dimensions, cells: tableOf(dimensions).cells.length }];
      }),
  };
}

function isMean(measure: Question['measure']): boolean {
  return measure === 'MEAN_MENTORING_SESSIONS';
}
