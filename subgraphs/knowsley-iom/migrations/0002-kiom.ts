import type { MigrationStep } from '../../common/storage/migrate';

export const kiomStep: MigrationStep = {
  name: '0002-kiom',
  sql: `
    create table nominal (
      id text primary key references subject,
      given_name text,
      name text,
      aliases text[],
      date_of_birth date,
      birth_place text,
      source_reference text,
      sex text,
      age_band text,
      home_borough text,
      moved_between_boroughs text[],
      address text,
      phone text,
      agreed_channel text,
      mentor_safety_band text,
      communication_need text,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    comment on table nominal is 'A person whom Knowsley integrated offender management (KIOM) works with. Recorded by the KIOM team.';

    create table cohort_membership (
      id text primary key,
      subject_id text not null references subject,
      status text not null check (status in ('MEMBER', 'ADDED_BY_HAND', 'LEFT')),
      borough text,
      inclusion_reason text,
      member_from date not null,
      member_until date,
      review_due date,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT')),
      check (member_until is null or member_until >= member_from),
      check (status <> 'ADDED_BY_HAND' or review_due is not null)
    );
    create index on cohort_membership (subject_id);
    comment on table cohort_membership is 'That a person is, or was, in the integrated offender management cohort. Recorded by the KIOM team.';

    create table status_assessment (
      id text primary key,
      subject_id text not null references subject,
      assessed_on date,
      housing text,
      employment text,
      training text,
      benefits text,
      relationship text,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    create index on status_assessment (subject_id);
    comment on table status_assessment is 'How a person lives at a date: home, work, income, relationship. Assessed by the KIOM team.';

    create table joint_action_group_decision (
      id text primary key,
      subject_id text not null references subject,
      meeting_date date,
      decision text,
      action text,
      organisation text,
      due date,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    create index on joint_action_group_decision (subject_id);
    comment on table joint_action_group_decision is 'What the joint action group decided about a person, and who is to do it. Recorded by the KIOM team.';

    create table referral (
      id text primary key,
      subject_id text not null references subject,
      stage text not null check (stage in ('OFFERED', 'ACCEPTED', 'DECLINED')),
      source text,
      from_organisation text not null,
      to_organisation text not null,
      referred_on date,
      decided_on date,
      reason text,
      pathways_requested text[],
      offence_class text,
      offence_class_for_mentor text,
      consent_recorded_on date,
      consent_withdrawn_on date,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT')),
      check (consent_withdrawn_on is null or consent_withdrawn_on >= consent_recorded_on)
    );
    create index on referral (subject_id);
    create index on referral (to_organisation);
    comment on table referral is 'A referral of a person by an organisation of the KIOM to another service, such as mentoring.';

    create table risk_assessment (
      id text primary key,
      subject_id text not null references subject,
      mentor_may_know_offence boolean not null,
      assessed_on date not null,
      review_due date not null,
      check (review_due >= assessed_on)
    );
    create index on risk_assessment (subject_id);
    comment on table risk_assessment is 'Whether the mentor of a person is to know the class of the offence; read by a predicate alone.';

    create table pathway_status (
      id text primary key,
      subject_id text not null references subject,
      pathway text,
      need text,
      state text,
      intervention_by text,
      since date,
      outcome text,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    create index on pathway_status (subject_id);
    comment on table pathway_status is 'A person’s need on one of the seven pathways and who works on it. Recorded by the KIOM team.';

    create table intervention (
      id text primary key,
      subject_id text not null references subject,
      organisation text,
      pathway text,
      kind text,
      started_on date,
      ended_on date,
      hours numeric,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT')),
      check (hours >= 0)
    );
    create index on intervention (subject_id);
    comment on table intervention is 'What a partner did for a person on a pathway, and for how long. Recorded by the KIOM team.';

    create table outcome_window (
      id text primary key,
      subject_id text not null references subject,
      first_engagement date,
      printed_prior_offences integer,
      printed_reoffences3 integer,
      printed_reoffences6 integer,
      printed_reoffences12 integer,
      confidence text,
      contradiction text,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    create index on outcome_window (subject_id);
    comment on table outcome_window is 'Reoffending of a mentored person as it was printed or noted by the KIOM team, kept beside what is computed from offences; contradictions of the source stay.';`,
};
