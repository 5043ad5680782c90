import type { MigrationStep } from '../../common/storage/migrate';

export const probationStep: MigrationStep = {
  name: '0004-probation',
  sql: `
    create table supervision (
      id text primary key,
      subject_id text not null references subject,
      regime text,
      responsible_organisation text not null,
      lead_practitioner text,
      risk_of_harm text check (risk_of_harm in ('LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH')),
      started_on date not null,
      ended_on date,
      handover_from text,
      handover_to text,
      handover_opened_on date,
      handover_completed_on date,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT')),
      check (ended_on is null or ended_on >= started_on),
      check (handover_completed_on is null or handover_completed_on >= handover_opened_on)
    );
    create index on supervision (subject_id);
    comment on table supervision is 'Who is responsible for a person’s supervision, on what footing, and at what risk of harm. Recorded by the probation service or company that is responsible.';

    create table offender_manager (
      id text primary key,
      subject_id text not null references subject,
      name text,
      organisation text,
      telephone text,
      in_charge_from date,
      in_charge_until date,
      practitioner text,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    create index on offender_manager (subject_id);
    create index on offender_manager (practitioner);
    comment on table offender_manager is 'The practitioner who manages a person, and how to reach them. Recorded by the responsible organisation.';

    create table licence_condition (
      id text primary key,
      subject_id text not null references subject,
      kind text,
      area text,
      valid_from date,
      valid_until date,
      breached_on date,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    create index on licence_condition (subject_id);
    comment on table licence_condition is 'A condition of a person’s licence. Recorded by the responsible probation service or company.';

    create table meeting_constraint (
      id text primary key,
      subject_id text not null references subject,
      exclusion_area boolean,
      non_association boolean,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    create index on meeting_constraint (subject_id);
    comment on table meeting_constraint is 'What somebody who meets the person must know of orders: yes or no, never the order itself. Recorded by probation.';

    create table life_change_plan (
      id text primary key,
      subject_id text not null references subject,
      planned_from date,
      planned_until date,
      goal text,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    create index on life_change_plan (subject_id);
    comment on table life_change_plan is 'A supervised person’s Life Change plan of twelve months. Recorded by probation.';

    create table plan_milestone (
      id text primary key,
      subject_id text not null references subject,
      plan_id text not null references life_change_plan,
      milestone text,
      pathway text,
      organisation text,
      due date,
      state text,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    create index on plan_milestone (subject_id);
    create index on plan_milestone (plan_id);
    comment on table plan_milestone is 'A milestone of a Life Change plan. Recorded by probation.';`,
};
