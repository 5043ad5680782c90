import type { RecordClass } from '../../common/records/record-registry';
import { Concern } from '../concerns/concern';
import { CoOptedRequest } from '../co-opted/co-opted-request';
import { PathwayConsent } from '../co-opted/pathway-consent';
import { CustodyConduct } from '../custody/custody-conduct';
import { CustodyEpisode } from '../custody/custody-episode';
import { HealthNote } from '../health/health-note';
import { MalsHealthNeed } from '../health/mals-health-need';
import { HelplineContact } from '../helpline/helpline-contact';
import { IntelligenceReport } from '../intelligence/intelligence-report';
import { JointActionGroupDecision } from '../joint-action-group/joint-action-group-decision';
import { MappaRegister } from '../mappa/mappa-register';
import { MalsClient } from '../mentoring/mals-client';
import { MalsConsent } from '../mentoring/mals-consent';
import { MalsDisclosure } from '../mentoring/mals-disclosure';
import { Mentor } from '../mentoring/mentor';
import { MentorTraining } from '../mentoring/mentor-training';
import { MentoringMatch } from '../mentoring/mentoring-match';
import { MentoringSession } from '../mentoring/mentoring-session';
import { MentoringSummary } from '../mentoring/mentoring-summary';
import { CohortMembership } from '../nominals/cohort-membership';
import { Movement } from '../nominals/movement';
import { Nominal } from '../nominals/nominal';
import { StatusAssessment } from '../nominals/status-assessment';
import { Arrest } from '../offences/arrest';
import { Offence } from '../offences/offence';
import { MalsOutcome } from '../outcomes/mals-outcome';
import { ProgressInventory } from '../outcomes/progress-inventory';
import { OutcomeWindow } from '../outcomes/outcome-window';
import { Intervention } from '../pathways/intervention';
import { PathwayStatus } from '../pathways/pathway-status';
import { PathwaySupport } from '../pathways/pathway-support';
import { LcpAttendance } from '../programme/lcp-attendance';
import { LcpCohort } from '../programme/lcp-cohort';
import { LcpEligibility } from '../programme/lcp-eligibility';
import { LcpEnrolment } from '../programme/lcp-enrolment';
import { LcpReflection } from '../programme/lcp-reflection';
import { LcpRegisterEntry } from '../programme/lcp-register-entry';
import { MentoringReferralReply } from '../referrals/mentoring-referral-reply';
import { Referral } from '../referrals/referral';
import { RiskAssessment } from '../referrals/risk-assessment';
import { Signposting } from '../referrals/signposting';
import { CorvusScore } from '../scores/corvus-score';
import { CostOfCrime } from '../scores/cost-of-crime';
import { LicenceCondition } from '../supervision/licence-condition';
import { LifeChangePlan } from '../supervision/life-change-plan';
import { MeetingConstraint } from '../supervision/meeting-constraint';
import { OffenderManager } from '../supervision/offender-manager';
import { PlanMilestone } from '../supervision/plan-milestone';
import { Supervision } from '../supervision/supervision';

/** Every kind of record that Knowsley shows through the graph, by who controls it. */
export const KNOWSLEY_RECORDS: readonly RecordClass[] = [
  // KIOM
  Nominal,
  CohortMembership,
  Movement,
  StatusAssessment,
  JointActionGroupDecision,
  Concern,
  Referral,
  RiskAssessment,
  PathwayStatus,
  Intervention,
  OutcomeWindow,
  CoOptedRequest,
  PathwayConsent,
  // Merseyside Police
  CorvusScore,
  CostOfCrime,
  Offence,
  Arrest,
  IntelligenceReport,
  // Probation
  Supervision,
  OffenderManager,
  LicenceCondition,
  MeetingConstraint,
  LifeChangePlan,
  PlanMilestone,
  // MAPPA coordination
  MappaRegister,
  // Prisons and health authors
  CustodyEpisode,
  CustodyConduct,
  LcpEligibility,
  LcpRegisterEntry,
  HealthNote,
  // MALS
  MalsClient,
  Mentor,
  MentoringMatch,
  MentoringSession,
  MentoringSummary,
  MentoringReferralReply,
  PathwaySupport,
  MalsOutcome,
  MalsHealthNeed,
  MalsDisclosure,
  MalsConsent,
  LcpCohort,
  LcpEnrolment,
  LcpReflection,
  LcpAttendance,
  HelplineContact,
  ProgressInventory,
  Signposting,
  MentorTraining,
];
