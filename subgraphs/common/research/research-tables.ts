// The tables of the owner's side of research, all behind forced row security without a policy for the application:
// maintenance alone reads and writes them.
import type { MigrationStep } from '../storage/migrate';
import { RECORDED_DIMENSIONS, RESEARCH_COLUMNS } from './research-register';

/** What every owner that has people in statistics has. */
export const RESEARCH_STEP: MigrationStep = {
  name: 'common-0008-research',
  sql: `
    create table research_snapshot (
      number integer primary key generated always as identity,
      id text not null unique,
      quarter text not null unique check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
      cut_off date not null,
      closed_until text not null,
      taken_at timestamptz not null,
      key text not null,
      people integer not null
    );
    comment on table research_snapshot is 'The snapshots that were taken, one a quarter; each is frozen. Tables are made of the newest alone.';
    comment on column research_snapshot.key is 'Which research key it was taken with; says nothing of the key.';

    create table research_cohort (
      snapshot integer not null references research_snapshot,
      year text not null, quarter text not null, version text not null,
      primary key (snapshot, year, quarter)
    );
    comment on table research_cohort is 'Keyed digests of the cohorts of a snapshot: the same as long as nothing in the cohort changes.';

    create table research_row (
      snapshot integer not null,
      pseudonym text not null,
      cohort_year smallint not null, cohort_quarter smallint not null,
      ${RECORDED_DIMENSIONS.map((dimension) => `${RESEARCH_COLUMNS[dimension]} smallint not null`).join(', ')},
      mentoring_sessions smallint,
      primary key (snapshot, pseudonym)
    );
    comment on table research_row is 'The people of the newest snapshot, one row each, by keyed pseudonyms and published categories (their places in the list of disclosure-control/lattice.ts).';

    create table research_charter (
      project text primary key,
      charter jsonb not null,
      state text not null check (state in ('APPROVED', 'REFUSED')),
      decided_by text not null,
      decided_at timestamptz not null
    );
    comment on table research_charter is 'Research projects as the data protection officer of this jurisdiction decided on them.';

    create table research_table (
      project text not null,
      snapshot integer not null references research_snapshot,
      table_id text not null,
      state text not null check (state in ('RESERVED', 'GIVEN')),
      waiting integer not null check (waiting >= 0),
      reserved_until timestamptz not null,
      given_at timestamptz check ((given_at is null) = (state = 'RESERVED')),
      primary key (project, snapshot, table_id)
    );
    create index on research_table (snapshot, table_id);
    comment on table research_table is 'The ledger of tables: each distinct table that a project was given of a snapshot.';
    comment on column research_table.waiting is 'How many questions hold the reservation.';

    create table research_peer_key (
      peer text primary key, public_key text not null, pinned_at timestamptz not null
    );
    comment on table research_peer_key is 'The public mask keys of the other owners, as they were first seen or accepted by an operator.';`,
};
