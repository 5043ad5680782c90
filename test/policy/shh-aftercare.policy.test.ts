// SHH-AFTERCARE, from its wording: DOMAIN.md C, as C.0 amends it: a little about prisoners before they agree; the rest,
// and every provider, after the person's agreement for that provider; a provider its own need only.
import {
  adult,
  agreedTo,
  anothersNeed,
  inHaaglanden,
  inPrisonOrJustOut,
  minor,
  neverAgreedTo,
  notProvidedBy,
  outForLong,
  outsideHaaglanden,
  providedBy,
  refusedOpenlyIfAtAll,
  refusedOtherwise,
  withdrewFrom,
} from './aftercare-states';
import { all } from './knowsley-states';
import { asks, type PolicyTable, showsPolicy, type State } from './policy-table';

const PURPOSE = 'AFTERCARE_RESETTLEMENT';
const TEAM = 'aftercare.case-worker';
const HOUSING = 'housing-provider.officer';
const CARE = 'care-provider.worker';

const anybody: State = () => true;
const team = (...states: readonly State[]) => asks(TEAM, all(...states));
const housing = (...states: readonly State[]) => asks(HOUSING, all(refusedOpenlyIfAtAll, ...states));
const care = (...states: readonly State[]) => asks(CARE, all(...states));

const agreed = {
  team: [adult, inHaaglanden, agreedTo('aftercare')],
  housing: [adult, agreedTo('housing-provider'), providedBy('housing-provider')],
  care: [adult, agreedTo('care-provider'), providedBy('care-provider')],
};

const UNKNOWN_TO_TEAM = `
                                               team
        AftercareClient.id,name,releaseDate,prison silent
        AftercareClient.phone,livingEssentials silent
        AftercareNeed.need,provider            silent
        AftercareHealthNeed.careNeeded         silent
        HousingApplication.eligible,reasons    silent
        WorkApplication.eligible,reasons       silent
        ProsecutionStatement.outstandingProsecutions silent
        ProbationStatement.onProbation         silent`;

const unknownToTeam = (of: string, ...states: readonly State[]): PolicyTable => ({
  of,
  purpose: PURPOSE,
  columns: { team: team(...states) },
  rows: UNKNOWN_TO_TEAM,
});

const UNKNOWN_TO_PROVIDERS = `
                                                     housing  care
        AftercareClient.id,givenName,name,phone      silent   silent
        AftercareNeed.need,status                    silent   silent
        HousingApplication.eligible,placementRequest silent   withheld
        AftercareHealthNeed.careNeeded,detail        withheld silent`;

