import type { MigrationStep } from '../../common/storage/migrate';

export const coOptedStep: MigrationStep = {
  name: '0008-co-opted',
  sql: `
    create table co_opted_request (
      id text primary key,
      subject_id text not null references subject,
      organisation text not null,
      pathway text not null,
      requested_on date not null,
      ended_on date,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT')),
      check (ended_on is null or ended_on >= requested_on)
    );
    create index on co_opted_request (subject_id);
    create index on co_opted_request (organisation);
    comment on table co_opted_request is 'That a co-opted agency is asked to help with one need of a person. Recorded by the partner that asks.';

    create table pathway_consent (
      id text primary key,
      subject_id text not null references subject,
      recipient text not null,
      categories text[] not null,
      given_on date not null,
      expires_on date,
      withdrawn_on date,
      form text,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    create index on pathway_consent (subject_id);
    create index on pathway_consent (recipient);
    comment on table pathway_consent is 'That a person consents to one co-opted agency being told. Recorded by the partner that tells.';

    create index on plan_milestone (organisation);
    create index on joint_action_group_decision (organisation);`,
};
