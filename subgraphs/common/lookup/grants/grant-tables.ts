/**
 * What an owner keeps of a lookup that hit: the identity that was released to it until a person decided, and what that
 * person granted. Both concern people: no policy shows a row of them, and the application never reads them. Whether a
 * grant lives is asked by the predicates, when something is read.
 */
export const LOOKUP_GRANTS_STEP = {
  name: 'common-0007-lookup-grants',
  sql: `
    create table lookup_review (
      id uuid primary key,
      asker jsonb not null,
      protocol text not null,
      sought jsonb,
      foreign_subject text,
      candidates jsonb not null,
      state text not null check (state in ('OPEN', 'CONFIRMED', 'NOT_THE_SAME', 'REFUSED', 'WITHDRAWN')),
      opened_at timestamptz not null,
      expires_at timestamptz not null,
      decided_at timestamptz,
      decided_by text,
      subject_id text references subject,
      check (state <> 'CONFIRMED' or (subject_id is not null and decided_by is not null and decided_at is not null))
    );
    comment on table lookup_review is 'Identities that askers released after a hit, for a person here to decide on.';
    create index on lookup_review (state, opened_at);

    create table lookup_grant (
      id uuid primary key,
      lookup uuid not null references lookup_review,
      subject_id text not null references subject,
      foreign_subject text not null,
      person text not null,
      organisation text not null,
      role text not null,
      purpose text not null,
      case_reference text not null,
      categories text[] not null check (cardinality(categories) > 0),
      handling_code text not null check (handling_code in ('H1', 'H2')),
      approved_at timestamptz not null,
      approved_by text not null,
      second_by text,
      until timestamptz not null check (until > approved_at),
      ended_at timestamptz
    );
    comment on table lookup_grant is 'What a person here granted a requester elsewhere about a confirmed person.';
    create index on lookup_grant (person, organisation, until);
    create index on lookup_grant (subject_id);

    create table adequacy_decision (
      regime text not null check (regime in ('LED', 'GDPR')),
      origin text not null,
      destination text not null,
      until date,
      primary key (regime, origin, destination)
    );
    comment on table adequacy_decision is 'Adequacy decisions as they are configured; without an end where none is set.';`,
} as const;

/** What was declined, taken back or closed: nothing is granted on it any more, however late an approval comes. */
export const LOOKUP_ENDED_STEP = {
  name: 'common-0010-lookup-ended',
  sql: `
    create table lookup_ended_request (id uuid primary key, ended_at timestamptz not null);
    comment on table lookup_ended_request is 'Access requests on which nothing is granted any more.';`,
} as const;
