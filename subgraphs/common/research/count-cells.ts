import type { DataSource } from 'typeorm';

import { MOST_SESSIONS } from '../../../disclosure-control/budget';
import { type Dimension, DIMENSIONS, type Jurisdiction3 } from '../../../disclosure-control/lattice';
import type { Table } from '../../../disclosure-control/table';
import { researchRefused } from './research-refusals';
import { RESEARCH_COLUMNS } from './research-register';
import { newestSnapshot } from './snapshots';

/** What a table is made of, as it is: this never leaves the owner. */
export interface CountedCells {
  /** People by cell key; a cell that is not named has none. */
  readonly people: ReadonlyMap<string, number>;
  /** Sessions of mentoring by cell key, each person's within the published bounds; empty unless they are asked for. */
  readonly sessions: ReadonlyMap<string, number>;
}

type Counted = Record<string, number> & { readonly people: number; readonly sessions: number };

const COLUMNS: Readonly<Partial<Record<Dimension, string>>> = {
  COHORT_YEAR: 'cohort_year',
  COHORT_QUARTER: 'cohort_quarter',
  ...RESEARCH_COLUMNS,
};

/** Counts a table over the rows of a snapshot, in one statement; refuses where another one has taken its place. */
export async function countCells(
  maintenance: DataSource,
  table: Table,
  snapshot: number,
  jurisdiction: Jurisdiction3,
  of: 'PEOPLE' | 'SESSIONS',
): Promise<CountedCells> {
  const columns = table.dimensions.flatMap((dimension) => COLUMNS[dimension] ?? []);
  const grouped = columns.length === 0 ? '' : `group by ${columns.join(', ')}`;
  const counted = [
    'count(*)::int as people',
    ...(of === 'PEOPLE' ? [] : [`sum(least(greatest(mentoring_sessions, 0), ${MOST_SESSIONS}))::int as sessions`]),
  ];
  const recorded = of === 'PEOPLE' ? '' : 'and mentoring_sessions is not null';
  // One view of the database for both, so that the rows are still there if the snapshot is.
  const rows = await maintenance.transaction('REPEATABLE READ', async (manager) => {
    if ((await newestSnapshot(manager))?.number !== snapshot) throw researchRefused('SNAPSHOT_CHANGED');
    return manager.query<Counted[]>(
      `select ${[...columns, ...counted].join(', ')} from research_row where snapshot = $1 ${recorded} ${grouped}`,
      [snapshot],
    );
  });
  const keyOf = (row: Counted): string =>
    table.dimensions
      .map((dimension) => {
        const column = COLUMNS[dimension];
        return column === undefined ? jurisdiction : DIMENSIONS[dimension][row[column] ?? -1];
      })
      .join('|');
  return {
    people: new Map(rows.map((row) => [keyOf(row), row.people])),
    sessions: new Map(of === 'PEOPLE' ? [] : rows.map((row) => [keyOf(row), row.sessions])),
  };
}
