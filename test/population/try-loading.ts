// What becomes of a database whose loading is interrupted, and what is told while it goes on; printed as JSON. A program
// of its own: the embedded engine does not live in a test's world.
import 'reflect-metadata';

import { prepareDatabase } from '../../subgraphs/common/loading/prepare-database';
import { Subject } from '../../subgraphs/common/loading/subject';
import type { OwnerDefinition } from '../../subgraphs/common/serving/owner-definition';
import { openStore } from '../../subgraphs/common/storage/store';
import { eri } from '../../subgraphs/eri/definition';

const PEOPLE = { 'knowsley-iom': 400, 'safety-house': 200, eri: 700 };

async function tryLoading(): Promise<void> {
  const population = { seed: '1', anchor: '2026-03-01', people: PEOPLE };
  const store = await openStore({ kind: 'embedded' }, [Subject, ...eri.internalTables, ...eri.records]);
  const counted = async (): Promise<{ people: number; marks: number }> => {
    const [row] = await store.maintenance.query<[{ people: number; marks: number }]>(
      'select (select count(*) from subject) as people, (select count(*) from database_mark) as marks',
    );
    return row;
  };
  const interrupted: OwnerDefinition = {
    ...eri,
    ordinary: (batch) => {
      if (batch.from > 0) throw new Error('interrupted');
      return eri.ordinary?.(batch) ?? [];
    },
  };
  const told: string[] = [];
  try {
    const failure = await prepareDatabase(interrupted, store, population, () => undefined).catch((error: unknown) =>
      error instanceof Error ? error.message : String(error),
    );
    const afterInterruption = await counted();
    await prepareDatabase(eri, store, population, (text) => told.push(text));
    process.stdout.write(JSON.stringify({ failure, afterInterruption, afterwards: await counted(), told }));
  } finally {
    await store.close();
  }
}

tryLoading().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
