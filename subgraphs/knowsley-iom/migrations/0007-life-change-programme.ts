import type { MigrationStep } from '../../common/storage/migrate';

const PROVENANCE = `
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))`;

export const lifeChangeProgrammeStep: MigrationStep = {
  name: '0007-life-change-programme',
  sql: `
    create table lcp_cohort (
      id text primary key,
      number integer not null,
      venue text,
      started_on date,
      ended_on date,
      days integer,
      facilitator text,${PROVENANCE},
      check (ended_on is null or started_on is null or ended_on >= started_on)
    );
    create index on lcp_cohort (facilitator);
    comment on table lcp_cohort is 'A group of the Life Change Programme. Recorded by MALS.';

    alter table lcp_enrolment add column cohort_id text references lcp_cohort;
    alter table lcp_enrolment add column enrolled_on date;
    alter table lcp_enrolment add column months_to_release integer;
    alter table lcp_enrolment add column voluntary boolean;
    create index on lcp_enrolment (cohort_id);

    create table lcp_attendance (
      id text primary key,
      subject_id text not null references subject,
      enrolment_id text not null references lcp_enrolment,
      day integer not null check (day > 0),
      held_on date,
      attended boolean,
      stage_of_change text,${PROVENANCE},
      unique (enrolment_id, day)
    );
    create index on lcp_attendance (subject_id);
    comment on table lcp_attendance is 'Whether a participant attended one day of the Life Change Programme. Recorded by MALS.';

    create table lcp_register_entry (
      id text primary key,
      subject_id text not null references subject,
      voluntary boolean,
      voluntary_recorded_on date,
      withdrawn_on date,
      group_safety_flag boolean,
      referral_source text,
      referred_on date,${PROVENANCE}
    );
    create index on lcp_register_entry (subject_id);
    comment on table lcp_register_entry is 'What a prison records of a prisoner for the Life Change Programme. Recorded by the prison.';

    create index on custody_episode (expected_release) where released_on is null;
    -- When the stay was recorded would tell when it began, and the list is made anew at each reading.
    create view lcp_eligibility as
      select c.id, c.subject_id, n.given_name, n.name, n.date_of_birth, c.wing, c.expected_release,
        c.expected_release_month, c.source_system, c.recorded_by, null::timestamptz as recorded_at, c.basis
      from custody_episode c left join nominal n on n.id = c.subject_id
      where c.released_on is null and c.expected_release is not null;
    comment on view lcp_eligibility is 'Whom a prison holds with an expected release; who of them is near it, a predicate says on the day.';

    create table helpline_contact (
      id text primary key,
      subject_id text not null references subject,
      contacted_at timestamptz not null,
      minutes integer,
      mode text,
      kind text,
      handed_to text,
      serious_harm boolean,
      content text,${PROVENANCE}
    );
    create index on helpline_contact (subject_id);
    comment on table helpline_contact is 'A contact of a client with the helpline of MALS. Recorded by MALS.';

    create table progress_inventory (
      id text primary key,
      subject_id text not null references subject,
      instrument_version text,
      issued_on date not null,
      completed_on date,
      answers text[],${PROVENANCE},
      check (completed_on is null or completed_on >= issued_on)
    );
    create index on progress_inventory (subject_id);
    comment on table progress_inventory is 'A short structured inventory of a client’s progress. Recorded by MALS.';

    create table signposting (
      id text primary key,
      subject_id text not null references subject,
      session_on date,
      barrier_pathway text,
      agency text,
      accepted_by_person boolean,${PROVENANCE}
    );
    create index on signposting (subject_id);
    comment on table signposting is 'To which agency a client was pointed for a barrier. Recorded by MALS.';

    alter table mentor add column certification text;
    alter table mentor add column supervision_needs text;
    create table mentor_training (
      id text primary key,
      mentor_id text not null references mentor,
      subject_matter text,
      held_on date,
      hours numeric check (hours > 0),${PROVENANCE}
    );
    create index on mentor_training (mentor_id);
    comment on table mentor_training is 'A training that a mentor took. Recorded by MALS.';
    create index on mentoring_session (author, held_on);`,
};
