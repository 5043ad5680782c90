/** Name of the SQL function through which alone an officer reads the ledger. */
export const DISCLOSURES_FUNCTION_NAME = 'disclosures_to_officer';

/**
 * What an officer may read of the ledger: entries of the officer's own organisation, newest first, without their case
 * reference, justification, place in the chain and commitments. It runs with the right of its owner, since the
 * application may not read the ledger, and so asks itself who is asking: whoever is no officer, or asks for another
 * purpose, or without settings, gets no row.
 *
 * Who a person is leaves it only where nothing that this owner recorded of the same request tells, by a coordinate, a
 * clause or a refusal, of what is not to be known to exist: `namable` are the coordinates of records that may stand
 * beside a name, `neutral` those that neither name nor hide, and clauses and protocols those whose conditions may be
 * known to hold. All others are gathered into one without a name, so that a hidden person, an unknown id and an erased
 * one look alike, and how many they are is not told.
 */
export const DISCLOSURES_FUNCTION = /* SQL */ `
  create or replace function ${DISCLOSURES_FUNCTION_NAME}(
    filter jsonb, before_time timestamptz, before_sequence bigint, at_most integer,
    namable text[], neutral text[], naming_protocols text[], naming_clauses text[]
  ) returns table (
    place text, "time" timestamptz, request_id text, person text, role text, purpose text, protocols text[],
    clauses text[], outcome text, row_count integer, subjects jsonb
  )
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $disclosures$
    with page as (
      select e.* from disclosure_entry e
      where e.organisation = nullif(current_setting('concordat.organisation', true), '')
        and current_setting('concordat.role', true) = 'dpo'
        and current_setting('concordat.purpose', true) = 'OVERSIGHT'
        and e.key_rotation is null
        and (filter #>> '{time,from}' is null or e.time >= (filter #>> '{time,from}')::timestamptz)
        and (filter #>> '{time,to}' is null or e.time <= (filter #>> '{time,to}')::timestamptz)
        and (filter ->> 'role' is null or e.role = filter ->> 'role')
        and (filter ->> 'purpose' is null or e.purpose = filter ->> 'purpose')
        and (filter ->> 'outcome' is null or e.outcome = lower(filter ->> 'outcome'))
        and (filter ->> 'protocols' is null or exists (
          select from unnest(e.protocols) cited where split_part(cited, '@', 1) = filter ->> 'protocols'))
        and (filter ->> 'person' is null or exists (
          select from disclosure_text t where t.sequence = e.sequence and t.commitment = e.person and t.text = filter ->> 'person'))
        and (before_time is null or (e.time, e.sequence) < (before_time, before_sequence))
      order by e.time desc, e.sequence desc limit at_most
    )
    select page.sequence::text, page.time, page.request_id,
      (select t.text from disclosure_text t where t.sequence = page.sequence and t.commitment = page.person),
      page.role, page.purpose, page.protocols, page.clauses, upper(page.outcome), page.row_count,
      coalesce((
        select jsonb_agg(jsonb_build_object('subject', told.name, 'disclosed', told.disclosed, 'withheld', told.withheld)
          order by told.name nulls last)
        from (
          select named.name,
            coalesce(jsonb_agg(distinct had.coordinate order by had.coordinate) filter (where had.was = 'disclosed'), '[]') as disclosed,
            coalesce(jsonb_agg(distinct had.coordinate order by had.coordinate) filter (where had.was = 'withheld'), '[]') as withheld
          from jsonb_array_elements(page.subjects) about
          cross join lateral (
            select (
              select t.text from disclosure_text t
              where request.names and t.sequence = page.sequence and t.commitment = about ->> 'subject'
                and (about -> 'disclosed') ?| namable
            ) as name
          ) named
          cross join lateral (
            select 'disclosed' as was, jsonb_array_elements_text(about -> 'disclosed') as coordinate
            union all
            select 'withheld', jsonb_array_elements_text(about -> 'withheld')
          ) had
          group by named.name
        ) told
      ), '[]')
    from page
    cross join lateral (
      select bool_and(
        cardinality(part.clauses) > 0 and part.protocols <@ naming_protocols and part.clauses <@ naming_clauses
        and not exists (
          select from jsonb_array_elements(part.subjects) about
          cross join lateral jsonb_array_elements_text((about -> 'disclosed') || (about -> 'withheld')) coordinate
          where not coordinate = any (namable || neutral)
        )
      ) as names
      from disclosure_entry part where part.request_id = page.request_id
    ) request
    order by page.time desc, page.sequence desc
  $disclosures$`;
