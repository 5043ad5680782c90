// All bytes that an owner's database has: on PostgreSQL every row of every table as text, on the embedded engine every
// file of its folder, its log of changes among them, where nothing is compressed that is as small as a name.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { Client } from 'pg';

import type { OwnerName } from '../../schema/owners';
import { hub } from '../hub/hub';

/** What an owner keeps, as one text in which names can be sought. */
export async function keptBy(owner: OwnerName): Promise<string> {
  const url = hub.databases[owner];
  if (url === undefined) return filesBelow(path.join(hub.dataFolder, 'databases', owner));
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    const texts: string[] = [];
    for (const { name } of rows) {
      const { rows: kept } = await client.query<{ text: string }>(`select t::text as text from ${name} t`);
      texts.push(...kept.map(({ text }) => text));
    }
    return texts.join('\n');
  } finally {
    await client.end();
  }
}

function filesBelow(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name)).toString('latin1'))
    .join('\n');
}
