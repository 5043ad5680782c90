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
