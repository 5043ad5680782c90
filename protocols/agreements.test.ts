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
const LIAISON = 'appointedTo(as: VICTIM_LIAISON)';
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
  ['merseyside-police.officer', 'IOM_CASE_MANAGEMENT', 'mals', 'MENTORING_RECORD/FLAG', 'deny KIOM-CORE'],
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
  ['nps.probation-officer', 'IOM_CASE_MANAGEMENT', 'mals', 'MENTORING_RECORD/FULL', MANAGER],
  ['merseyside-crc.case-manager', 'IOM_CASE_MANAGEMENT', 'mals', 'LCP_REFLECTION/FULL/TESTIMONIAL', 'offenderManagerOf & consentActive(category: LCP_REFLECTION)'],
  ['merseyside-crc.case-manager', 'IOM_CASE_MANAGEMENT', 'mals', 'LCP_REFLECTION/FLAG/OTHER', 'deny MALS-KIOM-FEEDBACK'],
  ['nps.probation-officer', 'IOM_CASE_MANAGEMENT', 'mals', 'MENTOR_NOTES/FULL', 'offenderManagerOf & disclosureReleased & releasedForSeriousHarm'],
  ['nps.probation-officer', 'IOM_CASE_MANAGEMENT', 'mals', 'HEALTH/FLAG', 'offenderManagerOf & consentActive(category: HEALTH)'],
  ['nps.probation-officer', 'CROSS_BORDER_CASE', 'mals', 'MENTORING_RECORD/FLAG', 'deny KIOM-CORE'],
  ['kmbc.iom-coordinator', 'IOM_CASE_MANAGEMENT', 'mals', 'MENTORING_RECORD/BAND', 'referredBy | consentActive'],
  ['kmbc.iom-coordinator', 'IOM_CASE_MANAGEMENT', 'mals', 'MENTORING_RECORD/FULL', 'deny MALS-KIOM-FEEDBACK'],
  ['kmbc.iom-coordinator', 'IOM_CASE_MANAGEMENT', 'mals', 'MENTOR_NOTES/FLAG', 'deny MALS-KIOM-FEEDBACK'],
  ['kmbc.iom-coordinator', 'IOM_CASE_MANAGEMENT', 'mals', 'PROGRAMME/FULL', 'deny MALS-KIOM-FEEDBACK'],
  ['hmp-liverpool.officer', 'IOM_CASE_MANAGEMENT', 'mals', 'PROGRAMME/FLAG', 'deny KIOM-CORE'],
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
  ['rijswijk.social-team', 'PRACTICE_EXCHANGE', 'project-partners', 'AGGREGATE/FULL', 'permit'],
  ['employer.manager', 'PERFORMANCE_MONITORING', 'project-partners', 'AGGREGATE/FLAG', 'deny DEFAULT-DENY'],
  ['pcc.commissioner', 'PERFORMANCE_MONITORING', 'kiom', 'IDENTITY/FULL/GIVEN_NAME', 'deny XJ-PERFORMANCE'],
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
  ['mental-health.practitioner', 'OWN_CASE_WORK', 'health-authors', 'HEALTH/FULL', 'ownPatient'],
  ['mals.coordinator', 'OWN_CASE_WORK', 'mals', 'MENTORING_RECORD/FULL', 'permit'],
  ['mals.coordinator', 'OWN_CASE_WORK', 'mals', 'MENTOR_NOTES/FLAG', 'deny OWN-WORK'],
  ['mals.manager', 'OWN_CASE_WORK', 'mals', 'MENTOR_NOTES/FULL', 'permit'],
  ['mals.manager', 'OWN_CASE_WORK', 'mals', 'STAFF/FULL', 'permit'],
  ['mals.mentor', 'OWN_CASE_WORK', 'mals', 'MENTORING_RECORD/FULL', 'assignedMentor'],
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
  ['delft.social-team', 'OWN_CASE_WORK', 'safety-house-partners', 'IDENTITY/FULL/NAME', 'ownCaseload'],
  ['aftercare.case-worker', 'OWN_CASE_WORK', 'aftercare', 'AFTERCARE/FULL', AGREED],
  ['aftercare.case-worker', 'OWN_CASE_WORK', 'aftercare', 'HEALTH/BAND', 'deny OWN-WORK'],
  ['judge.reviewer', 'OWN_CASE_WORK', 'extremism-triangle', 'EXTREMISM/BAND', PROPOSED],
  ['eri.staff', 'OWN_CASE_WORK', 'eri', 'HEALTH/FULL', 'permit'],
  ['eri.staff', 'CROSS_BORDER_CASE', 'eri', 'PROGRAMME/FULL', 'permit'],
  ['eri.mentor', 'OWN_CASE_WORK', 'eri', 'IDENTITY/FULL/GIVEN_NAME', 'ownGroup'],
  ['eri.mentor', 'OWN_CASE_WORK', 'eri', 'CUSTODY/FLAG/STATUS', 'deny OWN-WORK'],
  ['uepe.officer', 'OWN_CASE_WORK', 'referrers', 'REFERRAL/FULL', 'referredBy'],
  ['sert.clinician', 'OWN_CASE_WORK', 'eri', 'HEALTH/FLAG', 'deny DEFAULT-DENY'],
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
    const all = SET.protocols.flatMap(({ id, clauses }) => clauses.map((clause) => `${id} ${clause.id}`));
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
  });

  test('docs/protocols.md says what the agreements say', () => {
    expect(readFileSync(path.join(__dirname, '..', 'docs', 'protocols.md'), 'utf8')).toBe(printProtocols(SET));
  });
});
