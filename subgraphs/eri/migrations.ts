import { LOOKUP_STEP, LOOKUP_TOLD_STEP } from '../common/lookup/lookup-tables';
import { RESEARCH_STEP } from '../common/research/research-tables';
import type { MigrationStep } from '../common/storage/migrate';
import { PROVENANCE_COLUMNS } from '../common/storage/provenance-columns';
import { eriLookupStep } from './lookup/eri-register';

const PROVENANCE = `
      source_system text,
      recorded_by text,
      recorded_at timestamptz,
      basis text check (basis in ('FACT', 'ASSESSMENT'))`;

const CONSENT = `
      purposes text[] not null default '{}',
      categories text[] not null default '{}',
      recipients text[] not null default '{}',
      given_at timestamptz,
      expires_at timestamptz,
      withdrawn_at timestamptz,
      form text,
      check (expires_at is null or given_at is null or expires_at > given_at),
      check (withdrawn_at is null or given_at is null or withdrawn_at >= given_at),${PROVENANCE}`;

const LEGAL_STATUS = `text check (legal_status in
        ('DETENUTO', 'SEMILIBERTA', 'DETENZIONE_DOMICILIARE', 'AFFIDAMENTO_IN_PROVA', 'LIBERO'))`;

const AGE_BAND = `text check (age_band in ('UNDER_18', 'FROM_18_TO_24', 'FROM_25_TO_34', 'FROM_35_TO_49', 'FROM_50'))`;

const MONTH = (column: string): string => `text check (${column} ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')`;

