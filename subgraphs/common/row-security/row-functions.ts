import { DISCLOSURES_FUNCTION, DISCLOSURES_FUNCTION_NAME } from '../oversight/log/disclosures-function';
import { LEDGER_HEAD_FUNCTION, LEDGER_HEAD_FUNCTION_NAME } from '../../../ledger/storage/ledger-tables';
import { LINKED_PEOPLE_FUNCTION_NAME, linkedPeopleFunction } from '../lookup/grants/grant-predicates';
import { NARROWING_FUNCTION } from './narrowing';

/** Runs with the right of the role that reads for the predicates, and finds nothing but the owner's own tables. */
export const AS_PREDICATES = 'security definer set search_path = pg_catalog, public, pg_temp';

const setting = (name: string): string => `nullif(current_setting('concordat.${name}', true), '')`;

/** The right of who asks, as the request's settings have it: without them null, which equals nothing. */
const RIGHT_OF = (alias: string): string =>
  `${alias}.organisation = ${setting('organisation')} and ${alias}.role = ${setting('role')}` +
  ` and ${alias}.purpose = ${setting('purpose')}` +
  ` and ${alias}.protocol = any (string_to_array(${setting('protocols')}, ' '))`;

/**
 * Whether an agreement in force shows a coordinate of every record, whoever it is about. In PL/pgSQL, like the others,
 * since its plans are kept from one statement to the next.
 */
const PERMITS_ALL = /* SQL */ `
  create or replace function permits_all(p_coordinate text) returns boolean
  language plpgsql stable ${AS_PREDICATES} as $permits$
  begin
    return exists (
      select from row_permission p
      where p.coordinate = p_coordinate and p.unconditional and ${RIGHT_OF('p')});
  end $permits$`;

/**
 * The statements by which the records are found of which an agreement in force shows a coordinate to who asks. The
 * conditions are those that maintenance wrote down from the agreements; they are asked of the rows that the request's
 * statement is about, where it says so.
 */
const PERMITTED_STATEMENTS = /* SQL */ `
  create or replace function permitted_statements(p_coordinate text) returns setof text
  language plpgsql stable as $statements$
  begin
    return query select distinct
      case when said.among ? 'keys' and said.among ->> 'relation' = c.relation then c.few else c.many end
        || row_narrowing(c.relation, said.among)
    from (select ${setting('among')}::jsonb as among) said,
      row_permission p join row_condition c on c.key = p.condition
    where p.coordinate = p_coordinate and ${RIGHT_OF('p')};
  end $statements$`;

/** These records. */
const PERMITTED_IDS = /* SQL */ `
  create or replace function permitted_ids(p_coordinate text) returns setof text
  language plpgsql stable rows 100 ${AS_PREDICATES} as $permitted$
  declare
    v_statement text;
  begin
    for v_statement in select permitted_statements(p_coordinate) loop
      return query execute v_statement;
    end loop;
  end $permitted$`;

/**
 * For which of these people, their cases and their records each part of a condition holds: asked by the resolvers, who
 * decide on fields. Nothing is told of a part that no agreement in force asks about for this right.
 */
const CONDITIONS_HOLD = /* SQL */ `
  create or replace function conditions_hold(p_keys text[], p_subjects text[])
  returns table (key text, id text, subject_id text)
  language plpgsql stable ${AS_PREDICATES} as $hold$
  #variable_conflict use_column
  declare
    v_sql text;
  begin
    select string_agg(format('select %L::text, held.id, held.subject_id from (%s) held(id, subject_id)', e.key, e.sql), ' union all ')
    into v_sql
    from row_evidence e
    where e.key = any (p_keys)
      and exists (select from row_evidence_use u where u.key = e.key and ${RIGHT_OF('u')});
    if v_sql is null then return; end if;
    return query execute v_sql using p_subjects;
  end $hold$`;

/** What stands between the application and the rows. All of it is part of the code, made anew at every start. */
export const ROW_FUNCTIONS: readonly string[] = [
  NARROWING_FUNCTION,
  PERMITS_ALL,
  PERMITTED_STATEMENTS,
  PERMITTED_IDS,
  CONDITIONS_HOLD,
  LEDGER_HEAD_FUNCTION,
  DISCLOSURES_FUNCTION,
  linkedPeopleFunction(AS_PREDICATES),
];

/** Those that run with the right to read, and that the application may call. */
export const READING_FUNCTIONS: readonly string[] = [
  'permits_all',
  'permitted_ids',
  'conditions_hold',
  LEDGER_HEAD_FUNCTION_NAME,
  DISCLOSURES_FUNCTION_NAME,
  LINKED_PEOPLE_FUNCTION_NAME,
];
