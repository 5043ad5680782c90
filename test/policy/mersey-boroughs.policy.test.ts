// MERSEY-BOROUGHS, from its wording: DOMAIN.md C, as C.0 amends it: police and National Probation Service of another
// borough, for people whose band is HIGH or who were active there in the last twelve months. Nothing for the CRC. What
// prisons and probation control is not the police's to disclose.
import { all, anybody, inCohort, not } from './knowsley-states';
import { asks, type PolicyTable, showsPolicy, type State } from './policy-table';
import { activeIn, byMovementOnly, byOffenceOnly, latestBand, neverActiveIn, onceActiveIn } from './tracking-states';

const PURPOSE = 'CROSS_BOUNDARY_TRACKING';
const LIVERPOOL = 'liverpool-iom.officer';
const NPS_LIVERPOOL = 'nps-liverpool.probation-officer';

const high = all(latestBand('HIGH'), not(activeIn('LIVERPOOL')));
const byOffence = all(latestBand('LOW', 'MEDIUM'), byOffenceOnly('LIVERPOOL'));
const byMovement = all(latestBand('LOW', 'MEDIUM'), byMovementOnly('LIVERPOOL'));

const NOTHING = (column: string): string => `
                                                ${column}
  Nominal.id,name,sex,homeBorough               silent
  Movement.toArea                               silent
  Offence.code,offenceDate                      silent
  Arrest.code                                   silent
  CorvusScore.band,score                        silent
  CostOfCrime.band                              silent
  IntelligenceReport.subjectId                  silent`;

const unknown = (of: string, state: State): PolicyTable => ({
  of,
  purpose: PURPOSE,
  columns: { police: asks(LIVERPOOL, state) },
  rows: NOTHING('police'),
});

showsPolicy('MERSEY-BOROUGHS', [
  {
    of: 'somebody of the band HIGH, or active in the borough in the last year',
    purpose: PURPOSE,
    columns: {
      high: asks(LIVERPOOL, high),
      offence: asks(LIVERPOOL, byOffence),
      movement: asks(LIVERPOOL, byMovement),
      nps: asks(NPS_LIVERPOOL, high),
      npsThere: asks(NPS_LIVERPOOL, byOffence),
    },
    rows: `
                                                        high      offence   movement  nps       npsThere
      Nominal.givenName,name,aliases                    value     value     value     value     value
      Nominal.dateOfBirth,birthPlace,sourceReference    value     value     value     value     value
      Nominal.sex,ageBand                               value     value     value     value     value
      Nominal.homeBorough                               value     value     value     value     value
      Nominal.movedBetweenBoroughs                      value     value     value     value     value
      Movement.fromArea,toArea,month                    value     -         value     value     -
      Movement.movedOn                                  withheld  -         withheld  withheld  -
      Nominal.address,phone,agreedChannel               withheld  withheld  withheld  withheld  withheld
      Offence.offenceClass,code,month                   value     value     value     value     value
      Offence.offenceDate,convictionDate,area,borough   value     value     value     value     value
      Arrest.code,arrestDate,outcome                    value     value     value     value     value
      CorvusScore.band,score,asAt                       value     value     value     value     value
      CorvusScore.schemeArea,schemeVersion              value     value     value     value     value
      CorvusScore.offencesComponent                     withheld  withheld  withheld  withheld  withheld
      CorvusScore.drugTestsComponent                    withheld  withheld  withheld  withheld  withheld
      CostOfCrime.band,asAt                             value     value     value     value     value
      CostOfCrime.amountGbp,carriedUntil                withheld  withheld  withheld  withheld  withheld
      IntelligenceReport.subjectId                      value     value     value     value     value
      IntelligenceReport.text,handlingCode              withheld  withheld  withheld  withheld  withheld`,
  },
  unknown(
    'somebody of another band who was never active there',
    all(latestBand('LOW', 'MEDIUM'), neverActiveIn('LIVERPOOL')),
  ),
  unknown(
    'somebody of another band who was active there longer ago',
    all(latestBand('LOW', 'MEDIUM'), onceActiveIn('LIVERPOOL')),
  ),
  {
    of: 'somebody of the band HIGH, what others than the police decide on',
    purpose: PURPOSE,
    columns: { police: asks(LIVERPOOL, high), nps: asks(NPS_LIVERPOOL, high) },
    rows: `
                                                police    nps
      CustodyEpisode.status,prison,releasedOn   withheld  withheld
      CustodyConduct.band                       withheld  withheld
      LicenceCondition.kind                     withheld  withheld
      Supervision.leadPractitioner,riskOfHarm   withheld  withheld
      OffenderManager.name,telephone            withheld  withheld
      LifeChangePlan.goal                       withheld  withheld
      JointActionGroupDecision.decision         withheld  withheld
      Concern.about                             withheld  withheld
      CohortMembership.status                   withheld  withheld
      Nominal.mentorSafetyBand                  withheld  withheld
      StatusAssessment.housing,employment       withheld  withheld
      PathwayStatus.need                        withheld  withheld
      HealthNote.kind                           withheld  withheld
      Referral.stage                            withheld  withheld
      OutcomeWindow.firstEngagement             withheld  withheld`,
  },
  {
    of: 'anybody, what the wording denies',
    purpose: PURPOSE,
    columns: { police: asks(LIVERPOOL, anybody), nps: asks(NPS_LIVERPOOL, anybody) },
    rows: `
                                         police    nps
      MappaRegister.custodian            withheld  withheld
      MentoringSummary.sessions          withheld  withheld
      MentoringSession.heldOn,notes      withheld  withheld
      MalsDisclosure.content             withheld  withheld
      LcpEnrolment.completed             withheld  withheld
      LcpReflection.testimonial          withheld  withheld
      MalsConsent.categories             withheld  withheld
      VictimContact.wishes               withheld  withheld
      ExtremismCase.summary              withheld  withheld
      AftercareNeed.need                 withheld  withheld
      FamilyMember.relation              withheld  withheld
      Target.achieved                    withheld  withheld`,
  },
  {
    // C.0: not by changing the purpose; the borough's own officers have KIOM-CORE.
    of: 'somebody of the band HIGH in the cohort, to the partners of KIOM-CORE under their own purpose',
    purpose: 'IOM_CASE_MANAGEMENT',
    columns: { police: asks('merseyside-police.officer', all(inCohort, latestBand('HIGH'))) },
    rows: `
                                  police
      Nominal.name,address        value
      CorvusScore.score           value
      IntelligenceReport.text     value
      Concern.about               value
      Movement.movedOn            value`,
  },
]);
