// SHH-EXTREMISM, from its wording: DOMAIN.md C, as C.0 amends it. Existence is hidden: a case that one condition keeps
// from the recipient answers as an unknown one.
import { all } from './knowsley-states';
import { asks, type Column, type PolicyTable, showsPolicy } from './policy-table';
import {
  approvals,
  type CaseState,
  childrenProtected,
  extremismDirectedBy,
  extremismNotDirectedBy,
  hasExtremismCase,
  inExtremismCase,
  judged,
  minorWithProtection,
  named,
  noPartyTo,
  notNamed,
  partyTo,
  proposed,
  proposedWithin,
  reviewPast,
  reviewSet,
  reviewTooFar,
  reviewUnset,
  unjudged,
  unprotectedMinor,
} from './safety-house-states';

const MAYOR = 'den-haag.public-order';
const POLICE = 'politie-haaglanden.officer';
const PROSECUTOR = 'om-den-haag.prosecutor';
const DIRECTOR = 'safety-house.process-director';
const JUDGE = 'judge.reviewer';

const approved = [approvals(2, 3), reviewSet, judged, childrenProtected];

function triangle(...states: readonly CaseState[]): Record<string, Column> {
  return {
    mayor: asks(MAYOR, inExtremismCase(partyTo('den-haag'), ...states)),
    police: asks(POLICE, inExtremismCase(partyTo('politie-haaglanden'), ...states)),
    prosecutor: asks(PROSECUTOR, inExtremismCase(partyTo('om-den-haag'), ...states)),
    director: asks(DIRECTOR, inExtremismCase(extremismDirectedBy(DIRECTOR), ...states)),
  };
}

const HIDDEN = `
                                               mayor   police  prosecutor  director
        ExtremismCase.id,summary,state         silent  silent  silent      silent
        ExtremismCase.targetGroup,subjectName  silent  silent  silent      silent
        ExtremismCase.municipality,housing     silent  silent  silent      silent
        ExtremismMeeting.decisions             silent  silent  silent      silent
        ExtremismFactor.factor                 silent  silent  silent      silent
        ExtremismAction.action                 silent  silent  silent      silent`;

const hidden = (of: string, ...states: readonly CaseState[]): PolicyTable => ({
  of,
  purpose: 'EXTREMISM_PREVENTION',
  columns: triangle(...states),
  rows: HIDDEN,
});

