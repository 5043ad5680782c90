import type { Controller } from './organisations';

/**
 * Who decides on the records of each object type: exactly one organisation or group a type (DOMAIN.md C.0).
 * Where two organisations record the same kind of thing there are two types.
 */
export const CONTROLLERS: Readonly<Record<string, Controller>> = {
  // Knowsley
  Nominal: 'kiom',
  CohortMembership: 'kiom',
  JointActionGroupDecision: 'kiom',
  Referral: 'kiom',
  PathwayStatus: 'kiom',
  Intervention: 'kiom',
  OutcomeWindow: 'kiom',
  ReoffendingMeasure: 'kiom',
  StatusAssessment: 'kiom',
  CorvusScore: 'merseyside-police',
  CostOfCrime: 'merseyside-police',
  Offence: 'merseyside-police',
  Arrest: 'merseyside-police',
  IntelligenceReport: 'merseyside-police',
  Supervision: 'probation',
  OffenderManager: 'probation',
  LicenceCondition: 'probation',
  MeetingConstraint: 'probation',
  LifeChangePlan: 'probation',
  PlanMilestone: 'probation',
  CustodyEpisode: 'prisons',
  CustodyConduct: 'prisons',
  HealthNote: 'health-authors',
  MalsClient: 'mals',
  MentoringMatch: 'mals',
  MentoringSession: 'mals',
  MentoringSummary: 'mals',
  MentoringReferralReply: 'mals',
  PathwaySupport: 'mals',
  MalsOutcome: 'mals',
  MalsHealthNeed: 'mals',
  MalsDisclosure: 'mals',
  MalsConsent: 'mals',
  Mentor: 'mals',
  LcpEnrolment: 'mals',
  LcpReflection: 'mals',
  // Safety House
  Client: 'safety-house-partners',
  Case: 'safety-house-partners',
  CaseParticipant: 'safety-house-partners',
  CaseReferral: 'safety-house-partners',
  CaseConference: 'safety-house-partners',
  ScreeningItem: 'safety-house-partners',
  PlanAction: 'safety-house-partners',
  FamilyMember: 'safety-house-partners',
  ChildConcern: 'safety-house-partners',
  PathwayNeed: 'safety-house-partners',
  HealthNeed: 'safety-house-partners',
  LivingSituation: 'safety-house-partners',
  VictimConstraint: 'safety-house-partners',
  Detention: 'safety-house-partners',
  SpatialOrder: 'safety-house-partners',
  CaseOutcome: 'safety-house-partners',
  PoliceOffence: 'politie-haaglanden',
  IntelligenceNote: 'politie-haaglanden',
  ProsecutorOffence: 'om-den-haag',
  ExtremismCase: 'extremism-triangle',
  ExtremismMeeting: 'extremism-triangle',
  ExtremismFactor: 'extremism-triangle',
  ExtremismAction: 'extremism-triangle',
  // ERI
  Invitation: 'referrers',
  InvitationConsent: 'referrers',
  Participant: 'eri',
  ParticipantConsent: 'eri',
  ProgrammeRun: 'eri',
  ProgrammeAttendance: 'eri',
  Placement: 'eri',
  JobScholarship: 'eri',
  SocialEnterpriseMembership: 'eri',
  ParticipantOutcome: 'eri',
  // Exchange
  Target: 'project-partners',
  ProjectAction: 'project-partners',
  SourceContradiction: 'project-partners',
  ReferenceStatistic: 'project-partners',
  PracticeStory: 'project-partners',
  // What concerns no person
  Person: 'hub',
  Definition: 'hub',
};

/** The controller of a type; of the node's type for a connection or an edge; undefined for an unknown type. */
export function controllerOf(typeName: string): Controller | undefined {
  const recordType = typeName.replace(/(Connection|Edge)$/, '');
  return Object.hasOwn(CONTROLLERS, recordType) ? CONTROLLERS[recordType] : undefined;
}
