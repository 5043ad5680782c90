import type { DataSource, EntityManager } from 'typeorm';

import type { Quarter } from './quarters';
import { researchRefused } from './research-refusals';

/** A snapshot as it stands in the database. */
export interface Snapshot {
  readonly number: number;
  /** A keyed digest of quarter and rows. */
  readonly id: string;
  readonly quarter: Quarter;
  /** The last quarter of entry in it. */
  readonly closedUntil: Quarter;
  readonly takenAt: Date;
  /** Which research key it was taken with. */
  readonly key: string;
}

/** The newest snapshot, of which alone tables are made; undefined where none was taken. */
export async function newestSnapshot(
  database: DataSource | EntityManager,
  { locked = false } = {},
): Promise<Snapshot | undefined> {
  const [snapshot] = await database.query<Snapshot[]>(
    `select number, id, quarter, closed_until as "closedUntil", taken_at as "takenAt", key
     from research_snapshot order by quarter desc limit 1${locked ? ' for update' : ''}`,
  );
  return snapshot;
}

/** The snapshot of which tables are made; refuses where there is none that was taken with this key. */
export async function askedSnapshot(
  database: DataSource | EntityManager,
  key: string,
  options?: { readonly locked?: boolean },
): Promise<Snapshot> {
  const newest = await newestSnapshot(database, options);
  // By another key the noise of a table that was given already would be drawn a second time.
  if (newest?.key !== key) throw researchRefused('NO_SNAPSHOT');
  return newest;
}
