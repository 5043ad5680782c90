import type { MigrationStep } from '../../common/storage/migrate';

export const mentoringStep: MigrationStep = {
  name: '0006-mentoring',
  sql: `
    create table mals_client (
      id text primary key references subject,
      given_name text,
      name text,
      date_of_birth date,
      agreed_channel text,
      home_borough text,
      address text,
      phone text,
      came_by text,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    comment on table mals_client is 'A client of the mentoring charity MALS, whether or not the person is a nominal. Recorded by MALS.';

    create table mentor (
      id text primary key,
      given_name text,
      status text,
      ex_offender boolean,
      training_hours numeric,
      development_plan text,
      supervised_on date,
      person text,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    create index on mentor (person);
    comment on table mentor is 'A volunteer mentor of MALS. Recorded by MALS.';

    create table mentoring_match (
      id text primary key,
      subject_id text not null references subject,
      matched_from date not null,
      matched_until date,
      commitment_months integer,
      mentor_id text not null references mentor,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT')),
      check (matched_until is null or matched_until >= matched_from)
    );
    create index on mentoring_match (subject_id);
    create index on mentoring_match (mentor_id);
    comment on table mentoring_match is 'That a mentor works with a mentee. Recorded by MALS.';

    create table mentoring_session (
      id text primary key,
      subject_id text not null references subject,
      held_on date not null,
      mode text,
      duration_hours numeric not null,
      pathways_supported text[],
      notes text,
      author text,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT')),
      check (duration_hours > 0 and duration_hours * 4 = trunc(duration_hours * 4))
    );
    create index on mentoring_session (subject_id, held_on);
    comment on table mentoring_session is 'A mentoring session. Recorded by MALS.';

    create table mentoring_referral_reply (
      id text primary key,
      subject_id text not null references subject,
      replied_on date,
      accepted boolean,
      reason text,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    create index on mentoring_referral_reply (subject_id);
    comment on table mentoring_referral_reply is 'What MALS answered to a referral. Recorded by MALS.';

    create table pathway_support (
      id text primary key,
      subject_id text not null references subject,
      pathway text,
      support text,
      state text,
      since date,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    create index on pathway_support (subject_id);
    comment on table pathway_support is 'What MALS does for a mentee on a pathway. Recorded by MALS.';

    create table mals_outcome (
      id text primary key,
      subject_id text not null references subject,
      achievement text,
      achieved_on date,
      employed boolean,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    create index on mals_outcome (subject_id);
    comment on table mals_outcome is 'What a mentee reached. Recorded by MALS.';

    create table mals_health_need (
      id text primary key,
      subject_id text not null references subject,
      need_exists boolean,
      communication_need text,
      detail text,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    create index on mals_health_need (subject_id);
    comment on table mals_health_need is 'That a mentee has a health or communication need; whoever must know more asks MALS. Recorded by MALS.';

    create table mals_disclosure (
      id text primary key,
      subject_id text not null references subject,
      kind text,
      heard_on date,
      content text,
      serious_harm boolean,
      decision text,
      released_for text,
      released_at timestamptz,
      author text,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    create index on mals_disclosure (subject_id);
    comment on table mals_disclosure is 'Something that a mentee confided, such as an unreported crime, and what was decided on it. Recorded by MALS.';

    create table mals_consent (
      id text primary key,
      subject_id text not null references subject,
      purposes text[] not null,
      categories text[] not null,
      recipients text[] not null,
      given_on date not null,
      expires_on date,
      withdrawn_on date,
      form text,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    create index on mals_consent (subject_id);
    comment on table mals_consent is 'To what a mentee consented: who may be told, what, and for which purpose. Recorded by MALS.';

    create table lcp_enrolment (
      id text primary key,
      subject_id text not null references subject,
      cohort_number integer,
      venue text,
      started_on date,
      ended_on date,
      days_attended integer,
      completed boolean,
      stage_of_change text,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    create index on lcp_enrolment (subject_id);
    comment on table lcp_enrolment is 'A voluntary place on the Life Change Programme (LCP). Recorded by MALS.';

    create table lcp_reflection (
      id text primary key,
      subject_id text not null references subject,
      testimonial text,
      goals text,
      contract text,
      evaluation text,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    create index on lcp_reflection (subject_id);
    comment on table lcp_reflection is 'What a participant wrote in the Life Change Programme. Kept by MALS.';

    create view mentoring_summary as
      select 'kn-' || substr(md5('mentoring-summary|' || subject_id), 1, 16) as id, subject_id,
        count(*)::integer as sessions, sum(duration_hours) as hours, max(held_on) as last_seen,
        'MALS_REGISTER' as source_system, 'mals' as recorded_by, max(recorded_at) as recorded_at, 'FACT' as basis
      from mentoring_session group by subject_id;
    comment on view mentoring_summary is 'Counts of mentoring, without a single session.';`,
};
