import { readFileSync } from 'node:fs';
import path from 'node:path';

import { type DataCategory, isCategory, isLevel, type Level } from '../schema/categories';
import { type Controller, isOrganisation, ORGANISATIONS } from '../schema/organisations';
import type { FieldDisclosure } from '../schema/permission-map';
import type { Purpose } from '../schema/purposes';
import { decide, purposesOf } from './decide';
import { loadProtocols } from './load-protocols';
import { describePredicate, printProtocols } from './print-protocols';

const NOW = new Date('2026-06-15T12:00:00Z');
const SET = loadProtocols(path.join(__dirname, 'agreements'), { synthetic: true });

/** `OFFENCE/FULL` or `RISK_SCORE/FULL/HARM`, of a controller. */
function fieldOf(controller: Controller, word: string): FieldDisclosure {
  const [category = '', level = '', facet] = word.split('/');
  if (!isCategory(category) || !isLevel(level)) throw new Error(`No such field: ${word}`);
  const field: { category: DataCategory; level: Level } = { category, level };
  return { coordinate: `T.${word}`, controller, ...field, ...(facet === undefined ? {} : { facet }) };
}

/** What the agreements answer, in one line. */
function answer(recipient: string, purpose: Purpose, controller: Controller, word: string): string {
  const [organisation = '', role = ''] = recipient.split('.');
  if (!isOrganisation(organisation)) throw new Error(`No such organisation: ${organisation}`);
  const jurisdiction = ORGANISATIONS[organisation].jurisdiction;
  const decision = decide(SET, { organisation, role, purpose, jurisdiction }, fieldOf(controller, word), NOW);
  switch (decision.kind) {
    case 'permit':
      return 'permit';
    case 'permit when':
      return decision.alternatives.map(({ predicates }) => predicates.map(describePredicate).join(' & ')).join(' | ');
    case 'deny':
      return `deny ${decision.clause.protocol}`;
  }
}

/** What was granted to this very requester, of this category. */
const APPROVED = (category: DataCategory) =>
  `hitConfirmed & requestApproved(days: 14) & requesterGrant(category: ${category}) & handlingCodePresent`;
const LED = (from: string, to: string) => `adequacyInForce(regime: LED, from: ${from}, to: ${to})`;
const GDPR = 'adequacyInForce(regime: GDPR, from: IT, to: UK)';

type Row = [recipient: string, purpose: Purpose, controller: Controller, asked: string, answered: string];

const HIGH = 'subjectInCohort & riskOfHarmIn(levels: HIGH/VERY_HIGH)';
const LOW = 'subjectInCohort & riskOfHarmIn(levels: LOW/MEDIUM)';
const NPS = `${HIGH} & ownCaseload | ${HIGH} & handoverOpen | subjectInCohort & riskOfHarmIn(levels: NOT_ASSESSED)`;
const CRC = `${LOW} & ownCaseload | ${LOW} & handoverOpen | subjectInCohort & riskOfHarmIn(levels: NOT_ASSESSED) & referredBy`;
const PRISON = 'subjectInCohort & inRecipientPrison(releasedWithinDays: 28)';
const OFFERED = 'referralStage(stage: OFFERED)';
const ACCEPTED = 'referralStage(stage: ACCEPTED) & consentActive';
const MENTOR = 'matchActiveOrEndedWithin(days: 28) & consentActive';
const MANAGER = 'offenderManagerOf & referredBy | offenderManagerOf & consentActive';
const SCREENING = 'caseStageIs(stage: SCREENING) & timeBox(weeks: 8) & participantOfCase & caseOpen & territoryOf';
const COMPLEX = 'caseComplex & participantOfCase & caseOpen & territoryOf';
const DEVELOPING = `caseStageAtLeast(stage: DEVELOPING) & ${COMPLEX}`;
const PLANNING = `caseStageAtLeast(stage: SHORT_TERM_PLAN) & ${COMPLEX}`;
const APPOINTED = 'appointedTo(as: PROCESS_MANAGER) & caseOpen';
const SAFEGUARDS = 'approvedBy(parties: 2) & reviewDateNotPast & judicialReviewRecorded & childProtectionParticipates';
const TRIANGLE = `triangleParty & ${SAFEGUARDS}`;
const PROPOSED = 'proposalOpen(days: 14)';
const RELEASED = 'adult & livesInTerritory & withinHoursOfRelease(hours: 72)';
const AGREED = 'adult & livesInTerritory & clientAgreed';
const PROVIDER = 'adult & clientAgreed & providerOfNeed';
const HIGH_OR_THERE = 'bandAtLeast(band: HIGH) | recordedInArea(months: 12)';
const THERE = 'recordedInArea(months: 12)';
const LIAISON = 'appointedTo(as: VICTIM_LIAISON)';
const VOLUNTEER = 'enrolmentVoluntary & releaseWithinDays(days: 183)';
const LISTED = 'inRecipientPrison(releasedWithinDays: 0) & releaseWithinDays(days: 183)';
const SERVED = 'consentActive & providerOfNeed';
const INTAKE = 'consentActive & invitationAccepted';
const CLIENT = 'consentActive(category: HEALTH) & clientOfService';

