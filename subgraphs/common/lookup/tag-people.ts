// From a changed record to what the exchange is to be told. Tags are computed outside any transaction, because the
// embedded engine has one session and everybody else would wait; what was computed is kept only if nothing changed
// meanwhile. A crash in between loses nothing: who is stale stays stale until it is kept.
import type { DataSource, EntityManager } from 'typeorm';

import type { LookupKey } from '../../../blinding/lookup-key';
import { deriveRecordKeys } from '../../../matching/keys/derive-match-keys';
import type { Clock } from '../../../service/clock';
import type { KeptRotation } from './kept-rotation';
import { identityOf, type RegisteredPerson } from './lookup-register';
import { searchedBirthDate, searchedNames } from './searched-names';

interface StaleRow extends Omit<RegisteredPerson, 'indexed'> {
  /** Null: not in the register. */
  readonly indexed: boolean | null;
  readonly stale_id: string;
  readonly mark: number;
  readonly record: string | null;
  readonly keys: readonly string[] | null;
  readonly digest: string | null;
  readonly told_audience: readonly string[] | null;
  readonly names: readonly string[];
  readonly named_date: string | null;
}

interface Tag {
  readonly key: string;
  readonly tag: string;
}

/** What is to be kept of one person, if the record is still as it was read. */
interface Settled {
  readonly subject_id: string;
  readonly mark: number;
  /** Undefined: nobody to index. */
  readonly indexed:
    | {
        readonly keys: readonly string[];
        readonly digest: string;
        readonly audience: readonly string[] | null;
        readonly until: Date | string | null;
        /** Undefined where the exchange knows it already. */
        readonly tags: readonly Tag[] | undefined;
      }
    | undefined;
  /** Undefined where they stand already. */
  readonly names: { readonly names: readonly string[]; readonly birthDate: string | null } | undefined;
}

/**
 * Tags the next so many stale people; how many they were. What changed while they were tagged, or is just being changed
 * by another transaction, is left for the next time.
 */
export async function tagPeople(
  maintenance: DataSource,
  rotation: KeptRotation,
  clock: Clock,
  atMost: number,
): Promise<number> {
  const stale = await readStale(maintenance, clock.now(), atMost);
  if (stale.length === 0) return 0;
  const keys = rotation.pushed;
  const settled: Settled[] = [];
  for (const row of stale) settled.push(await settle(row, keys));
  await maintenance.transaction(async (manager) => {
    // The key may be replaced by another process, or just now.
    if (await rotation.isPushed(manager, keys)) await keep(manager, settled);
  });
  return stale.length;
}

/** One statement, and so one moment: the mark and the record belong together. Single changes come before loads. */
function readStale(maintenance: DataSource, now: Date, atMost: number): Promise<StaleRow[]> {
  return maintenance.query<StaleRow[]>(
    // The names and their date at once: the least date alone would be sought through the index of all dates.
    `with stale as materialized (select subject_id, mark from lookup_stale order by of_many, mark limit $1)
     select s.subject_id as stale_id, s.mark, p.*, r.record, r.keys, r.digest, r.audience as told_audience,
       n.names, n.named_date
     from stale s
     left join lookup_register(array(select subject_id from stale), $2) p on p.subject_id = s.subject_id
     left join lateral (select * from lookup_record one where one.subject_id = s.subject_id offset 0) r on true
     cross join lateral (
       select coalesce(array_agg(one.name), '{}') as names, min(one.birth_date) as named_date
       from lookup_name one where one.subject_id = s.subject_id
     ) n`,
    [atMost, now],
  );
}

