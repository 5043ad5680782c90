// KIOM-COOPTED, from its wording: DOMAIN.md C.0: identity, agreed channel, the one need selected, the actions assigned to
// them; consent per recipient; no offence, score or intelligence.
import { all, anybody, not } from './knowsley-states';
import { asks, type Column, showsPolicy, type State } from './policy-table';
import {
  assignedTo,
  consentExpiredTo,
  consentsTo,
  consentsToAnother,
  consentWithdrawnFrom,
  needSelectedFor,
  neverAsked,
  neverConsented,
  onPathway,
  otherNeedSelectedFor,
  requestEndedTo,
} from './programme-states';

const PURPOSE = 'PATHWAY_SERVICE';
const AGENCIES = {
  housing: ['knowsley-housing.officer', 'knowsley-housing', 'ACCOMMODATION'],
  cab: ['cab.adviser', 'cab', 'FINANCE_BENEFITS_DEBT'],
  dwp: ['dwp.adviser', 'dwp', 'EMPLOYMENT_TRAINING_EDUCATION'],
  drug: ['drug-service.worker', 'drug-service', 'SUBSTANCE_MISUSE'],
  mental: ['mental-health.practitioner', 'mental-health', 'HEALTH_WELLBEING'],
} as const;

/** Who is served: one need is selected for the agency, and the person consents to that agency. */
const servedBy = (agency: string, pathway: string): State => all(needSelectedFor(agency, pathway), consentsTo(agency));

/** One column for each agency. */
const each = (stateFor: (agency: string, pathway: string) => State): Record<string, Column> =>
  Object.fromEntries(
    Object.entries(AGENCIES).map(([column, [persona, agency, pathway]]) => [
      column,
      asks(persona, stateFor(agency, pathway)),
    ]),
  );

const HOUSING = 'knowsley-housing.officer';
const AGENCY = 'knowsley-housing';
const PATHWAY = 'ACCOMMODATION';
const askedOf = needSelectedFor(AGENCY, PATHWAY);
const FAILING: Record<string, Column> = {
  noConsent: asks(HOUSING, all(askedOf, neverConsented)),
  withdrawn: asks(HOUSING, all(askedOf, consentWithdrawnFrom(AGENCY))),
  expired: asks(HOUSING, all(askedOf, consentExpiredTo(AGENCY))),
  anothers: asks(HOUSING, all(askedOf, consentsToAnother(AGENCY))),
  notAsked: asks(HOUSING, all(consentsTo(AGENCY), neverAsked(AGENCY))),
  ended: asks(HOUSING, all(consentsTo(AGENCY), requestEndedTo(AGENCY))),
  otherNeed: asks(HOUSING, all(consentsTo(AGENCY), otherNeedSelectedFor(AGENCY, PATHWAY))),
};
const only = (state: State): Record<string, Column> =>
  Object.fromEntries(
    Object.entries(FAILING).map(([column, { persona, state: failing }]) => [
      column,
      asks(persona, all(failing, state)),
    ]),
  );

