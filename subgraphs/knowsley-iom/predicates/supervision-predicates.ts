import { type OwnerPredicate, ownerPredicate } from '../../common/disclosure/owner-predicates';
import { ASKED_BY, holdsToday } from './asked-by';

const inCharge = `m.practitioner = ${ASKED_BY.person} and m.organisation = ${ASKED_BY.organisation}
  and ${holdsToday('m.in_charge_from', 'm.in_charge_until')}`;

/** Supervision, risk of harm and custody: who is responsible for a person, and where the person is. */
export const SUPERVISION_PREDICATES: readonly OwnerPredicate[] = [
  ownerPredicate(
    'riskOfHarmIn',
    'subject',
    `select s.subject_id from supervision s
     where s.risk_of_harm = any(p_levels) and ${holdsToday('s.started_on', 's.ended_on')}
     union
     select p.id from subject p
     where 'NOT_ASSESSED' = any(p_levels) and not exists (
       select 1 from supervision s
       where s.subject_id = p.id and s.risk_of_harm is not null and ${holdsToday('s.started_on', 's.ended_on')})`,
    { arguments: { levels: 'text[]' } },
  ),
  // The organisation is responsible today and the requester is the practitioner: a colleague's caseload is not one's own.
  ownerPredicate(
    'ownCaseload',
    'subject',
    `select m.subject_id from offender_manager m
     join supervision s on s.subject_id = m.subject_id and s.responsible_organisation = m.organisation
     where ${inCharge} and ${holdsToday('s.started_on', 's.ended_on')}`,
  ),
  ownerPredicate('offenderManagerOf', 'subject', `select m.subject_id from offender_manager m where ${inCharge}`),
  ownerPredicate(
    'handoverOpen',
    'subject',
    `select s.subject_id from supervision s
     where s.handover_to = ${ASKED_BY.organisation} and ${holdsToday('s.handover_opened_on', 's.handover_completed_on')}`,
  ),
  // Within 0 days: inside now. Somebody released today is no longer inside.
  ownerPredicate(
    'inRecipientPrison',
    'subject',
    `select c.subject_id from custody_episode c
     where c.prison = ${ASKED_BY.organisation} and c.started_on <= ${ASKED_BY.today}
       and (c.released_on is null or c.released_on > ${ASKED_BY.today}
         or (p_releasedWithinDays > 0 and c.released_on >= ${ASKED_BY.today} - p_releasedWithinDays))`,
    { arguments: { releasedWithinDays: 'integer' } },
  ),
];
