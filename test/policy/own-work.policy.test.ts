// OWN-WORK, from its wording: DOMAIN.md C.0: what an organisation's own staff may do with records that it controls,
// narrowed by role. Every persona can do its day's reading, and reads nothing that its organisation does not control.
import { inGroupOf, invitedBy } from './eri-states';
import {
  activeMatchWith,
  all,
  anybody,
  handoverTo,
  inCohort,
  inPrison,
  onCaseloadOf,
  matchEnded,
  mentoredByAnother,
  not,
  releasedFrom,
  treatedToday,
  writtenBy,
} from './knowsley-states';
import { asks, showsPolicy, type State } from './policy-table';
import { declined, inGroupOfAnother, inGroupRunBy, inNoGroup, nearRelease, releaseInDays } from './programme-states';
import {
  approvals,
  clientOf,
  directedBy,
  formerClientOf,
  inCase,
  inExtremismCase,
  named,
  neverClosed,
  notNamed,
  proposed,
  proposedWithin,
  runBy,
  treatedBy,
} from './safety-house-states';

const POLICE = 'merseyside-police.officer';
const NPS = 'nps.probation-officer';
const CRC = 'merseyside-crc.case-manager';
const KMBC = 'kmbc.iom-coordinator';
const HMP = 'hmp-liverpool.officer';
const KENNET = 'hmp-kennet.officer';
const MENTOR = 'mals.mentor';
const FACILITATOR = 'mals.facilitator';
const COORDINATOR = 'mals.coordinator';
const MANAGER = 'mals.manager';
const PURPOSE = 'OWN_CASE_WORK';

const recordedBy =
  (organisation: string): State =>
  ({ values }) =>
    values.recordedBy === organisation;

