// Records what `npm start` keeps today, so that the versions to come are shown to start on it:
//   node scripts/run.mjs test/older-data/record <name>
import 'reflect-metadata';

import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import fc from 'fast-check';

import { OWNER_DEFINITIONS } from '../../development/owner-definitions';
import { anyBody } from '../../ledger/fixture/any-ledger';
import { LedgerWriter } from '../../ledger/ledger-writer';
import { sqlLedgerStore } from '../../ledger/storage/sql-ledger-store';
import { prepareDatabase } from '../../subgraphs/common/loading/prepare-database';
import { Subject } from '../../subgraphs/common/loading/subject';
import type { OwnerDefinition } from '../../subgraphs/common/serving/owner-definition';
import { openStore } from '../../subgraphs/common/storage/store';
import { hashOf } from './older-data';

const POPULATION = { seed: 1, anchor: '2026-11-01' };

async function record(name: string): Promise<void> {
  const databases: Record<string, unknown> = {};
  for (const owner of OWNER_DEFINITIONS) databases[owner.name] = await recordOwner(owner);
  writeFileSync(
    `test/older-data/recorded/${name}.json.gz`,
    gzipSync(JSON.stringify({ population: POPULATION, databases }), { level: 9 }),
  );
}

async function recordOwner(owner: OwnerDefinition): Promise<unknown> {
  const store = await openStore({ kind: 'embedded' }, [Subject, ...owner.internalTables, ...owner.records]);
  try {
    const { seed, anchor } = POPULATION;
    await prepareDatabase(owner, store, { seed: String(seed), anchor }, () => undefined);
    const query = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
      store.maintenance.query<Row[]>(sql, values);
    await recordDisclosures(new LedgerWriter(sqlLedgerStore(query)));
    const names = await query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public' " +
        "and table_type = 'BASE TABLE' and table_name <> 'migration' order by 1",
    );
    const tables: Record<string, unknown> = {};
    for (const { name } of names) {
      const [row] = await query<{ rows: unknown }>(`select coalesce(json_agg(t), '[]') as rows from ${name} t`);
      tables[name] = row?.rows;
    }
    return { steps: owner.migrations.map(({ name, sql }) => ({ name, hash: hashOf(sql) })), tables };
  } finally {
    await store.close();
  }
}

/** Entries in the form of this version: the versions to come must still verify them. */
async function recordDisclosures(ledger: LedgerWriter): Promise<void> {
  for (const body of fc.sample(anyBody, { numRuns: 20, seed: POPULATION.seed })) {
    await ledger.append({ body: { ...body, caseReference: null }, texts: [] });
  }
}

void record(process.argv[2] ?? 'unnamed');
