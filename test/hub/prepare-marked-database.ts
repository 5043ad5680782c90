// Brings one owner's database to the code's state with one person in it and the given mark, as its operator would
// have it before development's programs come near. A program of its own: the embedded engine does not live in a
// test's world.
import 'reflect-metadata';

import { OWNER_DEFINITIONS } from '../../development/owner-definitions';
import { prepareDataFolder } from '../../service/data-folder';
import { prepareDatabase } from '../../subgraphs/common/loading/prepare-database';
import { Subject } from '../../subgraphs/common/loading/subject';
import { readOwnerConfiguration } from '../../subgraphs/common/serving/configuration';
import { openStore } from '../../subgraphs/common/storage/store';

async function prepare(name: string, mark: string, newer: string | undefined): Promise<void> {
  const definition = OWNER_DEFINITIONS.find((owner) => owner.name === name);
  if (definition === undefined) throw new Error(`There is no owner ${name}.`);
  prepareDataFolder();
  const store = await openStore(readOwnerConfiguration(definition.name).store, [
    Subject,
    ...definition.internalTables,
    ...definition.records,
  ]);
  try {
    await prepareDatabase(definition, store, undefined, () => undefined);
    await store.maintenance.query("insert into subject (id) values ('somebody')");
    if (mark !== 'unmarked') await store.maintenance.query('insert into database_mark (kind) values ($1)', [mark]);
    if (newer !== undefined) await store.maintenance.query('insert into migration (name) values ($1)', [newer]);
  } finally {
    await store.close();
  }
}

void prepare(process.argv[2] ?? '', process.argv[3] ?? '', process.argv[4]).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
