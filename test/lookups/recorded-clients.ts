// People whom a test has the Safety House of a running hub record, as its own systems would: by SQL, with the
// administrator's login, on real PostgreSQL only.
import { Client } from 'pg';

import type { Identity } from '../../matching/identity';
import { hub } from '../hub/hub';

export interface RecordedClient {
  readonly id: string;
  /** With both names and a whole birth date; without aliases. */
  readonly identity: Identity;
}

export interface OpenedDatabases {
  readonly owner: Client;
  readonly exchange: Client;
}

const TOLD_WITHIN_MS = 180_000;

/** Records clients with an open case, does something when all are in the index of the exchange, and deletes them. */
export async function withRecordedClients<Result>(
  people: readonly RecordedClient[],
  work: (opened: OpenedDatabases) => Promise<Result>,
): Promise<Result> {
  const owner = new Client({ connectionString: hub.databases['safety-house'] });
  const exchange = new Client({ connectionString: hub.databases['exchange'] });
  await Promise.all([owner.connect(), exchange.connect()]);
  try {
    await record(owner, people);
    await untilTold(owner, exchange, people);
    return await work({ owner, exchange });
  } finally {
    for (const table of ['safety_case', 'client', 'subject'])
      await owner.query(`delete from ${table} where id = any ($1)`, [people.map(({ id }) => id)]);
    await Promise.all([owner.end(), exchange.end()]);
  }
}

async function record(owner: Client, people: readonly RecordedClient[]): Promise<void> {
  const rows = people.map(({ id, identity: { givenName, familyName, birthDate, birthPlace } }) => ({
    id,
    given: givenName,
    name: `${givenName ?? ''} ${familyName ?? ''}`,
    born: birthDate,
    place: birthPlace,
  }));
  const source = 'jsonb_to_recordset($1::jsonb) as w(id text, given text, name text, born date, place text)';
  await owner.query('begin');
  for (const statement of [
    `insert into subject select id from ${source}`,
    `insert into client (id, given_name, name, birth_date, birth_place) select id, given, name, born, place from ${source}`,
    `insert into safety_case (id, subject_id, stage) select id, id, 'SCREENING' from ${source}`,
  ]) {
    await owner.query(statement, [JSON.stringify(rows)]);
  }
  await owner.query('commit');
}

async function untilTold(owner: Client, exchange: Client, people: readonly RecordedClient[]): Promise<void> {
  for (const deadline = Date.now() + TOLD_WITHIN_MS; ;) {
    const { rows } = await owner.query<{ record: string }>(
      `select record from lookup_record r where subject_id = any ($1)
         and not exists (select from lookup_stale s where s.subject_id = r.subject_id)`,
      [people.map(({ id }) => id)],
    );
    const told = await exchange.query<{ records: number }>(
      'select count(distinct record)::integer as records from lookup_tag where record = any ($1::uuid[])',
      [rows.map(({ record }) => record)],
    );
    const records = told.rows[0]?.records ?? 0;
    if (records === people.length) return;
    if (Date.now() > deadline) {
      throw new Error(`Of ${String(people.length)} people ${String(records)} are at the exchange.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