showsPolicy('SHH-EXTREMISM', [
  {
    of: 'a case that two of the triangle approved, with review and judicial review',
    purpose: 'EXTREMISM_PREVENTION',
    columns: triangle(...approved),
    rows: `
                                                      mayor     police    prosecutor  director
        ExtremismCase.summary,state,proposedBy        value     value     value       value
        ExtremismCase.targetGroup,voluntary,reviewDue value     value     value       value
        ExtremismCase.judicialReviewAt                value     value     value       value
        ExtremismMeeting.kind,decisions               value     value     value       value
        ExtremismFactor.factor,present                value     value     value       value
        ExtremismFactor.toolVersion,knownBias         value     value     value       value
        ExtremismCase.subjectGivenName,subjectName    value     value     value       value
        ExtremismCase.dateOfBirth                     value     value     value       value
        ExtremismCase.municipality,address            value     value     value       value
        ExtremismCase.sex,ageBand                     value     value     value       value
        ExtremismCase.convicted,inCustody             value     value     value       value
        ExtremismCase.housing,dayActivity             value     value     value       value
        ExtremismCase.childrenConcerned               value     value     value       value
        ExtremismCase.mentalHealthFlag                value     value     value       value
        ExtremismAction.action,organisation,status    value     value     value       value`,
  },
  {
    of: 'what police and prosecutor hold on the person of such a case',
    purpose: 'EXTREMISM_PREVENTION',
    columns: triangle(...approved),
    rows: `
                                                      mayor     police    prosecutor  director
        PoliceOffence.offenceType,code,offenceDate    value     value     value       value
        ProsecutorOffence.code,convictionDate         value     value     value       value
        IntelligenceNote.intelligenceExists           value     value     value       withheld
        IntelligenceNote.text                         withheld  value     value       withheld`,
  },
  {
    of: 'a case of a minor in which child protection takes part',
    purpose: 'EXTREMISM_PREVENTION',
    columns: triangle(...approved, minorWithProtection),
    rows: `
                                                   mayor  police  prosecutor  director
        ExtremismCase.summary,childProtectionSince value  value   value       value
        ExtremismCase.subjectName                  value  value   value       value`,
  },
  hidden('a case that one party approved', approvals(1, 1), reviewSet, judged, childrenProtected),
  hidden('a case whose review date is past', approvals(2, 3), reviewPast, judged, childrenProtected),
  hidden('a case without a review date', approvals(2, 3), reviewUnset, judged, childrenProtected),
  hidden(
    'a case whose review is set more than six months ahead',
    approvals(2, 3),
    reviewTooFar,
    judged,
    childrenProtected,
  ),
  hidden('a case without judicial review', approvals(2, 3), reviewSet, unjudged, childrenProtected),
  hidden('a case of a minor without child protection', approvals(2, 3), reviewSet, judged, unprotectedMinor),
  {
    of: 'a case to which the recipient is no party, or that another director runs',
    purpose: 'EXTREMISM_PREVENTION',
    columns: {
      mayor: asks(MAYOR, inExtremismCase(noPartyTo('den-haag'), ...approved)),
      police: asks(POLICE, inExtremismCase(noPartyTo('politie-haaglanden'), ...approved)),
      prosecutor: asks(PROSECUTOR, inExtremismCase(noPartyTo('om-den-haag'), ...approved)),
      director: asks(DIRECTOR, inExtremismCase(extremismNotDirectedBy(DIRECTOR), ...approved)),
    },
    rows: HIDDEN,
  },
  {
    // C.0: the proposer's summary, to the named approvers and the reviewing judge, for 14 days.
    of: 'a case proposed in the last 14 days, to those who are to approve or review it',
    purpose: 'EXTREMISM_PREVENTION',
    columns: Object.fromEntries(
      Object.entries({ mayor: MAYOR, police: POLICE, prosecutor: PROSECUTOR, judge: JUDGE }).map(
        ([column, persona]) => [
          column,
          asks(persona, inExtremismCase(proposed, proposedWithin(0, 14), named(persona))),
        ],
      ),
    ),
    rows: `
                                                       mayor     police    prosecutor  judge
        ExtremismCase.summary,state                    value     value     value       value
        ExtremismCase.proposedAt,proposedBy            value     value     value       value
        ExtremismCase.targetGroup,voluntary            silent    silent    silent      withheld
        ExtremismCase.subjectGivenName,subjectName     withheld  withheld  withheld    withheld
        ExtremismCase.dateOfBirth,address,municipality withheld  withheld  withheld    withheld
        ExtremismCase.sex,convicted,inCustody          withheld  withheld  withheld    withheld
        ExtremismCase.housing,dayActivity              withheld  withheld  withheld    withheld
        ExtremismCase.childrenConcerned                withheld  withheld  withheld    withheld
        ExtremismCase.mentalHealthFlag                 withheld  withheld  withheld    withheld
        ExtremismMeeting.decisions                     silent    silent    silent      withheld
        ExtremismFactor.factor                         silent    silent    silent      withheld
        ExtremismAction.action                         silent    silent    silent      withheld`,
  },
  {
    of: 'a case proposed to others, or too long ago',
    purpose: 'EXTREMISM_PREVENTION',
    columns: {
      mayor: asks(MAYOR, inExtremismCase(proposed, proposedWithin(0, 14), notNamed(MAYOR))),
      police: asks(POLICE, inExtremismCase(proposed, proposedWithin(0, 14), notNamed(POLICE))),
      prosecutor: asks(PROSECUTOR, inExtremismCase(proposed, proposedWithin(0, 14), notNamed(PROSECUTOR))),
      judge: asks(JUDGE, inExtremismCase(proposed, proposedWithin(0, 14), notNamed(JUDGE))),
      director: asks(DIRECTOR, inExtremismCase(proposed, proposedWithin(0, 14), extremismDirectedBy(DIRECTOR))),
      mayorLate: asks(MAYOR, inExtremismCase(proposed, proposedWithin(15, 999), named(MAYOR))),
      judgeLate: asks(JUDGE, inExtremismCase(proposed, proposedWithin(15, 999), named(JUDGE))),
    },
    rows: `
                                        mayor   police  prosecutor  judge   director  mayorLate  judgeLate
        ExtremismCase.id,summary,state  silent  silent  silent      silent  silent    silent     silent`,
  },
  {
    // Decided already: the judge's part is over.
    of: 'an approved case',
    purpose: 'EXTREMISM_PREVENTION',
    columns: { judge: asks(JUDGE, inExtremismCase(...approved)) },
    rows: `
                                 judge
        ExtremismCase.id,summary silent`,
  },
  {
    of: 'the ordinary case of somebody with a case of extremism',
    purpose: 'EXTREMISM_PREVENTION',
    columns: Object.fromEntries(
      Object.entries({ mayor: MAYOR, police: POLICE, prosecutor: PROSECUTOR, director: DIRECTOR }).map(
        ([column, persona]) => [column, asks(persona, all(hasExtremismCase))],
      ),
    ),
    rows: `
                                         mayor     police    prosecutor  director
        Client.name,sex,address          withheld  withheld  withheld    withheld
        Case.stage,leadOrganisation      withheld  withheld  withheld    withheld
        PlanAction.action                withheld  withheld  withheld    withheld
        PathwayNeed.need                 withheld  withheld  withheld    withheld
        HealthNeed.needExists,detail     withheld  withheld  withheld    withheld
        ChildConcern.childrenConcerned   withheld  withheld  withheld    withheld
        FamilyMember.relation            withheld  withheld  withheld    withheld
        VictimConstraint.protectedArea   withheld  withheld  withheld    withheld
        CaseReferral.reason              withheld  withheld  withheld    withheld
        CaseOutcome.result               withheld  withheld  withheld    withheld
        LivingSituation.housing          withheld  withheld  withheld    withheld
        Detention.status                 withheld  withheld  withheld    withheld`,
  },
  {
    of: 'anybody elsewhere',
    purpose: 'EXTREMISM_PREVENTION',
    columns: Object.fromEntries(
      Object.entries({ mayor: MAYOR, police: POLICE, prosecutor: PROSECUTOR, director: DIRECTOR, judge: JUDGE }).map(
        ([column, persona]) => [column, asks(persona, () => true)],
      ),
    ),
    rows: `
                                       mayor     police    prosecutor  director  judge
        Nominal.name                   withheld  withheld  withheld    withheld  withheld
        CorvusScore.band               withheld  withheld  withheld    withheld  withheld
        CostOfCrime.band               withheld  withheld  withheld    withheld  withheld
        MentoringSummary.sessions      withheld  withheld  withheld    withheld  withheld
        MalsDisclosure.content         withheld  withheld  withheld    withheld  withheld
        LcpReflection.testimonial      withheld  withheld  withheld    withheld  withheld
        ProgrammeAttendance.attended   withheld  withheld  withheld    withheld  withheld
        ParticipantConsent.categories  withheld  withheld  withheld    withheld  withheld
        Target.achieved                withheld  withheld  withheld    withheld  withheld`,
  },
  {
    // By no protocol: Merseyside Police has the purpose in no agreement; other partners of the Safety House neither.
    of: 'any case of extremism, to those who are in no triangle',
    purpose: 'OWN_CASE_WORK',
    columns: {
      merseyside: asks('merseyside-police.officer', () => true),
      manager: asks('safety-house.process-manager', () => true),
      youth: asks('youth-care.worker', () => true),
      forensic: asks('forensic-care.clinician', () => true),
      reclassering: asks('reclassering.probation-officer', () => true),
      rijswijk: asks('rijswijk.social-team', () => true),
    },
    rows: `
                                           merseyside  manager   youth     forensic  reclassering  rijswijk
        ExtremismCase.id,summary,state     withheld    withheld  withheld  withheld  withheld      withheld
        ExtremismCase.subjectName          withheld    withheld  withheld  withheld  withheld      withheld
        ExtremismFactor.factor             withheld    withheld  withheld  withheld  withheld      withheld
        ExtremismAction.action             withheld    withheld  withheld  withheld  withheld      withheld`,
  },
]);