showsPolicy('KIOM-COOPTED', [
  {
    of: 'who is served',
    purpose: PURPOSE,
    columns: each(servedBy),
    rows: `
                                            housing   cab       dwp       drug      mental
      Nominal.givenName,name,dateOfBirth    value     value     value     value     value
      Nominal.birthPlace,sourceReference    value     value     value     value     value
      Nominal.agreedChannel                 value     value     value     value     value
      Nominal.address,phone,homeBorough     withheld  withheld  withheld  withheld  withheld
      Nominal.sex,mentorSafetyBand          withheld  withheld  withheld  withheld  withheld
      Offence.offenceClass,code             withheld  withheld  withheld  withheld  withheld
      Arrest.code                           withheld  withheld  withheld  withheld  withheld
      CorvusScore.band,score                withheld  withheld  withheld  withheld  withheld
      CostOfCrime.band                      withheld  withheld  withheld  withheld  withheld
      Supervision.regime,riskOfHarm         withheld  withheld  withheld  withheld  withheld
      OffenderManager.name                  withheld  withheld  withheld  withheld  withheld
      LifeChangePlan.goal                   silent    silent    silent    silent    silent
      CohortMembership.memberFrom           withheld  withheld  withheld  withheld  withheld
      StatusAssessment.housing,benefits     withheld  withheld  withheld  withheld  withheld
      CoOptedRequest.organisation           withheld  withheld  withheld  withheld  withheld
      PathwayConsent.recipient              withheld  withheld  withheld  withheld  withheld
      Intervention.kind                     silent    silent    silent    silent    silent`,
  },
  {
    of: 'the one need of who is served',
    purpose: PURPOSE,
    columns: each((agency, pathway) => all(servedBy(agency, pathway), onPathway(pathway))),
    rows: `
                                        housing  cab    dwp    drug   mental
      PathwayStatus.pathway,need,state  value    value  value  value  value
      PathwayStatus.since,outcome       value    value  value  value  value`,
  },
  {
    of: 'another need of who is served',
    purpose: PURPOSE,
    columns: each((agency, pathway) => all(servedBy(agency, pathway), not(onPathway(pathway)))),
    rows: `
                                        housing  cab     dwp     drug    mental
      PathwayStatus.pathway,need,state  silent   silent  silent  silent  silent`,
  },
  {
    of: 'an action that is assigned to the agency',
    purpose: PURPOSE,
    columns: each((agency, pathway) => all(servedBy(agency, pathway), assignedTo(agency))),
    rows: `
                                               housing   cab       dwp       drug      mental
      PlanMilestone.milestone,due,state        value     value     value     value     value
      JointActionGroupDecision.action,due      value     value     value     value     value
      JointActionGroupDecision.decision        withheld  withheld  withheld  withheld  withheld
      JointActionGroupDecision.meetingDate     withheld  withheld  withheld  withheld  withheld`,
  },
  {
    of: 'an action that is assigned to somebody else',
    purpose: PURPOSE,
    columns: each((agency, pathway) => all(servedBy(agency, pathway), not(assignedTo(agency)))),
    rows: `
                                        housing  cab     dwp     drug    mental
      PlanMilestone.milestone           silent   silent  silent  silent  silent
      JointActionGroupDecision.action   silent   silent  silent  silent  silent`,
  },
  {
    of: 'somebody of whom one condition fails',
    purpose: PURPOSE,
    columns: FAILING,
    rows: `
                             noConsent  withdrawn  expired  anothers  notAsked  ended   otherNeed
      Nominal.name           silent     silent     silent   silent    silent    silent  silent
      Nominal.agreedChannel  silent     silent     silent   silent    silent    silent  silent
      Nominal.id             silent     silent     silent   silent    silent    silent  silent`,
  },
  {
    of: 'a need on the agency’s pathway, of somebody of whom one condition fails',
    purpose: PURPOSE,
    columns: only(onPathway(PATHWAY)),
    rows: `
                          noConsent  withdrawn  expired  anothers  notAsked  ended   otherNeed
      PathwayStatus.need  silent     silent     silent   silent    silent    silent  silent`,
  },
  {
    of: 'an action assigned to the agency, of somebody of whom one condition fails',
    purpose: PURPOSE,
    columns: only(assignedTo(AGENCY)),
    rows: `
                                       noConsent  withdrawn  expired  anothers  notAsked  ended   otherNeed
      PlanMilestone.milestone          silent     silent     silent   silent    silent    silent  silent
      JointActionGroupDecision.action  silent     silent     silent   silent    silent    silent  silent`,
  },
  {
    of: 'the need for which the agency was asked and which it does not serve',
    purpose: PURPOSE,
    columns: { otherNeed: asks(HOUSING, all(consentsTo(AGENCY), otherNeedSelectedFor(AGENCY, PATHWAY))) },
    rows: `
                          otherNeed
      PathwayStatus.need  silent`,
  },
  {
    of: 'a health note on substance misuse',
    purpose: PURPOSE,
    columns: {
      drug: asks(
        'drug-service.worker',
        all(
          servedBy('drug-service', 'SUBSTANCE_MISUSE'),
          consentsTo('drug-service', 'HEALTH'),
          ({ values }) => values.kind === 'SUBSTANCE_MISUSE',
        ),
      ),
      noHealth: asks(
        'drug-service.worker',
        all(servedBy('drug-service', 'SUBSTANCE_MISUSE'), not(consentsTo('drug-service', 'HEALTH'))),
      ),
      notServed: asks('drug-service.worker', neverAsked('drug-service')),
      housing: asks(HOUSING, anybody),
      mental: asks('mental-health.practitioner', anybody),
    },
    rows: `
                             drug      noHealth  notServed  housing   mental
      HealthNote.kind        value     silent    silent     withheld  withheld
      HealthNote.text        withheld  withheld  withheld   withheld  withheld
      HealthNote.notedOn     withheld  withheld  withheld   withheld  withheld`,
  },
  {
    of: 'what the partners hold otherwise',
    purpose: PURPOSE,
    columns: each(() => anybody),
    rows: `
                                        housing   cab       dwp       drug      mental
      IntelligenceReport.text,subjectId withheld  withheld  withheld  withheld  withheld
      CustodyEpisode.status             withheld  withheld  withheld  withheld  withheld
      LcpEligibility.name               withheld  withheld  withheld  withheld  withheld
      Referral.stage                    withheld  withheld  withheld  withheld  withheld
      MalsClient.name                   withheld  withheld  withheld  withheld  withheld
      MentoringSummary.sessions         withheld  withheld  withheld  withheld  withheld
      LcpEnrolment.completed            withheld  withheld  withheld  withheld  withheld
      OutcomeWindow.firstEngagement     withheld  withheld  withheld  withheld  withheld`,
  },
]);
