import { LOOKUP_STEP, LOOKUP_TOLD_STEP } from '../common/lookup/lookup-tables';
import { RESEARCH_STEP } from '../common/research/research-tables';
import type { MigrationStep } from '../common/storage/migrate';
import { PROVENANCE_COLUMNS } from '../common/storage/provenance-columns';
import { safetyHouseLookupStep } from './lookup/safety-house-register';

/** The steps of this owner's database. A step that was once released never changes. */
export const migrations: readonly MigrationStep[] = [
  {
    name: '0002-clients',
    sql: /* SQL */ `
      create table client (
        id text primary key references subject,
        given_name text,
        name text,
        aliases text[],
        birth_date date,
        birth_place text,
        sex text,
        age_band text,
        municipality text,
        address text,
        phone text,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT'))
      );
      comment on table client is 'A person in an ordinary case. A case of extremism makes nobody a client.';

      create table client_assignment (
        id text primary key,
        subject_id text not null references subject,
        organisation text not null,
        active_from date not null,
        active_until date check (active_until >= active_from)
      );
      comment on table client_assignment is 'Own clients of the services; decides who sees, not shown by itself.';
      create index on client_assignment (organisation, subject_id);

      create table organisation_territory (
        organisation text not null,
        municipality text not null,
        primary key (organisation, municipality)
      );
      comment on table organisation_territory is 'Municipalities in which an organisation works; decides who sees, not shown by itself.';
    `,
  },
  {
    name: '0003-cases',
    sql: /* SQL */ `
      create table safety_case (
        id text primary key,
        subject_id text not null references subject,
        lead_organisation text,
        theme text check (theme <> 'EXTREMISM'),
        stage text not null check (
          stage in ('SCREENING', 'DEVELOPING', 'SHORT_TERM_PLAN', 'LONG_TERM_PLAN', 'EVALUATION', 'CLOSED')
        ),
        complexity text check (complexity in ('COMPLEX', 'STRAIGHTFORWARD')),
        municipality text,
        opened_at date,
        closed_at date,
        reopened_at date check (reopened_at >= closed_at),
        reopened_by text,
        process_manager text,
        process_director text,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT')),
        check (stage <> 'CLOSED' or (closed_at is not null and reopened_at is null)),
        unique (id, subject_id)
      );
      comment on table safety_case is 'An ordinary case; a case of extremism is never here, whatever its theme.';
      create index on safety_case (subject_id);
      create index on safety_case (process_manager);
      create index on safety_case (process_director);

      create table case_participant (
        id text primary key,
        subject_id text not null references subject,
        case_id text not null,
        organisation text not null,
        pillar text,
        role text,
        active_from date not null,
        active_until date,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT')),
        foreign key (case_id, subject_id) references safety_case (id, subject_id)
      );
      comment on table case_participant is 'An organisation that takes part in a case. Recorded by the Safety House.';
      create index on case_participant (subject_id);
      create index on case_participant (case_id);
      create index on case_participant (organisation);

      create table case_referral (
        id text primary key,
        subject_id text not null references subject,
        case_id text not null,
        referred_by text,
        source text,
        referred_on date,
        reason text,
        decision text,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT')),
        foreign key (case_id, subject_id) references safety_case (id, subject_id)
      );
      comment on table case_referral is 'A referral of a person to the Safety House. Recorded by the organisation that refers.';
      create index on case_referral (subject_id);
      create index on case_referral (case_id);

      create table case_conference (
        id text primary key,
        subject_id text not null references subject,
        case_id text not null,
        held_on date,
        attendees text[],
        decisions text,
        non_compliance_response text,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT')),
        foreign key (case_id, subject_id) references safety_case (id, subject_id)
      );
      comment on table case_conference is 'A meeting of the participants about a case (casusoverleg). Recorded by the process manager.';
      create index on case_conference (subject_id);
      create index on case_conference (case_id);

      create table screening_item (
        id text primary key,
        subject_id text not null references subject,
        case_id text not null,
        offence_type text,
        context text,
        actions_already_taken text,
        sentence_progress text,
        contributed_by text,
        quality text,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT')),
        foreign key (case_id, subject_id) references safety_case (id, subject_id)
      );
      comment on table screening_item is 'What one partner brought into the screening of a case. Recorded by the partner that contributed it.';
      create index on screening_item (subject_id);
      create index on screening_item (case_id);

      create table plan_action (
        id text primary key,
        subject_id text not null references subject,
        case_id text not null,
        horizon text,
        goal text,
        action text,
        organisation text,
        due date,
        status text,
        impact_review text,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT')),
        foreign key (case_id, subject_id) references safety_case (id, subject_id)
      );
      comment on table plan_action is 'An action of the reintegration plan of a case. Recorded by the organisation that carries it out.';
      create index on plan_action (subject_id);
      create index on plan_action (case_id);

      create table case_outcome (
        id text primary key,
        subject_id text not null references subject,
        case_id text not null,
        stage text,
        indicator text,
        result text,
        reoffending boolean,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT')),
        foreign key (case_id, subject_id) references safety_case (id, subject_id)
      );
      comment on table case_outcome is 'An outcome of a case, as evaluated. Recorded by the process manager.';
      create index on case_outcome (subject_id);
      create index on case_outcome (case_id);
    `,
  },
  {
    name: '0004-needs-families-victims',
    sql: /* SQL */ `
      create table pathway_need (
        id text primary key,
        subject_id text not null references subject,
        case_id text not null,
        need text,
        state text,
        provider text,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT')),
        foreign key (case_id, subject_id) references safety_case (id, subject_id)
      );
      comment on table pathway_need is 'A need of the person on one pathway. Recorded by the participants of the case.';
      create index on pathway_need (subject_id);
      create index on pathway_need (case_id);

      create table health_need (
        id text primary key,
        subject_id text not null references subject,
        case_id text not null,
        need_exists boolean not null default true check (need_exists),
        need_statement text,
        treating_organisation text,
        detail text,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT')),
        foreign key (case_id, subject_id) references safety_case (id, subject_id)
      );
      comment on table health_need is 'A health need of the person. Recorded by the care pillar.';
      create index on health_need (subject_id);
      create index on health_need (case_id);
      create index on health_need (treating_organisation);

      create table living_situation (
        id text primary key,
        subject_id text not null references subject,
        case_id text not null,
        housing text,
        day_activity text,
        debts text,
        contradiction text,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT')),
        foreign key (case_id, subject_id) references safety_case (id, subject_id)
      );
      comment on table living_situation is 'Where the person lives and on what. Recorded by the municipality and the participants of the case.';
      create index on living_situation (subject_id);
      create index on living_situation (case_id);

      create table family_member (
        id text primary key,
        subject_id text not null references subject,
        case_id text not null,
        relation text,
        custody text,
        contact_wish text,
        school_support text,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT')),
        foreign key (case_id, subject_id) references safety_case (id, subject_id)
      );
      comment on table family_member is 'A member of the family of the person concerned. Recorded by youth care.';
      create index on family_member (subject_id);
      create index on family_member (case_id);

      create table child_concern (
        id text primary key,
        subject_id text not null references subject,
        case_id text not null,
        children_concerned boolean,
        no_contact_wished boolean,
        safeguarding_concern boolean,
        detail text,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT')),
        foreign key (case_id, subject_id) references safety_case (id, subject_id)
      );
      comment on table child_concern is 'A concern about children around the person concerned. Recorded by youth care.';
      create index on child_concern (subject_id);
      create index on child_concern (case_id);

      create table victim_constraint (
        id text primary key,
        subject_id text not null references subject,
        case_id text not null,
        protected_area text,
        no_contact boolean,
        reason text,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT')),
        foreign key (case_id, subject_id) references safety_case (id, subject_id)
      );
      comment on table victim_constraint is 'What protects a victim from the person concerned, without the victim. Recorded by police, public prosecutor or probation.';
      create index on victim_constraint (subject_id);
      create index on victim_constraint (case_id);
    `,
  },
  {
    name: '0005-custody-offences',
    sql: /* SQL */ `
      create table detention (
        id text primary key,
        subject_id text not null references subject,
        status text,
        start_date date,
        start_reason text,
        prison text,
        release_date date,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT'))
      );
      comment on table detention is 'A stay of the person in custody. Recorded from the prison’s notices.';
      create index on detention (subject_id);

      create table spatial_order (
        id text primary key,
        subject_id text not null references subject,
        issued_by text,
        area text,
        valid_from date,
        valid_until date,
        extended boolean,
        breached boolean,
        contradiction text,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT'))
      );
      comment on table spatial_order is 'An order to stay away from an area (gebiedsverbod). Recorded by who issued it.';
      create index on spatial_order (subject_id);

      create table police_offence (
        id text primary key,
        subject_id text not null references subject,
        offence_type text,
        code text,
        local_label text,
        month text generated always as (
          extract(year from offence_date)::text || '-' || lpad(extract(month from offence_date)::text, 2, '0')
        ) stored,
        offence_date date,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT'))
      );
      comment on table police_offence is 'An offence as the police recorded it. Recorded by Politie Haaglanden.';
      create index on police_offence (subject_id);

      create table prosecutor_offence (
        id text primary key,
        subject_id text not null references subject,
        offence_type text,
        code text,
        local_label text,
        month text generated always as (
          extract(year from offence_date)::text || '-' || lpad(extract(month from offence_date)::text, 2, '0')
        ) stored,
        offence_date date,
        conviction_date date,
        decision text,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT'))
      );
      comment on table prosecutor_offence is 'An offence as the public prosecutor recorded it. Recorded by Openbaar Ministerie Den Haag.';
      create index on prosecutor_offence (subject_id);

      create table intelligence_note (
        id text primary key,
        subject_id text not null references subject,
        intelligence_exists boolean not null default true check (intelligence_exists),
        text text,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT'))
      );
      comment on table intelligence_note is 'A note of intelligence of the police. Recorded by Politie Haaglanden.';
      create index on intelligence_note (subject_id);
    `,
  },
  {
    name: '0006-extremism',
    sql: /* SQL */ `
      create table extremism_case (
        id text primary key,
        subject_id text not null unique references subject,
        summary text,
        state text not null check (state in ('PROPOSED', 'APPROVED')),
        proposed_at date,
        proposed_by text,
        target_group text,
        voluntary boolean,
        review_due date,
        judicial_review_at date,
        child_protection_since date,
        subject_given_name text,
        subject_name text,
        date_of_birth date,
        sex text,
        age_band text,
        municipality text,
        address text,
        convicted boolean,
        in_custody boolean,
        housing text,
        day_activity text,
        children_concerned boolean,
        mental_health_flag boolean,
        process_director text,
        reviewing_judge text,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT')),
        unique (id, subject_id)
      );
      comment on table extremism_case is 'Keeps its own copy of the person; nothing of an ordinary case leads here.';
      create index on extremism_case (process_director);

      create table extremism_party (
        extremism_case_id text not null references extremism_case,
        organisation text not null,
        approver text not null,
        approved_at date,
        primary key (extremism_case_id, organisation)
      );
      comment on table extremism_party is 'The parties of a case of extremism, who approves there and when; not shown by itself.';

      create table extremism_meeting (
        id text primary key,
        subject_id text not null references subject,
        extremism_case_id text not null,
        kind text,
        held_on date,
        attendees text[],
        decisions text,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT')),
        foreign key (extremism_case_id, subject_id) references extremism_case (id, subject_id)
      );
      comment on table extremism_meeting is 'A meeting in the person-centred approach to extremism. Recorded by the triangle of mayor, police and public prosecutor.';
      create index on extremism_meeting (subject_id);
      create index on extremism_meeting (extremism_case_id);

      create table extremism_factor (
        id text primary key,
        subject_id text not null references subject,
        extremism_case_id text not null,
        factor text check (factor ~ '^F(0[1-9]|[1-4][0-9]|5[0-4])$'),
        domain text,
        present boolean,
        assessed_on date,
        tool_version text,
        known_bias text,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT')),
        foreign key (extremism_case_id, subject_id) references extremism_case (id, subject_id)
      );
      comment on table extremism_factor is 'One of the 54 risk factors of the dynamic assessment framework, as assessed. The sources name four domains and no wording; which number belongs to which domain is not known and was assigned in their order.';
      create index on extremism_factor (subject_id);
      create index on extremism_factor (extremism_case_id);

      create table extremism_action (
        id text primary key,
        subject_id text not null references subject,
        extremism_case_id text not null,
        strand text,
        action text,
        organisation text,
        due date,
        status text,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT')),
        foreign key (extremism_case_id, subject_id) references extremism_case (id, subject_id)
      );
      comment on table extremism_action is 'An action agreed in a case of extremism. Recorded by the triangle of mayor, police and public prosecutor.';
      create index on extremism_action (subject_id);
      create index on extremism_action (extremism_case_id);
    `,
  },
  {
    name: '0007-aftercare',
    sql: /* SQL */ `
      create table aftercare_client (
        id text primary key references subject,
        given_name text,
        name text,
        birth_date date,
        age integer,
        municipality text,
        address text,
        phone text,
        prison text,
        release_date date,
        first_contact_on date,
        contacted_within72_hours boolean,
        living_essentials text[],
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT'))
      );
      comment on table aftercare_client is 'A prisoner who is to be released, and once the person agreed a client. Recorded by the aftercare team.';

      create table aftercare_need (
        id text primary key,
        subject_id text not null references subject,
        need text,
        status text,
        provider text,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT'))
      );
      comment on table aftercare_need is 'One of the five needs of aftercare. Recorded by the aftercare team.';
      create index on aftercare_need (subject_id);
      create index on aftercare_need (provider);

      create table aftercare_health_need (
        id text primary key,
        subject_id text not null references subject,
        care_needed boolean,
        provider text,
        detail text,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT'))
      );
      comment on table aftercare_health_need is 'What stands behind the need of care. Recorded by the aftercare team.';
      create index on aftercare_health_need (subject_id);

      create table housing_application (
        id text primary key,
        subject_id text not null references subject,
        placement_request text,
        status text,
        eligible boolean,
        placement_reasons text[] check (placement_reasons <@ array['AGE', 'NOT_HOMELESS', 'HOMELESS']),
        reasons text[],
        decided_on date,
        homeless boolean,
        provider text,
        extended boolean,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT'))
      );
      comment on table housing_application is 'An application for the housing route. Recorded by the aftercare team.';
      create index on housing_application (subject_id);

      create table work_application (
        id text primary key,
        subject_id text not null references subject,
        status text,
        eligible boolean,
        reasons text[],
        decided_on date,
        mentoring boolean,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT'))
      );
      comment on table work_application is 'An application for the work route. Recorded by the aftercare team.';
      create index on work_application (subject_id);

      create table prosecution_statement (
        id text primary key,
        subject_id text not null references subject,
        outstanding_prosecutions boolean,
        stated_on date,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT'))
      );
      comment on table prosecution_statement is 'Stated to the aftercare team alone. Recorded by Openbaar Ministerie Den Haag.';
      create index on prosecution_statement (subject_id);

      create table probation_statement (
        id text primary key,
        subject_id text not null references subject,
        on_probation boolean,
        stated_on date,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT'))
      );
      comment on table probation_statement is 'Stated to the aftercare team alone. Recorded by Reclassering.';
      create index on probation_statement (subject_id);

      create table aftercare_agreement (
        id text primary key,
        subject_id text not null references subject,
        organisation text not null,
        agreed_on date not null,
        withdrawn_on date check (withdrawn_on >= agreed_on)
      );
      comment on table aftercare_agreement is 'Who agreed that which organisation takes part; decides who sees, not shown by itself.';
      create index on aftercare_agreement (organisation, subject_id);
    `,
  },
  {
    name: '0008-victim-contacts',
    sql: /* SQL */ `
      alter table plan_action add column concerns_victim boolean;

      create table victim_contact (
        id text primary key,
        subject_id text not null references subject,
        case_id text not null,
        relation text,
        informed_of_release boolean,
        wishes text,
        threat text,
        source_system text,
        recorded_by text,
        recorded_at timestamptz,
        basis text check (basis in ('FACT', 'ASSESSMENT')),
        foreign key (case_id, subject_id) references safety_case (id, subject_id)
      );
      comment on table victim_contact is 'Contact with a victim; no record of the offender leads here. Recorded by police, public prosecutor or probation.';
      create index on victim_contact (subject_id);
      create index on victim_contact (case_id);

      create table victim_liaison_appointment (
        id text primary key,
        case_id text not null references safety_case,
        person text not null,
        active_from date not null,
        active_until date check (active_until >= active_from)
      );
      comment on table victim_liaison_appointment is 'Liaison officers of cases; decides who sees, not shown by itself.';
      create index on victim_liaison_appointment (person);
    `,
  },
  { name: '0009-provenance', sql: PROVENANCE_COLUMNS },
  LOOKUP_STEP,
  safetyHouseLookupStep,
  LOOKUP_TOLD_STEP,
  RESEARCH_STEP,
];
