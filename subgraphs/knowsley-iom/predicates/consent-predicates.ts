import { type OwnerPredicate, ownerPredicate } from '../../common/disclosure/owner-predicates';
import { ASKED_BY, holdsToday } from './asked-by';

/** What the person agreed to, and who treats them. */
export const CONSENT_PREDICATES: readonly OwnerPredicate[] = [
  // Consent to what KIOM shares with mentoring is recorded with the referral; it names no single category.
  ownerPredicate(
    'consentActive',
    'subject',
    `select c.subject_id from mals_consent c
     where ${ASKED_BY.organisation} = any(c.recipients) and ${ASKED_BY.purpose} = any(c.purposes)
       and ${holdsToday('c.given_on', 'c.withdrawn_on')} and (c.expires_on is null or c.expires_on > ${ASKED_BY.today})
       and (p_category is null or p_category = any(c.categories))
     union
     select r.subject_id from referral r
     where p_category is null and r.to_organisation = ${ASKED_BY.organisation}
       and ${ASKED_BY.purpose} in ('REFERRAL', 'MENTORING_SUPPORT')
       and ${holdsToday('r.consent_recorded_on', 'r.consent_withdrawn_on')}
     union
     select c.subject_id from pathway_consent c
     where c.recipient = ${ASKED_BY.organisation} and ${ASKED_BY.purpose} = 'PATHWAY_SERVICE'
       and ${holdsToday('c.given_on', 'c.withdrawn_on')} and (c.expires_on is null or c.expires_on > ${ASKED_BY.today})
       and (p_category is null or p_category = any(c.categories))`,
    { arguments: { category: 'text' } },
  ),
  ownerPredicate(
    'ownPatient',
    'subject',
    `select t.subject_id from treatment t
     where t.organisation = ${ASKED_BY.organisation} and ${holdsToday('t.started_on', 't.ended_on')}`,
  ),
];
