/**
 * Tables without people: no policy stands on them. Each says why, and docs/row-security.md has the same list. Whatever
 * else an owner's database has is behind policies, whether it is shown to anybody or not.
 */
export const COMMON_TABLES_WITHOUT_PEOPLE: Readonly<Record<string, string>> = {
  migration: 'the names of the steps that were applied',
  database_mark: 'whether the people are invented or real',
  row_condition: 'the conditions of the agreements as SQL',
  row_permission: 'which right of which agreement has which condition',
  row_evidence: 'the parts of these conditions as SQL',
  row_evidence_use: 'which right of which agreement asks which part',
  ledger_checkpoint: 'signed heads of this ledger: sizes, hashes and times',
  ledger_countersignature: 'the same, countersigned',
  witnessed_head: 'the last head seen of each other ledger',
  adequacy_decision: 'until when each adequacy decision is in force',
};

/** Of these the application writes some, and reads them. */
export const TABLES_FOR_CHECKPOINTS = ['ledger_checkpoint', 'ledger_countersignature', 'witnessed_head'] as const;

/** Where entries of the ledger stand: added by the application, which may read nothing there. */
export const LEDGER_TABLES = ['disclosure_entry', 'disclosure_text'] as const;

/** Read by maintenance and by the functions of the database alone. */
export const TABLES_FOR_MAINTENANCE = [
  'migration',
  'row_condition',
  'row_permission',
  'row_evidence',
  'row_evidence_use',
] as const;

/** What the agreements permit, for the policies to read; written by maintenance. */
export const ROW_SECURITY_STEP = {
  name: 'common-0005-row-permissions',
  sql: `
    create table row_condition (key text primary key, relation text not null, few text not null, many text not null);
    comment on table row_condition is 'Conditions of the agreements as SQL: of few rows by their keys, and of many.';
    create table row_permission (
      coordinate text not null, organisation text not null, role text not null, purpose text not null,
      protocol text not null, condition text not null references row_condition, unconditional boolean not null,
      primary key (coordinate, organisation, role, purpose, protocol)
    );
    comment on table row_permission is 'Which right of which agreement is shown which coordinate, under which condition.';
    create table row_evidence (key text primary key, sql text not null);
    comment on table row_evidence is 'Each part of a condition by itself, as SQL over the people $1.';
    create table row_evidence_use (
      key text not null references row_evidence, organisation text not null, role text not null, purpose text not null,
      protocol text not null,
      primary key (key, organisation, role, purpose, protocol)
    );
    comment on table row_evidence_use is 'Which right of which agreement asks which part.';`,
} as const;
