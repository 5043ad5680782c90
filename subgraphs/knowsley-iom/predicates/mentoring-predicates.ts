import { type OwnerPredicate, ownerPredicate } from '../../common/disclosure/owner-predicates';
import { ASKED_BY } from './asked-by';
import { NEED_SELECTED_FOR_AGENCY } from './co-opted-predicates';

const referredToRequester = `r.to_organisation = ${ASKED_BY.organisation} and r.stage in ('OFFERED', 'ACCEPTED')`;
const ownMatches = `select m.subject_id from mentoring_match m join mentor on mentor.id = m.mentor_id
  where mentor.person = ${ASKED_BY.person} and m.matched_from <= ${ASKED_BY.today}`;

/** Referral to mentoring, the match with a mentor, and what was confided. */
export const MENTORING_PREDICATES: readonly OwnerPredicate[] = [
  ownerPredicate(
    'referralStage',
    'subject',
    `select r.subject_id from referral r where r.to_organisation = ${ASKED_BY.organisation} and r.stage = p_stage`,
    { arguments: { stage: 'text' } },
  ),
  ownerPredicate(
    'referredBy',
    'subject',
    `select r.subject_id from referral r where r.from_organisation = ${ASKED_BY.organisation}`,
  ),
  ownerPredicate(
    'needSelectedInReferral',
    'record',
    `select p.id from pathway_status p join referral r on r.subject_id = p.subject_id and p.pathway = any(r.pathways_requested)
     where ${referredToRequester} union ${NEED_SELECTED_FOR_AGENCY}`,
    // The need itself, not what other partners do about it.
    { recordTypes: ['PathwayStatus', 'HealthNote'] },
  ),
  ownerPredicate(
    'assignedMentor',
    'subject',
    `${ownMatches} and (m.matched_until is null or m.matched_until >= ${ASKED_BY.today})`,
  ),
  ownerPredicate(
    'matchActiveOrEndedWithin',
    'subject',
    `${ownMatches} and (m.matched_until is null or m.matched_until >= ${ASKED_BY.today} - p_days)`,
    { arguments: { days: 'integer' } },
  ),
  ownerPredicate(
    'riskAssessmentAllows',
    'subject',
    `select a.subject_id from risk_assessment a
     where a.assessed = 'MATCH' and a.mentor_may_know_offence and a.assessed_on <= ${ASKED_BY.today} and a.review_due >= ${ASKED_BY.today}`,
  ),
  ownerPredicate('disclosureReleased', 'record', 'select d.id from mals_disclosure d where d.released_at is not null', {
    recordTypes: ['MalsDisclosure'],
  }),
  ownerPredicate(
    'releasedForSeriousHarm',
    'record',
    `select d.id from mals_disclosure d where d.serious_harm and d.released_for = 'SERIOUS_HARM'`,
    { recordTypes: ['MalsDisclosure'] },
  ),
  ownerPredicate(
    'authoredBySelf',
    'record',
    `select s.id from mentoring_session s where s.author = ${ASKED_BY.person}
     union select d.id from mals_disclosure d where d.author = ${ASKED_BY.person}`,
    { recordTypes: ['MentoringSession', 'MalsDisclosure'] },
  ),
];
