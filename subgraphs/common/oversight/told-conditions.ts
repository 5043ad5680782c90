import type { PredicateName } from '../../../protocols/predicates';
import type { Predicate } from '../../../protocols/protocol';
import type { OrganisationId } from '../../../schema/organisations';

/**
 * The conditions of which an officer is told whether they hold for a person: who is in charge, where a case or a person
 * belongs, and what is known without any record. Whatever is on neither list is not told.
 */
export const TOLD_CONDITIONS: readonly PredicateName[] = [
  'ownCaseload',
  'handoverOpen',
  'offenderManagerOf',
  'inRecipientPrison',
  'referredBy',
  'livesInTerritory',
  'participantOfCase',
  'territoryOf',
  'recipientIsSignatory',
  'purposeIs',
  'adequacyInForce',
];

/** The conditions of which an officer is never told whether they hold: that they do would tell of the case. */
export const UNTOLD_CONDITIONS: readonly PredicateName[] = [
  // What was assessed or recorded: cohort, score, harm, age, stage, offences, route, release
  'subjectInCohort',
  'manualInclusionValid',
  'bandAtLeast',
  'riskOfHarmIn',
  'adult',
  'ageBetween',
  'recordedInArea',
  'releaseWithinDays',
  'withinHoursOfRelease',
  'routeIs',
  'caseComplex',
  'caseOpen',
  'caseStageIs',
  'caseStageAtLeast',
  'timeBox',
  'notSpent',
  'notCategory',
  'authoredBySelf',
  // It holds by a single intelligence report as well, whose existence is nobody's to know.
  'controlledBy',
  // Consent
  'consentActive',
  'clientAgreed',
  'enrolmentVoluntary',
  // Mentoring, programmes and placements
  'assignedMentor',
  'matchActiveOrEndedWithin',
  'referralStage',
  'riskAssessmentAllows',
  'needSelectedInReferral',
  'disclosureReleased',
  'releasedForSeriousHarm',
  'invitationAccepted',
  'placementAccepted',
  'ownGroup',
  // Health and care
  'clientOfService',
  'ownPatient',
  'providerOfNeed',
  // Victims: a liaison officer is appointed as well
  'actionConcernsVictim',
  'appointedTo',
  // Extremism
  'triangleParty',
  'approvedBy',
  'reviewDateNotPast',
  'judicialReviewRecorded',
  'childProtectionParticipates',
  'proposalOpen',
  // The lookup and research: whether somebody was looked for, found or studied
  'requesterGrant',
  'hitConfirmed',
  'requestApproved',
  'handlingCodePresent',
  'studyActive',
  'minCell',
];

/**
 * Organisations that somebody has to do with for their health, their children, a mentor, a victim or extremism. That
 * such a client is theirs says so, whatever the condition: of what somebody of them is asked about, nothing is told.
 */
const TELLING_RELATIONS: ReadonlySet<OrganisationId> = new Set<OrganisationId>([
  'mental-health',
  'forensic-care',
  'sert',
  'care-provider',
  'youth-care',
  'child-protection',
  'mals',
  'victim-liaison',
  'judge',
]);

const told: ReadonlySet<string> = new Set(TOLD_CONDITIONS);

/** Whether an officer may be told that this condition holds, or does not, where somebody of the organisation asks. */
export function mayBeTold({ name }: Predicate, explained: OrganisationId): boolean {
  return told.has(name) && !TELLING_RELATIONS.has(explained);
}
