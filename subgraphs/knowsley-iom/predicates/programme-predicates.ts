import { type OwnerPredicate, ownerPredicate } from '../../common/disclosure/owner-predicates';
import { releaseWithinDaysSql } from '../programme/lcp-eligibility-rule';
import { ASKED_BY, holdsToday } from './asked-by';

/** The Life Change Programme: who is near release, who chose it freely, and whose group it is. */
export const PROGRAMME_PREDICATES: readonly OwnerPredicate[] = [
  ownerPredicate(
    'releaseWithinDays',
    'subject',
    `select c.subject_id from custody_episode c
     where ${holdsToday('c.started_on', 'c.released_on')}
       and ${releaseWithinDaysSql('c.expected_release', ASKED_BY.today, 'p_days')}`,
    { arguments: { days: 'integer' } },
  ),
  // Voluntary and recorded: a choice of which no day is recorded is none (DOMAIN.md C, HMP-MALS-LCP).
  ownerPredicate(
    'enrolmentVoluntary',
    'subject',
    `select e.subject_id from lcp_register_entry e
     where e.voluntary and ${holdsToday('e.voluntary_recorded_on', 'e.withdrawn_on')}`,
  ),
  ownerPredicate(
    'ownGroup',
    'subject',
    `select e.subject_id from lcp_enrolment e join lcp_cohort c on c.id = e.cohort_id
     where c.facilitator = ${ASKED_BY.person}`,
  ),
];
