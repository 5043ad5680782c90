import { Disclosed, Related } from '../../common/records/decorators';
import { Concern } from '../concerns/concern';
import { CoOptedRequest } from '../co-opted/co-opted-request';
import { PathwayConsent } from '../co-opted/pathway-consent';
import { CustodyConduct } from '../custody/custody-conduct';
import { CustodyEpisode } from '../custody/custody-episode';
import { HealthNote } from '../health/health-note';
import { IntelligenceReport } from '../intelligence/intelligence-report';
import { JointActionGroupDecision } from '../joint-action-group/joint-action-group-decision';
import { MentoringRelations } from '../mentoring/mentoring-relations';
import { Arrest } from '../offences/arrest';
import { Offence } from '../offences/offence';
import { OutcomeWindow } from '../outcomes/outcome-window';
import { Intervention } from '../pathways/intervention';
import { PathwayStatus } from '../pathways/pathway-status';
import { KnowsleyRecord, KnowsleyRecordOf } from '../records/knowsley-record';
import { Referral } from '../referrals/referral';
import { RiskAssessment } from '../referrals/risk-assessment';
import { CorvusScore } from '../scores/corvus-score';
import { CostOfCrime } from '../scores/cost-of-crime';
import { LicenceCondition } from '../supervision/licence-condition';
import { LifeChangePlan } from '../supervision/life-change-plan';
import { MeetingConstraint } from '../supervision/meeting-constraint';
import { OffenderManager } from '../supervision/offender-manager';
import { Supervision } from '../supervision/supervision';
import { AgeBand, CommunicationNeed, MerseysideBorough, NominalBand, Sex } from '../vocabularies';
import { CohortMembership } from './cohort-membership';
import { Movement } from './movement';
import { StatusAssessment } from './status-assessment';

@KnowsleyRecordOf({
  table: 'nominal',
  describes: 'A person whom Knowsley integrated offender management (KIOM) works with. Recorded by the KIOM team.',
  discloses: 'IDENTITY/FLAG/GIVEN_NAME',
  subject: 'itself',
})
@MentoringRelations()
export class Nominal extends KnowsleyRecord {
  @Disclosed('IDENTITY/FULL/GIVEN_NAME', 'text', { describes: 'Given name.' })
  givenName!: string | null;

  @Disclosed('IDENTITY/FULL/NAME', 'text', { describes: 'Full name.' })
  name!: string | null;

  @Disclosed('IDENTITY/FULL/IDENTIFIERS', 'texts', { describes: 'Other names the person goes by.' })
  aliases!: string[] | null;

  @Disclosed('IDENTITY/FULL/IDENTIFIERS', 'date', { describes: 'Date of birth.' })
  dateOfBirth!: string | null;

  @Disclosed('IDENTITY/FULL/IDENTIFIERS', 'text', { describes: 'Place of birth.' })
  birthPlace!: string | null;

  @Disclosed('DEMOGRAPHIC/FULL', 'code', { vocabulary: Sex, describes: 'Sex as recorded.' })
  sex!: keyof typeof Sex | null;

  @Disclosed('DEMOGRAPHIC/BAND', 'code', {
    vocabulary: AgeBand,
    describes: 'Age in a band, on the day it was recorded.',
  })
  ageBand!: keyof typeof AgeBand | null;

  @Disclosed('CONTACT/BAND/AREA', 'code', { vocabulary: MerseysideBorough, describes: 'Home borough.' })
  homeBorough!: keyof typeof MerseysideBorough | null;

  @Disclosed('CONTACT/BAND/AREA', 'texts', { vocabulary: MerseysideBorough, describes: 'Boroughs moved between.' })
  movedBetweenBoroughs!: (keyof typeof MerseysideBorough)[] | null;

  @Disclosed('CONTACT/FULL/ADDRESS', 'text', { describes: 'Address.', filter: false })
  address!: string | null;

  @Disclosed('CONTACT/FULL/ADDRESS', 'text', { describes: 'Telephone number.', filter: false })
  phone!: string | null;

  @Disclosed('CONTACT/FULL/CHANNEL', 'text', { describes: 'How the person agreed to be reached.', filter: false })
  agreedChannel!: string | null;

  @Disclosed('RISK_SCORE/BAND/MENTOR_SAFETY', 'code', {
    vocabulary: NominalBand,
    describes: 'How much care a mentor must take; assessed for mentoring and not the band of the CORVUS score.',
  })
  mentorSafetyBand!: keyof typeof NominalBand | null;

  @Disclosed('HEALTH/FULL', 'code', {
    vocabulary: CommunicationNeed,
    describes: 'What to mind in talking and writing.',
  })
  communicationNeed!: keyof typeof CommunicationNeed | null;

