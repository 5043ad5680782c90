/**
 * What an asker's own owner keeps of a lookup elsewhere: that there was a hit, for whose case, and of a grant its
 * particulars. With the own person's id that is the asker's side of a link. Nothing of the person elsewhere is kept, not
 * even an id, and nothing of it lets anybody read: that asks the grant of the owner that gave it.
 */
export const LOOKUP_LINKS_STEP = {
  name: 'common-0008-lookup-links',
  sql: `
    create table lookup_told_hit (
      id uuid primary key,
      subject_id text not null references subject on delete cascade,
      target text not null,
      person text not null,
      organisation text not null,
      case_reference text not null,
      told_at timestamptz not null
    );
    comment on table lookup_told_hit is 'Hits elsewhere that were told to who asked here: for whose case, never who was found.';
    create index on lookup_told_hit (subject_id);

    create table lookup_received_grant (
      id uuid primary key,
      lookup uuid not null references lookup_told_hit on delete cascade,
      categories text[] not null check (cardinality(categories) > 0),
      handling_code text not null check (handling_code in ('H1', 'H2')),
      until timestamptz not null,
      received_at timestamptz not null,
      ended_at timestamptz
    );
    create index on lookup_received_grant (lookup);
    comment on table lookup_received_grant is 'What another owner granted on such a hit: the link, as the asker’s owner has it.';`,
} as const;
