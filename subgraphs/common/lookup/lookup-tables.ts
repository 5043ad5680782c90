// The tables of the owner's side of the lookup, and the triggers that keep them true to the records. All of them stand
// behind forced row security without a policy for the application: maintenance alone reads and writes them, also where
// they hold no person, since what changes in the index is nobody's to read.
import type { MigrationStep } from '../storage/migrate';

/** Of more people at once it is a load or a repair, which waits until single changes are done. */
const A_LOAD = 100;

/** What every owner that is looked up has. */
export const LOOKUP_STEP: MigrationStep = {
  name: 'common-0006-lookup',
  sql: `
    create sequence lookup_stale_mark;
    create table lookup_stale (
      subject_id text primary key,
      mark bigint not null default nextval('lookup_stale_mark'),
      of_many boolean not null,
      since timestamptz not null default clock_timestamp()
    );
    create index on lookup_stale (of_many, mark);
    comment on table lookup_stale is 'Whose tags may no longer be true to the record: filled in the transaction that changes it.';
    comment on column lookup_stale.mark is 'Another one at each change: what was made from an older state is not kept.';

    create table lookup_record (
      subject_id text primary key,
      record uuid not null unique default gen_random_uuid(),
      keys text[] not null,
      digest text not null,
      audience text[],
      until timestamptz
    );
    create index on lookup_record (until) where until is not null;
    comment on table lookup_record is 'Who is in the index: under which random id, by which lookup keys, for whom, until when.';

    create table lookup_outbox (id bigserial primary key, change jsonb not null, position bigint);
    create index on lookup_outbox (position);
    create sequence lookup_position;
    comment on table lookup_outbox is 'What the exchange was not told yet, in order. A position is a batch that was sent.';

    create table lookup_key_rotation (only_one boolean primary key default true check (only_one), state jsonb not null);
    comment on table lookup_key_rotation is 'Which lookup key is in force, and how far its replacement has come.';

    create table lookup_keeper (
      only_one boolean primary key default true check (only_one), holder uuid not null, until timestamptz not null
    );
    comment on table lookup_keeper is 'Which of the owner’s processes keeps the tags at present: one tells the exchange, in order.';

    create table lookup_asked (
      kind text not null check (kind in ('OWN_PERSON', 'OWN_ORGANISATION', 'PERSON', 'ORGANISATION')),
      id text not null,
      asked jsonb not null,
      changed_at timestamptz not null,
      primary key (kind, id)
    );
    comment on table lookup_asked is 'How much who asked, here (OWN) and from abroad; nothing of whom they sought but keyed digests.';

    create table lookup_tap (organisation text primary key, closed boolean not null, by text not null, at timestamptz not null);
    comment on table lookup_tap is 'Partners whose questions a person closed or opened.';

    create table lookup_distinct (
      one text not null, other text not null, by text not null, at timestamptz not null, primary key (one, other)
    );
    create index on lookup_distinct (other);
    comment on table lookup_distinct is 'Who was found to be two people; a person sought is a keyed digest.';

    create table lookup_name (
      subject_id text not null, name text not null, birth_date text, primary key (subject_id, name)
    );
    create index on lookup_name (birth_date);
    create index on lookup_name (name);
    comment on table lookup_name is 'Plain names of the register, by which candidates are found.';

    create schema if not exists trigram;
    create extension if not exists pg_trgm with schema trigram;
    do $index$ begin
      -- Wherever the administrator put the extension. Without a list of what is still to be sorted in: nobody vacuums the
      -- embedded engine, and with a long list the index is not used.
      execute format('create index lookup_name_trigrams on lookup_name using gin (name %I.gin_trgm_ops) with (fastupdate = off)',
        (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'));
    end $index$;

    create function lookup_touched(p_ids text[], p_now timestamptz) returns void language plpgsql as $touched$
      begin
        if cardinality(p_ids) = 0 then return; end if;
        -- In one order, so that no two transactions wait for each other; and before the record, which it thereby locks.
        insert into lookup_stale (subject_id, of_many)
          select distinct id, cardinality(p_ids) > ${A_LOAD} from unnest(p_ids) id where id is not null order by id
          on conflict (subject_id) do update set mark = nextval('lookup_stale_mark'), since = clock_timestamp(),
            of_many = lookup_stale.of_many and excluded.of_many;
        if exists (select from lookup_record where subject_id = any (p_ids)) then
          with gone as (
            delete from lookup_record r where subject_id = any (p_ids) and not exists (
              select from lookup_register(p_ids, p_now) p where p.subject_id = r.subject_id and p.indexed)
            returning record
          )
          insert into lookup_outbox (change) select jsonb_build_object('record', record, 'removed', true) from gone;
          -- For fewer than before: nobody finds the person until the tags are there for those that remain.
          with narrowed as (
            update lookup_record r set keys = '{}', audience = p.audience from lookup_register(p_ids, p_now) p
            where p.subject_id = r.subject_id and r.keys <> '{}' and p.audience is not null
              and (r.audience is null or not r.audience <@ p.audience)
            returning r.record
          )
          insert into lookup_outbox (change) select jsonb_build_object('record', record, 'removed', true) from narrowed;
        end if;
        if exists (select from lookup_name where subject_id = any (p_ids)) then
          delete from lookup_name n where subject_id = any (p_ids)
            and not exists (select from lookup_register(p_ids, p_now) p where p.subject_id = n.subject_id);
        end if;
      end $touched$;

    create function lookup_forget() returns trigger language plpgsql as $forget$
      begin
        perform lookup_touched(array(select id from old_rows), clock_timestamp());
        delete from lookup_distinct where one in (select id from old_rows) or other in (select id from old_rows);
        return null;
      end $forget$;
    create trigger lookup_forget after delete on subject
      referencing old table as old_rows for each statement execute function lookup_forget();`,
};