  @Related('RISK_SCORE/FLAG/COHORT', () => CohortMembership, { by: 'id', describes: 'Membership of the cohort.' })
  cohortMemberships!: CohortMembership[];

  @Related('CONTACT/FLAG/AREA', () => Movement, { by: 'id', describes: 'Movements from one area to another.' })
  movements!: Movement[];

  @Related('HOUSING/FLAG', () => StatusAssessment, { by: 'id', describes: 'Assessments of home, work and income.' })
  statusAssessments!: StatusAssessment[];

  @Related('CASE_PLAN/FLAG/MEETING', () => JointActionGroupDecision, {
    by: 'id',
    describes: 'Decisions of the joint action group.',
  })
  jointActionGroupDecisions!: JointActionGroupDecision[];

  @Related('CASE_PLAN/FLAG/MEETING', () => Concern, {
    by: 'id',
    describes: 'What does not go as it should in the work with the person.',
  })
  concerns!: Concern[];

  @Related('RISK_SCORE/FLAG/MENTOR_SAFETY', () => RiskAssessment, {
    by: 'id',
    describes: 'Assessments of how safely a mentor can work with the person.',
  })
  riskAssessments!: RiskAssessment[];

  @Related('REFERRAL/FLAG', () => Referral, { by: 'id', describes: 'Referrals to other services.' })
  referrals!: Referral[];

  @Related('CASE_PLAN/FLAG/MEETING', () => CoOptedRequest, {
    by: 'id',
    describes: 'Requests to co-opted agencies to help with one need each.',
  })
  coOptedRequests!: CoOptedRequest[];

  @Related('CONSENT/FLAG', () => PathwayConsent, { by: 'id', describes: 'Consents to co-opted agencies being told.' })
  pathwayConsents!: PathwayConsent[];

  @Related('PATHWAY_NEEDS/FLAG', () => PathwayStatus, { by: 'id', describes: 'Needs on the seven pathways.' })
  pathwayStatuses!: PathwayStatus[];

  @Related('PATHWAY_NEEDS/FLAG', () => Intervention, { by: 'id', describes: 'What partners did on the pathways.' })
  interventions!: Intervention[];

  @Related('OUTCOME/FLAG/REOFFENDING', () => OutcomeWindow, { by: 'id', describes: 'Reoffending as printed or noted.' })
  outcomeWindows!: OutcomeWindow[];

  @Related('RISK_SCORE/FLAG/CORVUS', () => CorvusScore, { by: 'id', describes: 'CORVUS scores, a month each.' })
  corvusScores!: CorvusScore[];

  @Related('COST_OF_CRIME/FLAG', () => CostOfCrime, { by: 'id', describes: 'Estimates of the cost of crime.' })
  costsOfCrime!: CostOfCrime[];

  @Related('OFFENCE/FLAG/RECORD', () => Offence, { by: 'id', describes: 'Recorded offences.' })
  offences!: Offence[];

  @Related('OFFENCE/FLAG/RECORD', () => Arrest, { by: 'id', describes: 'Arrests.' })
  arrests!: Arrest[];

  @Related('POLICE_INTELLIGENCE/FLAG', () => IntelligenceReport, { by: 'id', describes: 'Intelligence reports.' })
  intelligenceReports!: IntelligenceReport[];

  @Related('CASE_PLAN/FLAG/LEAD_CONTACT', () => Supervision, { by: 'id', describes: 'Supervisions, present and past.' })
  supervisions!: Supervision[];

  @Related('CASE_PLAN/FLAG/OFFENDER_MANAGER', () => OffenderManager, {
    by: 'id',
    describes: 'Offender managers, present and past.',
  })
  offenderManagers!: OffenderManager[];

  @Related('CUSTODY/FLAG/ORDERS', () => LicenceCondition, { by: 'id', describes: 'Licence conditions.' })
  licenceConditions!: LicenceCondition[];

  @Related('CUSTODY/FLAG/MEETING_CONSTRAINTS', () => MeetingConstraint, {
    by: 'id',
    many: false,
    describes: 'What somebody who meets the person must know of orders.',
  })
  meetingConstraint!: MeetingConstraint | null;

  @Related('CASE_PLAN/FLAG/PLAN', () => LifeChangePlan, { by: 'id', describes: 'Life Change plans.' })
  lifeChangePlans!: LifeChangePlan[];

  @Related('CUSTODY/FLAG/STATUS', () => CustodyEpisode, { by: 'id', describes: 'Stays in prison.' })
  custodyEpisodes!: CustodyEpisode[];

  @Related('CUSTODY/FLAG/STATUS', () => CustodyConduct, { by: 'id', describes: 'Conduct in prison.' })
  custodyConducts!: CustodyConduct[];

  @Related('HEALTH/FLAG', () => HealthNote, { by: 'id', describes: 'Health notes.' })
  healthNotes!: HealthNote[];
}
