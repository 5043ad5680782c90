// DOMAIN.md A.3 line by line: where each entity of The Hague and of Turin is in the graph, and what of it is not.
// (Knowsley's stand beside its records, subgraphs/knowsley-iom/records/domain-entities.test.ts.)
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { readPermissionMap } from '../../schema/read-permission-map';
import { readCsv } from '../../subgraphs/common/loading/read-csv';
import { ROOT } from '../hub/launch-hub';

const rows = readCsv(path.join(ROOT, 'schema/fixture/entities.csv')).filter(
  ({ subgraph }) => subgraph === 'safetyhouse' || subgraph === 'eri',
);
const { fields, exempt } = readPermissionMap(readFileSync(path.join(ROOT, 'schema/supergraph.graphql'), 'utf8'));

/** The beginning of a line, the coordinates that carry it (`Type.field field …`), and what is not modelled. */
// prettier-ignore
const CARRIED: readonly (readonly [line: string, carriedBy: readonly string[], butNot?: string])[] = [
  ['safetyhouse Case: ', ['Case.id theme stage complexity leadOrganisation openedAt closedAt reopenedAt reopenedBy'],
    'Whether a case is of one person or of a family: the family stands in records of its own.'],
  ['safetyhouse CaseParticipant: ', ['CaseParticipant.organisation pillar role activeFrom activeUntil']],
  ['safetyhouse ScreeningItem: ', ['ScreeningItem.offenceType context actionsAlreadyTaken sentenceProgress contributedBy quality']],
  ['safetyhouse ActionPlan / Action: ', ['PlanAction.horizon goal action organisation due status impactReview']],
  ['safetyhouse FamilyMember / ChildConcern: ', ['FamilyMember.relation custody contactWish schoolSupport', 'ChildConcern.childrenConcerned']],
  ['safetyhouse VictimContact: ', ['VictimContact.relation informedOfRelease wishes threat']],
  ['safetyhouse SpatialOrder: ', ['SpatialOrder.issuedBy area validFrom validUntil extended breached']],
  ['safetyhouse AftercareClient: ', ['AftercareClient.prison releaseDate firstContactOn contactedWithin72Hours livingEssentials', 'AftercareNeed.need status provider']],
  ['safetyhouse RouteApplication: ', ['HousingApplication.eligible reasons status homeless extended', 'WorkApplication.eligible reasons status mentoring',
    'AftercareClient.age', 'ProbationStatement.onProbation', 'ProsecutionStatement.outstandingProsecutions']],
  ['safetyhouse ExtremismCase: ', ['ExtremismCase.targetGroup mentalHealthFlag convicted voluntary reviewDue judicialReviewAt', 'ExtremismMeeting.kind', 'ExtremismFactor.factor domain toolVersion']],
  ['safetyhouse Client: name', ['Client.name aliases birthDate birthPlace']],
  ['safetyhouse Client: sex', ['Client.sex ageBand']],
  ['safetyhouse Client: municipality', ['Client.municipality address phone']],
  ['safetyhouse Offence: ', ['PoliceOffence.localLabel offenceType offenceDate', 'ProsecutorOffence.localLabel offenceType offenceDate convictionDate']],
  ['safetyhouse EligibilityStatement: ', ['ProsecutionStatement.outstandingProsecutions', 'ProbationStatement.onProbation']],
  ['safetyhouse CustodyEpisode: ', ['Detention.prison startDate startReason releaseDate']],
  ['safetyhouse CaseReferral: ', ['CaseReferral.referredBy referredOn reason decision']],
  ['safetyhouse CaseConference: ', ['CaseConference.heldOn attendees decisions nonComplianceResponse']],
  ['safetyhouse PathwayNeed: ', ['PathwayNeed.need state provider']],
  ['safetyhouse HealthNeed: ', ['HealthNeed.needStatement treatingOrganisation detail']],
  ['safetyhouse CaseOutcome: ', ['CaseOutcome.stage indicator result']],
  ['safetyhouse VictimConstraint: ', ['VictimConstraint.protectedArea noContact']],
  ['safetyhouse IntelligenceNote: ', ['IntelligenceNote.intelligenceExists text']],
  ['safetyhouse RiskBand: ', ['ClientProlific.value asAt'], 'A stored band: it is computed when it is asked for, from the convictions of that day.'],
  ['eri Participant: name', ['Participant.name birthDate birthPlace sex ageBand']],
  ['eri Participant: pathologies', ['Participant.pathologies sertClient']],
  ['eri Consent: ', ['ParticipantConsent.purposes categories recipients givenAt expiresAt withdrawnAt form']],
  ['eri Invitation: ', ['Invitation.invitedBy invitedOn accepted']],
  ['eri LcpRun / Week / Attendance: ', ['ProgrammeRun.name startsOn weeks weeklyHours', 'ProgrammeWeek.week kind hours', 'ProgrammeAttendance.attended']],
  ['eri EmployerVisit / Placement: ', ['EmployerVisit.employer skillArea placementId', 'Placement.employer skillArea']],
  ['eri JobScholarship: ', ['JobScholarship.kind months sector funder outcome']],
  ['eri SocialEnterprise (PENSO): ', ['SocialEnterprise.members activity funding']],
  ['eri Outcome: ', ['ParticipantOutcome.returnedToPrison offencePriorToEngagement employed mentorLater']],
  ['eri Participant: phone', ['Participant.phone address agreedChannel']],
  ['eri Participant: legalStatus', ['Participant.legalStatus releaseMonth']],
  ['eri Participant: isolation', ['Participant.isolation literacy basicNeeds']],
  ['eri Participant: groupSafetyFlag', ['Participant.groupSafetyFlag']],
  ['eri Participant: responsibleWorker', ['Participant.responsibleWorker responsibleWorkerContact']],
  ['eri LifeChangePlan / Milestone: ', ['ParticipantPlan.plannedFrom plannedUntil', 'ParticipantMilestone.milestone pathway organisation due state']],
];

const lines = rows.map(({ subgraph, entity, field }) => `${subgraph ?? ''} ${entity ?? ''}: ${field ?? ''}`);

describe('the entities of the domain in The Hague and Turin', () => {
  it.each(lines)('%s stands once in the list', (line) => {
    expect(CARRIED.filter(([start]) => line.startsWith(start))).toHaveLength(1);
  });

  it.each(CARRIED.map(([start, carriedBy]) => [start, carriedBy] as const))(
    '%s is in the graph',
    (start, carriedBy) => {
      expect(lines.filter((line) => line.startsWith(start))).toHaveLength(1);
      const coordinates = carriedBy.flatMap((of) => {
        const [type = '', names = ''] = of.split('.');
        return names.split(' ').map((name) => `${type}.${name}`);
      });
      expect(coordinates.filter((coordinate) => !fields.has(coordinate) && !exempt.has(coordinate))).toEqual([]);
    },
  );

  it('say of every record with personal data where it comes from and what it is', () => {
    const provenance = ['sourceSystem', 'sourceReference', 'recordedBy', 'recordedAt', 'basis', 'quality'];
    const without = [...new Set([...fields.keys()].filter((key) => key.endsWith('.subjectId')))].flatMap((key) => {
      const [type = ''] = key.split('.');
      return provenance.filter((name) => !fields.has(`${type}.${name}`)).map((name) => `${type}.${name}`);
    });
    expect(without).toEqual([]);
  });
});