// prettier-ignore
const ROWS: Row[] = [
  // KIOM-CORE
  ['merseyside-police.officer', 'IOM_CASE_MANAGEMENT', 'merseyside-police', 'OFFENCE/FULL/RECORD', 'subjectInCohort'],
  ['merseyside-police.officer', 'CROSS_BORDER_CASE', 'merseyside-police', 'OFFENCE/FULL/RECORD', 'subjectInCohort'],
  ['merseyside-police.officer', 'IOM_CASE_MANAGEMENT', 'merseyside-police', 'POLICE_INTELLIGENCE/FULL', 'subjectInCohort'],
  ['merseyside-police.officer', 'IOM_CASE_MANAGEMENT', 'health-authors', 'HEALTH/FLAG', 'deny KIOM-CORE'],
  ['merseyside-police.officer', 'IOM_CASE_MANAGEMENT', 'kiom', 'FAMILY_CHILDREN/FLAG', 'deny KIOM-CORE'],
  ['merseyside-police.officer', 'IOM_CASE_MANAGEMENT', 'mals', 'MENTORING_RECORD/FLAG/SESSIONS', 'deny KIOM-CORE'],
  ['politie-haaglanden.officer', 'IOM_CASE_MANAGEMENT', 'merseyside-police', 'OFFENCE/FLAG/RECORD', 'deny DEFAULT-DENY'],
  ['nps.probation-officer', 'IOM_CASE_MANAGEMENT', 'kiom', 'IDENTITY/FULL/NAME', NPS],
  ['nps.probation-officer', 'IOM_CASE_MANAGEMENT', 'merseyside-police', 'COST_OF_CRIME/FULL', NPS],
  ['nps.probation-officer', 'IOM_CASE_MANAGEMENT', 'merseyside-police', 'POLICE_INTELLIGENCE/FLAG', NPS],
  ['nps.probation-officer', 'IOM_CASE_MANAGEMENT', 'merseyside-police', 'POLICE_INTELLIGENCE/BAND', 'deny KIOM-CORE'],
  ['nps.probation-officer', 'IOM_CASE_MANAGEMENT', 'health-authors', 'HEALTH/FLAG', NPS],
  ['nps.probation-officer', 'IOM_CASE_MANAGEMENT', 'health-authors', 'HEALTH/FULL', 'deny KIOM-CORE'],
  ['merseyside-crc.case-manager', 'IOM_CASE_MANAGEMENT', 'kiom', 'PATHWAY_NEEDS/FULL', CRC],
  ['merseyside-crc.case-manager', 'IOM_CASE_MANAGEMENT', 'health-authors', 'HEALTH/FLAG', CRC],
  ['merseyside-crc.case-manager', 'IOM_CASE_MANAGEMENT', 'merseyside-police', 'POLICE_INTELLIGENCE/FLAG', 'deny KIOM-CORE'],
  ['merseyside-crc.case-manager', 'CROSS_BOUNDARY_TRACKING', 'kiom', 'IDENTITY/FULL/NAME', 'deny DEFAULT-DENY'],
  ['kmbc.iom-coordinator', 'IOM_CASE_MANAGEMENT', 'kiom', 'OUTCOME/FULL/REOFFENDING', 'subjectInCohort'],
  ['kmbc.iom-coordinator', 'IOM_CASE_MANAGEMENT', 'merseyside-police', 'OFFENCE/BAND/RECORD', 'subjectInCohort'],
  ['kmbc.iom-coordinator', 'IOM_CASE_MANAGEMENT', 'merseyside-police', 'OFFENCE/FULL/RECORD', 'deny KIOM-CORE'],
  ['kmbc.iom-coordinator', 'IOM_CASE_MANAGEMENT', 'merseyside-police', 'RISK_SCORE/BAND/CORVUS', 'subjectInCohort'],
  ['kmbc.iom-coordinator', 'IOM_CASE_MANAGEMENT', 'merseyside-police', 'RISK_SCORE/FULL/CORVUS', 'deny KIOM-CORE'],
  ['kmbc.iom-coordinator', 'IOM_CASE_MANAGEMENT', 'merseyside-police', 'COST_OF_CRIME/BAND', 'subjectInCohort'],
  ['kmbc.iom-coordinator', 'IOM_CASE_MANAGEMENT', 'merseyside-police', 'COST_OF_CRIME/FULL', 'deny KIOM-CORE'],
  ['kmbc.iom-coordinator', 'IOM_CASE_MANAGEMENT', 'health-authors', 'HEALTH/FLAG', 'deny KIOM-CORE'],
  ['hmp-liverpool.officer', 'IOM_CASE_MANAGEMENT', 'kiom', 'IDENTITY/FULL/IDENTIFIERS', PRISON],
  ['hmp-liverpool.officer', 'IOM_CASE_MANAGEMENT', 'prisons', 'CUSTODY/FULL/RELEASE', PRISON],
  ['hmp-liverpool.officer', 'IOM_CASE_MANAGEMENT', 'probation', 'RISK_SCORE/FULL/HARM', PRISON],
  ['hmp-liverpool.officer', 'IOM_CASE_MANAGEMENT', 'merseyside-police', 'RISK_SCORE/FLAG/CORVUS', 'deny KIOM-CORE'],
  ['hmp-liverpool.officer', 'IOM_CASE_MANAGEMENT', 'probation', 'CASE_PLAN/FULL/PLAN', PRISON],
  ['hmp-liverpool.officer', 'IOM_CASE_MANAGEMENT', 'probation', 'CASE_PLAN/FLAG/MEETING', 'deny KIOM-CORE'],
  ['hmp-liverpool.officer', 'IOM_CASE_MANAGEMENT', 'merseyside-police', 'OFFENCE/FLAG/RECORD', 'deny KIOM-CORE'],
  // KIOM-MALS-REFERRAL
  ['mals.coordinator', 'REFERRAL', 'kiom', 'REFERRAL/FULL', `${OFFERED} | ${ACCEPTED}`],
  ['mals.coordinator', 'REFERRAL', 'kiom', 'IDENTITY/FULL/GIVEN_NAME', `${OFFERED} | ${ACCEPTED}`],
  ['mals.coordinator', 'REFERRAL', 'kiom', 'IDENTITY/FULL/NAME', ACCEPTED],
  ['mals.coordinator', 'REFERRAL', 'kiom', 'PATHWAY_NEEDS/FULL', `${OFFERED} & needSelectedInReferral | ${ACCEPTED} & needSelectedInReferral`],
  ['mals.coordinator', 'REFERRAL', 'kiom', 'RISK_SCORE/BAND/MENTOR_SAFETY', `${OFFERED} | ${ACCEPTED}`],
  ['mals.coordinator', 'REFERRAL', 'merseyside-police', 'RISK_SCORE/FLAG/CORVUS', 'deny KIOM-MALS-REFERRAL'],
  ['mals.coordinator', 'REFERRAL', 'kiom', 'CONTACT/FULL/CHANNEL', ACCEPTED],
  ['mals.coordinator', 'REFERRAL', 'kiom', 'CONTACT/FULL/ADDRESS', 'deny KIOM-MALS-REFERRAL'],
  ['mals.coordinator', 'REFERRAL', 'probation', 'CUSTODY/FULL/MEETING_CONSTRAINTS', ACCEPTED],
  ['mals.coordinator', 'REFERRAL', 'kiom', 'OFFENCE/FLAG/RECORD', ACCEPTED],
  ['mals.coordinator', 'REFERRAL', 'merseyside-police', 'OFFENCE/FLAG/RECORD', 'deny KIOM-MALS-REFERRAL'],
  ['mals.coordinator', 'REFERRAL', 'probation', 'CASE_PLAN/FULL/OFFENDER_MANAGER', ACCEPTED],
  ['mals.manager', 'REFERRAL', 'kiom', 'REFERRAL/FLAG', 'deny DEFAULT-DENY'],
  ['mals.mentor', 'MENTORING_SUPPORT', 'kiom', 'IDENTITY/FULL/GIVEN_NAME', MENTOR],
  ['mals.mentor', 'MENTORING_SUPPORT', 'kiom', 'IDENTITY/FULL/NAME', 'deny KIOM-MALS-REFERRAL'],
  ['mals.mentor', 'MENTORING_SUPPORT', 'kiom', 'PATHWAY_NEEDS/FULL', `${MENTOR} & needSelectedInReferral`],
  ['mals.mentor', 'MENTORING_SUPPORT', 'kiom', 'RISK_SCORE/BAND/MENTOR_SAFETY', MENTOR],
  ['mals.mentor', 'MENTORING_SUPPORT', 'kiom', 'CONTACT/FULL/CHANNEL', MENTOR],
  ['mals.mentor', 'MENTORING_SUPPORT', 'kiom', 'CONTACT/FLAG/AREA', 'deny KIOM-MALS-REFERRAL'],
  ['mals.mentor', 'MENTORING_SUPPORT', 'probation', 'CUSTODY/FULL/MEETING_CONSTRAINTS', MENTOR],
  ['mals.mentor', 'MENTORING_SUPPORT', 'probation', 'CUSTODY/FLAG/ORDERS', 'deny KIOM-MALS-REFERRAL'],
  ['mals.mentor', 'MENTORING_SUPPORT', 'kiom', 'REFERRAL/FULL', MENTOR],
  ['mals.mentor', 'MENTORING_SUPPORT', 'probation', 'CASE_PLAN/FULL/OFFENDER_MANAGER', MENTOR],
  ['mals.mentor', 'MENTORING_SUPPORT', 'probation', 'CASE_PLAN/FLAG/PLAN', 'deny KIOM-MALS-REFERRAL'],
  ['mals.mentor', 'MENTORING_SUPPORT', 'kiom', 'OFFENCE/FLAG/RECORD', `${MENTOR} & riskAssessmentAllows`],
  ['mals.mentor', 'MENTORING_SUPPORT', 'merseyside-police', 'RISK_SCORE/BAND/CORVUS', 'deny KIOM-MALS-REFERRAL'],
  ['mals.mentor', 'MENTORING_SUPPORT', 'merseyside-police', 'COST_OF_CRIME/FLAG', 'deny KIOM-MALS-REFERRAL'],
  // MALS-KIOM-FEEDBACK
  ['nps.probation-officer', 'IOM_CASE_MANAGEMENT', 'mals', 'MENTORING_RECORD/FULL/SESSIONS', MANAGER],
  ['merseyside-crc.case-manager', 'IOM_CASE_MANAGEMENT', 'mals', 'LCP_REFLECTION/FULL/TESTIMONIAL', 'offenderManagerOf & consentActive(category: LCP_REFLECTION)'],
  ['merseyside-crc.case-manager', 'IOM_CASE_MANAGEMENT', 'mals', 'LCP_REFLECTION/FLAG/OTHER', 'deny MALS-KIOM-FEEDBACK'],
  ['nps.probation-officer', 'IOM_CASE_MANAGEMENT', 'mals', 'MENTOR_NOTES/FULL', 'offenderManagerOf & disclosureReleased & releasedForSeriousHarm'],
  ['nps.probation-officer', 'IOM_CASE_MANAGEMENT', 'mals', 'HEALTH/FLAG', 'offenderManagerOf & consentActive(category: HEALTH)'],
  ['nps.probation-officer', 'CROSS_BORDER_CASE', 'mals', 'MENTORING_RECORD/FLAG/SESSIONS', 'deny KIOM-CORE'],
  ['kmbc.iom-coordinator', 'IOM_CASE_MANAGEMENT', 'mals', 'MENTORING_RECORD/BAND/SESSIONS', 'referredBy | consentActive'],
  ['kmbc.iom-coordinator', 'IOM_CASE_MANAGEMENT', 'mals', 'MENTORING_RECORD/FULL/SESSIONS', 'deny MALS-KIOM-FEEDBACK'],
  ['kmbc.iom-coordinator', 'IOM_CASE_MANAGEMENT', 'mals', 'MENTOR_NOTES/FLAG', 'deny MALS-KIOM-FEEDBACK'],
  ['kmbc.iom-coordinator', 'IOM_CASE_MANAGEMENT', 'mals', 'PROGRAMME/FULL', 'deny MALS-KIOM-FEEDBACK'],
  ['hmp-liverpool.officer', 'IOM_CASE_MANAGEMENT', 'mals', 'PROGRAMME/FLAG', 'deny KIOM-CORE'],
  // MERSEY-BOROUGHS
  ['liverpool-iom.officer', 'CROSS_BOUNDARY_TRACKING', 'kiom', 'IDENTITY/FULL/IDENTIFIERS', HIGH_OR_THERE],
  ['liverpool-iom.officer', 'CROSS_BOUNDARY_TRACKING', 'kiom', 'DEMOGRAPHIC/FULL', HIGH_OR_THERE],
  ['liverpool-iom.officer', 'CROSS_BOUNDARY_TRACKING', 'kiom', 'CONTACT/BAND/AREA', HIGH_OR_THERE],
  ['liverpool-iom.officer', 'CROSS_BOUNDARY_TRACKING', 'kiom', 'CONTACT/FULL/AREA', 'deny MERSEY-BOROUGHS'],
  ['liverpool-iom.officer', 'CROSS_BOUNDARY_TRACKING', 'kiom', 'CONTACT/FLAG/ADDRESS', 'deny MERSEY-BOROUGHS'],
  ['liverpool-iom.officer', 'CROSS_BOUNDARY_TRACKING', 'kiom', 'RISK_SCORE/FLAG/COHORT', 'deny MERSEY-BOROUGHS'],
  ['liverpool-iom.officer', 'CROSS_BOUNDARY_TRACKING', 'merseyside-police', 'OFFENCE/FULL/RECORD', HIGH_OR_THERE],
  ['liverpool-iom.officer', 'CROSS_BOUNDARY_TRACKING', 'merseyside-police', 'RISK_SCORE/FULL/CORVUS', HIGH_OR_THERE],
  ['liverpool-iom.officer', 'CROSS_BOUNDARY_TRACKING', 'merseyside-police', 'COST_OF_CRIME/BAND', HIGH_OR_THERE],
  ['liverpool-iom.officer', 'CROSS_BOUNDARY_TRACKING', 'merseyside-police', 'COST_OF_CRIME/FULL', 'deny MERSEY-BOROUGHS'],
  ['liverpool-iom.officer', 'CROSS_BOUNDARY_TRACKING', 'merseyside-police', 'POLICE_INTELLIGENCE/FLAG', HIGH_OR_THERE],
  ['liverpool-iom.officer', 'CROSS_BOUNDARY_TRACKING', 'merseyside-police', 'POLICE_INTELLIGENCE/BAND', 'deny MERSEY-BOROUGHS'],
  ['liverpool-iom.officer', 'CROSS_BOUNDARY_TRACKING', 'merseyside-police', 'HEALTH/FLAG', 'deny MERSEY-BOROUGHS'],
  ['liverpool-iom.officer', 'CROSS_BOUNDARY_TRACKING', 'prisons', 'CUSTODY/FLAG/STATUS', 'deny MERSEY-BOROUGHS'],
  ['liverpool-iom.officer', 'CROSS_BOUNDARY_TRACKING', 'probation', 'CASE_PLAN/FLAG/LEAD_CONTACT', 'deny MERSEY-BOROUGHS'],
  ['liverpool-iom.officer', 'IOM_CASE_MANAGEMENT', 'kiom', 'IDENTITY/FLAG/GIVEN_NAME', 'deny DEFAULT-DENY'],
  ['nps-liverpool.probation-officer', 'CROSS_BOUNDARY_TRACKING', 'kiom', 'IDENTITY/FULL/NAME', HIGH_OR_THERE],
  ['nps.probation-officer', 'CROSS_BOUNDARY_TRACKING', 'kiom', 'IDENTITY/FLAG/GIVEN_NAME', 'deny DEFAULT-DENY'],
  ['merseyside-police.officer', 'CROSS_BOUNDARY_TRACKING', 'kiom', 'IDENTITY/FLAG/GIVEN_NAME', 'deny DEFAULT-DENY'],
  // MERSEY-GMP
  ['gmp.officer', 'CROSS_BOUNDARY_TRACKING', 'kiom', 'IDENTITY/FULL/NAME', THERE],
  ['gmp.officer', 'CROSS_BOUNDARY_TRACKING', 'kiom', 'CONTACT/FLAG/AREA', 'deny MERSEY-GMP'],
  ['gmp.officer', 'CROSS_BOUNDARY_TRACKING', 'merseyside-police', 'OFFENCE/FULL/RECORD', THERE],
  ['gmp.officer', 'CROSS_BOUNDARY_TRACKING', 'merseyside-police', 'RISK_SCORE/FULL/CORVUS', THERE],
  ['gmp.officer', 'CROSS_BOUNDARY_TRACKING', 'merseyside-police', 'COST_OF_CRIME/BAND', THERE],
  ['gmp.officer', 'CROSS_BOUNDARY_TRACKING', 'merseyside-police', 'POLICE_INTELLIGENCE/FLAG', 'deny MERSEY-GMP'],
  ['kmbc.iom-coordinator', 'IOM_CASE_MANAGEMENT', 'mals', 'MENTORING_RECORD/FLAG/HELPLINE', 'deny MALS-KIOM-FEEDBACK'],
  ['nps.probation-officer', 'IOM_CASE_MANAGEMENT', 'mals', 'MENTORING_RECORD/FLAG/HELPLINE', 'deny MALS-KIOM-FEEDBACK'],
  // HMP-MALS-LCP
  ['mals.coordinator', 'PROGRAMME_DELIVERY', 'prisons', 'IDENTITY/FULL/NAME', VOLUNTEER],
  ['mals.coordinator', 'PROGRAMME_DELIVERY', 'prisons', 'CUSTODY/BAND/RELEASE', VOLUNTEER],
  ['mals.coordinator', 'PROGRAMME_DELIVERY', 'prisons', 'CUSTODY/FULL/RELEASE', 'deny HMP-MALS-LCP'],
  ['mals.coordinator', 'PROGRAMME_DELIVERY', 'prisons', 'CUSTODY/BAND/PLACE', VOLUNTEER],
  ['mals.coordinator', 'PROGRAMME_DELIVERY', 'prisons', 'CUSTODY/FULL/PLACE', 'deny HMP-MALS-LCP'],
  ['mals.coordinator', 'PROGRAMME_DELIVERY', 'prisons', 'CUSTODY/FLAG/STATUS', 'deny HMP-MALS-LCP'],
  ['mals.coordinator', 'PROGRAMME_DELIVERY', 'prisons', 'RISK_SCORE/FLAG/GROUP_SAFETY', VOLUNTEER],
  ['mals.coordinator', 'PROGRAMME_DELIVERY', 'prisons', 'RISK_SCORE/BAND/GROUP_SAFETY', 'deny HMP-MALS-LCP'],
  ['mals.coordinator', 'PROGRAMME_DELIVERY', 'prisons', 'REFERRAL/FULL', VOLUNTEER],
  ['mals.coordinator', 'PROGRAMME_DELIVERY', 'kiom', 'IDENTITY/FLAG/GIVEN_NAME', 'deny HMP-MALS-LCP'],
  ['mals.facilitator', 'PROGRAMME_DELIVERY', 'prisons', 'PROGRAMME/FULL', `${VOLUNTEER} & ownGroup`],
  ['mals.facilitator', 'PROGRAMME_DELIVERY', 'prisons', 'OFFENCE/FLAG/RECORD', 'deny HMP-MALS-LCP'],
  ['mals.manager', 'PROGRAMME_DELIVERY', 'prisons', 'PROGRAMME/FLAG', 'deny DEFAULT-DENY'],
  ['mals.mentor', 'PROGRAMME_DELIVERY', 'prisons', 'PROGRAMME/FLAG', 'deny DEFAULT-DENY'],
  ['hmp-kennet.officer', 'PROGRAMME_DELIVERY', 'mals', 'PROGRAMME/FLAG', 'inRecipientPrison(releasedWithinDays: 0)'],
  ['hmp-liverpool.officer', 'PROGRAMME_DELIVERY', 'mals', 'PROGRAMME/BAND', 'deny HMP-MALS-LCP'],
  ['hmp-liverpool.officer', 'PROGRAMME_DELIVERY', 'mals', 'LCP_REFLECTION/FLAG/TESTIMONIAL', 'deny HMP-MALS-LCP'],
  ['hmp-liverpool.officer', 'PROGRAMME_DELIVERY', 'mals', 'IDENTITY/FLAG/GIVEN_NAME', 'deny HMP-MALS-LCP'],
  // KIOM-COOPTED
  ['knowsley-housing.officer', 'PATHWAY_SERVICE', 'kiom', 'IDENTITY/FULL/IDENTIFIERS', SERVED],
  ['cab.adviser', 'PATHWAY_SERVICE', 'kiom', 'CONTACT/FULL/CHANNEL', SERVED],
  ['cab.adviser', 'PATHWAY_SERVICE', 'kiom', 'CONTACT/FLAG/ADDRESS', 'deny KIOM-COOPTED'],
  ['cab.adviser', 'PATHWAY_SERVICE', 'kiom', 'CONTACT/FLAG/AREA', 'deny KIOM-COOPTED'],
  ['dwp.adviser', 'PATHWAY_SERVICE', 'kiom', 'PATHWAY_NEEDS/FULL', 'consentActive & needSelectedInReferral'],
  ['dwp.adviser', 'PATHWAY_SERVICE', 'kiom', 'EMPLOYMENT_FINANCE/FLAG/STATUS', 'deny KIOM-COOPTED'],
  ['mental-health.practitioner', 'PATHWAY_SERVICE', 'probation', 'CASE_PLAN/FULL/PLAN', 'consentActive & assignedToRequester'],
  ['mental-health.practitioner', 'PATHWAY_SERVICE', 'kiom', 'CASE_PLAN/BAND/MEETING', 'consentActive & assignedToRequester'],
  ['mental-health.practitioner', 'PATHWAY_SERVICE', 'kiom', 'CASE_PLAN/FULL/MEETING', 'deny KIOM-COOPTED'],
  ['mental-health.practitioner', 'PATHWAY_SERVICE', 'health-authors', 'HEALTH/FLAG', 'deny KIOM-COOPTED'],
  ['drug-service.worker', 'PATHWAY_SERVICE', 'health-authors', 'HEALTH/FLAG', 'consentActive(category: HEALTH) & needSelectedInReferral'],
  ['drug-service.worker', 'PATHWAY_SERVICE', 'health-authors', 'HEALTH/FULL', 'deny KIOM-COOPTED'],
  ['drug-service.worker', 'PATHWAY_SERVICE', 'merseyside-police', 'OFFENCE/FLAG/RECORD', 'deny KIOM-COOPTED'],
  ['drug-service.worker', 'PATHWAY_SERVICE', 'merseyside-police', 'RISK_SCORE/FLAG/CORVUS', 'deny KIOM-COOPTED'],
  ['drug-service.worker', 'PATHWAY_SERVICE', 'merseyside-police', 'POLICE_INTELLIGENCE/FLAG', 'deny KIOM-COOPTED'],
  ['drug-service.worker', 'PATHWAY_SERVICE', 'kiom', 'REFERRAL/FLAG', 'deny KIOM-COOPTED'],
  ['housing-provider.officer', 'PATHWAY_SERVICE', 'kiom', 'IDENTITY/FLAG/GIVEN_NAME', 'deny DEFAULT-DENY'],
  // SHH-CASE
  ['youth-care.worker', 'CASE_CONFERENCE', 'safety-house-partners', 'IDENTITY/FULL/NAME', `${SCREENING} | ${DEVELOPING}`],
  ['youth-care.worker', 'CASE_CONFERENCE', 'safety-house-partners', 'CUSTODY/FULL/ORDERS', `${SCREENING} | ${DEVELOPING}`],
  ['youth-care.worker', 'CASE_CONFERENCE', 'safety-house-partners', 'REFERRAL/FULL', `${SCREENING} | ${DEVELOPING}`],
  ['youth-care.worker', 'CASE_CONFERENCE', 'politie-haaglanden', 'OFFENCE/FLAG/RECORD', `${SCREENING} | ${DEVELOPING}`],
  ['youth-care.worker', 'CASE_CONFERENCE', 'politie-haaglanden', 'OFFENCE/BAND/RECORD', 'deny SHH-CASE'],
  ['politie-haaglanden.officer', 'CASE_CONFERENCE', 'om-den-haag', 'OFFENCE/FLAG/RECORD', `${SCREENING} | ${DEVELOPING}`],
  ['politie-haaglanden.officer', 'CASE_CONFERENCE', 'om-den-haag', 'OFFENCE/FULL/RECORD', DEVELOPING],
  ['youth-care.worker', 'CASE_CONFERENCE', 'safety-house-partners', 'CASE_PLAN/FULL/MEETING', `${SCREENING} | ${DEVELOPING} | ${PLANNING}`],
  ['youth-care.worker', 'CASE_CONFERENCE', 'safety-house-partners', 'CASE_PLAN/FULL/PLAN', PLANNING],
  ['youth-care.worker', 'CASE_CONFERENCE', 'safety-house-partners', 'PATHWAY_NEEDS/FULL', DEVELOPING],
  ['youth-care.worker', 'CASE_CONFERENCE', 'safety-house-partners', 'FAMILY_CHILDREN/FULL', DEVELOPING],
  ['rijswijk.social-team', 'CASE_CONFERENCE', 'safety-house-partners', 'FAMILY_CHILDREN/BAND', DEVELOPING],
  ['rijswijk.social-team', 'CASE_CONFERENCE', 'safety-house-partners', 'FAMILY_CHILDREN/FULL', 'deny SHH-CASE'],
  ['rijswijk.social-team', 'CASE_CONFERENCE', 'safety-house-partners', 'EMPLOYMENT_FINANCE/FULL/STATUS', DEVELOPING],
  ['reclassering.probation-officer', 'CASE_CONFERENCE', 'safety-house-partners', 'EMPLOYMENT_FINANCE/FLAG/STATUS', 'deny SHH-CASE'],
  ['reclassering.probation-officer', 'CASE_CONFERENCE', 'safety-house-partners', 'HEALTH/FLAG', DEVELOPING],
  ['reclassering.probation-officer', 'CASE_CONFERENCE', 'safety-house-partners', 'HEALTH/BAND', 'deny SHH-CASE'],
  ['youth-care.worker', 'CASE_CONFERENCE', 'safety-house-partners', 'HEALTH/BAND', `${DEVELOPING} | ${DEVELOPING} & ownPatient`],
  ['forensic-care.clinician', 'CASE_CONFERENCE', 'safety-house-partners', 'HEALTH/FULL', `${DEVELOPING} & ownPatient`],
  ['den-haag.public-order', 'CASE_CONFERENCE', 'safety-house-partners', 'VICTIM/BAND', DEVELOPING],
  ['den-haag.public-order', 'CASE_CONFERENCE', 'safety-house-partners', 'VICTIM/FULL', 'deny SHH-CASE'],
  ['den-haag.public-order', 'CROSS_BORDER_CASE', 'safety-house-partners', 'OUTCOME/FULL/OTHER', PLANNING],
  ['safety-house.process-manager', 'CASE_CONFERENCE', 'safety-house-partners', 'CASE_PLAN/FULL/PLAN', APPOINTED],
  ['safety-house.process-manager', 'CASE_CONFERENCE', 'safety-house-partners', 'HEALTH/BAND', APPOINTED],
  ['safety-house.process-manager', 'CASE_CONFERENCE', 'safety-house-partners', 'HEALTH/FULL', 'deny SHH-CASE'],
  ['safety-house.process-manager', 'CASE_CONFERENCE', 'safety-house-partners', 'FAMILY_CHILDREN/FULL', APPOINTED],
  ['safety-house.process-manager', 'CASE_CONFERENCE', 'safety-house-partners', 'VICTIM/BAND', APPOINTED],
  ['safety-house.process-manager', 'CASE_CONFERENCE', 'extremism-triangle', 'EXTREMISM/FLAG', 'deny SHH-CASE'],
  ['politie-haaglanden.officer', 'CASE_CONFERENCE', 'politie-haaglanden', 'POLICE_INTELLIGENCE/FLAG', 'deny SHH-CASE'],
  // SHH-EXTREMISM
  ['politie-haaglanden.officer', 'EXTREMISM_PREVENTION', 'extremism-triangle', 'EXTREMISM/FULL', TRIANGLE],
  ['politie-haaglanden.officer', 'EXTREMISM_PREVENTION', 'extremism-triangle', 'IDENTITY/FULL/NAME', TRIANGLE],
  ['politie-haaglanden.officer', 'EXTREMISM_PREVENTION', 'extremism-triangle', 'HOUSING/FULL', TRIANGLE],
  ['politie-haaglanden.officer', 'EXTREMISM_PREVENTION', 'extremism-triangle', 'PATHWAY_NEEDS/FLAG', 'deny SHH-EXTREMISM'],
  ['politie-haaglanden.officer', 'EXTREMISM_PREVENTION', 'politie-haaglanden', 'POLICE_INTELLIGENCE/FULL', TRIANGLE],
  ['den-haag.public-order', 'EXTREMISM_PREVENTION', 'politie-haaglanden', 'POLICE_INTELLIGENCE/FLAG', TRIANGLE],
  ['den-haag.public-order', 'EXTREMISM_PREVENTION', 'politie-haaglanden', 'POLICE_INTELLIGENCE/FULL', 'deny SHH-EXTREMISM'],
  ['om-den-haag.prosecutor', 'EXTREMISM_PREVENTION', 'extremism-triangle', 'HEALTH/FLAG', TRIANGLE],
  ['om-den-haag.prosecutor', 'EXTREMISM_PREVENTION', 'extremism-triangle', 'HEALTH/BAND', 'deny SHH-EXTREMISM'],
  ['om-den-haag.prosecutor', 'EXTREMISM_PREVENTION', 'extremism-triangle', 'EXTREMISM/BAND', `${TRIANGLE} | ${PROPOSED}`],
  ['safety-house.process-director', 'EXTREMISM_PREVENTION', 'extremism-triangle', 'EXTREMISM/FULL', `appointedTo(as: PROCESS_DIRECTOR) & ${SAFEGUARDS}`],
  ['safety-house.process-director', 'EXTREMISM_PREVENTION', 'politie-haaglanden', 'POLICE_INTELLIGENCE/FLAG', 'deny SHH-EXTREMISM'],
  ['judge.reviewer', 'EXTREMISM_PREVENTION', 'extremism-triangle', 'EXTREMISM/BAND', PROPOSED],
  ['judge.reviewer', 'EXTREMISM_PREVENTION', 'extremism-triangle', 'EXTREMISM/FULL', 'deny SHH-EXTREMISM'],
  ['merseyside-police.officer', 'EXTREMISM_PREVENTION', 'extremism-triangle', 'EXTREMISM/FLAG', 'deny DEFAULT-DENY'],
  ['reclassering.probation-officer', 'EXTREMISM_PREVENTION', 'extremism-triangle', 'EXTREMISM/FLAG', 'deny DEFAULT-DENY'],
  // SHH-AFTERCARE
  ['aftercare.case-worker', 'AFTERCARE_RESETTLEMENT', 'aftercare', 'IDENTITY/FULL/NAME', `${RELEASED} | ${AGREED}`],
  ['aftercare.case-worker', 'AFTERCARE_RESETTLEMENT', 'aftercare', 'CUSTODY/FULL/RELEASE', `${RELEASED} | ${AGREED}`],
  ['aftercare.case-worker', 'AFTERCARE_RESETTLEMENT', 'aftercare', 'IDENTITY/FULL/IDENTIFIERS', AGREED],
  ['aftercare.case-worker', 'AFTERCARE_RESETTLEMENT', 'aftercare', 'CONTACT/FULL/CHANNEL', AGREED],
  ['aftercare.case-worker', 'AFTERCARE_RESETTLEMENT', 'aftercare', 'AFTERCARE/FULL', AGREED],
  ['aftercare.case-worker', 'AFTERCARE_RESETTLEMENT', 'aftercare', 'HOUSING/FULL', AGREED],
  ['aftercare.case-worker', 'AFTERCARE_RESETTLEMENT', 'aftercare', 'HEALTH/FLAG', AGREED],
  ['aftercare.case-worker', 'AFTERCARE_RESETTLEMENT', 'aftercare', 'HEALTH/BAND', 'deny SHH-AFTERCARE'],
  ['aftercare.case-worker', 'AFTERCARE_RESETTLEMENT', 'om-den-haag', 'OFFENCE/FULL/ELIGIBILITY', AGREED],
  ['aftercare.case-worker', 'AFTERCARE_RESETTLEMENT', 'reclassering', 'OFFENCE/FULL/ELIGIBILITY', AGREED],
  ['aftercare.case-worker', 'AFTERCARE_RESETTLEMENT', 'om-den-haag', 'OFFENCE/FLAG/RECORD', 'deny SHH-AFTERCARE'],
  ['aftercare.case-worker', 'CASE_CONFERENCE', 'safety-house-partners', 'IDENTITY/FLAG/GIVEN_NAME', 'deny DEFAULT-DENY'],
  ['housing-provider.officer', 'AFTERCARE_RESETTLEMENT', 'aftercare', 'IDENTITY/FULL/NAME', PROVIDER],
  ['housing-provider.officer', 'AFTERCARE_RESETTLEMENT', 'aftercare', 'CUSTODY/FLAG/STATUS', 'deny SHH-AFTERCARE'],
  ['housing-provider.officer', 'AFTERCARE_RESETTLEMENT', 'aftercare', 'AFTERCARE/BAND', PROVIDER],
  ['housing-provider.officer', 'AFTERCARE_RESETTLEMENT', 'aftercare', 'AFTERCARE/FULL', 'deny SHH-AFTERCARE'],
  ['housing-provider.officer', 'AFTERCARE_RESETTLEMENT', 'aftercare', 'HOUSING/BAND', PROVIDER],
  ['housing-provider.officer', 'AFTERCARE_RESETTLEMENT', 'aftercare', 'HOUSING/FULL', 'deny SHH-AFTERCARE'],
  ['housing-provider.officer', 'AFTERCARE_RESETTLEMENT', 'om-den-haag', 'OFFENCE/FLAG/ELIGIBILITY', 'deny SHH-AFTERCARE'],
  ['housing-provider.officer', 'AFTERCARE_RESETTLEMENT', 'reclassering', 'OFFENCE/FLAG/ELIGIBILITY', 'deny SHH-AFTERCARE'],
  ['care-provider.worker', 'AFTERCARE_RESETTLEMENT', 'aftercare', 'HEALTH/FULL', PROVIDER],
  ['care-provider.worker', 'AFTERCARE_RESETTLEMENT', 'aftercare', 'HOUSING/FLAG', 'deny SHH-AFTERCARE'],
  ['politie-haaglanden.officer', 'CASE_CONFERENCE', 'om-den-haag', 'OFFENCE/FLAG/ELIGIBILITY', 'deny SHH-CASE'],
  ['politie-haaglanden.officer', 'EXTREMISM_PREVENTION', 'om-den-haag', 'OFFENCE/FLAG/ELIGIBILITY', 'deny SHH-EXTREMISM'],
  // SHH-VICTIM
  ['victim-liaison.officer', 'VICTIM_LIAISON', 'victim-recorders', 'VICTIM/FULL', LIAISON],
  ['victim-liaison.officer', 'VICTIM_LIAISON', 'safety-house-partners', 'CUSTODY/FULL/RELEASE', LIAISON],
  ['victim-liaison.officer', 'VICTIM_LIAISON', 'safety-house-partners', 'CUSTODY/FLAG/PLACE', 'deny SHH-VICTIM'],
  ['victim-liaison.officer', 'VICTIM_LIAISON', 'safety-house-partners', 'IDENTITY/FULL/NAME', LIAISON],
  ['victim-liaison.officer', 'VICTIM_LIAISON', 'safety-house-partners', 'CASE_PLAN/FULL/PLAN', `${LIAISON} & actionConcernsVictim`],
  ['victim-liaison.officer', 'VICTIM_LIAISON', 'safety-house-partners', 'HEALTH/FLAG', 'deny SHH-VICTIM'],
  ['safety-house.process-manager', 'VICTIM_LIAISON', 'victim-recorders', 'VICTIM/FULL', APPOINTED],
  ['safety-house.process-manager', 'VICTIM_LIAISON', 'safety-house-partners', 'CASE_PLAN/FULL/PLAN', `${APPOINTED} & actionConcernsVictim`],
  ['safety-house.process-manager', 'OWN_CASE_WORK', 'victim-recorders', 'VICTIM/FLAG', 'deny OWN-WORK'],
  ['politie-haaglanden.officer', 'CASE_CONFERENCE', 'victim-recorders', 'VICTIM/FLAG', 'deny SHH-CASE'],
  // ERI-INTAKE
  ['eri.staff', 'REFERRAL', 'referrers', 'IDENTITY/FULL/NAME', INTAKE],
  ['eri.staff', 'PROGRAMME_DELIVERY', 'referrers', 'CONTACT/FULL/CHANNEL', INTAKE],
  ['eri.staff', 'REFERRAL', 'referrers', 'REFERRAL/FULL', INTAKE],
  ['eri.staff', 'REFERRAL', 'referrers', 'DEMOGRAPHIC/BAND', INTAKE],
  ['eri.staff', 'REFERRAL', 'referrers', 'DEMOGRAPHIC/FULL', 'deny ERI-INTAKE'],
  ['eri.staff', 'REFERRAL', 'referrers', 'PATHWAY_NEEDS/FULL', INTAKE],
  ['eri.staff', 'REFERRAL', 'referrers', 'CONSENT/FULL', INTAKE],
  ['eri.staff', 'REFERRAL', 'referrers', 'CUSTODY/BAND/RELEASE', INTAKE],
  ['eri.staff', 'REFERRAL', 'referrers', 'CUSTODY/FULL/RELEASE', 'deny ERI-INTAKE'],
  ['eri.staff', 'REFERRAL', 'referrers', 'CUSTODY/FLAG/PLACE', 'deny ERI-INTAKE'],
  ['eri.staff', 'REFERRAL', 'referrers', 'RISK_SCORE/FLAG/GROUP_SAFETY', INTAKE],
  ['eri.staff', 'REFERRAL', 'referrers', 'HEALTH/FULL', 'consentActive(category: HEALTH) & invitationAccepted'],
  ['eri.staff', 'REFERRAL', 'referrers', 'OFFENCE/FLAG/RECORD', 'deny ERI-INTAKE'],
  // ERI-PLACEMENT
  ['employer.manager', 'EMPLOYMENT_PLACEMENT', 'eri', 'EMPLOYMENT_FINANCE/FULL/EMPLOYABILITY', 'consentActive'],
  ['employer.manager', 'EMPLOYMENT_PLACEMENT', 'eri', 'IDENTITY/FULL/NAME', 'consentActive & placementAccepted'],
  ['employer.manager', 'EMPLOYMENT_PLACEMENT', 'eri', 'IDENTITY/FULL/IDENTIFIERS', 'deny ERI-PLACEMENT'],
  ['employer.manager', 'EMPLOYMENT_PLACEMENT', 'eri', 'CUSTODY/FLAG/STATUS', 'deny ERI-PLACEMENT'],
  ['employer.manager', 'PROGRAMME_DELIVERY', 'eri', 'EMPLOYMENT_FINANCE/FULL/EMPLOYABILITY', 'deny DEFAULT-DENY'],
  ['ufficio-pio.officer', 'EMPLOYMENT_PLACEMENT', 'eri', 'IDENTITY/FULL/NAME', 'consentActive & placementAccepted'],
  ['cisap.social-worker', 'PROGRAMME_DELIVERY', 'eri', 'PROGRAMME/FULL', 'consentActive & referredBy'],
  ['turin-d1.social-worker', 'PROGRAMME_DELIVERY', 'eri', 'EMPLOYMENT_FINANCE/FULL/EMPLOYABILITY', 'consentActive & referredBy'],
  ['cisap.social-worker', 'PROGRAMME_DELIVERY', 'eri', 'PATHWAY_NEEDS/FULL', 'consentActive & referredBy'],
  ['cisap.social-worker', 'PROGRAMME_DELIVERY', 'eri', 'OUTCOME/FULL/EMPLOYED', 'consentActive & referredBy'],
  ['cisap.social-worker', 'PROGRAMME_DELIVERY', 'eri', 'OUTCOME/FLAG/REOFFENDING', 'deny ERI-PLACEMENT'],
  ['uepe.officer', 'PROGRAMME_DELIVERY', 'eri', 'IDENTITY/FULL/NAME', 'consentActive & referredBy'],
  ['uepe.officer', 'PROGRAMME_DELIVERY', 'eri', 'PATHWAY_NEEDS/FLAG', 'deny ERI-PLACEMENT'],
  ['sert.clinician', 'PROGRAMME_DELIVERY', 'eri', 'IDENTITY/FULL/NAME', CLIENT],
  ['sert.clinician', 'PROGRAMME_DELIVERY', 'eri', 'HEALTH/FULL', CLIENT],
  ['sert.clinician', 'PROGRAMME_DELIVERY', 'eri', 'PROGRAMME/FLAG', 'deny ERI-PLACEMENT'],
  ['collegno.officer', 'PROGRAMME_DELIVERY', 'eri', 'IDENTITY/FULL/GIVEN_NAME', 'deny DEFAULT-DENY'],
  // XJ-PERFORMANCE
  ['pcc.commissioner', 'PERFORMANCE_MONITORING', 'project-partners', 'AGGREGATE/FULL', 'permit'],
  ['ljmu.researcher', 'PERFORMANCE_MONITORING', 'project-partners', 'AGGREGATE/FULL', 'permit'],
  ['rijswijk.social-team', 'PRACTICE_EXCHANGE', 'project-partners', 'AGGREGATE/FULL', 'permit'],
  ['employer.manager', 'PERFORMANCE_MONITORING', 'project-partners', 'AGGREGATE/FLAG', 'deny DEFAULT-DENY'],
  ['pcc.commissioner', 'PERFORMANCE_MONITORING', 'kiom', 'IDENTITY/FULL/GIVEN_NAME', 'deny XJ-PERFORMANCE'],
  // OVERSIGHT
  ['merseyside-police.dpo', 'OVERSIGHT', 'kiom', 'AUDIT/FULL', 'permit'],
  ['mals.dpo', 'OVERSIGHT', 'kiom', 'AUDIT/FULL', 'permit'],
  ['knowsley.dpo', 'OVERSIGHT', 'kiom', 'AUDIT/FULL', 'permit'],
  ['knowsley.dpo', 'OVERSIGHT', 'hub', 'AUDIT/FULL', 'permit'],
  ['knowsley.dpo', 'OVERSIGHT', 'safety-house-partners', 'AUDIT/FLAG', 'deny OVERSIGHT'],
  ['knowsley.dpo', 'OVERSIGHT', 'kiom', 'IDENTITY/FLAG/GIVEN_NAME', 'deny OVERSIGHT'],
  ['merseyside-police.dpo', 'OVERSIGHT', 'merseyside-police', 'OFFENCE/FLAG/RECORD', 'deny OVERSIGHT'],
  ['merseyside-police.dpo', 'OWN_CASE_WORK', 'merseyside-police', 'OFFENCE/FLAG/RECORD', 'deny DEFAULT-DENY'],
  ['mals.dpo', 'OVERSIGHT', 'mals', 'MENTORING_RECORD/FLAG', 'deny OVERSIGHT'],
  ['the-hague.dpo', 'OVERSIGHT', 'safety-house-partners', 'AUDIT/FULL', 'permit'],
  ['the-hague.dpo', 'OVERSIGHT', 'hub', 'AUDIT/FULL', 'permit'],
  ['the-hague.dpo', 'OVERSIGHT', 'eri', 'AUDIT/FLAG', 'deny OVERSIGHT'],
  ['the-hague.dpo', 'OVERSIGHT', 'extremism-triangle', 'AUDIT/FLAG', 'deny OVERSIGHT'],
  ['the-hague.dpo', 'OVERSIGHT', 'safety-house-partners', 'CASE_PLAN/FLAG/LEAD_CONTACT', 'deny OVERSIGHT'],
  ['turin.dpo', 'OVERSIGHT', 'eri', 'AUDIT/FULL', 'permit'],
  ['turin.dpo', 'OVERSIGHT', 'hub', 'AUDIT/FULL', 'permit'],
  ['turin.dpo', 'OVERSIGHT', 'kiom', 'AUDIT/FLAG', 'deny OVERSIGHT'],
  ['merseyside-police.officer', 'OVERSIGHT', 'kiom', 'AUDIT/FLAG', 'deny DEFAULT-DENY'],
  ['mals.manager', 'OVERSIGHT', 'hub', 'AUDIT/FLAG', 'deny DEFAULT-DENY'],
  ['eri.staff', 'OWN_CASE_WORK', 'eri', 'AUDIT/FLAG', 'deny OWN-WORK'],
  // OWN-WORK
  ['merseyside-police.officer', 'OWN_CASE_WORK', 'merseyside-police', 'OFFENCE/FULL/RECORD', 'controlledBy'],
  ['merseyside-police.officer', 'OWN_CASE_WORK', 'merseyside-police', 'HEALTH/FULL', 'controlledBy'],
  ['merseyside-police.officer', 'OWN_CASE_WORK', 'kiom', 'CONTACT/FULL/AREA', 'controlledBy'],
  ['merseyside-police.officer', 'OWN_CASE_WORK', 'kiom', 'CONTACT/FLAG/ADDRESS', 'deny OWN-WORK'],
  ['merseyside-police.officer', 'OWN_CASE_WORK', 'probation', 'RISK_SCORE/FLAG/HARM', 'deny OWN-WORK'],
  ['nps.probation-officer', 'OWN_CASE_WORK', 'probation', 'RISK_SCORE/FULL/HARM', 'ownCaseload | handoverOpen'],
  ['nps.probation-officer', 'OWN_CASE_WORK', 'merseyside-police', 'OFFENCE/FLAG/RECORD', 'deny OWN-WORK'],
  ['kmbc.iom-coordinator', 'OWN_CASE_WORK', 'kiom', 'RISK_SCORE/FULL/COHORT', 'subjectInCohort'],
  ['kmbc.iom-coordinator', 'OWN_CASE_WORK', 'kiom', 'CONSENT/FULL', 'subjectInCohort'],
  ['kmbc.iom-coordinator', 'OWN_CASE_WORK', 'kiom', 'FAMILY_CHILDREN/FLAG', 'deny OWN-WORK'],
  ['merseyside-crc.case-manager', 'OWN_CASE_WORK', 'kiom', 'CONSENT/FULL', 'ownCaseload | handoverOpen'],
  ['merseyside-crc.case-manager', 'OWN_CASE_WORK', 'kiom', 'OFFENCE/FLAG/RECORD', 'ownCaseload | handoverOpen'],
  ['hmp-kennet.officer', 'OWN_CASE_WORK', 'prisons', 'CUSTODY/FULL/PLACE', 'inRecipientPrison(releasedWithinDays: 0)'],
  ['hmp-kennet.officer', 'OWN_CASE_WORK', 'kiom', 'IDENTITY/FULL/NAME', 'inRecipientPrison(releasedWithinDays: 0)'],
  ['hmp-kennet.officer', 'OWN_CASE_WORK', 'prisons', 'PROGRAMME/FULL', LISTED],
  ['hmp-kennet.officer', 'OWN_CASE_WORK', 'prisons', 'IDENTITY/FULL/NAME', LISTED],
  ['hmp-kennet.officer', 'OWN_CASE_WORK', 'mals', 'PROGRAMME/FLAG', 'deny OWN-WORK'],
  ['kmbc.iom-coordinator', 'OWN_CASE_WORK', 'kiom', 'AGGREGATE/FULL', 'subjectInCohort'],
  ['nps.probation-officer', 'OWN_CASE_WORK', 'kiom', 'AGGREGATE/FLAG', 'deny OWN-WORK'],
  ['mental-health.practitioner', 'OWN_CASE_WORK', 'health-authors', 'HEALTH/FULL', 'ownPatient'],
  ['mappa.coordinator', 'OWN_CASE_WORK', 'mappa', 'CASE_PLAN/FULL/MEETING', 'permit'],
  ['mappa.coordinator', 'OWN_CASE_WORK', 'kiom', 'IDENTITY/FLAG/GIVEN_NAME', 'deny OWN-WORK'],
  ['merseyside-police.officer', 'IOM_CASE_MANAGEMENT', 'mappa', 'CASE_PLAN/FLAG/MEETING', 'deny KIOM-CORE'],
  ['mals.coordinator', 'OWN_CASE_WORK', 'mals', 'MENTORING_RECORD/FULL', 'permit'],
  ['mals.coordinator', 'OWN_CASE_WORK', 'mals', 'MENTORING_RECORD/FULL/SESSIONS', 'permit'],
  ['mals.coordinator', 'OWN_CASE_WORK', 'mals', 'MENTOR_NOTES/FLAG', 'deny OWN-WORK'],
  ['mals.manager', 'OWN_CASE_WORK', 'mals', 'MENTOR_NOTES/FULL', 'permit'],
  ['mals.manager', 'OWN_CASE_WORK', 'mals', 'STAFF/FULL', 'permit'],
  ['mals.mentor', 'OWN_CASE_WORK', 'mals', 'MENTORING_RECORD/FULL/SESSIONS', 'assignedMentor'],
  ['mals.coordinator', 'OWN_CASE_WORK', 'mals', 'MENTORING_RECORD/FULL/HELPLINE', 'permit'],
  ['mals.coordinator', 'OWN_CASE_WORK', 'mals', 'AGGREGATE/FULL', 'permit'],
  ['mals.coordinator', 'OWN_CASE_WORK', 'mals', 'STAFF/FLAG', 'deny OWN-WORK'],
  ['mals.mentor', 'OWN_CASE_WORK', 'mals', 'MENTORING_RECORD/FLAG/HELPLINE', 'deny OWN-WORK'],
  ['mals.facilitator', 'OWN_CASE_WORK', 'mals', 'PROGRAMME/FULL', 'ownGroup'],
  ['mals.facilitator', 'OWN_CASE_WORK', 'mals', 'IDENTITY/FULL/GIVEN_NAME', 'ownGroup'],
  ['mals.facilitator', 'OWN_CASE_WORK', 'mals', 'IDENTITY/FULL/NAME', 'deny OWN-WORK'],
  ['mals.facilitator', 'OWN_CASE_WORK', 'mals', 'LCP_REFLECTION/FLAG/OTHER', 'deny OWN-WORK'],
  ['mals.facilitator', 'PERFORMANCE_MONITORING', 'project-partners', 'AGGREGATE/FULL', 'permit'],
  ['mals.mentee', 'OWN_CASE_WORK', 'mals', 'IDENTITY/FLAG/GIVEN_NAME', 'deny DEFAULT-DENY'],
  ['mals.mentee', 'PERFORMANCE_MONITORING', 'project-partners', 'AGGREGATE/FLAG', 'deny DEFAULT-DENY'],
  ['mals.mentor', 'OWN_CASE_WORK', 'mals', 'MENTOR_NOTES/FULL', 'authoredBySelf'],
  ['mals.mentor', 'OWN_CASE_WORK', 'mals', 'IDENTITY/FULL/NAME', 'deny OWN-WORK'],
  ['safety-house.process-manager', 'OWN_CASE_WORK', 'safety-house-partners', 'FAMILY_CHILDREN/FULL', 'appointedTo(as: PROCESS_MANAGER)'],
  ['safety-house.process-director', 'OWN_CASE_WORK', 'safety-house-partners', 'HEALTH/BAND', 'appointedTo(as: PROCESS_DIRECTOR)'],
  ['safety-house.process-director', 'OWN_CASE_WORK', 'safety-house-partners', 'HEALTH/FULL', 'deny OWN-WORK'],
  ['reclassering.probation-officer', 'OWN_CASE_WORK', 'safety-house-partners', 'CASE_PLAN/FULL/LEAD_CONTACT', 'ownCaseload'],
  ['forensic-care.clinician', 'OWN_CASE_WORK', 'safety-house-partners', 'HEALTH/FULL', 'ownPatient'],
  ['politie-haaglanden.officer', 'OWN_CASE_WORK', 'politie-haaglanden', 'POLICE_INTELLIGENCE/FULL', 'controlledBy'],
  ['politie-haaglanden.officer', 'OWN_CASE_WORK', 'om-den-haag', 'OFFENCE/FLAG/RECORD', 'deny OWN-WORK'],
  ['om-den-haag.prosecutor', 'OWN_CASE_WORK', 'om-den-haag', 'OFFENCE/FULL/RECORD', 'controlledBy'],
  ['om-den-haag.prosecutor', 'OWN_CASE_WORK', 'safety-house-partners', 'IDENTITY/FULL/NAME', 'controlledBy'],
  ['reclassering.probation-officer', 'OWN_CASE_WORK', 'reclassering', 'OFFENCE/FULL/ELIGIBILITY', 'controlledBy'],
  ['om-den-haag.prosecutor', 'OWN_CASE_WORK', 'reclassering', 'OFFENCE/FLAG/ELIGIBILITY', 'deny OWN-WORK'],
  ['om-den-haag.prosecutor', 'OWN_CASE_WORK', 'om-den-haag', 'RISK_SCORE/BAND/PROLIFIC', 'controlledBy'],
  ['om-den-haag.prosecutor', 'CASE_CONFERENCE', 'om-den-haag', 'RISK_SCORE/BAND/PROLIFIC', 'deny SHH-CASE'],
  ['liverpool-iom.officer', 'CROSS_BOUNDARY_TRACKING', 'merseyside-police', 'RISK_SCORE/BAND/PROLIFIC', 'deny MERSEY-BOROUGHS'],
  ['kmbc.iom-coordinator', 'IOM_CASE_MANAGEMENT', 'merseyside-police', 'RISK_SCORE/BAND/PROLIFIC', 'subjectInCohort'],
  ['delft.social-team', 'OWN_CASE_WORK', 'safety-house-partners', 'IDENTITY/FULL/NAME', 'ownCaseload'],
  ['aftercare.case-worker', 'OWN_CASE_WORK', 'aftercare', 'AFTERCARE/FULL', AGREED],
  ['aftercare.case-worker', 'OWN_CASE_WORK', 'aftercare', 'HEALTH/BAND', 'deny OWN-WORK'],
  ['judge.reviewer', 'OWN_CASE_WORK', 'extremism-triangle', 'EXTREMISM/BAND', PROPOSED],
  ['eri.staff', 'OWN_CASE_WORK', 'eri', 'HEALTH/FULL', 'permit'],
  ['eri.staff', 'OWN_CASE_WORK', 'eri', 'RISK_SCORE/BAND/PROLIFIC', 'permit'],
  ['eri.staff', 'OWN_CASE_WORK', 'eri', 'RISK_SCORE/FLAG/COHORT', 'deny OWN-WORK'],
  ['eri.staff', 'OWN_CASE_WORK', 'eri', 'CASE_PLAN/FULL/PLAN', 'permit'],
  ['eri.staff', 'OWN_CASE_WORK', 'eri', 'EMPLOYMENT_FINANCE/FULL/STATUS', 'permit'],
  ['eri.staff', 'CROSS_BORDER_CASE', 'eri', 'PROGRAMME/FULL', 'permit'],
  ['eri.mentor', 'OWN_CASE_WORK', 'eri', 'IDENTITY/FULL/GIVEN_NAME', 'ownGroup'],
  ['eri.mentor', 'OWN_CASE_WORK', 'eri', 'CUSTODY/FLAG/STATUS', 'deny OWN-WORK'],
  ['uepe.officer', 'OWN_CASE_WORK', 'referrers', 'REFERRAL/FULL', 'referredBy'],
  ['turin-d1.social-worker', 'OWN_CASE_WORK', 'referrers', 'HEALTH/FULL', 'referredBy'],
  ['turin-d1.social-worker', 'OWN_CASE_WORK', 'eri', 'IDENTITY/FLAG/GIVEN_NAME', 'deny OWN-WORK'],
  ['turin-d1.social-worker', 'EMPLOYMENT_PLACEMENT', 'eri', 'OUTCOME/FULL/EMPLOYED', 'consentActive & referredBy'],
  ['turin-d1.social-worker', 'EMPLOYMENT_PLACEMENT', 'eri', 'OUTCOME/FULL/REOFFENDING', 'deny ERI-PLACEMENT'],
  ['grugliasco.officer', 'PERFORMANCE_MONITORING', 'project-partners', 'AGGREGATE/FULL', 'permit'],
  ['grugliasco.officer', 'PROGRAMME_DELIVERY', 'eri', 'PROGRAMME/FLAG', 'deny DEFAULT-DENY'],
  ['turin.dpo', 'PERFORMANCE_MONITORING', 'project-partners', 'AGGREGATE/FULL', 'permit'],
  ['turin.dpo', 'OWN_CASE_WORK', 'eri', 'IDENTITY/FLAG/GIVEN_NAME', 'deny DEFAULT-DENY'],
  ['sert.clinician', 'OWN_CASE_WORK', 'eri', 'HEALTH/FLAG', 'deny DEFAULT-DENY'],
  // Nobody asks as the person concerned yet, nor for research.
  ['eri.participant', 'OWN_CASE_WORK', 'eri', 'IDENTITY/FLAG/GIVEN_NAME', 'deny DEFAULT-DENY'],
  ['eri.participant', 'PROGRAMME_DELIVERY', 'eri', 'PROGRAMME/FULL', 'deny DEFAULT-DENY'],
  ['eri.participant', 'PERFORMANCE_MONITORING', 'project-partners', 'AGGREGATE/FULL', 'deny DEFAULT-DENY'],
  // XJ-LOOKUP
  // Step 1: a hit or none, in every direction but home; adequacy from and to the United Kingdom only.
  ['politie-haaglanden.officer', 'CROSS_BORDER_CASE', 'kiom', 'LINK/FLAG/HIT', `${LED('UK', 'NL')} & adult`],
  ['uepe.officer', 'CROSS_BORDER_CASE', 'kiom', 'LINK/FLAG/HIT', `${LED('UK', 'IT')} & adult`],
  ['nps.probation-officer', 'CROSS_BORDER_CASE', 'safety-house-partners', 'LINK/FLAG/HIT', `${LED('NL', 'UK')} & adult`],
  ['uepe.officer', 'CROSS_BORDER_CASE', 'safety-house-partners', 'LINK/FLAG/HIT', 'adult'],
  ['merseyside-police.officer', 'CROSS_BORDER_CASE', 'eri', 'LINK/FLAG/HIT', `consentActive & ${GDPR} & adult`],
  ['om-den-haag.prosecutor', 'CROSS_BORDER_CASE', 'eri', 'LINK/FLAG/HIT', `consentActive & adult`],
  // Step 2: confirmed by a person, approved within 14 days, granted, with a handling code.
  ['politie-haaglanden.officer', 'CROSS_BORDER_CASE', 'kiom', 'IDENTITY/FULL/NAME', `${APPROVED('IDENTITY')} & ${LED('UK', 'NL')} & adult`],
  ['om-den-haag.prosecutor', 'CROSS_BORDER_CASE', 'merseyside-police', 'OFFENCE/BAND/RECORD', `${APPROVED('OFFENCE')} & ${LED('UK', 'NL')} & adult`],
  ['om-den-haag.prosecutor', 'CROSS_BORDER_CASE', 'merseyside-police', 'RISK_SCORE/BAND/CORVUS', `${APPROVED('RISK_SCORE')} & ${LED('UK', 'NL')} & adult`],
  ['reclassering.probation-officer', 'CROSS_BORDER_CASE', 'prisons', 'CUSTODY/BAND/STATUS', `${APPROVED('CUSTODY')} & ${LED('UK', 'NL')} & adult`],
  ['reclassering.probation-officer', 'CROSS_BORDER_CASE', 'probation', 'CUSTODY/FULL/ORDERS', `${APPROVED('CUSTODY')} & ${LED('UK', 'NL')} & adult`],
  ['safety-house.process-manager', 'CROSS_BORDER_CASE', 'probation', 'CASE_PLAN/FULL/LEAD_CONTACT', `${APPROVED('CASE_PLAN')} & ${LED('UK', 'NL')} & adult`],
  ['safety-house.process-director', 'CROSS_BORDER_CASE', 'kiom', 'REFERRAL/FLAG', `${APPROVED('REFERRAL')} & ${LED('UK', 'NL')} & adult`],
  ['uepe.officer', 'CROSS_BORDER_CASE', 'merseyside-police', 'OFFENCE/BAND/RECORD', `${APPROVED('OFFENCE')} & ${LED('UK', 'IT')} & adult`],
  ['merseyside-crc.case-manager', 'CROSS_BORDER_CASE', 'safety-house-partners', 'CASE_PLAN/FULL/LEAD_CONTACT', `${APPROVED('CASE_PLAN')} & ${LED('NL', 'UK')} & adult`],
  ['merseyside-police.officer', 'CROSS_BORDER_CASE', 'politie-haaglanden', 'OFFENCE/BAND/RECORD', `${APPROVED('OFFENCE')} & ${LED('NL', 'UK')} & adult`],
  ['uepe.officer', 'CROSS_BORDER_CASE', 'om-den-haag', 'OFFENCE/BAND/RECORD', `${APPROVED('OFFENCE')} & adult`],
  ['nps.probation-officer', 'CROSS_BORDER_CASE', 'eri', 'CUSTODY/BAND/STATUS', `${APPROVED('CUSTODY')} & consentActive & ${GDPR} & adult`],
  ['politie-haaglanden.officer', 'CROSS_BORDER_CASE', 'eri', 'IDENTITY/FULL/NAME', `${APPROVED('IDENTITY')} & consentActive & adult`],
  // Beyond the wording, and home.
  ['politie-haaglanden.officer', 'CROSS_BORDER_CASE', 'merseyside-police', 'OFFENCE/FULL/RECORD', 'deny XJ-LOOKUP'],
  ['politie-haaglanden.officer', 'CROSS_BORDER_CASE', 'merseyside-police', 'RISK_SCORE/FULL/CORVUS', 'deny XJ-LOOKUP'],
  ['politie-haaglanden.officer', 'CROSS_BORDER_CASE', 'kiom', 'RISK_SCORE/BAND/MENTOR_SAFETY', 'deny XJ-LOOKUP'],
  ['politie-haaglanden.officer', 'CROSS_BORDER_CASE', 'merseyside-police', 'POLICE_INTELLIGENCE/FLAG', 'deny XJ-LOOKUP'],
  ['politie-haaglanden.officer', 'CROSS_BORDER_CASE', 'merseyside-police', 'COST_OF_CRIME/BAND', 'deny XJ-LOOKUP'],
  ['politie-haaglanden.officer', 'CROSS_BORDER_CASE', 'kiom', 'CONTACT/FULL/AREA', 'deny XJ-LOOKUP'],
  ['politie-haaglanden.officer', 'CROSS_BORDER_CASE', 'kiom', 'DEMOGRAPHIC/BAND', 'deny XJ-LOOKUP'],
  ['politie-haaglanden.officer', 'CROSS_BORDER_CASE', 'kiom', 'PATHWAY_NEEDS/FULL', 'deny XJ-LOOKUP'],
  ['politie-haaglanden.officer', 'CROSS_BORDER_CASE', 'kiom', 'REFERRAL/FULL', 'deny XJ-LOOKUP'],
  ['politie-haaglanden.officer', 'CROSS_BORDER_CASE', 'prisons', 'CUSTODY/FULL/PLACE', 'deny XJ-LOOKUP'],
  ['uepe.officer', 'CROSS_BORDER_CASE', 'safety-house-partners', 'FAMILY_CHILDREN/FLAG', 'deny XJ-LOOKUP'],
  ['merseyside-police.officer', 'CROSS_BORDER_CASE', 'eri', 'HEALTH/FLAG', 'deny XJ-LOOKUP'],
  ['merseyside-police.officer', 'CROSS_BORDER_CASE', 'extremism-triangle', 'EXTREMISM/FLAG', 'deny KIOM-CORE'],
  ['merseyside-police.officer', 'CROSS_BORDER_CASE', 'victim-recorders', 'VICTIM/FLAG', 'deny KIOM-CORE'],
  ['politie-haaglanden.officer', 'CROSS_BORDER_CASE', 'mals', 'IDENTITY/FLAG/GIVEN_NAME', 'deny SHH-CASE'],
  ['uepe.officer', 'CROSS_BORDER_CASE', 'eri', 'IDENTITY/FLAG/GIVEN_NAME', 'deny XJ-LOOKUP'],
  ['kmbc.iom-coordinator', 'CROSS_BORDER_CASE', 'safety-house-partners', 'LINK/FLAG/HIT', 'deny KIOM-CORE'],
  ['eri.staff', 'CROSS_BORDER_CASE', 'kiom', 'LINK/FLAG/HIT', 'deny OWN-WORK'],
  ['mals.coordinator', 'CROSS_BORDER_CASE', 'safety-house-partners', 'LINK/FLAG/HIT', 'deny DEFAULT-DENY'],
  // The desk: steps for askers and deciders, reviews for deciders alone
  ['nps.probation-officer', 'CROSS_BORDER_CASE', 'hub', 'LINK/FULL/STEPS', 'permit'],
  ['uepe.officer', 'CROSS_BORDER_CASE', 'hub', 'LINK/FULL/STEPS', 'permit'],
  ['kmbc.iom-coordinator', 'CROSS_BORDER_CASE', 'hub', 'LINK/FULL/STEPS', 'permit'],
  ['merseyside-police.dpo', 'CROSS_BORDER_CASE', 'hub', 'LINK/FULL/STEPS', 'permit'],
  ['mals.manager', 'CROSS_BORDER_CASE', 'hub', 'LINK/FULL/STEPS', 'permit'],
  ['mals.manager', 'CROSS_BORDER_CASE', 'hub', 'LINK/FULL/REVIEW', 'permit'],
  ['mals.manager', 'CROSS_BORDER_CASE', 'safety-house-partners', 'LINK/FLAG/HIT', 'deny XJ-LOOKUP'],
  ['mals.manager', 'CROSS_BORDER_CASE', 'kiom', 'IDENTITY/FULL/NAME', 'deny XJ-LOOKUP'],
  ['eri.staff', 'CROSS_BORDER_CASE', 'hub', 'LINK/FULL/REVIEW', 'permit'],
  ['safety-house.process-manager', 'CROSS_BORDER_CASE', 'hub', 'LINK/FULL/REVIEW', 'permit'],
  ['nps.probation-officer', 'CROSS_BORDER_CASE', 'hub', 'LINK/FULL/REVIEW', 'deny XJ-LOOKUP'],
  ['mals.coordinator', 'CROSS_BORDER_CASE', 'hub', 'LINK/FULL/STEPS', 'deny DEFAULT-DENY'],

  // XJ-RESEARCH: tables to researchers, projects to their people and to the three officers; studies have a table of
  // their own (awaited-agreements.test.ts)
  ['ljmu.researcher', 'EVALUATION_RESEARCH', 'research-owners', 'AGGREGATE/FULL', 'permit'],
  ['ljmu.researcher', 'EVALUATION_RESEARCH', 'project-partners', 'AGGREGATE/FULL', 'permit'],
  ['ljmu.researcher', 'EVALUATION_RESEARCH', 'research-owners', 'AUDIT/FULL', 'permit'],
  ['ljmu.researcher', 'EVALUATION_RESEARCH', 'kiom', 'OUTCOME/BAND/REOFFENDING', 'deny XJ-RESEARCH'],
  ['ljmu.researcher', 'EVALUATION_RESEARCH', 'kiom', 'IDENTITY/FLAG/GIVEN_NAME', 'deny XJ-RESEARCH'],
  ['ljmu.researcher', 'EVALUATION_RESEARCH', 'kiom', 'AGGREGATE/FULL', 'deny XJ-RESEARCH'],
  ['ljmu.researcher', 'EVALUATION_RESEARCH', 'extremism-triangle', 'EXTREMISM/FLAG', 'deny XJ-RESEARCH'],
  ['ljmu.researcher', 'PERFORMANCE_MONITORING', 'research-owners', 'AGGREGATE/FULL', 'deny XJ-PERFORMANCE'],
  ['ljmu.researcher', 'OVERSIGHT', 'research-owners', 'AGGREGATE/FULL', 'deny DEFAULT-DENY'],
  ['knowsley.dpo', 'OVERSIGHT', 'research-owners', 'AUDIT/FULL', 'permit'],
  ['the-hague.dpo', 'OVERSIGHT', 'research-owners', 'AUDIT/FULL', 'permit'],
  ['turin.dpo', 'OVERSIGHT', 'research-owners', 'AUDIT/FULL', 'permit'],
  ['turin.dpo', 'OVERSIGHT', 'research-owners', 'AGGREGATE/FULL', 'deny XJ-RESEARCH'],
  ['turin.dpo', 'EVALUATION_RESEARCH', 'research-owners', 'AUDIT/FULL', 'deny DEFAULT-DENY'],
  ['merseyside-police.dpo', 'OVERSIGHT', 'research-owners', 'AUDIT/FULL', 'deny OVERSIGHT'],
  ['mals.dpo', 'OVERSIGHT', 'research-owners', 'AUDIT/FULL', 'deny OVERSIGHT'],
  ['pcc.commissioner', 'PERFORMANCE_MONITORING', 'research-owners', 'AGGREGATE/FULL', 'deny XJ-PERFORMANCE'],
  ['mals.mentor', 'MENTORING_SUPPORT', 'research-owners', 'AGGREGATE/FULL', 'deny KIOM-MALS-REFERRAL'],
  ['kmbc.iom-coordinator', 'PERFORMANCE_MONITORING', 'research-owners', 'AGGREGATE/FULL', 'deny XJ-PERFORMANCE'],
];

