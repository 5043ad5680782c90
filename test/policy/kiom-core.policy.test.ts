// KIOM-CORE, from its wording: DOMAIN.md C, as C.0 amends it. The column of a recipient is a person about whom all of
// the recipient's conditions hold; the tables after the first let one condition fail at a time.
import {
  addedByHand,
  all,
  handoverDone,
  handoverTo,
  inCohort,
  inPrison,
  onCaseloadOf,
  neverInPrison,
  not,
  notAssessed,
  referredBy,
  releasedFrom,
  reviewPast,
  risk,
  anybody,
} from './knowsley-states';
import { asks, showsPolicy } from './policy-table';

const POLICE = 'merseyside-police.officer';
const NPS = 'nps.probation-officer';
const CRC = 'merseyside-crc.case-manager';
const KMBC = 'kmbc.iom-coordinator';
const HMP = 'hmp-liverpool.officer';

const ofNps = all(inCohort, risk('HIGH', 'VERY_HIGH'), onCaseloadOf(NPS));
const ofCrc = all(inCohort, risk('LOW', 'MEDIUM'), onCaseloadOf(CRC));
const ofPrison = all(inCohort, inPrison('hmp-liverpool'));

const members = {
  police: asks(POLICE, inCohort),
  nps: asks(NPS, ofNps),
  crc: asks(CRC, ofCrc),
  kmbc: asks(KMBC, inCohort),
  hmp: asks(HMP, ofPrison),
};

/** One field of each kind of record that the agreement shows somebody. */
const NOTHING_OF_PROBATION = (column: string): string => `
                                        ${column}
  Nominal.id,name,sex,address           silent
  CohortMembership.status               silent
  Supervision.leadPractitioner          silent
  OffenderManager.name                  silent
  LifeChangePlan.goal                   silent
  LicenceCondition.kind                 silent
  CustodyEpisode.status                 silent
  Offence.code                          silent
  CorvusScore.score                     silent
  CostOfCrime.amountGbp                 silent
  PathwayStatus.need                    silent
  StatusAssessment.housing,employment   silent`;

const EVERYTHING_OF_PROBATION = (column: string): string => `
                                        ${column}
  Nominal.name,sex,address              value
  CohortMembership.status               value
  Supervision.leadPractitioner          value
  Offence.offenceDate                   value
  CorvusScore.score                     value
  CostOfCrime.amountGbp                 value
  PathwayStatus.need                    value`;

/** Health notes await the persona of the clinic; for the other two the sources name no recipient. */
const SEEN_BY_NOBODY_YET = ['Nominal.communicationNeed', 'StatusAssessment.relationship'];

