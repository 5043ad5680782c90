// MERSEY-GMP, from its wording: DOMAIN.md C.0: Greater Manchester Police, only where an offence or a movement there is
// recorded in twelve months; no intelligence.
import { all, anybody } from './knowsley-states';
import { asks, type PolicyTable, showsPolicy, type State } from './policy-table';
import { activeIn, byMovementOnly, byOffenceOnly, latestBand, neverActiveIn, onceActiveIn } from './tracking-states';

const PURPOSE = 'CROSS_BOUNDARY_TRACKING';
const GMP = 'gmp.officer';
const THERE = 'GREATER_MANCHESTER';

const unknown = (of: string, state: State): PolicyTable => ({
  of,
  purpose: PURPOSE,
  columns: { gmp: asks(GMP, state) },
  rows: `
                                    gmp
    Nominal.id,name,sex             silent
    Offence.code,offenceDate        silent
    Arrest.code                     silent
    CorvusScore.band,score          silent
    CostOfCrime.band                silent`,
});

showsPolicy('MERSEY-GMP', [
  {
    of: 'somebody active in Greater Manchester in the last year',
    purpose: PURPOSE,
    columns: { offence: asks(GMP, byOffenceOnly(THERE)), movement: asks(GMP, byMovementOnly(THERE)) },
    rows: `
                                                      offence   movement
      Nominal.givenName,name,aliases                  value     value
      Nominal.dateOfBirth,birthPlace,sourceReference  value     value
      Nominal.sex,ageBand                             value     value
      Nominal.homeBorough,movedBetweenBoroughs        withheld  withheld
      Nominal.address,phone,agreedChannel             withheld  withheld
      Movement.toArea,month                           -         withheld
      Offence.offenceClass,code,month                 value     value
      Offence.offenceDate,convictionDate,area         value     value
      Arrest.code,arrestDate                          value     value
      CorvusScore.band,score                          value     value
      CorvusScore.schemeArea,schemeVersion            value     value
      CorvusScore.offencesComponent                   withheld  withheld
      CorvusScore.drugTestsComponent                  withheld  withheld
      CostOfCrime.band,asAt                           value     value
      CostOfCrime.amountGbp                           withheld  withheld
      IntelligenceReport.subjectId,text               withheld  withheld
      CustodyEpisode.status                           withheld  withheld
      Supervision.leadPractitioner                    withheld  withheld
      CohortMembership.status                         withheld  withheld
      PathwayStatus.need                              withheld  withheld`,
  },
  unknown('somebody of the band HIGH who was never active there', all(latestBand('HIGH'), neverActiveIn(THERE))),
  unknown('somebody who was active there longer ago', onceActiveIn(THERE)),
  unknown('somebody active in Liverpool only', all(activeIn('LIVERPOOL'), neverActiveIn(THERE))),
  {
    of: 'anybody, what the wording denies',
    purpose: PURPOSE,
    columns: { gmp: asks(GMP, anybody) },
    rows: `
                                         gmp
      MappaRegister.custodian            withheld
      HealthNote.kind                    withheld
      Concern.about                      withheld
      Referral.stage                     withheld
      MentoringSummary.sessions          withheld
      MalsDisclosure.content             withheld
      LcpReflection.testimonial          withheld
      VictimContact.wishes               withheld
      ExtremismCase.summary              withheld
      Target.achieved                    withheld`,
  },
]);