async function settle(row: StaleRow, keys: readonly LookupKey[]): Promise<Settled> {
  const base = { subject_id: row.stale_id, mark: row.mark };
  if (row.indexed === null) return { ...base, indexed: undefined, names: isNamed(row, [], null) };
  const identity = identityOf(row);
  const names = isNamed(row, searchedNames(identity), searchedBirthDate(identity));
  if (!row.indexed) return { ...base, indexed: undefined, names };
  const texts = deriveRecordKeys(identity).map(({ text }) => text);
  const ids = keys.map(({ id }) => id);
  const digest = (keys.at(-1) as LookupKey).digest([...texts].sort().join('\n'));
  const isTold = row.digest === digest && isSame(row.keys, ids) && isSame(row.told_audience, row.audience);
  const tags: Tag[] = [];
  if (!isTold) {
    for (const key of keys) tags.push(...(await key.tagsOf(texts)).map((tag) => ({ key: key.id, tag })));
  }
  const { audience, until } = row;
  return { ...base, indexed: { keys: ids, digest, audience, until, tags: isTold ? undefined : tags }, names };
}

function isNamed(row: StaleRow, names: readonly string[], birthDate: string | null): Settled['names'] {
  const stands = isSame([...row.names].sort(), names) && (names.length === 0 || row.named_date === birthDate);
  return stands ? undefined : { names, birthDate };
}

function isSame(one: readonly string[] | null, other: readonly string[] | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

async function keep(manager: EntityManager, settled: readonly Settled[]): Promise<void> {
  const write = (sql: string, rows: readonly object[]): Promise<unknown> =>
    rows.length === 0 ? Promise.resolve() : manager.query(sql, [JSON.stringify(rows)]);
  // Who is locked is being changed at this moment, and has another mark afterwards.
  const unchanged = await manager.query<{ subject_id: string }[]>(
    `with unchanged as (
       select s.subject_id from lookup_stale s
       join jsonb_to_recordset($1::jsonb) as w(subject_id text, mark bigint) on w.subject_id = s.subject_id and w.mark = s.mark
       order by s.subject_id for update of s skip locked
     ), done as (
       delete from lookup_stale s using unchanged u where s.subject_id = u.subject_id returning s.subject_id
     )
     select subject_id from done`,
    [JSON.stringify(settled.map(({ subject_id, mark }) => ({ subject_id, mark })))],
  );
  const here = new Set(unchanged.map(({ subject_id }) => subject_id));
  const kept = settled.filter(({ subject_id }) => here.has(subject_id));

  const gone = kept.flatMap(({ subject_id, indexed }) => (indexed === undefined ? [{ subject_id }] : []));
  await write(
    `with gone as (
       delete from lookup_record r using jsonb_to_recordset($1::jsonb) as w(subject_id text)
       where r.subject_id = w.subject_id returning r.record
     )
     insert into lookup_outbox (change) select jsonb_build_object('record', record, 'removed', true) from gone`,
    gone,
  );
  const indexed = kept.flatMap(({ subject_id, indexed: one }) =>
    one === undefined ? [] : [{ subject_id, ...one, tags: one.tags ?? null }],
  );
  await write(
    `with written as (
       insert into lookup_record (subject_id, keys, digest, audience, until)
       select subject_id, keys, digest, audience, until from jsonb_to_recordset($1::jsonb)
         as w(subject_id text, keys text[], digest text, audience text[], until timestamptz)
       on conflict (subject_id) do update set keys = excluded.keys, digest = excluded.digest,
         audience = excluded.audience, until = excluded.until
       returning subject_id, record, audience
     )
     insert into lookup_outbox (change)
     select jsonb_build_object('record', written.record, 'tags', w.tags, 'audience', to_jsonb(written.audience))
     from written join jsonb_to_recordset($1::jsonb) as w(subject_id text, tags jsonb) using (subject_id)
     where jsonb_typeof(w.tags) = 'array'`,
    indexed,
  );
  const named = kept.flatMap(({ subject_id, names }) => (names === undefined ? [] : [{ subject_id, ...names }]));
  // By the ids themselves: joined, the whole table would be read for each few people.
  await manager.query('delete from lookup_name where subject_id = any ($1::text[])', [
    named.map(({ subject_id }) => subject_id),
  ]);
  await write(
    `insert into lookup_name (subject_id, name, birth_date)
     select w.subject_id, name, w."birthDate" from jsonb_to_recordset($1::jsonb)
       as w(subject_id text, names text[], "birthDate" text), unnest(w.names) name`,
    named,
  );
}
