import type { PredicateName } from '../../../protocols/predicates';
import type { Predicate } from '../../../protocols/protocol';
import type { Controller, OrganisationId } from '../../../schema/organisations';

/**
 * The conditions of which an officer is told whether they hold for a person, with the controllers whose records decide
 * it: who is in charge, where a case belongs, and what is known without any record. An officer is told only where the
 * own office oversees one of these controllers; whatever is on neither list is not told.
 */
export const TOLD_CONDITIONS = {
  ownCaseload: ['probation', 'safety-house-partners'],
  handoverOpen: ['probation'],
  offenderManagerOf: ['probation'],
  participantOfCase: ['safety-house-partners'],
  territoryOf: ['safety-house-partners'],
  recipientIsSignatory: [],
  purposeIs: [],
} as const satisfies Partial<Record<PredicateName, readonly Controller[]>>;

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
  // Where somebody is held, and who is a client of the aftercare team
  'inRecipientPrison',
  'livesInTerritory',
  // Consent
  'consentActive',
  'clientAgreed',
  'enrolmentVoluntary',
  // Mentoring, programmes and placements: a referral leads to one of these
  'referredBy',
  'assignedMentor',
  'matchActiveOrEndedWithin',
  'referralStage',
  'riskAssessmentAllows',
  'needSelectedInReferral',
  'assignedToRequester',
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
  // It is asked of people, so that an id for which it never holds would be told to be nobody's.
  'adequacyInForce',
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
export const TELLING_RELATIONS: ReadonlySet<OrganisationId> = new Set<OrganisationId>([
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

/** Whether an officer who oversees these may be told that this holds, or does not, where somebody of that organisation asks. */
export function mayBeTold({ name }: Predicate, explained: OrganisationId, overseen: readonly Controller[]): boolean {
  if (TELLING_RELATIONS.has(explained)) return false;
  const decidedBy: Readonly<Record<string, readonly Controller[]>> = TOLD_CONDITIONS;
  const controllers = Object.hasOwn(decidedBy, name) ? decidedBy[name] : undefined;
  if (controllers === undefined) return false;
  return controllers.length === 0 || controllers.some((controller) => overseen.includes(controller));
}
