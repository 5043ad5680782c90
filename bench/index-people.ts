// A whole register indexed by its owner, end to end: read, tagged, kept and handed to the exchange, as the keeper of the
// tags does it but without its rests.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { createLog } from '../service/log';
import { prepareDatabase } from '../subgraphs/common/loading/prepare-database';
import { LEAST_PEOPLE } from '../subgraphs/common/loading/people-wanted';
import { Subject } from '../subgraphs/common/loading/subject';
import { likeliest } from '../subgraphs/common/lookup/find-candidates';
import { openOwnerLookups } from '../subgraphs/common/lookup/open-owner-lookups';
import { openStore, type Store, type StoreLocation } from '../subgraphs/common/storage/store';
import { safetyHouse } from '../subgraphs/safety-house/definition';

export interface PeopleIndexed {
  readonly people: number;
  readonly aSecond: number;
  /** Milliseconds of this process for each of the first quarter, and of the last: the same, however many there are. */
  readonly cpuMillisecondsEach: { readonly firstQuarter: number; readonly lastQuarter: number };
  /** Whether candidates in clear are found by the index of trigrams, when half of the people are indexed and when all are. */
  readonly candidatesByIndex: readonly [boolean, boolean];
}

/** Indexes so many people of the Safety House, who are loaded first. */
export async function indexPeople(location: StoreLocation, wanted: number): Promise<PeopleIndexed> {
  const folder = mkdtempSync(path.join(tmpdir(), 'concordat-bench-keys-'));
  const store = await openStore(location, [Subject, ...safetyHouse.internalTables, ...safetyHouse.records]);
  try {
    const population = {
      seed: '1',
      anchor: '2026-03-01',
      people: { ...LEAST_PEOPLE, 'safety-house': wanted },
    };
    await prepareDatabase(safetyHouse, store, population, () => undefined);
    const { keeper } = await openOwnerLookups({
      owner: safetyHouse,
      store,
      env: { CONCORDAT_DATA_DIR: folder },
      push: ({ position }) => Promise.resolve({ position, isInStep: true }),
      clock: { now: () => new Date() },
      log: createLog('bench', { LOG_LEVEL: 'silent' }),
    });
    const [{ people }] = await store.maintenance.query<[{ people: number }]>(
      'select count(*)::integer as people from lookup_stale',
    );
    const indexUpTo = async (count: number): Promise<{ seconds: number; cpuMillisecondsEach: number }> => {
      const [begun, before, already] = [performance.now(), process.cpuUsage(), keeper.tagged];
      for (let more = true; more && keeper.tagged < count;) {
        const tagged = await keeper.tagSome();
        more = (await keeper.tell()) || tagged > 0;
      }
      const { user, system } = process.cpuUsage(before);
      return {
        seconds: (performance.now() - begun) / 1000,
        cpuMillisecondsEach: (user + system) / 1000 / (keeper.tagged - already),
      };
    };
    const first = await indexUpTo(people / 4);
    const second = await indexUpTo(people / 2);
    const whileLoading = await isByIndex(store);
    const third = await indexUpTo((people * 3) / 4);
    const last = await indexUpTo(people);
    const seconds = [first, second, third, last].reduce((sum, each) => sum + each.seconds, 0);
    return {
      people,
      aSecond: Math.round(people / seconds),
      cpuMillisecondsEach: {
        firstQuarter: Number(first.cpuMillisecondsEach.toFixed(2)),
        lastQuarter: Number(last.cpuMillisecondsEach.toFixed(2)),
      },
      candidatesByIndex: [whileLoading, await isByIndex(store)],
    };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function isByIndex({ maintenance }: Store): Promise<boolean> {
  const [{ schema }] = await maintenance.query<[{ schema: string }]>(
    `select quote_ident(n.nspname) as schema from pg_extension e join pg_namespace n on n.oid = e.extnamespace
     where e.extname = 'pg_trgm'`,
  );
  const plan = await maintenance.query<object[]>(`explain (format json) ${likeliest(schema)}`, [
    ['jan bakker'],
    'nps',
    'sought',
    '1980-01-02',
  ]);
  return JSON.stringify(plan).includes('"lookup_name_trigrams"');
}