showsPolicy('OWN-WORK', [
  {
    of: 'an own active mentee',
    purpose: PURPOSE,
    columns: {
      mentor: asks(MENTOR, activeMatchWith(MENTOR)),
      another: asks(MENTOR, mentoredByAnother(MENTOR)),
      ended: asks(MENTOR, all(matchEnded(MENTOR, 1, 9999), not(activeMatchWith(MENTOR)))),
    },
    rows: `
                                            mentor    another   ended
      MalsClient.givenName                  value     silent    silent
      MalsClient.agreedChannel              value     silent    silent
      MentoringMatch.matchedFrom            value     silent    silent
      MentoringSession.heldOn,durationHours value     silent    silent
      MentoringSummary.sessions             value     silent    silent
      PathwaySupport.support                value     silent    silent
      MalsClient.id                         value     silent    silent`,
  },
  {
    of: 'an own active mentee, beyond what a mentor needs',
    purpose: PURPOSE,
    columns: { mentor: asks(MENTOR, activeMatchWith(MENTOR)) },
    rows: `
                                            mentor
      MalsClient.name,dateOfBirth           withheld
      MalsClient.address,phone,homeBorough  withheld
      MalsConsent.categories                withheld
      MalsOutcome.achievement               withheld
      MalsHealthNeed.needExists             withheld
      MentoringReferralReply.accepted       withheld
      Nominal.givenName,name                withheld
      Referral.stage                        withheld
      Offence.offenceClass                  withheld
      CorvusScore.band                      withheld
      CostOfCrime.band                      withheld
      IntelligenceReport.subjectId          withheld
      PathwayStatus.need                    withheld`,
  },
  {
    of: 'notes',
    purpose: PURPOSE,
    columns: {
      own: asks(MENTOR, all(activeMatchWith(MENTOR), writtenBy(MENTOR))),
      colleagues: asks(MENTOR, all(activeMatchWith(MENTOR), not(writtenBy(MENTOR)))),
      others: asks(MENTOR, all(mentoredByAnother(MENTOR), not(writtenBy(MENTOR)))),
      manager: asks(MANAGER, anybody),
      coordinator: asks(COORDINATOR, anybody),
    },
    rows: `
                                own    colleagues  others  manager  coordinator
      MentoringSession.notes    value  silent      silent  value    withheld
      MalsDisclosure.content    value  -           silent  value    withheld`,
  },
  {
    of: 'a client of MALS',
    purpose: PURPOSE,
    columns: { coordinator: asks(COORDINATOR, anybody), manager: asks(MANAGER, anybody) },
    rows: `
                                                   coordinator  manager
      MalsClient.givenName,name,dateOfBirth        value        value
      MalsClient.address,phone,agreedChannel       value        value
      MalsClient.cameBy,homeBorough                value        value
      MentoringMatch.matchedFrom,commitmentMonths  value        value
      MentoringSession.heldOn,mode                 value        value
      MentoringSummary.sessions,hours              value        value
      MentoringReferralReply.accepted              value        value
      PathwaySupport.support                       value        value
      MalsOutcome.achievement                      value        value
      MalsHealthNeed.needExists,detail             value        value
      MalsConsent.categories,recipients            value        value
      LcpEnrolment.completed,stageOfChange         value        value
      LcpReflection.testimonial,goals              value        value
      Mentor.givenName,status,trainingHours        withheld     value
      Nominal.name                                 withheld     withheld
      Referral.stage                               withheld     withheld
      Offence.offenceClass                         withheld     withheld
      CorvusScore.band                             withheld     withheld
      PathwayStatus.need                           withheld     withheld`,
  },
  {
    of: 'what MALS keeps beside the mentoring',
    purpose: PURPOSE,
    columns: {
      coordinator: asks(COORDINATOR, anybody),
      manager: asks(MANAGER, anybody),
      mentor: asks(MENTOR, activeMatchWith(MENTOR)),
    },
    rows: `
                                                   coordinator  manager   mentor
      LcpEnrolment.enrolledOn,voluntary            value        value     withheld
      LcpEnrolment.cohortNumber,daysAttended       value        value     withheld
      LcpAttendance.day,attended,stageOfChange     value        value     withheld
      HelplineContact.contactedAt,minutes,mode     value        value     withheld
      HelplineContact.kind,seriousHarm             value        value     withheld
      HelplineContact.content                      withheld     value     withheld
      ProgressInventory.issuedOn,completedOn       value        value     withheld
      ProgressInventory.answers                    value        value     withheld
      Signposting.barrierPathway,agency            value        value     withheld
      Signposting.acceptedByPerson                 value        value     withheld`,
  },
  {
    of: 'what concerns no single client of MALS',
    purpose: PURPOSE,
    columns: {
      coordinator: asks(COORDINATOR, anybody),
      manager: asks(MANAGER, anybody),
      mentor: asks(MENTOR, anybody),
      facilitator: asks(FACILITATOR, anybody),
    },
    rows: `
                                                   coordinator  manager  mentor    facilitator
      LcpCohort.number,venue,startedOn,days        value        value    withheld  silent
      MentorTraining.heldOn,hours,subjectMatter    withheld     value    withheld  withheld
      Mentor.certification,supervisionNeeds        withheld     value    withheld  withheld
      Mentor.supervisedOn,developmentPlan          withheld     value    withheld  withheld`,
  },
  {
    of: 'a participant of the own group, and of another’s',
    purpose: PURPOSE,
    columns: {
      own: asks(FACILITATOR, inGroupRunBy(FACILITATOR)),
      another: asks(FACILITATOR, inGroupOfAnother(FACILITATOR)),
      none: asks(FACILITATOR, inNoGroup),
    },
    rows: `
                                               own       another   none
      MalsClient.givenName                     value     silent    silent
      MalsClient.id                            value     silent    silent
      LcpEnrolment.cohortNumber,venue          value     silent    -
      LcpEnrolment.daysAttended,stageOfChange  value     silent    -
      LcpAttendance.day,attended               value     silent    -
      MalsClient.name,dateOfBirth,phone        withheld  withheld  withheld
      LcpReflection.testimonial,goals          withheld  withheld  -
      ProgressInventory.issuedOn               withheld  withheld  withheld
      Signposting.agency                       withheld  withheld  withheld
      HelplineContact.minutes                  withheld  withheld  withheld
      PathwaySupport.support                   withheld  withheld  withheld`,
  },
  {
    of: 'who is near release, who is not, and who is in another prison',
    purpose: PURPOSE,
    columns: {
      day183: asks(HMP, all(inPrison('hmp-liverpool'), releaseInDays(183, 183))),
      day0: asks(HMP, all(inPrison('hmp-liverpool'), releaseInDays(0, 0))),
      declined: asks(HMP, all(inPrison('hmp-liverpool'), nearRelease, declined)),
      kennet: asks(KENNET, all(inPrison('hmp-kennet'), releaseInDays(183, 183))),
      day184: asks(HMP, all(inPrison('hmp-liverpool'), releaseInDays(184, 184))),
      kennet184: asks(KENNET, all(inPrison('hmp-kennet'), releaseInDays(184, 184))),
      past: asks(HMP, all(inPrison('hmp-liverpool'), releaseInDays(-9, -1))),
      another: asks(HMP, all(inPrison('hmp-kennet'), nearRelease, not(inPrison('hmp-liverpool')))),
    },
    rows: `
                                          day183  day0    declined  kennet  day184  kennet184  past    another
      LcpEligibility.name,dateOfBirth     value   value   value     value   silent  silent     silent  silent
      LcpEligibility.wing,expectedRelease value   value   value     value   silent  silent     silent  silent
      LcpEligibility.id                   value   value   value     value   silent  silent     silent  silent
      LcpRegisterEntry.voluntary          value   value   value     value   silent  silent     silent  silent
      LcpRegisterEntry.groupSafetyFlag    value   value   value     value   silent  silent     silent  silent
      LcpRegisterEntry.referredOn         value   value   value     value   silent  silent     silent  silent`,
  },
  {
    of: 'what MALS and the agencies have to do with people in that prison',
    purpose: PURPOSE,
    columns: { hmp: asks(HMP, anybody) },
    rows: `
                                       hmp
      LcpEnrolment.cohortNumber        withheld
      LcpAttendance.attended           withheld
      CoOptedRequest.organisation      withheld
      PathwayConsent.recipient         withheld`,
  },
  {
    of: 'an own patient, a former one, and somebody else’s',
    purpose: PURPOSE,
    columns: {
      practitioner: asks('mental-health.practitioner', treatedToday('mental-health')),
      former: asks('mental-health.practitioner', not(treatedToday('mental-health'))),
    },
    rows: `
                                    practitioner  former
      HealthNote.text,kind,notedOn  value         silent
      Nominal.name                  withheld      withheld
      PathwayStatus.need            withheld      withheld`,
  },
  {
    of: 'requests to co-opted agencies and consents to them',
    purpose: PURPOSE,
    columns: { kmbc: asks(KMBC, inCohort), mals: asks(COORDINATOR, anybody), police: asks(POLICE, anybody) },
    rows: `
                                               kmbc   mals      police
      CoOptedRequest.organisation,pathway      value  withheld  withheld
      PathwayConsent.recipient,categories      value  withheld  withheld
      PathwayConsent.givenOn,expiresOn,form    value  withheld  withheld`,
  },
  {
    of: 'somebody on the own caseload, in an open handover, or neither',
    purpose: PURPOSE,
    columns: {
      nps: asks(NPS, onCaseloadOf(NPS)),
      crc: asks(CRC, onCaseloadOf(CRC)),
      npsHandover: asks(NPS, handoverTo('nps')),
      crcHandover: asks(CRC, handoverTo('merseyside-crc')),
      npsOther: asks(NPS, all(not(onCaseloadOf(NPS)), not(handoverTo('nps')))),
      crcOther: asks(CRC, all(not(onCaseloadOf(CRC)), not(handoverTo('merseyside-crc')))),
    },
    rows: `
                                            nps       crc       npsHandover  crcHandover  npsOther  crcOther
      Supervision.riskOfHarm                value     value     value        value        silent    silent
      Supervision.regime,leadPractitioner   value     value     value        value        silent    silent
      OffenderManager.name                  value     value     value        value        silent    silent
      LicenceCondition.kind                 value     value     value        value        silent    silent
      MeetingConstraint.exclusionArea       value     value     value        value        silent    silent
      LifeChangePlan.goal                   value     value     value        value        silent    silent
      PlanMilestone.milestone               value     value     value        value        silent    silent
      Nominal.name,dateOfBirth              value     value     value        value        silent    silent
      Offence.offenceClass,code             withheld  withheld  withheld     withheld     withheld  withheld
      CorvusScore.band                      withheld  withheld  withheld     withheld     withheld  withheld
      CostOfCrime.band                      withheld  withheld  withheld     withheld     withheld  withheld
      IntelligenceReport.subjectId          withheld  withheld  withheld     withheld     withheld  withheld
      CustodyEpisode.status                 withheld  withheld  withheld     withheld     withheld  withheld`,
  },
  {
    of: 'what the own organisation does not control',
    purpose: PURPOSE,
    columns: {
      police: asks(POLICE, anybody),
      nps: asks(NPS, anybody),
      crc: asks(CRC, anybody),
      kmbc: asks(KMBC, anybody),
      hmp: asks(HMP, anybody),
    },
    rows: `
                                 police    nps       crc       kmbc      hmp
      MentoringSummary.sessions  withheld  withheld  withheld  withheld  withheld
      MalsClient.name            withheld  withheld  withheld  withheld  withheld
      MalsDisclosure.content     withheld  withheld  withheld  withheld  withheld
      LcpEnrolment.completed     withheld  withheld  withheld  withheld  withheld
      HealthNote.kind            withheld  withheld  withheld  withheld  withheld
      Supervision.riskOfHarm     withheld  -         -         withheld  withheld
      LicenceCondition.kind      withheld  -         -         withheld  withheld
      CustodyEpisode.status      withheld  withheld  withheld  withheld  -
      CorvusScore.band           -         withheld  withheld  withheld  withheld
      Offence.code               -         withheld  withheld  withheld  withheld
      Client.name                withheld  withheld  withheld  withheld  withheld
      Participant.name           withheld  withheld  withheld  withheld  withheld`,
  },
  {
    of: 'a person of whom the force has a record, in the cohort or not',
    purpose: PURPOSE,
    columns: {
      police: asks(POLICE, inCohort),
      policeOutside: asks(POLICE, not(inCohort)),
      kmbc: asks(KMBC, inCohort),
      kmbcOutside: asks(KMBC, not(inCohort)),
    },
    rows: `
                                           police    policeOutside  kmbc      kmbcOutside
      Offence.code,offenceDate             value     value          withheld  withheld
      Arrest.outcome                       value     value          withheld  withheld
      CorvusScore.score,drugTestsComponent value     value          withheld  withheld
      CostOfCrime.amountGbp                value     value          withheld  withheld
      IntelligenceReport.text              value     -              withheld  withheld
      CohortMembership.memberFrom          withheld  withheld       value     silent
      JointActionGroupDecision.decision    withheld  withheld       value     silent
      PathwayStatus.need                   withheld  withheld       value     silent`,
  },
  {
    of: 'somebody whom the prison holds, holds no longer, or another holds',
    purpose: PURPOSE,
    columns: {
      hmp: asks(
        HMP,
        all(
          inPrison('hmp-liverpool'),
          ({ type, values }) => type !== 'CustodyEpisode' || values.prison === 'hmp-liverpool',
        ),
      ),
      released: asks(HMP, releasedFrom('hmp-liverpool', 1, 28)),
      another: asks(HMP, all(inPrison('hmp-kennet'), not(inPrison('hmp-liverpool')))),
    },
    rows: `
                                           hmp       released  another
      CustodyEpisode.status,prison,wing    value     silent    silent
      CustodyEpisode.expectedRelease       value     silent    silent
      CustodyConduct.band                  value     silent    silent
      Nominal.name                         value     silent    silent
      LicenceCondition.kind                withheld  withheld  withheld
      LifeChangePlan.goal                  withheld  withheld  withheld`,
  },
  {
    // C.0: records that it controls: the register, and no more than it of the person.
    of: 'whoever is managed under MAPPA',
    purpose: PURPOSE,
    columns: { mappa: asks('mappa.coordinator', anybody), police: asks(POLICE, anybody), nps: asks(NPS, anybody) },
    rows: `
                                                 mappa     police    nps
      MappaRegister.fileExists,custodian         value     withheld  withheld
      MappaRegister.nextMeeting,pillars          value     withheld  withheld`,
  },
  {
    of: 'anybody, what is not the register’s',
    purpose: PURPOSE,
    columns: { mappa: asks('mappa.coordinator', anybody) },
    rows: `
                                         mappa
      Nominal.givenName,name             withheld
      Supervision.riskOfHarm             withheld
      JointActionGroupDecision.decision  withheld
      Concern.about                      withheld
      Offence.code                       withheld
      CorvusScore.band                   withheld
      IntelligenceReport.subjectId       withheld
      LicenceCondition.kind              withheld
      PathwayStatus.need                 withheld`,
  },
  {
    of: 'a case that the recipient runs, and one that it does not',
    purpose: PURPOSE,
    columns: {
      manager: asks('safety-house.process-manager', inCase(runBy('safety-house.process-manager'), neverClosed)),
      anothers: asks('safety-house.process-manager', inCase(runBy('safety-house.process-manager-2'))),
      director: asks('safety-house.process-director', inCase(directedBy('safety-house.process-director'), neverClosed)),
      anotherDirectors: asks('safety-house.process-director', inCase(directedBy('safety-house.process-director-2'))),
    },
    rows: `
                                           manager   anothers  director  anotherDirectors
      Case.stage,leadOrganisation          value     silent    value     silent
      Client.name,address                  value     silent    value     silent
      PlanAction.action                    value     silent    value     silent
      CaseConference.decisions             value     silent    value     silent
      PathwayNeed.need                     value     silent    value     silent
      IntelligenceNote.text                withheld  -         withheld  -       
      PoliceOffence.code                   withheld  withheld  withheld  withheld
      ExtremismCase.summary                withheld  withheld  withheld  withheld`,
  },
  {
    of: 'an own client, a former one, and somebody else’s',
    purpose: PURPOSE,
    columns: Object.fromEntries(
      (
        [
          ['denHaag', 'den-haag.public-order', 'den-haag'],
          ['reclassering', 'reclassering.probation-officer', 'reclassering'],
          ['youth', 'youth-care.worker', 'youth-care'],
          ['forensic', 'forensic-care.clinician', 'forensic-care'],
          ['rijswijk', 'rijswijk.social-team', 'rijswijk'],
          ['delft', 'delft.social-team', 'delft'],
        ] as const
      ).flatMap(([column, persona, organisation]) => [
        [column, asks(persona, clientOf(organisation))],
        [`${column}Former`, asks(persona, formerClientOf(organisation))],
      ]),
    ),
    rows: `
                             denHaag   denHaagFormer  reclassering  reclasseringFormer  youth     youthFormer  forensic  forensicFormer  rijswijk  rijswijkFormer  delft     delftFormer
      Client.name,birthDate  value     silent         value         silent              value     silent       value     silent          value     silent          value     silent
      PathwayNeed.need       withheld  withheld       withheld      withheld            withheld  withheld     withheld  withheld        withheld  withheld        withheld  withheld
      PoliceOffence.code     withheld  withheld       withheld      withheld            withheld  withheld     withheld  withheld        withheld  withheld        withheld  withheld
      FamilyMember.relation  withheld  withheld       withheld      withheld            withheld  withheld     withheld  withheld        withheld  withheld        withheld  withheld`,
  },
  {
    of: 'the treatment of an own patient, and of another’s',
    purpose: PURPOSE,
    columns: {
      forensic: asks('forensic-care.clinician', treatedBy('forensic-care')),
      another: asks('forensic-care.clinician', not(treatedBy('forensic-care'))),
      youth: asks('youth-care.worker', not(treatedBy('youth-care'))),
    },
    rows: `
                                      forensic  another  youth
      HealthNeed.needStatement,detail value     silent   withheld`,
  },
  {
    of: 'what police, prosecutor and probation each recorded',
    purpose: PURPOSE,
    columns: {
      politie: asks('politie-haaglanden.officer', recordedBy('politie-haaglanden')),
      om: asks('om-den-haag.prosecutor', recordedBy('om-den-haag')),
      reclassering: asks('reclassering.probation-officer', recordedBy('reclassering')),
    },
    rows: `
                                                   politie  om     reclassering
      PoliceOffence.code,offenceDate               value    -      -
      IntelligenceNote.text                        value    -      -
      ProsecutorOffence.code,decision              -        value  -
      ProsecutionStatement.outstandingProsecutions -        value  -
      ProbationStatement.onProbation,statedOn      -        -      value`,
  },
  {
    of: 'what the other recorded',
    purpose: PURPOSE,
    columns: {
      politie: asks('politie-haaglanden.officer', anybody),
      om: asks('om-den-haag.prosecutor', anybody),
      reclassering: asks('reclassering.probation-officer', anybody),
    },
    rows: `
                                                   politie   om        reclassering
      PoliceOffence.code,offenceDate               -         withheld  withheld
      IntelligenceNote.text                        -         withheld  withheld
      ProsecutorOffence.code                       withheld  -         withheld
      ProsecutionStatement.outstandingProsecutions withheld  -         withheld
      ProbationStatement.onProbation               withheld  withheld  -
      PlanAction.action                            withheld  withheld  withheld`,
  },
  {
    of: 'the queue of the reviewing judge',
    purpose: PURPOSE,
    columns: {
      judge: asks('judge.reviewer', inExtremismCase(proposed, proposedWithin(0, 14), named('judge.reviewer'))),
      anothers: asks('judge.reviewer', inExtremismCase(proposed, proposedWithin(0, 14), notNamed('judge.reviewer'))),
      late: asks('judge.reviewer', inExtremismCase(proposed, proposedWithin(15, 999))),
      approved: asks('judge.reviewer', inExtremismCase(approvals(2, 3))),
    },
    rows: `
                                 judge     anothers  late      approved
      ExtremismCase.summary      value     silent    silent    silent
      ExtremismCase.targetGroup  withheld  withheld  withheld  withheld
      ExtremismCase.subjectName  withheld  withheld  withheld  withheld`,
  },
  {
    of: 'a participant of the programme of ERI',
    purpose: PURPOSE,
    columns: {
      staff: asks('eri.staff', anybody),
      mentor: asks('eri.mentor', inGroupOf('eri.mentor')),
      mentorOther: asks('eri.mentor', not(inGroupOf('eri.mentor'))),
    },
    rows: `
                                             staff     mentor    mentorOther
      Participant.givenName                  value     value     silent
      ProgrammeAttendance.week,attended      value     value     silent
      Participant.name,birthDate             value     withheld  withheld
      Participant.phone,address,sex          value     withheld  withheld
      Participant.legalStatus                value     withheld  withheld
      Participant.groupSafetyFlag            value     withheld  withheld
      Participant.basicNeeds,literacy        value     withheld  withheld
      Participant.pathologies                value     withheld  withheld
      Participant.responsibleWorker          value     withheld  withheld
      ParticipantConsent.categories          value     withheld  withheld
      Placement.skillArea,employer           value     withheld  withheld
      JobScholarship.kind                    value     withheld  withheld
      SocialEnterpriseMembership.activity    value     withheld  withheld
      ParticipantOutcome.employed            value     -         withheld
      ParticipantOutcome.returnedToPrisonOn  value     -         withheld
      Participant.participation              value     value     silent
      Participant.reoffending,prolific       value     withheld  withheld
      ParticipantPlan.goal,plannedUntil      value     withheld  withheld
      ParticipantMilestone.milestone,state   value     withheld  withheld
      EmployerVisit.employer,visitedOn       value     withheld  withheld
      Invitation.name,accepted               withheld  withheld  withheld`,
  },
  {
    // Of no single person, so that of no group either.
    of: 'what concerns no single participant of ERI',
    purpose: PURPOSE,
    columns: { staff: asks('eri.staff', anybody), mentor: asks('eri.mentor', anybody) },
    rows: `
                                     staff  mentor
      ProgrammeWeek.kind,heldOn      value  silent
      ProgrammeRun.name,venue        value  silent
      SocialEnterprise.name,members  value  withheld`,
  },
  {
    // C.0: CROSS_BORDER_CASE is also a purpose of ERI's OWN-WORK.
    of: 'a participant of the programme of ERI',
    purpose: 'CROSS_BORDER_CASE',
    columns: { staff: asks('eri.staff', anybody) },
    rows: `
                                      staff
      Participant.name,legalStatus    value
      ProgrammeAttendance.attended    value
      Invitation.name                 withheld
      Nominal.name                    withheld
      Client.name                     withheld`,
  },
  {
    of: 'whom a service itself invited, and whom another did',
    purpose: PURPOSE,
    columns: {
      cisap: asks('cisap.social-worker', invitedBy('cisap')),
      cisapOther: asks('cisap.social-worker', not(invitedBy('cisap'))),
      d1: asks('turin-d1.social-worker', invitedBy('turin-d1')),
      d1Other: asks('turin-d1.social-worker', not(invitedBy('turin-d1'))),
      uepe: asks('uepe.officer', invitedBy('uepe')),
      uepeOther: asks('uepe.officer', not(invitedBy('uepe'))),
    },
    rows: `
                                       cisap     cisapOther  d1        d1Other   uepe      uepeOther
      Invitation.name,phone,accepted   value     silent      value     silent    value     silent
      Invitation.healthNeed            value     silent      value     silent    value     silent
      InvitationConsent.categories     value     silent      value     silent    value     silent
      Participant.name                 withheld  withheld    withheld  withheld  withheld  withheld
      ProgrammeAttendance.attended     withheld  withheld    withheld  withheld  withheld  withheld`,
  },
]);
