import type { MigrationStep } from '../../common/storage/migrate';

export const custodyAndHealthStep: MigrationStep = {
  name: '0005-custody-and-health',
  sql: `
    create table custody_episode (
      id text primary key,
      subject_id text not null references subject,
      status text,
      start_reason text,
      sentence text,
      prison text not null,
      wing text,
      started_on date not null,
      released_on date,
      expected_release date,
      expected_release_month text generated always as (extract(year from expected_release)::text || '-' || lpad(extract(month from expected_release)::text, 2, '0')) stored,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT')),
      check (released_on is null or released_on >= started_on)
    );
    create index on custody_episode (subject_id);
    create index on custody_episode (prison);
    comment on table custody_episode is 'A stay in prison. Recorded by the prison.';

    create table custody_conduct (
      id text primary key,
      subject_id text not null references subject,
      assessed_on date,
      band text,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    create index on custody_conduct (subject_id);
    comment on table custody_conduct is 'How a prisoner conducted themselves at a date. Assessed by the prison.';

    create table health_note (
      id text primary key,
      subject_id text not null references subject,
      kind text,
      noted_on date,
      text text,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    create index on health_note (subject_id);
    comment on table health_note is 'A health note. Written and controlled by the practitioner’s agency.';

    create table treatment (
      id text primary key,
      subject_id text not null references subject,
      organisation text not null,
      started_on date not null,
      ended_on date,
      check (ended_on is null or ended_on >= started_on)
    );
    create index on treatment (subject_id);
    create index on treatment (organisation);
    comment on table treatment is 'Which organisation treats a person; read by a predicate alone.';`,
};
