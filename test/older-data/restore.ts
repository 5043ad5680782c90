// Brings the databases of all owners to what a former version left, as this program's environment says where they
// are. A program of its own: the embedded engine does not live in a test's world.
import 'reflect-metadata';

import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { OWNER_DEFINITIONS } from '../../development/owner-definitions';
import { prepareDataFolder } from '../../service/data-folder';
import { readOwnerConfiguration } from '../../subgraphs/common/serving/configuration';
import type { OwnerDefinition } from '../../subgraphs/common/serving/owner-definition';
import { migrate } from '../../subgraphs/common/storage/migrate';
import { openStore } from '../../subgraphs/common/storage/store';
import { type OlderData, readOlderData } from './older-data';

async function restore(version: string): Promise<void> {
  const data = readOlderData(version);
  writeFileSync(path.join(prepareDataFolder(), 'population.json'), `${JSON.stringify(data.population)}\n`);
  for (const owner of OWNER_DEFINITIONS) await restoreOwner(owner, data);
}

async function restoreOwner(owner: OwnerDefinition, { databases }: OlderData): Promise<void> {
  const { steps, tables } = databases[owner.name];
  const store = await openStore(readOwnerConfiguration(owner.name).store, []);
  try {
    const applied = owner.migrations.filter(({ name }) => steps.some((step) => step.name === name));
    await migrate(store.maintenance, applied);
    await store.maintenance.transaction(async (manager) => {
      // Rows come in no particular order: what refers to what is held again from the next transaction on.
      await manager.query("set local session_replication_role = 'replica'");
      for (const [table, rows] of Object.entries(tables)) {
        const [{ names }] = await manager.query<[{ names: string }]>(
          "select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns " +
            "where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'",
          [table],
        );
        await manager.query(
          `insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
          [JSON.stringify(rows)],
        );
      }
    });
  } finally {
    await store.close();
  }
}

void restore(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
