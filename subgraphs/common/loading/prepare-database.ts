import type { DataSource } from 'typeorm';

import { ConfigurationError } from '../../../service/environment';
import { secureRows } from '../row-security/secure-rows';
import { migrate } from '../storage/migrate';
import { loadRecords, loadReference, type RecordSet } from './load-records';
import { batchesOf } from './ordinary-people';
import { isOwnerOfPeople, type PeopleWanted } from './people-wanted';
import { Subject } from './subject';
import type { OwnerDefinition } from '../serving/owner-definition';
import type { Store } from '../storage/store';

export interface Population {
  readonly seed: string;
  /** Calendar date to which the synthetic people's dates relate. */
  readonly anchor: string;
  /** How many there are beside the named people; those alone when it says nothing. */
  readonly people?: PeopleWanted;
  /** Only the first so many of them, the named people among them: they are the same as in the whole population. */
  readonly first?: number;
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
  progress: (text: string) => void,
): Promise<DatabaseMark> {
  progress('bringing the database up to date');
  await migrate(store.maintenance, owner.migrations, (runner) => secureRows(runner, owner, store.applicationRole));
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
  // One transaction for all and the mark: whatever interrupts it leaves an empty database, never half of one.
  await loadRecords(store.maintenance, syntheticPeople(owner, population, progress), async (manager) => {
    await manager.query("insert into database_mark (kind, seed, anchor) values ('synthetic', $1, $2)", [
      population.seed,
      population.anchor,
    ]);
  });
  progress('counting what was loaded');
  await store.maintenance.query('analyze');
  return 'synthetic';
}

async function readMark(dataSource: DataSource): Promise<DatabaseMark> {
  const rows = await dataSource.query<{ kind: 'synthetic' | 'real' }[]>('select kind from database_mark');
  return rows[0]?.kind ?? 'unmarked';
}

const TELL_EVERY_MS = 2_000;

/** The named people and then the ordinary ones, batch by batch: each is forgotten before the next is made. */
export function* syntheticPeople(
  owner: OwnerDefinition,
  { seed, anchor, people = 'named', first }: Population,
  progress: (text: string) => void,
): Iterable<RecordSet> {
  let made = 0;
  for (const set of owner.populate(seed, anchor)) {
    if (set.table === Subject) made += set.rows.length;
    yield set;
  }
  if (owner.ordinary === undefined || people === 'named' || !isOwnerOfPeople(owner.name)) return;
  const all = people[owner.name];
  const total = Math.min(all, first ?? all);
  if (made > all) {
    throw new ConfigurationError(
      `${owner.name} has ${String(made)} people of whom the agreements speak, and cannot do with ${String(all)}.`,
    );
  }
  const named = made;
  let told = Date.now();
  for (const { from, to } of batchesOf(Math.max(0, total - named))) {
    yield* owner.ordinary({ seed, anchor, people, from, to });
    made = named + to;
    if (Date.now() - told < TELL_EVERY_MS && made < total) continue;
    told = Date.now();
    progress(`${made.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} people`);
  }
}