describe('the agreements', () => {
  test.each(ROWS)('%s for %s, of %s: %s → %s', (recipient, purpose, controller, asked, answered) => {
    expect(answer(recipient, purpose, controller, asked)).toBe(answered);
  });

  test('every clause stands in a row of this table', () => {
    const reached = new Set(
      ROWS.flatMap(([recipient, purpose, controller, asked]) => {
        const [organisation = '', role = ''] = recipient.split('.');
        if (!isOrganisation(organisation)) return [];
        const right = { organisation, role, purpose, jurisdiction: ORGANISATIONS[organisation].jurisdiction };
        const decision = decide(SET, right, fieldOf(controller, asked), NOW);
        if (decision.kind === 'permit when') {
          return decision.alternatives.map(({ clause }) => `${clause.protocol} ${clause.clause}`);
        }
        return decision.kind === 'permit' ? [`${decision.clause.protocol} ${decision.clause.clause}`] : [];
      }),
    );
    // Those that permit nothing yet have a table of their own (awaited-agreements.test.ts).
    const all = SET.protocols.flatMap(({ id, clauses }) =>
      clauses.filter(({ awaits }) => awaits === undefined).map((clause) => `${id} ${clause.id}`),
    );
    expect(all.filter((clause) => !reached.has(clause))).toEqual([]);
  });

  test('every role that works with records has purposes to choose from', () => {
    expect(purposesOf(SET, 'mals', 'mentor', NOW)).toEqual([
      'OWN_CASE_WORK',
      'MENTORING_SUPPORT',
      'PERFORMANCE_MONITORING',
      'PRACTICE_EXCHANGE',
    ]);
    expect(purposesOf(SET, 'judge', 'reviewer', NOW)).toEqual(['OWN_CASE_WORK', 'EXTREMISM_PREVENTION']);
    expect(purposesOf(SET, 'employer', 'manager', NOW)).toEqual(['EMPLOYMENT_PLACEMENT']);
    expect(purposesOf(SET, 'mals', 'mentee', NOW)).toEqual(['SUBJECT_RIGHTS']);
  });

  test('docs/protocols.md says what the agreements say', () => {
    expect(readFileSync(path.join(__dirname, '..', 'docs', 'protocols.md'), 'utf8')).toBe(printProtocols(SET));
  });
});
