import { type OwnerPredicate, ownerPredicate } from '../../disclosure/owner-predicates';

const setting = (name: string): string => `nullif(current_setting('concordat.${name}', true), '')`;

/**
 * A grant that lives at the moment of reading: given to this very person, in this role, for this purpose and case, not
 * run out, not taken back and not closed. Without settings nothing equals anything, and no grant lives.
 */
const LIVES = `
    g.person = ${setting('person')} and g.organisation = ${setting('organisation')} and g.role = ${setting('role')}
    and g.purpose = ${setting('purpose')} and g.case_reference = ${setting('case_reference')}
    and g.approved_at <= ${setting('now')}::timestamptz and g.until > ${setting('now')}::timestamptz
    and (g.ended_at is null or g.ended_at > ${setting('now')}::timestamptz)`;

/** What XJ-LOOKUP asks of the grants that an owner keeps; the same at every owner that can be asked. */
export const GRANT_PREDICATES: readonly OwnerPredicate[] = [
  ownerPredicate(
    'requesterGrant',
    'subject',
    `select g.subject_id from lookup_grant g where ${LIVES} and p_category = any (g.categories)`,
    { arguments: { category: 'text' } },
  ),
  ownerPredicate(
    'hitConfirmed',
    'subject',
    `select g.subject_id from lookup_grant g
     join lookup_review r on r.id = g.lookup and r.subject_id = g.subject_id
     where ${LIVES} and r.state = 'CONFIRMED'`,
  ),
  ownerPredicate(
    'requestApproved',
    'subject',
    `select g.subject_id from lookup_grant g
     where ${LIVES} and g.approved_at + make_interval(days => p_days) > ${setting('now')}::timestamptz`,
    { arguments: { days: 'integer' } },
  ),
  ownerPredicate(
    'handlingCodePresent',
    'subject',
    `select g.subject_id from lookup_grant g where ${LIVES} and g.handling_code <> ''`,
  ),
  ownerPredicate(
    'adequacyInForce',
    'subject',
    `select s.id from subject s, adequacy_decision a
     where a.regime = p_regime and a.origin = p_from and a.destination = p_to
       and (a.until is null or a.until >= ${setting('today')}::date)`,
    { arguments: { regime: 'text', from: 'text', to: 'text' } },
  ),
];

/** Name of the SQL function by which a person whom another owner knows is found here. */
export const LINKED_PEOPLE_FUNCTION_NAME = 'linked_people';

/**
 * Of people whom other owners know by these ids, who they are here: through a live grant of who asks, and through
 * nothing else. A link without one is as if it were not there.
 * @param asPredicates what lets the function read for the application
 */
export const linkedPeopleFunction = (asPredicates: string): string => /* SQL */ `
  create or replace function ${LINKED_PEOPLE_FUNCTION_NAME}(p_ids text[]) returns table (foreign_subject text, subject_id text)
  language sql stable rows 1 ${asPredicates} as $linked$
    select distinct g.foreign_subject, g.subject_id from lookup_grant g
    where g.foreign_subject = any (p_ids) and ${LIVES}
  $linked$`;