showsPolicy('SHH-AFTERCARE', [
  {
    of: 'somebody who agreed to the recipient, and whose need is the provider’s',
    purpose: PURPOSE,
    columns: { team: team(...agreed.team), housing: housing(...agreed.housing), care: care(...agreed.care) },
    rows: `
                                                       team      housing   care
        AftercareClient.givenName,name                 value     value     value
        AftercareClient.birthDate                      value     withheld  withheld
        AftercareClient.age                            value     withheld  withheld
        AftercareClient.phone                          value     value     value
        AftercareClient.address,municipality           value     withheld  withheld
        AftercareClient.prison,releaseDate             value     withheld  withheld
        AftercareClient.firstContactOn                 value     withheld  withheld
        AftercareClient.contactedWithin72Hours         value     withheld  withheld
        AftercareClient.livingEssentials               value     withheld  withheld
        AftercareNeed.need,status,provider             value     value     value
        HousingApplication.placementRequest,status     value     value     withheld
        HousingApplication.eligible,placementReasons   value     value     withheld
        HousingApplication.reasons,homeless,decidedOn  value     withheld  withheld
        HousingApplication.provider,extended           value     withheld  withheld
        WorkApplication.status,eligible,reasons        value     withheld  withheld
        AftercareHealthNeed.careNeeded                 value     withheld  value
        AftercareHealthNeed.detail,provider            withheld  withheld  value
        ProsecutionStatement.outstandingProsecutions   value     withheld  withheld
        ProbationStatement.onProbation,statedOn        value     withheld  withheld`,
  },
  {
    of: 'a prisoner, or one released in the last 72 hours, before any agreement',
    purpose: PURPOSE,
    columns: {
      never: team(adult, inHaaglanden, inPrisonOrJustOut, neverAgreedTo('aftercare')),
      withdrawn: team(adult, inHaaglanden, inPrisonOrJustOut, withdrewFrom('aftercare')),
    },
    rows: `
                                                      never     withdrawn
        AftercareClient.givenName,name,age            value     value
        AftercareClient.municipality                  value     value
        AftercareClient.prison,releaseDate            value     value
        AftercareClient.birthDate,address,phone       withheld  withheld
        AftercareClient.livingEssentials              withheld  withheld
        AftercareNeed.need,provider                   silent    silent
        AftercareHealthNeed.careNeeded                silent    silent
        HousingApplication.eligible,reasons           silent    silent
        WorkApplication.eligible,reasons              silent    silent
        ProsecutionStatement.outstandingProsecutions  silent    silent
        ProbationStatement.onProbation                silent    silent`,
  },
  unknownToTeam('somebody released longer ago, who never agreed', outForLong, neverAgreedTo('aftercare')),
  unknownToTeam('somebody released longer ago, who withdrew', outForLong, withdrewFrom('aftercare')),
  unknownToTeam('a minor who agreed', minor, agreedTo('aftercare')),
  unknownToTeam('a minor in prison', minor, inPrisonOrJustOut, neverAgreedTo('aftercare')),
  unknownToTeam('somebody from elsewhere who agreed', outsideHaaglanden, agreedTo('aftercare')),
  unknownToTeam('a prisoner from elsewhere', outsideHaaglanden, inPrisonOrJustOut, neverAgreedTo('aftercare')),
  {
    of: 'somebody who agreed to the team and to another provider, not to this one',
    purpose: PURPOSE,
    columns: {
      housing: housing(adult, agreedTo('aftercare'), agreedTo('care-provider'), neverAgreedTo('housing-provider')),
      care: care(adult, agreedTo('aftercare'), agreedTo('housing-provider'), neverAgreedTo('care-provider')),
    },
    rows: UNKNOWN_TO_PROVIDERS,
  },
  {
    of: 'somebody who withdrew the agreement',
    purpose: PURPOSE,
    columns: {
      housing: housing(adult, withdrewFrom('housing-provider')),
      care: care(adult, withdrewFrom('care-provider')),
    },
    rows: UNKNOWN_TO_PROVIDERS,
  },
  {
    of: 'a minor who agreed',
    purpose: PURPOSE,
    columns: {
      housing: housing(minor, agreedTo('housing-provider'), providedBy('housing-provider')),
      care: care(minor, agreedTo('care-provider'), providedBy('care-provider')),
    },
    rows: UNKNOWN_TO_PROVIDERS,
  },
  {
    of: 'somebody who agreed, and whose needs another provider has',
    purpose: PURPOSE,
    columns: {
      housing: housing(adult, agreedTo('housing-provider'), notProvidedBy('housing-provider')),
      care: care(adult, agreedTo('care-provider'), notProvidedBy('care-provider')),
    },
    rows: UNKNOWN_TO_PROVIDERS,
  },
  {
    of: 'another’s need of somebody who agreed',
    purpose: PURPOSE,
    columns: {
      housing: housing(adult, agreedTo('housing-provider'), anothersNeed('housing-provider')),
      care: care(adult, agreedTo('care-provider'), anothersNeed('care-provider')),
    },
    rows: `
                                   housing  care
        AftercareNeed.need,status  silent   silent`,
  },
  {
    // A provider that saw "not eligible", and of neither age nor homelessness, would know.
    of: 'an application that was refused for probation or prosecutions',
    purpose: PURPOSE,
    columns: {
      team: team(...agreed.team, refusedOtherwise),
      housing: asks(HOUSING, all(...agreed.housing, refusedOtherwise)),
    },
    rows: `
                                                      team   housing
        HousingApplication.eligible,placementReasons  value  silent
        HousingApplication.placementRequest,status    value  silent`,
  },
  {
    of: 'anybody, what is no matter of aftercare',
    purpose: PURPOSE,
    columns: { team: team(anybody), housing: housing(anybody), care: care(anybody) },
    rows: `
                                              team      housing   care
        Client.name,sex,address               withheld  withheld  withheld
        Case.stage,leadOrganisation           withheld  withheld  withheld
        PlanAction.action                     withheld  withheld  withheld
        CaseReferral.reason                   withheld  withheld  withheld
        CaseOutcome.result                    withheld  withheld  withheld
        PathwayNeed.need                      withheld  withheld  withheld
        HealthNeed.needExists,detail          withheld  withheld  withheld
        FamilyMember.relation                 withheld  withheld  withheld
        ChildConcern.childrenConcerned        withheld  withheld  withheld
        VictimConstraint.protectedArea        withheld  withheld  withheld
        VictimContact.wishes                  withheld  withheld  withheld
        Detention.status,startReason          withheld  withheld  withheld
        SpatialOrder.area                     withheld  withheld  withheld
        PoliceOffence.offenceType,code        withheld  withheld  withheld
        ProsecutorOffence.offenceType,code    withheld  withheld  withheld
        IntelligenceNote.intelligenceExists   withheld  withheld  withheld
        ExtremismCase.summary,state           withheld  withheld  withheld
        Nominal.name                          withheld  withheld  withheld
        CorvusScore.band                      withheld  withheld  withheld
        CostOfCrime.band                      withheld  withheld  withheld
        MentoringSummary.sessions             withheld  withheld  withheld
        MalsDisclosure.content                withheld  withheld  withheld
        LcpReflection.testimonial             withheld  withheld  withheld
        ProgrammeAttendance.attended          withheld  withheld  withheld
        ParticipantConsent.categories         withheld  withheld  withheld
        Target.achieved                       withheld  withheld  withheld`,
  },
  {
    // C.0: stated to the aftercare team only.
    of: 'what is stated for the routes, to everybody else who has to do with offences',
    purpose: 'CASE_CONFERENCE',
    columns: {
      politie: asks('politie-haaglanden.officer', anybody),
      om: asks('om-den-haag.prosecutor', anybody),
      reclassering: asks('reclassering.probation-officer', anybody),
      manager: asks('safety-house.process-manager', anybody),
    },
    rows: `
                                                      politie   om        reclassering  manager
        ProsecutionStatement.outstandingProsecutions  withheld  withheld  withheld      withheld
        ProbationStatement.onProbation                withheld  withheld  withheld      withheld
        AftercareClient.name                          withheld  withheld  withheld      withheld
        HousingApplication.eligible,reasons           withheld  withheld  withheld      withheld`,
  },
]);
