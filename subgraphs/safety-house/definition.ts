import { lookupResolverOf } from '../common/lookup/graph/lookup-resolver';
import { openOwnerDesks } from '../common/lookup/open-owner-desks';
import { openOwnerResearch } from '../common/research/open-owner-research';
import { openTogether } from '../common/serving/open-together';
import type { OwnerDefinition } from '../common/serving/owner-definition';
import { AftercareAgreement } from './aftercare/aftercare-agreement';
import { AftercareClient } from './aftercare/aftercare-client';
import { AftercareHealthNeed } from './aftercare/aftercare-health-need';
import { AftercareNeed } from './aftercare/aftercare-need';
import { HousingApplication } from './aftercare/housing-application';
import { ProbationStatement } from './aftercare/probation-statement';
import { ProsecutionStatement } from './aftercare/prosecution-statement';
import { RETURN_TO_PRISON, ReturnToPrisonResolver } from './aftercare/return-to-prison-resolver';
import { HousingRuleResolver, WorkRuleResolver } from './aftercare/route-rule-resolvers';
import { WorkApplication } from './aftercare/work-application';
import { Case } from './cases/case';
import { CaseConference } from './cases/case-conference';
import { CaseOutcome } from './cases/case-outcome';
import { CaseParticipant } from './cases/case-participant';
import { CaseReferral } from './cases/case-referral';
import { PlanAction } from './cases/plan-action';
import { ScreeningItem } from './cases/screening-item';
import { Client } from './clients/client';
import { ClientAssignment } from './clients/client-assignment';
import { OrganisationTerritory } from './clients/organisation-territory';
import { Detention } from './custody/detention';
import { SpatialOrder } from './custody/spatial-order';
import { ExtremismAction } from './extremism/extremism-action';
import { ExtremismCase } from './extremism/extremism-case';
import { ExtremismFactor } from './extremism/extremism-factor';
import { ExtremismMeeting } from './extremism/extremism-meeting';
import { ExtremismParty } from './extremism/extremism-party';
import { ChildConcern } from './families/child-concern';
import { FamilyMember } from './families/family-member';
import { safetyHouseRegister } from './lookup/safety-house-register';
import { safetyHouseResearch } from './research/safety-house-research';
import { migrations } from './migrations';
import { HealthNeed } from './needs/health-need';
import { LivingSituation } from './needs/living-situation';
import { PathwayNeed } from './needs/pathway-need';
import { IntelligenceNote } from './offences/intelligence-note';
import { PoliceOffence } from './offences/police-offence';
import { ProsecutorOffence } from './offences/prosecutor-offence';
import { ordinaryPeople } from './population/ordinary-people';
import { populate } from './population/populate';
import { CLIENT_CONVICTIONS, ClientProlificResolver } from './prolific/client-prolific-resolver';
import { GRANT_PREDICATES } from '../common/lookup/grants/grant-predicates';
import { aftercarePredicates } from './predicates/aftercare-predicates';
import { casePredicates } from './predicates/case-predicates';
import { clientPredicates } from './predicates/client-predicates';
import { extremismPredicates } from './predicates/extremism-predicates';
import { VictimConstraint } from './victims/victim-constraint';
import { VictimContact } from './victims/victim-contact';
import { VictimLiaisonAppointment } from './victims/victim-liaison-appointment';

/** Safety House Haaglanden: cases of criminal justice, care and municipality, and, apart from them, extremism. */
export const safetyHouse: OwnerDefinition = {
  name: 'safety-house',
  records: [
    Client,
    Case,
    CaseParticipant,
    CaseReferral,
    CaseConference,
    ScreeningItem,
    PlanAction,
    CaseOutcome,
    PathwayNeed,
    HealthNeed,
    LivingSituation,
    FamilyMember,
    ChildConcern,
    VictimConstraint,
    Detention,
    SpatialOrder,
    PoliceOffence,
    ProsecutorOffence,
    IntelligenceNote,
    ExtremismCase,
    ExtremismMeeting,
    ExtremismFactor,
    ExtremismAction,
    VictimContact,
    AftercareClient,
    AftercareNeed,
    AftercareHealthNeed,
    HousingApplication,
    WorkApplication,
    ProsecutionStatement,
    ProbationStatement,
  ],
  internalTables: [
    ClientAssignment,
    OrganisationTerritory,
    ExtremismParty,
    AftercareAgreement,
    VictimLiaisonAppointment,
  ],
  resolvers: [
    lookupResolverOf('safety-house'),
    ReturnToPrisonResolver,
    ClientProlificResolver,
    HousingRuleResolver,
    WorkRuleResolver,
  ],
  personViews: [
    {
      name: 'safetyHouseClient',
      discloses: 'IDENTITY/FLAG/GIVEN_NAME',
      describes: 'What the Safety House holds on this person as a client.',
      target: () => Client,
      targetKey: 'id',
      many: false,
    },
    {
      name: 'safetyHouseCases',
      discloses: 'CASE_PLAN/FLAG/LEAD_CONTACT',
      describes: 'Cases of the Safety House about this person.',
      target: () => Case,
      targetKey: 'subjectId',
      many: true,
    },
    {
      name: 'aftercareClient',
      discloses: 'IDENTITY/FLAG/GIVEN_NAME',
      describes: 'What the aftercare team of The Hague holds on this person.',
      target: () => AftercareClient,
      targetKey: 'id',
      many: false,
    },
    {
      name: 'extremismCase',
      discloses: 'EXTREMISM/FLAG',
      describes:
        'The case in the person-centred approach to extremism; null answers alike whether there is one or not.',
      target: () => ExtremismCase,
      targetKey: 'subjectId',
      many: false,
    },
  ],
  explanation: {
    name: 'safetyHouse',
    typeName: 'SafetyHouseExplanation',
    describes:
      'The explanation for the records of the Safety House and the aftercare team: of those that the officer oversees.',
  },
  disclosures: {
    name: 'safetyHouse',
    describes: 'What the ledger of the Safety House and of the aftercare team has of the officer’s own organisation.',
  },
  migrations,
  predicates: [
    ...clientPredicates,
    ...casePredicates,
    ...extremismPredicates,
    ...aftercarePredicates,
    ...GRANT_PREDICATES,
  ],
  measures: [CLIENT_CONVICTIONS, RETURN_TO_PRISON],
  tablesWithoutPeople: { organisation_territory: 'which municipalities an organisation serves' },
  openServices: openTogether(openOwnerDesks, openOwnerResearch),
  anchors: { subject: 'subject', case: 'safety_case', extremismCase: 'extremism_case' },
  lookup: safetyHouseRegister,
  research: safetyHouseResearch,
  populate,
  ordinary: ordinaryPeople,
};