showsPolicy(
  'KIOM-CORE',
  [
    {
      of: 'a member of the cohort whom the recipient works with',
      purpose: 'IOM_CASE_MANAGEMENT',
      columns: members,
      rows: `
                                                             police    nps       crc       kmbc      hmp
        Nominal.givenName                                    value     value     value     value     value
        Nominal.name                                         value     value     value     value     value
        Nominal.aliases,dateOfBirth,birthPlace               value     value     value     value     value

        Nominal.homeBorough,movedBetweenBoroughs             value     value     value     value     withheld
        Nominal.address,phone,agreedChannel                  value     value     value     value     withheld
        Movement.fromArea,toArea,month,movedOn               value     value     value     value     withheld

        Nominal.ageBand                                      value     value     value     value     withheld
        Nominal.sex                                          value     value     value     value     withheld

        Offence.offenceClass                                 value     value     value     value     withheld
        Referral.offenceClass                                value     value     value     value     -
        Offence.code,month                                   value     value     value     value     withheld
        Offence.offenceDate,convictionDate                   value     value     value     withheld  withheld
        Arrest.code,month                                    value     value     value     value     withheld
        Arrest.arrestDate,outcome                            value     value     value     withheld  withheld

        CustodyEpisode.status,expectedReleaseMonth           value     value     value     value     value
        CustodyEpisode.startReason,sentence,prison,wing      value     value     value     value     value
        CustodyEpisode.startedOn,expectedRelease             value     value     value     value     value
        CustodyConduct.band                                  value     value     -         value     value
        CustodyConduct.assessedOn                            value     value     -         value     value
        LicenceCondition.kind,area,validFrom                 value     value     value     value     value
        MeetingConstraint.exclusionArea,nonAssociation       value     value     value     value     value

        CorvusScore.band,schemeArea,schemeVersion,asAt       value     value     value     value     withheld
        CorvusScore.score                                    value     value     value     withheld  withheld
        CohortMembership.status                              value     value     value     value     withheld
        CohortMembership.borough                             value     value     value     value     withheld
        CohortMembership.memberFrom                          value     value     value     withheld  withheld
        Nominal.mentorSafetyBand                             value     value     value     value     withheld
        RiskAssessment.safetyBand,assessed                   value     value     value     value     -
        RiskAssessment.constraints,mentorMayKnowOffence      value     value     value     withheld  -
        Supervision.riskOfHarm                               value     value     value     withheld  value

        CostOfCrime.band,asAt                                value     value     value     value     withheld
        CostOfCrime.amountGbp,carriedUntil                   value     value     value     withheld  withheld

        IntelligenceReport.subjectId                         value     value     withheld  withheld  withheld
        IntelligenceReport.text,handlingCode,reference       value     withheld  withheld  withheld  withheld
        CorvusScore.intelligenceComponent,offencesComponent  value     withheld  withheld  withheld  withheld

        PathwayStatus.pathway,need,state,since               value     value     value     value     withheld
        Intervention.organisation,kind,hours                 value     value     value     value     withheld

        HealthNote.kind                                      withheld  value     value       withheld  withheld
        HealthNote.text,notedOn                              withheld  withheld  withheld  withheld  withheld
        Nominal.communicationNeed                            withheld  withheld  withheld  withheld  withheld
        CorvusScore.drugTestsComponent                       withheld  withheld  withheld  withheld  withheld

        StatusAssessment.housing,assessedOn                  value     value     value     value     withheld
        StatusAssessment.employment,training,benefits        value     value     value     value     withheld
        StatusAssessment.relationship                        withheld  withheld  withheld  withheld  withheld

        LifeChangePlan.goal,plannedFrom                      value     value     value     value     value
        PlanMilestone.milestone,due,state                    value     value     value     value     value
        Supervision.regime,leadPractitioner                  value     value     value     value     value
        OffenderManager.name,telephone                       value     value     value     value     withheld
        JointActionGroupDecision.decision,action             value     value     value     value     withheld
        Concern.about,owner,due                              value     value     value     value     withheld
        MappaRegister.fileExists,custodian,nextMeeting       withheld  withheld  -         withheld  withheld

        Referral.stage,reason,pathwaysRequested              value     value     value     value     -
        Referral.consentRecordedOn                           withheld  withheld  withheld  withheld  -

        OutcomeWindow.firstEngagement                        value     value     value     value     -
        Nominal.reoffending                                  value     value     value     value     withheld`,
    },
    {
      // C.0: KIOM-CORE loses MENTORING_RECORD and PROGRAMME; what MALS tells nevertheless is MALS-KIOM-FEEDBACK's.
      of: 'anybody',
      purpose: 'IOM_CASE_MANAGEMENT',
      columns: {
        police: asks(POLICE, anybody),
        nps: asks(NPS, anybody),
        crc: asks(CRC, anybody),
        kmbc: asks(KMBC, anybody),
        hmp: asks(HMP, anybody),
      },
      rows: `
                                                  police    nps       crc       kmbc      hmp
        Referral.stage,offenceClass               -         -         -         -         withheld
        Referral.consentRecordedOn                withheld  -         -         -         withheld
        OutcomeWindow.firstEngagement             -         -         -         -         withheld
        MentoringMatch.matchedFrom                withheld  -         -         -         withheld
        MentoringSession.heldOn,notes             withheld  -         -         -         withheld
        MentoringSummary.sessions                 withheld  -         -         -         withheld
        LcpEnrolment.completed                    withheld  -         -         -         withheld
        PathwaySupport.support                    withheld  -         -         -         withheld
        MalsOutcome.achievement                   withheld  -         -         -         withheld
        MentoringReferralReply.accepted           withheld  -         -         -         withheld
        MalsHealthNeed.needExists                 withheld  -         -         withheld  withheld
        MalsClient.name,address                   withheld  withheld  withheld  withheld  withheld
        MalsConsent.categories                    withheld  withheld  withheld  withheld  withheld
        Mentor.givenName                          withheld  withheld  withheld  withheld  withheld
        LcpReflection.goals                       withheld  withheld  withheld  withheld  withheld
        LcpReflection.testimonial                 withheld  -         -         withheld  withheld
        MalsDisclosure.content                    withheld  -         -         withheld  withheld`,
    },
    {
      of: 'somebody whom the prison released in the last 28 days',
      purpose: 'IOM_CASE_MANAGEMENT',
      columns: { hmp: asks(HMP, all(inCohort, releasedFrom('hmp-liverpool', 1, 28))) },
      rows: `
                                          hmp
        Nominal.name,dateOfBirth          value
        CustodyEpisode.prison,releasedOn  value
        Supervision.riskOfHarm            value
        LifeChangePlan.goal               value
        Nominal.address,sex               withheld
        CorvusScore.band                  withheld`,
    },
    ...[
      ['whom another prison holds', all(inCohort, inPrison('hmp-kennet'), not(inPrison('hmp-liverpool')))] as const,
      [
        'whom the prison released more than 28 days ago',
        all(inCohort, releasedFrom('hmp-liverpool', 29, 9999)),
      ] as const,
      ['who was never in prison', all(inCohort, neverInPrison)] as const,
      ['whom the prison holds and who left the cohort', all(not(inCohort), inPrison('hmp-liverpool'))] as const,
    ].map(([who, state]) => ({
      of: `somebody ${who}`,
      purpose: 'IOM_CASE_MANAGEMENT' as const,
      columns: { hmp: asks(HMP, state) },
      rows: `
                                hmp
        Nominal.id,name         silent
        Supervision.riskOfHarm  silent
        LifeChangePlan.goal     silent
        LicenceCondition.kind   silent`,
    })),
    {
      of: 'somebody outside the cohort',
      purpose: 'IOM_CASE_MANAGEMENT',
      columns: {
        police: asks(POLICE, not(inCohort)),
        kmbc: asks(KMBC, not(inCohort)),
        reviewPast: asks(POLICE, all(not(inCohort), reviewPast)),
      },
      rows: `
                                      police  kmbc      reviewPast
        Nominal.id,name,sex,address   silent  silent    silent
        Offence.code                  silent  silent    silent
        CorvusScore.band              silent  silent    silent
        CostOfCrime.band              silent  silent    silent
        IntelligenceReport.subjectId  silent  withheld  -     
        LifeChangePlan.goal           silent  silent    silent
        PathwayStatus.need            silent  silent    silent
        StatusAssessment.housing      silent  silent    silent`,
    },
    {
      of: 'somebody added to the cohort by hand, with reason and review',
      purpose: 'IOM_CASE_MANAGEMENT',
      columns: { police: asks(POLICE, all(inCohort, addedByHand)), kmbc: asks(KMBC, all(inCohort, addedByHand)) },
      rows: `
                                          police  kmbc
        Nominal.name                      value   value
        CohortMembership.inclusionReason  value   withheld
        Offence.code                      value   value`,
    },
    ...[
      [
        'of high risk of a colleague',
        all(inCohort, risk('HIGH', 'VERY_HIGH'), not(onCaseloadOf(NPS)), not(handoverTo('nps'))),
      ] as const,
      ['of medium risk on the own caseload', all(inCohort, risk('LOW', 'MEDIUM'), onCaseloadOf(NPS))] as const,
      ['of low risk being handed over', all(inCohort, risk('LOW'), handoverTo('nps'))] as const,
      [
        'handed over already to a colleague',
        all(inCohort, handoverDone, risk('HIGH'), not(onCaseloadOf(NPS)), not(handoverTo('nps'))),
      ] as const,
      [
        'of high risk on the own caseload who left the cohort',
        all(not(inCohort), risk('HIGH', 'VERY_HIGH'), onCaseloadOf(NPS)),
      ] as const,
      ['not assessed who left the cohort', all(not(inCohort), notAssessed)] as const,
    ].map(([who, state]) => ({
      of: `somebody ${who}`,
      purpose: 'IOM_CASE_MANAGEMENT' as const,
      columns: { nps: asks(NPS, state) },
      rows: NOTHING_OF_PROBATION('nps'),
    })),
    ...[
      ['of high risk in an open handover', all(inCohort, risk('HIGH', 'VERY_HIGH'), handoverTo('nps'))] as const,
      ['not yet assessed, whoever referred', all(inCohort, notAssessed)] as const,
    ].map(([who, state]) => ({
      of: `somebody ${who}`,
      purpose: 'IOM_CASE_MANAGEMENT' as const,
      columns: { nps: asks(NPS, state) },
      rows: EVERYTHING_OF_PROBATION('nps'),
    })),
    ...[
      ['of high risk on the own caseload', all(inCohort, risk('HIGH', 'VERY_HIGH'), onCaseloadOf(CRC))] as const,
      [
        'of medium risk of a colleague',
        all(inCohort, risk('LOW', 'MEDIUM'), not(onCaseloadOf(CRC)), not(handoverTo('merseyside-crc'))),
      ] as const,
      ['of high risk being handed over', all(inCohort, risk('HIGH'), handoverTo('merseyside-crc'))] as const,
      [
        'of low risk on the own caseload who left the cohort',
        all(not(inCohort), risk('LOW', 'MEDIUM'), onCaseloadOf(CRC)),
      ] as const,
      [
        'not assessed whom another organisation referred',
        all(inCohort, notAssessed, not(referredBy('merseyside-crc'))),
      ] as const,
    ].map(([who, state]) => ({
      of: `somebody ${who}`,
      purpose: 'IOM_CASE_MANAGEMENT' as const,
      columns: { crc: asks(CRC, state) },
      rows: NOTHING_OF_PROBATION('crc'),
    })),
    ...[
      [
        'of low or medium risk in an open handover',
        all(inCohort, risk('LOW', 'MEDIUM'), handoverTo('merseyside-crc')),
      ] as const,
      ['not yet assessed whom the company referred', all(inCohort, notAssessed, referredBy('merseyside-crc'))] as const,
    ].map(([who, state]) => ({
      of: `somebody ${who}`,
      purpose: 'IOM_CASE_MANAGEMENT' as const,
      columns: { crc: asks(CRC, state) },
      rows: EVERYTHING_OF_PROBATION('crc'),
    })),
    {
      // C.0: CROSS_BORDER_CASE is also a purpose of KIOM-CORE, for recipients of the same jurisdiction. Whom XJ-LOOKUP
      // names elsewhere is shown nobody without a grant.
      of: 'a member of the cohort whom the recipient works with, and of anybody to those of elsewhere',
      purpose: 'CROSS_BORDER_CASE',
      columns: {
        ...members,
        politie: asks('politie-haaglanden.officer', anybody),
        pm: asks('safety-house.process-manager', anybody),
        eri: asks('eri.staff', anybody),
      },
      rows: `
                                      police    nps       crc       kmbc      hmp       politie   pm        eri
        Nominal.name                  value     value     value     value     value     silent    silent    withheld
        Nominal.address,sex           value     value     value     value     withheld  withheld  withheld  withheld
        Offence.code                  value     value     value     value     withheld  silent    silent    withheld
        Offence.offenceDate           value     value     value     withheld  withheld  withheld  withheld  withheld
        LicenceCondition.kind         value     value     value     value     value     silent    silent    withheld
        CorvusScore.score             value     value     value     withheld  withheld  withheld  withheld  withheld
        CostOfCrime.amountGbp         value     value     value     withheld  withheld  withheld  withheld  withheld
        IntelligenceReport.text       value     withheld  withheld  withheld  withheld  withheld  withheld  withheld
        PathwayStatus.need            value     value     value     value     withheld  withheld  withheld  withheld
        LifeChangePlan.goal           value     value     value     value     value     withheld  withheld  withheld
        OutcomeWindow.firstEngagement value     value     value     value     -         withheld  withheld  withheld`,
    },
    {
      of: 'what the partners ask of co-opted agencies, and what the prisons list',
      purpose: 'IOM_CASE_MANAGEMENT',
      columns: { ...members, hmp: asks(HMP, anybody), nps: asks(NPS, anybody), crc: asks(CRC, anybody) },
      rows: `
                                                  police    nps       crc       kmbc      hmp
        CoOptedRequest.organisation,pathway       value     -         -         value     withheld
        PathwayConsent.recipient,categories       withheld  withheld  withheld  withheld  withheld
        LcpEligibility.name                       withheld  withheld  withheld  withheld  withheld
        LcpRegisterEntry.voluntary                withheld  withheld  withheld  withheld  withheld
        HelplineContact.minutes                   withheld  withheld  withheld  withheld  withheld`,
    },
    {
      // What others hold is no part of it: elsewhere, and of those who were never asked to share.
      of: 'anybody elsewhere',
      purpose: 'IOM_CASE_MANAGEMENT',
      columns: {
        police: asks(POLICE, anybody),
        nps: asks(NPS, anybody),
        crc: asks(CRC, anybody),
        kmbc: asks(KMBC, anybody),
        hmp: asks(HMP, anybody),
      },
      rows: `
                                        police    nps       crc       kmbc      hmp
        Client.name                     withheld  withheld  withheld  withheld  withheld
        PoliceOffence.code              withheld  withheld  withheld  withheld  withheld
        ChildConcern.childrenConcerned  withheld  withheld  withheld  withheld  withheld
        VictimConstraint.protectedArea  withheld  withheld  withheld  withheld  withheld
        ExtremismCase.summary           withheld  withheld  withheld  withheld  withheld
        Participant.name                withheld  withheld  withheld  withheld  withheld
        ParticipantConsent.categories   withheld  withheld  withheld  withheld  withheld
        Target.achieved                 withheld  withheld  withheld  withheld  withheld`,
    },
  ],
  SEEN_BY_NOBODY_YET,
);
