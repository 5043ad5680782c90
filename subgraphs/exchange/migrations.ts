import type { MigrationStep } from '../common/storage/migrate';

export const migrations: readonly MigrationStep[] = [
  {
    name: '0002-published-performance',
    sql: `
    create table target (
      id text primary key,
      indicator text,
      as_of text,
      source text,
      target integer,
      achieved integer,
      rag text check (rag in ('RED', 'AMBER', 'GREEN')),
      commentary text
    );
    comment on table target is 'Published targets and achievements, each with its source and date.';

    create table project_action (
      id text primary key,
      action text,
      lead text,
      due text check (due ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')
    );
    comment on table project_action is 'Actions of the project, as published in September 2014.';

    create table source_contradiction (
      id text primary key,
      item text,
      version_a text,
      version_b text,
      resolution text
    );
    comment on table source_contradiction is 'Published statements that contradict each other, kept beside each other.';`,
  },
  {
    name: '0003-reference-statistics',
    sql: `
    create table reference_statistic (
      id text primary key,
      jurisdiction text not null check (jurisdiction in ('UK', 'NL', 'IT')),
      context text not null,
      measure text not null,
      printed_value text not null,
      as_of text not null,
      source text not null,
      note text,
      contradiction text
    );
    comment on table reference_statistic is 'Figures as the reports print them, apart from anything computed.';`,
  },
];
