import type { DataSource } from 'typeorm';

import { ConfigurationError } from '../../../service/environment';
import { migrate } from '../storage/migrate';
import { loadRecords, loadReference } from './load-records';
import type { OwnerDefinition } from '../serving/owner-definition';
import type { Store } from '../storage/store';

export interface Population {
  readonly seed: string;
  /** Calendar date to which the synthetic people's dates relate. */
  readonly anchor: string;
}

/** What the database says of its people. */
export type DatabaseMark = 'synthetic' | 'real' | 'unmarked';

/**
 * Migrates the database and, in development and only where there is nothing yet, loads the synthetic people and marks
 * the database so. Returns the mark: a proposed protocol permits on a synthetic database only.
 */
export async function prepareDatabase(
  owner: OwnerDefinition,
  store: Store,
  population: Population | undefined,
  applicationRole: string | undefined,
  progress: (text: string) => void,
): Promise<DatabaseMark> {
  progress('bringing the database up to date');
  await migrate(
    store.maintenance,
    owner.migrations,
    owner.predicates.map((predicate) => predicate.definition),
    applicationRole,
  );
  if (owner.reference !== undefined) await loadReference(store.maintenance, owner.reference());
  const mark = await readMark(store.maintenance);
  if (mark !== 'unmarked' || population === undefined) return mark;
  const [{ taken }] = await store.maintenance.query<[{ taken: boolean }]>(
    'select exists (select 1 from subject) as taken',
  );
  if (taken) {
    throw new ConfigurationError([
      `The database of ${owner.name} holds people but is not marked; it will not be filled with synthetic ones. ` +
        'Mark it, or point this owner at an empty database.',
    ]);
  }
  progress('loading synthetic people');
  await loadRecords(store.maintenance, owner.populate(population.seed, population.anchor), async (manager) => {
    await manager.query("insert into database_mark (kind, seed, anchor) values ('synthetic', $1, $2)", [
      population.seed,
      population.anchor,
    ]);
  });
  await store.maintenance.query('analyze');
  return 'synthetic';
}

async function readMark(dataSource: DataSource): Promise<DatabaseMark> {
  const rows = await dataSource.query<{ kind: 'synthetic' | 'real' }[]>('select kind from database_mark');
  return rows[0]?.kind ?? 'unmarked';
}
