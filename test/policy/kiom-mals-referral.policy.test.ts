// KIOM-MALS-REFERRAL, from its wording: DOMAIN.md C, and C.0 on the gates that the person who must open them can open.
import {
  activeMatchWith,
  all,
  anybody,
  consentToMentoring,
  consentToMentoringWithdrawn,
  matchEnded,
  mentoredByAnother,
  mentorMayKnowOffence,
  needSelected,
  neverReferred,
  not,
  referral,
} from './knowsley-states';
import { asks, showsPolicy } from './policy-table';

const COORDINATOR = 'mals.coordinator';
const MENTOR = 'mals.mentor';

const offered = referral('OFFERED');
const accepted = all(referral('ACCEPTED'), consentToMentoring);
const mentee = all(activeMatchWith(MENTOR), consentToMentoring);
const open = all(referral('ACCEPTED'), consentToMentoring);

showsPolicy(
  'KIOM-MALS-REFERRAL',
  [
    {
      of: 'a person offered to MALS, and one whom MALS accepted and who consented',
      purpose: 'REFERRAL',
      columns: { offered: asks(COORDINATOR, offered), accepted: asks(COORDINATOR, accepted) },
      rows: `
                                                          offered   accepted
        Referral.stage,source,fromOrganisation,referredOn value     value
        Referral.reason,pathwaysRequested                 value     value
        Nominal.givenName                                 value     value
        Nominal.mentorSafetyBand                          value     value

        Nominal.name                                      withheld  value
        Nominal.dateOfBirth,birthPlace,aliases            withheld  value
        Nominal.agreedChannel                             withheld  value
        MeetingConstraint.exclusionArea,nonAssociation    silent    value
        Referral.offenceClass                             withheld  value
        OffenderManager.name,organisation,telephone       silent    value

        Nominal.address,phone,homeBorough                 withheld  withheld
        LicenceCondition.kind,area                        withheld  withheld
        CustodyEpisode.status,prison                      withheld  withheld
        Offence.offenceClass,code,offenceDate             withheld  withheld
        Arrest.code                                       withheld  withheld
        CorvusScore.band,score,schemeArea                 withheld  withheld
        CohortMembership.status                           withheld  withheld
        Supervision.riskOfHarm,leadPractitioner,regime    withheld  withheld
        LifeChangePlan.goal                               withheld  withheld
        PlanMilestone.milestone                           withheld  withheld
        JointActionGroupDecision.decision                 withheld  withheld
        Nominal.sex,ageBand                               withheld  withheld
        CostOfCrime.band,amountGbp                        withheld  withheld
        IntelligenceReport.subjectId,text                 withheld  withheld
        Nominal.communicationNeed                         withheld  withheld
        HealthNote.kind,text                              withheld  withheld
        StatusAssessment.housing                          withheld  withheld
        StatusAssessment.employment,relationship          withheld  withheld
        Nominal.reoffending                               withheld  withheld`,
    },
    {
      of: 'a person whom MALS accepted and who consented',
      purpose: 'REFERRAL',
      columns: { accepted: asks(COORDINATOR, accepted) },
      rows: `
                                      accepted
        RiskAssessment.safetyBand     value
        RiskAssessment.constraints    withheld
        Concern.about                 withheld
        Movement.toArea               withheld
        Referral.consentRecordedOn    withheld
        OutcomeWindow.firstEngagement withheld
        MentoringMatch.matchedFrom    withheld
        MentoringSession.notes        withheld
        MalsDisclosure.content        withheld
        LcpEnrolment.completed        withheld
        LcpReflection.testimonial     withheld
        MalsClient.name               withheld
        MalsConsent.categories        withheld`,
    },
    {
      of: 'anybody whom the partners sent to another service as well',
      purpose: 'REFERRAL',
      columns: { coordinator: asks(COORDINATOR, anybody) },
      rows: `
                                      coordinator
        CoOptedRequest.organisation   withheld
        PathwayConsent.recipient      withheld`,
    },
    {
      of: 'a need of that person that was selected in the referral, and one that was not',
      purpose: 'REFERRAL',
      columns: {
        offered: asks(COORDINATOR, all(offered, needSelected)),
        accepted: asks(COORDINATOR, all(accepted, needSelected)),
        offeredOther: asks(COORDINATOR, all(offered, not(needSelected))),
        acceptedOther: asks(COORDINATOR, all(accepted, not(needSelected))),
      },
      rows: `
                                          offered   accepted  offeredOther  acceptedOther
        PathwayStatus.pathway,need,state  value     value     silent        silent
        Intervention.pathway,kind,hours   silent    silent    silent        silent
        PathwayStatus.id                  value     value     silent        silent`,
    },
    {
      of: 'a person whose referral is not open to MALS',
      purpose: 'REFERRAL',
      columns: {
        declined: asks(COORDINATOR, referral('DECLINED')),
        unconsented: asks(
          COORDINATOR,
          all(referral('ACCEPTED'), not(consentToMentoring), not(consentToMentoringWithdrawn)),
        ),
        withdrawn: asks(COORDINATOR, all(referral('ACCEPTED'), consentToMentoringWithdrawn)),
        unreferred: asks(COORDINATOR, neverReferred),
      },
      rows: `
                                                declined  unconsented  withdrawn  unreferred
        Nominal.id,givenName,name               silent    silent       silent     silent
        Nominal.mentorSafetyBand,agreedChannel  silent    silent       silent     silent
        PathwayStatus.need                      silent    silent       silent     silent
        MeetingConstraint.exclusionArea         silent    silent       silent     silent
        OffenderManager.name                    silent    silent       silent     silent`,
    },
    {
      of: 'a referral that is not open to MALS',
      purpose: 'REFERRAL',
      columns: {
        declined: asks(COORDINATOR, referral('DECLINED')),
        unconsented: asks(
          COORDINATOR,
          all(referral('ACCEPTED'), not(consentToMentoring), not(consentToMentoringWithdrawn)),
        ),
        withdrawn: asks(COORDINATOR, all(referral('ACCEPTED'), consentToMentoringWithdrawn)),
      },
      rows: `
                                  declined  unconsented  withdrawn
        Referral.stage,reason     silent    silent       silent
        Referral.offenceClass     silent    silent       silent`,
    },
    {
      of: 'a mentee, active or ended in the last 28 days, who consented',
      purpose: 'MENTORING_SUPPORT',
      columns: {
        active: asks(MENTOR, mentee),
        ended: asks(MENTOR, all(matchEnded(MENTOR, 1, 28), consentToMentoring)),
      },
      rows: `
                                                        active    ended
        Nominal.givenName                               value     value
        Nominal.agreedChannel                           value     value
        Nominal.mentorSafetyBand                        value     value
        MeetingConstraint.exclusionArea,nonAssociation  value     value
        Referral.stage,reason,pathwaysRequested         value     value
        OffenderManager.name,telephone                  value     value

        Nominal.name,dateOfBirth,aliases                withheld  withheld
        Nominal.address,phone,homeBorough               withheld  withheld
        Nominal.sex,ageBand                             withheld  withheld
        LicenceCondition.kind                           withheld  withheld
        CustodyEpisode.status                           withheld  withheld
        Offence.offenceClass,code,offenceDate           withheld  withheld
        Arrest.code                                     withheld  withheld
        CorvusScore.band,score                          withheld  withheld
        CohortMembership.status                         withheld  withheld
        Supervision.riskOfHarm,leadPractitioner         withheld  withheld
        LifeChangePlan.goal                             withheld  withheld
        JointActionGroupDecision.decision               withheld  withheld
        CostOfCrime.band,amountGbp                      withheld  withheld
        IntelligenceReport.subjectId,text               withheld  withheld
        Nominal.communicationNeed                       withheld  withheld
        HealthNote.kind                                 withheld  withheld
        StatusAssessment.housing,employment             withheld  withheld
        StatusAssessment.relationship                   withheld  withheld
        Referral.consentRecordedOn                      withheld  withheld
        OutcomeWindow.firstEngagement                   withheld  withheld
        MentoringMatch.matchedFrom                      withheld  withheld
        MentoringSession.notes                          withheld  withheld
        MalsDisclosure.content                          withheld  withheld
        MalsClient.givenName                            withheld  withheld`,
    },
    {
      of: 'a need of a mentee that was selected in the referral, and one that was not',
      purpose: 'MENTORING_SUPPORT',
      columns: {
        selected: asks(MENTOR, all(mentee, needSelected)),
        other: asks(MENTOR, all(mentee, not(needSelected))),
      },
      rows: `
                                          selected  other
        PathwayStatus.pathway,need,state  value     silent
        Intervention.pathway,kind,hours   silent    silent`,
    },
    {
      of: 'a mentee of whom the risk assessment lets the mentor know the class of offence',
      purpose: 'MENTORING_SUPPORT',
      columns: { allowed: asks(MENTOR, all(mentee, mentorMayKnowOffence)) },
      rows: `
                                        allowed
        Referral.offenceClassForMentor  value
        Offence.offenceClass            withheld`,
    },
    {
      of: 'a mentee of whom it does not',
      purpose: 'MENTORING_SUPPORT',
      columns: { other: asks(MENTOR, all(mentee, not(mentorMayKnowOffence))) },
      rows: `
                               other
        Referral.offenceClass  withheld`,
    },
    {
      of: 'somebody who is not, or no longer, this mentor’s mentee',
      purpose: 'MENTORING_SUPPORT',
      columns: {
        endedLongAgo: asks(MENTOR, all(matchEnded(MENTOR, 29, 9999), consentToMentoring)),
        anothers: asks(MENTOR, all(mentoredByAnother(MENTOR), open)),
        withdrawn: asks(MENTOR, all(matchEnded(MENTOR, 1, 28), consentToMentoringWithdrawn)),
        unmatched: asks(MENTOR, all(accepted, not(activeMatchWith(MENTOR)), not(matchEnded(MENTOR, 0, 9999)))),
        anothersMentor2: asks('mals.mentor-2', all(mentee, not(activeMatchWith('mals.mentor-2')))),
      },
      rows: `
                                         endedLongAgo  anothers  withdrawn  unmatched  anothersMentor2
        Nominal.id,givenName             silent        silent    silent     silent     silent
        Nominal.mentorSafetyBand         silent        silent    silent     silent     silent
        Nominal.agreedChannel            silent        silent    silent     silent     silent
        MeetingConstraint.exclusionArea  silent        silent    silent     silent     silent
        Referral.stage                   silent        silent    silent     silent     silent
        PathwayStatus.need               silent        silent    silent     silent     silent
        OffenderManager.name             silent        silent    silent     silent     silent`,
    },
    {
      of: 'anybody elsewhere',
      purpose: 'MENTORING_SUPPORT',
      columns: { mentor: asks(MENTOR, anybody) },
      rows: `
                                        mentor
        Client.name                     withheld
        VictimConstraint.protectedArea  withheld
        ExtremismCase.summary           withheld
        Participant.name                withheld
        Target.achieved                 withheld`,
    },
  ],
  ['Nominal.communicationNeed', 'StatusAssessment.relationship'],
);
