import { ownerPredicate } from '../../common/disclosure/owner-predicates';

export const participationPredicates = [
  ownerPredicate('invitationAccepted', 'subject', 'select subject_id from invitation where accepted'),
  ownerPredicate(
    'referredBy',
    'subject',
    `select subject_id from invitation
     where invited_by = nullif(current_setting('concordat.organisation', true), '')`,
  ),
  // Accepted and still running: an ended placement is a placement no longer.
  ownerPredicate(
    'placementAccepted',
    'subject',
    `select subject_id from placement
     where state = 'ACCEPTED'
       and nullif(current_setting('concordat.organisation', true), '') in (employer_partner, supported_by)`,
  ),
  ownerPredicate(
    'clientOfService',
    'subject',
    `select subject_id from service_client
     where organisation = nullif(current_setting('concordat.organisation', true), '')
       and (until is null or until >= nullif(current_setting('concordat.today', true), '')::date)`,
  ),
  ownerPredicate(
    'ownGroup',
    'subject',
    `select e.subject_id from programme_enrolment e
     join programme_run_mentor m on m.run_id = e.run_id
     where m.person = nullif(current_setting('concordat.person', true), '')
       and (m.until is null or m.until >= nullif(current_setting('concordat.today', true), '')::date)`,
  ),
  ownerPredicate(
    'adult',
    'subject',
    `select id from participant
     where birth_date <= nullif(current_setting('concordat.today', true), '')::date - interval '18 years'`,
  ),
];
