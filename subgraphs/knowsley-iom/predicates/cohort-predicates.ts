import { type OwnerPredicate, ownerPredicate } from '../../common/disclosure/owner-predicates';
import { ASKED_BY, holdsToday } from './asked-by';

/** Who is in the cohort, and on whom an organisation itself recorded something. */
export const COHORT_PREDICATES: readonly OwnerPredicate[] = [
  ownerPredicate(
    'subjectInCohort',
    'subject',
    `select m.subject_id from cohort_membership m
     where ${holdsToday('m.member_from', 'm.member_until')}
       and (m.status = 'MEMBER'
         or (m.status = 'ADDED_BY_HAND' and m.inclusion_reason is not null
           and m.review_due >= ${ASKED_BY.today} and m.review_due <= m.member_from + 90))`,
  ),
  // The types that the police control; nobody else controls a type alone here for whom a clause asks this.
  ownerPredicate(
    'controlledBy',
    'subject',
    ['corvus_score', 'cost_of_crime', 'offence', 'arrest', 'intelligence_report']
      .map((table) => `select subject_id from ${table} where recorded_by = ${ASKED_BY.organisation}`)
      .join(' union '),
  ),
  ownerPredicate(
    'adult',
    'subject',
    `select n.id from nominal n
     where n.date_of_birth + interval '18 years' <= nullif(current_setting('concordat.today', true), '')::date`,
  ),
];
