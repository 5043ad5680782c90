/**
 * The tables of a ledger. Entries are added and never changed or removed, by whomever: the trigger holds for the
 * tables' owner and a superuser too. The texts to which entries commit stand apart and can be erased.
 */
export const LEDGER_STEP = {
  name: 'common-0002-disclosure-ledger',
  sql: `
    create table disclosure_entry (
      sequence bigint primary key check (sequence > 0),
      time timestamptz not null,
      request_id text not null,
      person text not null,
      organisation text not null,
      role text not null,
      purpose text not null,
      protocols text[] not null,
      clauses text[] not null,
      case_reference text,
      justification text,
      subjects jsonb not null,
      row_count integer not null,
      outcome text not null check (outcome in ('disclosed', 'withheld', 'refused', 'failed')),
      key_rotation jsonb,
      previous_hash text not null unique,
      hash text not null unique
    );
    comment on table disclosure_entry is 'The disclosure ledger: docs/ledger.md. Append-only.';
    create index on disclosure_entry (organisation, time);
    create index on disclosure_entry (request_id);

    create table disclosure_text (
      commitment text primary key,
      salt text not null,
      text text not null
    );
    comment on table disclosure_text is 'What entries of the ledger commit to: people, subjects, justifications.';
    create index on disclosure_text using hash (text);

    create function refuse_change_of_ledger() returns trigger language plpgsql as $refuse$
      begin
        raise exception 'The disclosure ledger is append-only: % is refused.', tg_op using errcode = 'insufficient_privilege';
      end $refuse$;
    create trigger append_only before update or delete on disclosure_entry
      for each row execute function refuse_change_of_ledger();
    create trigger append_only_whole before truncate on disclosure_entry
      for each statement execute function refuse_change_of_ledger();`,
} as const;

/** The ledger's own checkpoints, and the last head that its owner saw of each other ledger. No people in either. */
export const CHECKPOINTS_STEP = {
  name: 'common-0003-ledger-checkpoints',
  sql: `
    create index on disclosure_entry (sequence) where key_rotation is not null;

    create table ledger_checkpoint (
      size bigint primary key check (size > 0),
      note text not null
    );
    comment on table ledger_checkpoint is 'Signed checkpoints of this ledger: docs/ledger.md. Append-only.';
    create table ledger_countersignature (
      size bigint not null references ledger_checkpoint,
      witness text not null,
      note text not null,
      primary key (size, witness)
    );
    comment on table ledger_countersignature is 'The checkpoints as each witness countersigned them. Append-only.';

    create table witnessed_head (
      ledger text primary key,
      size bigint not null check (size > 0),
      hash text not null,
      public_key text not null,
      note text not null,
      alarm jsonb
    );
    comment on table witnessed_head is 'The last head of each other ledger that this owner countersigned.';

    create trigger append_only before update or delete on ledger_checkpoint
      for each row execute function refuse_change_of_ledger();
    create trigger append_only_whole before truncate on ledger_checkpoint
      for each statement execute function refuse_change_of_ledger();
    create trigger append_only before update or delete on ledger_countersignature
      for each row execute function refuse_change_of_ledger();
    create trigger append_only_whole before truncate on ledger_countersignature
      for each statement execute function refuse_change_of_ledger();

    create function refuse_forgotten_head() returns trigger language plpgsql as $refuse$
      begin
        if tg_op <> 'UPDATE' or new.size < old.size or (new.size = old.size and new.hash <> old.hash) then
          raise exception 'A witness forgets no head: % is refused.', tg_op using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $refuse$;
    create trigger never_forgotten before update or delete on witnessed_head
      for each row execute function refuse_forgotten_head();
    create trigger never_forgotten_whole before truncate on witnessed_head
      for each statement execute function refuse_forgotten_head();`,
} as const;

/**
 * What is written for each entry goes to the end of each index, and nothing to a random place: an index of random
 * hashes costs more with every entry that the ledger has. That two entries have one place, the key on the sequence
 * shows; that one follows another twice, or a hash stands there twice, is for whoever verifies the chain, who is not
 * helped by a constraint that the tables' owner can drop. Texts are found by their entry.
 */
export const LEDGER_INDEXES_STEP = {
  name: 'common-0004-ledger-indexes',
  sql: `
    alter table disclosure_entry drop constraint disclosure_entry_previous_hash_key;
    alter table disclosure_entry drop constraint disclosure_entry_hash_key;
    drop index disclosure_text_text_idx;

    alter table disclosure_text add column sequence bigint not null default 0;
    comment on column disclosure_text.sequence is 'The entry that commits to it; 0 where none was found when this was added.';
    update disclosure_text set sequence = committing.sequence
    from (
      select sequence, person as commitment from disclosure_entry
      union all select sequence, justification from disclosure_entry
      union all select sequence, about ->> 'subject' from disclosure_entry, jsonb_array_elements(subjects) about
    ) committing
    where committing.commitment = disclosure_text.commitment;
    alter table disclosure_text alter column sequence drop default;
    alter table disclosure_text drop constraint disclosure_text_pkey;
    alter table disclosure_text add primary key (sequence, commitment);`,
} as const;

/** Name of the SQL function that tells where the ledger ends. */
export const LEDGER_HEAD_FUNCTION_NAME = 'ledger_head';

/** The application adds to the ledger and may not read it: what it needs to go on is told by this function alone. */
export const LEDGER_HEAD_FUNCTION = /* SQL */ `
  create or replace function ${LEDGER_HEAD_FUNCTION_NAME}() returns table (size bigint, hash text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $head$
    select e.sequence, e.hash from disclosure_entry e order by e.sequence desc limit 1
  $head$`;
