import type { MigrationStep } from '../../common/storage/migrate';

export const policeStep: MigrationStep = {
  name: '0003-police',
  sql: `
    create table corvus_score (
      id text primary key,
      subject_id text not null references subject,
      band text,
      score integer,
      as_at text,
      scheme_area text,
      scheme_version text,
      offences_component integer,
      intelligence_component integer,
      drug_tests_component integer,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT')),
      check (as_at ~ '^\\d{4}-\\d{2}$'),
      check (score >= 0)
    );
    create index on corvus_score (subject_id);
    comment on table corvus_score is 'CORVUS score of a person in a month: a weighted matrix of offences, intelligence and drug tests that differs from area to area. Never compare scores of different schemes. Recorded by Merseyside Police.';

    create table cost_of_crime (
      id text primary key,
      subject_id text not null references subject,
      band text,
      amount_gbp integer,
      as_at text,
      carried_until date,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT')),
      check (as_at ~ '^\\d{4}-\\d{2}$'),
      check (amount_gbp >= 0)
    );
    create index on cost_of_crime (subject_id);
    comment on table cost_of_crime is 'Estimated cost of a person’s crime: policing, prison, probation and financial impact. Never derive it from the score or the score from it. Recorded by Merseyside Police in CORVUS.';

    create table offence (
      id text primary key,
      subject_id text not null references subject,
      offence_class text,
      code text,
      month text generated always as (extract(year from offence_date)::text || '-' || lpad(extract(month from offence_date)::text, 2, '0')) stored,
      offence_date date not null,
      conviction_date date,
      spent_from date,
      borough text,
      reconstructed boolean,
      label_confidence text,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    create index on offence (subject_id, offence_date);
    comment on table offence is 'A recorded criminal offence. Recorded by Merseyside Police from the Police National Computer.';

    create table arrest (
      id text primary key,
      subject_id text not null references subject,
      code text,
      month text generated always as (extract(year from arrest_date)::text || '-' || lpad(extract(month from arrest_date)::text, 2, '0')) stored,
      arrest_date date,
      outcome text,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    create index on arrest (subject_id);
    comment on table arrest is 'An arrest. It is no conviction. Recorded by Merseyside Police.';

    create table intelligence_report (
      id text primary key,
      subject_id text not null references subject,
      reference text,
      reported_on date,
      source_evaluation text,
      handling_code text,
      text text,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    create index on intelligence_report (subject_id);
    comment on table intelligence_report is 'A police intelligence report about a person. Recorded by Merseyside Police in NICHE.';`,
};