export const migrations: readonly MigrationStep[] = [
  {
    name: '0002-invitations',
    sql: `
    create table invitation (
      id text primary key,
      subject_id text not null references subject,
      invited_by text check (invited_by in ('cisap', 'turin-d1', 'uepe')),
      invited_on date,
      accepted boolean,
      answered_on date,
      given_name text,
      name text,
      birth_date date,
      phone text,
      agreed_channel text,
      age_band ${AGE_BAND},
      basic_needs text[],
      legal_status ${LEGAL_STATUS},
      release_month ${MONTH('release_month')},
      group_safety_flag boolean,
      health_need text,
      check (answered_on is null or invited_on is null or answered_on >= invited_on),${PROVENANCE}
    );
    -- One invitation a person: whoever invited may see what the invitation says, and must not see what another said.
    create unique index invitation_of_subject on invitation (subject_id);
    create index invitation_by on invitation (invited_by);
    comment on table invitation is 'Invitations to the programme, with what the inviting service said; its controller are the referrers.';

    create table invitation_consent (
      id text primary key,
      subject_id text not null references subject,
      invitation_id text references invitation,${CONSENT}
    );
    create index invitation_consent_of_subject on invitation_consent (subject_id);
    create index invitation_consent_of_invitation on invitation_consent (invitation_id);
    comment on table invitation_consent is 'Consents given with an invitation; a withdrawn or expired one permits nothing.';`,
  },
  {
    name: '0003-participants',
    sql: `
    create table participant (
      id text primary key references subject,
      given_name text,
      name text,
      birth_date date,
      birth_place text,
      sex text check (sex in ('FEMALE', 'MALE')),
      age_band ${AGE_BAND},
      phone text,
      agreed_channel text,
      municipality text,
      address text,
      legal_status ${LEGAL_STATUS},
      release_month ${MONTH('release_month')},
      isolation boolean,
      literacy text,
      basic_needs text[],
      pathologies text,
      sert_client boolean,
      group_safety_flag boolean,
      responsible_worker text,
      responsible_worker_contact text,${PROVENANCE}
    );
    comment on table participant is 'People in the programme of ERI; the key is the person.';

    create table participant_consent (
      id text primary key,
      subject_id text not null references subject,${CONSENT}
    );
    create index participant_consent_of_subject on participant_consent (subject_id);
    comment on table participant_consent is 'Consents given to ERI, by recipient; a withdrawn or expired one permits nothing.';

    create table service_client (
      id text primary key,
      subject_id text not null references subject,
      organisation text not null,
      until date
    );
    create index service_client_of_subject on service_client (subject_id);
    create index service_client_of_organisation on service_client (organisation);
    comment on table service_client is 'Whose client a participant is, for the predicate clientOfService.';`,
  },
  {
    name: '0004-programme',
    sql: `
    create table programme_run (
      id text primary key,
      name text,
      starts_on date,
      ends_on date,
      weeks integer check (weeks > 0),
      weekly_hours numeric check (weekly_hours > 0),
      venue text,
      check (ends_on is null or starts_on is null or ends_on >= starts_on),${PROVENANCE}
    );
    comment on table programme_run is 'Runs of the Italian Life Change Programme.';

    create table programme_attendance (
      id text primary key,
      subject_id text not null references subject,
      run_id text references programme_run,
      week integer check (week between 1 and 8),
      week_kind text check (week_kind in ('MODEL', 'NEEDS')),
      held_on date,
      attended boolean,
      unique (run_id, subject_id, week),${PROVENANCE}
    );
    create index programme_attendance_of_subject on programme_attendance (subject_id);
    comment on table programme_attendance is 'One week of a run for one participant.';

    create table programme_enrolment (
      id text primary key,
      run_id text not null references programme_run,
      subject_id text not null references subject,
      unique (run_id, subject_id)
    );
    create index programme_enrolment_of_subject on programme_enrolment (subject_id);
    comment on table programme_enrolment is 'Who belongs to the group of a run, for the predicate ownGroup.';

    create table programme_run_mentor (
      id text primary key,
      run_id text not null references programme_run,
      person text not null,
      until date
    );
    create index programme_run_mentor_by_person on programme_run_mentor (person);
    comment on table programme_run_mentor is 'Who mentors the group of a run, by pseudonym, for the predicate ownGroup.';`,
  },
  {
    name: '0005-placements-and-outcomes',
    sql: `
    create table placement (
      id text primary key,
      subject_id text not null references subject,
      employer text,
      employer_partner text,
      supported_by text,
      skill_area text,
      availability text,
      state text check (state in ('OFFERED', 'ACCEPTED', 'DECLINED', 'ENDED')),
      offered_on date,
      accepted_on date,
      ended_on date,${PROVENANCE}
    );
    create index placement_of_subject on placement (subject_id);
    comment on table placement is 'Placements in work, from the offer on.';

    create table job_scholarship (
      id text primary key,
      subject_id text not null references subject,
      kind text,
      months integer check (months > 0),
      sector text,
      funder text,
      starts_on date,
      outcome text,${PROVENANCE}
    );
    create index job_scholarship_of_subject on job_scholarship (subject_id);
    comment on table job_scholarship is 'Job scholarships (borse lavoro).';

    create table social_enterprise_membership (
      id text primary key,
      subject_id text not null references subject,
      enterprise text,
      activity text,
      funding text,
      joined_on date,${PROVENANCE}
    );
    create index social_enterprise_membership_of_subject on social_enterprise_membership (subject_id);
    comment on table social_enterprise_membership is 'Memberships of a social enterprise founded by participants.';

    create table participant_outcome (
      id text primary key,
      subject_id text not null references subject,
      employed boolean,
      returned_to_prison boolean,
      offence_prior_to_engagement boolean,
      mentor_later boolean,
      followed_up_on date,${PROVENANCE}
    );
    create index participant_outcome_of_subject on participant_outcome (subject_id);
    comment on table participant_outcome is 'What became of participants after the programme.';`,
  },
  {
    name: '0006-visits-plans-and-enterprises',
    sql: `
    create table employer_visit (
      id text primary key,
      subject_id text not null references subject,
      employer text,
      skill_area text,
      visited_on date,
      placement_id text references placement,${PROVENANCE}
    );
    create index employer_visit_of_subject on employer_visit (subject_id);
    comment on table employer_visit is 'Visits of participants to local employers.';

    create table social_enterprise (
      id text primary key,
      name text,
      activity text,
      funding text,
      founded_on date,
      members integer check (members >= 0),${PROVENANCE}
    );
    comment on table social_enterprise is 'Social enterprises that participants founded.';
    alter table social_enterprise_membership add column enterprise_id text references social_enterprise;
    create index social_enterprise_membership_of_enterprise on social_enterprise_membership (enterprise_id);

    create table participant_plan (
      id text primary key,
      subject_id text not null references subject,
      planned_from date,
      planned_until date,
      goal text,
      check (planned_until is null or planned_from is null or planned_until > planned_from),${PROVENANCE}
    );
    create index participant_plan_of_subject on participant_plan (subject_id);
    comment on table participant_plan is 'Life Change plans of participants, of twelve months.';

    create table participant_milestone (
      id text primary key,
      subject_id text not null references subject,
      plan_id text references participant_plan,
      milestone text,
      pathway text,
      organisation text,
      due date,
      state text check (state in ('PLANNED', 'UNDER_WAY', 'REACHED', 'MISSED')),${PROVENANCE}
    );
    create index participant_milestone_of_subject on participant_milestone (subject_id);
    create index participant_milestone_of_plan on participant_milestone (plan_id);
    comment on table participant_milestone is 'Milestones of the plans of participants.';

    create table programme_week (
      id text primary key,
      run_id text references programme_run,
      week integer check (week between 1 and 8),
      kind text check (kind in ('MODEL', 'NEEDS')),
      held_on date,
      hours numeric check (hours > 0),
      unique (run_id, week),${PROVENANCE}
    );
    comment on table programme_week is 'The weekly meetings of a run.';

    -- When somebody returned: without it a return lies in no window.
    alter table participant_outcome add column returned_to_prison_on date;`,
  },
  { name: '0007-provenance', sql: PROVENANCE_COLUMNS },
  LOOKUP_STEP,
  eriLookupStep,
  LOOKUP_TOLD_STEP,
  RESEARCH_STEP,
];