/** How far the exchange has been told, so that either of the two notices when the other one was put back. */
export const LOOKUP_TOLD_STEP: MigrationStep = {
  name: 'common-0009-lookup-told',
  sql: `
    alter table lookup_outbox add column stamp uuid;
    comment on column lookup_outbox.stamp is 'Of a batch that was sent: random, so that no other one is taken for it.';
    -- A batch that is under way is sent once more, with a stamp.
    update lookup_outbox set position = null;

    create table lookup_told (only_one boolean primary key default true check (only_one), stamp uuid);
    comment on table lookup_told is 'The stamp of the last batch that the exchange confirmed.';
    -- What was told before there were stamps is told anew.
    insert into lookup_told (stamp) select case when exists (select from lookup_record) then gen_random_uuid() end;`,
};

/** A table of which identities, adulthood, consent or eligibility are made. */
interface RegisterSource {
  readonly table: string;
  /** The column that says who it is about. */
  readonly subject: string;
  /** Columns whose change matters; whoever comes or goes always does. */
  readonly columns: readonly string[];
}

/** The step that has an owner's tables tell of changes; whoever is on record already is indexed by it for the first time. */
export function lookupTriggersStep(name: string, sources: readonly RegisterSource[]): MigrationStep {
  const sql = `${sources.map(triggersOf).join('\n')}
    insert into lookup_stale (subject_id, of_many) select id, true from subject on conflict do nothing;`;
  return { name, sql };
}

/** For whole statements and not row by row, so that a load stays quick. */
function triggersOf({ table, subject, columns }: RegisterSource): string {
  const compared = [subject, ...columns].join(', ');
  const differing = (some: string, others: string): string =>
    `(select ${compared} from ${some} except select ${compared} from ${others})`;
  return `
    create function lookup_of_${table}() returns trigger language plpgsql as $changed$
      declare touched text[];
      begin
        if tg_op = 'INSERT' then touched := array(select ${subject} from new_rows);
        elsif tg_op = 'DELETE' then touched := array(select ${subject} from old_rows);
        elsif tg_op = 'TRUNCATE' then touched := array(select subject_id from lookup_record union select subject_id from lookup_name);
        else touched := array(
          select ${subject} from (${differing('new_rows', 'old_rows')} union ${differing('old_rows', 'new_rows')}) changed);
        end if;
        perform lookup_touched(touched, clock_timestamp());
        return null;
      end $changed$;
    create trigger lookup_inserted after insert on ${table}
      referencing new table as new_rows for each statement execute function lookup_of_${table}();
    create trigger lookup_updated after update on ${table}
      referencing old table as old_rows new table as new_rows for each statement execute function lookup_of_${table}();
    create trigger lookup_deleted after delete on ${table}
      referencing old table as old_rows for each statement execute function lookup_of_${table}();
    create trigger lookup_truncated after truncate on ${table}
      for each statement execute function lookup_of_${table}();`;
}
