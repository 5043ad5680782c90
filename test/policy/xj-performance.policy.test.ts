// XJ-PERFORMANCE, from its wording: DOMAIN.md C, as C.0 amends it: targets, achieved, RAG, lead and due to the funder
// and any signatory, and nothing of any person. ERI-PLACEMENT's AGGREGATE for the municipality goes by it too.
import type { Purpose } from '../../schema/purposes';
import { asks, type Column, showsPolicy } from './policy-table';

const RECIPIENTS = {
  pcc: 'pcc.commissioner',
  collegno: 'collegno.officer',
  grugliasco: 'grugliasco.officer',
  kmbc: 'kmbc.iom-coordinator',
  mals: 'mals.coordinator',
  house: 'safety-house.process-manager',
  eri: 'eri.staff',
  d1: 'turin-d1.social-worker',
  dpo: 'turin.dpo',
};
const anyone: Record<string, Column> = Object.fromEntries(
  Object.entries(RECIPIENTS).map(([column, persona]) => [column, asks(persona, () => true)]),
);

/** Every category of the wording's "denied", by a field of each owner that has one. */
const NO_PERSON = `
                                                        pcc       collegno  grugliasco  kmbc      mals      house     eri       d1        dpo
        Nominal.name,address,sex                        withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        Offence.offenceClass,offenceDate                withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        CustodyEpisode.status                           withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        CorvusScore.band,score                          withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        CostOfCrime.band                                withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        IntelligenceReport.subjectId                    withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        PathwayStatus.need                              withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        StatusAssessment.housing,employment             withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        LifeChangePlan.goal                             withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        Referral.stage                                  withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        OutcomeWindow.firstEngagement                   withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        MentoringSummary.sessions                       withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        MalsDisclosure.content                          withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        LcpEnrolment.completed                          withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        LcpReflection.testimonial                       withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        MalsConsent.categories                          withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        Mentor.givenName                                withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        Client.name                                     withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        Case.stage                                      withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        HealthNeed.needExists                           withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        ChildConcern.childrenConcerned                  withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        VictimConstraint.protectedArea                  withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        ExtremismCase.id,summary                        withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        Participant.name,legalStatus                    withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        Participant.participation,reoffending,prolific  withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        ParticipantPlan.goal                            withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        EmployerVisit.employer                          withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        SocialEnterprise.name                           withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        Invitation.accepted                             withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        ProgrammeAttendance.attended                    withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld
        ParticipantOutcome.employed                     withheld  withheld  withheld    withheld  withheld  withheld  withheld  withheld  withheld`;

showsPolicy(
  'XJ-PERFORMANCE',
  (['PERFORMANCE_MONITORING', 'PRACTICE_EXCHANGE'] satisfies Purpose[]).flatMap((purpose) => [
    {
      of: 'what the project published',
      purpose,
      columns: anyone,
      rows: `
                                                        pcc       collegno  grugliasco  kmbc      mals      house     eri       d1        dpo
        Target.indicator,asOf,source                    value     value     value       value     value     value     value     value     value
        Target.target,achieved,rag,commentary           value     value     value       value     value     value     value     value     value
        Target.computedRating                           value     value     value       value     value     value     value     value     value
        ProjectAction.action,lead,due                   value     value     value       value     value     value     value     value     value
        SourceContradiction.item,versionA,resolution    value     value     value       value     value     value     value     value     value
        ReferenceStatistic.jurisdiction,context         value     value     value       value     value     value     value     value     value
        ReferenceStatistic.measure,printedValue         value     value     value       value     value     value     value     value     value
        ReferenceStatistic.asOf,source,note             value     value     value       value     value     value     value     value     value
        ReferenceStatistic.contradiction                value     value     value       value     value     value     value     value     value
        PracticeStory.organisation,text,releasedOn      value     value     value       value     value     value     value     value     value`,
    },
    { of: 'any person', purpose, columns: anyone, rows: NO_PERSON },
  ]),
);
