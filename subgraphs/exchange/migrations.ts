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
  {
    name: '0004-practice-stories',
    sql: `
    create table practice_story_draft (
      id text primary key,
      organisation text not null,
      text text not null
    );
    comment on table practice_story_draft is 'Stories of practice, released or not; read through practice_story only.';

    create table practice_story_release (
      id text primary key,
      story_id text not null references practice_story_draft,
      person text not null,
      organisation text not null,
      released_on date not null
    );
    comment on table practice_story_release is 'Who agreed to tell a story, for which organisation and when.';

    create view practice_story as
      select d.id, d.organisation, d.text,
        -- The day of the second person: whoever of the others came first agreed earlier.
        (array_agg(r.first_on order by r.first_on))[2] as released_on
      from practice_story_draft d
      join (
        select story_id, organisation, person, min(released_on) as first_on
        from practice_story_release group by story_id, organisation, person
      ) r on r.story_id = d.id and r.organisation = d.organisation
      group by d.id, d.organisation, d.text
      having count(*) >= 2;
    comment on view practice_story is 'Stories that two different people of their owner have released.';`,
  },
  {
    name: '0005-lookups',
    sql: `
    create table lookup_owner (
      owner text primary key,
      position bigint not null check (position >= 0),
      heard_at timestamptz not null,
      evaluating text not null,
      sealing jsonb not null
    );
    comment on table lookup_owner is 'How far the tags of each owner are known here, and when the owner was last heard of.';

    create table lookup_tag (
      owner text not null,
      record uuid not null,
      key text not null,
      tag bigint not null,
      audience text[]
    );
    -- A tag is nearly one record's own, whoever owns it: longer indexes find nothing sooner.
    create index lookup_tag_by_tag on lookup_tag (tag);
    create index lookup_tag_by_record on lookup_tag (record);
    comment on table lookup_tag is 'Blinded match keys under random record ids: nothing follows from them without an owner''s key.';

    create table lookup (
      id uuid primary key,
      handle_hash text not null unique check (handle_hash ~ '^[0-9a-f]{64}$'),
      record uuid not null,
      hit jsonb not null,
      binding jsonb not null,
      state jsonb not null,
      begun_at timestamptz not null,
      expires_at timestamptz not null
    );
    create index lookup_by_asker on lookup ((state -> 'asker' ->> 'person'));
    create index lookup_by_target on lookup ((state ->> 'target'));
    create index lookup_by_end on lookup (expires_at);
    comment on table lookup is 'Hits and what became of them. It ended at expires_at, or will.';

    create table access_request (
      id uuid primary key,
      lookup uuid not null references lookup,
      state jsonb not null,
      requested_at timestamptz not null,
      expires_at timestamptz not null
    );
    create index access_request_of_lookup on access_request (lookup);
    create index access_request_by_end on access_request (expires_at);
    comment on table access_request is 'What was requested after a confirmed hit, and what was granted. It ended at expires_at, or will.';`,
  },
  {
    name: '0006-lookup-stamps',
    sql: `
    alter table lookup_owner add column stamp uuid;
    comment on column lookup_owner.stamp is 'Of the last push that was taken: the next one has to name it.';`,
  },
  {
    name: '0007-research-projects',
    sql: `
    create table research_project (
      id uuid primary key,
      name text not null,
      question text not null,
      dimensions text[] not null,
      people text[] not null,
      organisation text not null,
      ends_on date not null,
      tables integer not null check (tables between 1 and 25),
      proposed_at timestamptz not null
    );
    comment on table research_project is 'What researchers proposed to ask for; never changed. Each owner keeps what its officer approved.';

    create table research_decision (
      project uuid not null references research_project,
      jurisdiction text not null check (jurisdiction in ('UK', 'NL', 'IT')),
      answer text not null check (answer in ('APPROVED', 'REFUSED')),
      decided_by text not null,
      decided_at timestamptz not null,
      primary key (project, jurisdiction)
    );
    comment on table research_decision is 'What the officers answered to a project, one for each owner.';`,
  },
];
