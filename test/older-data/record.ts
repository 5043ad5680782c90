// Records what `npm start` keeps today, so that the versions to come are shown to start on it:
//   node scripts/run.mjs test/older-data/record <name>
import 'reflect-metadata';

import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import { OWNER_DEFINITIONS } from '../../development/owner-definitions';
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
    await prepareDatabase(owner, store, { seed: String(seed), anchor }, undefined, () => undefined);
    const query = <Row>(sql: string): Promise<Row[]> => store.maintenance.query<Row[]>(sql);
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

void record(process.argv[2] ?? 'unnamed');
