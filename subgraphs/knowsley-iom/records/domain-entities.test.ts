import 'reflect-metadata';

import path from 'node:path';

import { readCsv } from '../../common/loading/read-csv';
import { ownerGraph } from '../../common/serving/create-owner';
import { knowsleyIom } from '../definition';

// DOMAIN.md A.3 line by line: where each entity of Knowsley is in the graph, or why it is not.
const rows = readCsv(path.join(__dirname, '../../../schema/fixture/entities.csv')).filter(
  ({ subgraph }) => subgraph === 'knowsley',
);
type Line = (typeof rows)[number];
const lineOf = ({ entity, field }: Line): string => `${entity ?? ''}: ${field ?? ''}`;

/** Coordinates that carry a line; a reason where a part of it, or all, is not modelled. */
interface Carried {
  readonly by: readonly string[];
  readonly butNot?: string;
}
const by = (...coordinates: readonly string[]): Carried => ({ by: coordinates });
const of = (type: string, fields: string): readonly string[] => fields.split(' ').map((field) => `${type}.${field}`);

const CARRIED: readonly (readonly [start: string, carried: Carried])[] = [
  ['Nominal: nominalId', by('Nominal.id', 'Nominal.sourceReference')],
  ['Nominal: name, aliases', by(...of('Nominal', 'givenName name aliases'))],
  ['Nominal: dateOfBirth / ageBand', by(...of('Nominal', 'dateOfBirth ageBand'))],
  [
    'Nominal: homeBorough, movedBetweenBoroughs',
    by(...of('Nominal', 'homeBorough movedBetweenBoroughs'), ...of('Movement', 'fromArea toArea month movedOn')),
  ],
  // Split off: the cohort is the group's, supervision and harm are probation's.
  ['Nominal: iomCohortMember', by(...of('CohortMembership', 'status inclusionReason reviewDue'))],
  [
    'Nominal: supervisionRegime',
    by(...of('Supervision', 'regime responsibleOrganisation'), ...of('OffenderManager', 'name organisation')),
  ],
  ['Nominal: riskOfHarm', by('Supervision.riskOfHarm')],
  [
    'Nominal: sourceSystems',
    {
      by: [
        'Nominal.sourceSystem',
        'Offence.sourceSystem',
        'IntelligenceReport.sourceSystem',
        'MappaRegister.sourceSystem',
      ],
      butNot:
        'One list on the person would tell that intelligence or a MAPPA file exists: each record names its own system.',
    },
  ],
  ['Nominal: sex', by('Nominal.sex')],
  ['Nominal: birthPlace', by('Nominal.birthPlace')],
  ['Nominal: address, phone', by(...of('Nominal', 'address phone agreedChannel'))],
  [
    'Nominal: leadPractitioner',
    by(...of('Supervision', 'leadPractitioner startedOn handoverFrom handoverTo handoverOpenedOn handoverCompletedOn')),
  ],
  ['Nominal: communicationNeed', by('Nominal.communicationNeed')],
  ['CorvusScore: score', by('CorvusScore.score')],
  ['CorvusScore: asAt', by('CorvusScore.asAt')],
  ['CorvusScore: schemeArea', by(...of('CorvusScore', 'schemeArea schemeVersion'))],
  ['CorvusScore: components', by(...of('CorvusScore', 'offencesComponent intelligenceComponent'))],
  ['CorvusScore: band', by('CorvusScore.band')],
  ['CorvusScore: drugTests', by('CorvusScore.drugTestsComponent')],
  ['CostOfCrime: amountGbp', by(...of('CostOfCrime', 'amountGbp asAt band'))],
  ['CostOfCrime: carriedUntil', by('CostOfCrime.carriedUntil')],
  ['Offence: code, label', by(...of('Offence', 'offenceClass code'))],
  ['Offence: offenceDate', by('Offence.offenceDate', 'Offence.month')],
  ['Offence: convictionDate', by('Offence.convictionDate')],
  [
    'Offence: gravity',
    { by: of('Offence', 'gravity gravityScaleVersion'), butNot: 'Not recorded of anybody: the sources give no scale.' },
  ],
  ['Offence: spentFrom', by('Offence.spentFrom')],
  ['Arrest: ', by(...of('Arrest', 'arrestDate month code outcome'))],
  ['IntelligenceReport: ', by(...of('IntelligenceReport', 'reference sourceEvaluation handlingCode text'))],
  ['CustodyEpisode: prison', by(...of('CustodyEpisode', 'prison startedOn releasedOn expectedRelease status'))],
  ['CustodyEpisode: sentence', by(...of('CustodyEpisode', 'sentence startReason'))],
  ['CustodyConduct: ', by(...of('CustodyConduct', 'assessedOn band'))],
  ['LicenceCondition: ', by(...of('LicenceCondition', 'kind area validFrom validUntil breachedOn'))],
  ['PathwayStatus: ', by(...of('PathwayStatus', 'pathway need state interventionBy since outcome'))],
  ['HealthNote: ', by(...of('HealthNote', 'kind text notedOn'))],
  [
    'Referral: ',
    by(...of('Referral', 'fromOrganisation toOrganisation source referredOn reason stage pathwaysRequested')),
  ],
  [
    'MentoringMatch: ',
    {
      by: of('MentoringMatch', 'matchedFrom matchedUntil commitmentMonths'),
      butNot:
        'Who the mentor is, and whether one who offended once, is STAFF: MentoringMatch.mentor, Mentor.exOffender.',
    },
  ],
  ['MentoringSession: date', by(...of('MentoringSession', 'heldOn mode durationHours pathwaysSupported'))],
  ['MentoringSession: notes', by('MentoringSession.notes')],
  [
    'Disclosure: ',
    by(...of('MalsDisclosure', 'kind subjectId heardOn seriousHarm reportedTo releasedAt releasedFor decision')),
  ],
  [
    'Mentor: status',
    {
      by: of('Mentor', 'status trainingHours developmentPlan supervisedOn'),
      butNot: 'Needs of supervision are told in the meeting, of which the day is kept.',
    },
  ],
  [
    'LcpCohort / LcpEnrolment / LcpAttendance: number',
    by(
      ...of('LcpCohort', 'number venue startedOn endedOn days'),
      ...of('LcpEnrolment', 'cohortNumber venue startedOn endedOn enrolledOn monthsToRelease completed'),
      ...of('LcpAttendance', 'day attended'),
    ),
  ],
  [
    'LcpCohort / LcpEnrolment / LcpAttendance: stageOfChange',
    by('LcpEnrolment.stageOfChange', 'LcpAttendance.stageOfChange'),
  ],
  [
    'LcpCohort / LcpEnrolment / LcpAttendance: goals',
    by(...of('LcpReflection', 'goals contract evaluation testimonial')),
  ],
  [
    'OutcomeWindow: ',
    {
      by: [
        ...of('OutcomeWindow', 'firstEngagement printedReoffences3 printedReoffences6 printedReoffences12'),
        'OutcomeWindow.printedPriorOffences',
        ...of('ReoffendingMeasure', 'reoffences baselineOffences36m'),
      ],
      butNot: 'A change of gravity needs the scale that the sources do not give.',
    },
  ],
  [
    'LifeChangePlan / Milestone: ',
    by(
      ...of('LifeChangePlan', 'plannedFrom plannedUntil'),
      ...of('PlanMilestone', 'milestone pathway organisation due state'),
    ),
  ],
  [
    'JointActionGroupMeeting / Decision: ',
    by(...of('JointActionGroupDecision', 'meetingDate subjectId decision action organisation due')),
  ],
  ['Intervention: ', by(...of('Intervention', 'organisation pathway kind startedOn endedOn hours'))],
  ['StatusAssessment: employment', by(...of('StatusAssessment', 'employment training benefits'))],
  ['StatusAssessment: housing', by(...of('StatusAssessment', 'assessedOn housing'))],
  ['StatusAssessment: relationship', by('StatusAssessment.relationship')],
  ['MalsClient: ', by(...of('MalsClient', 'name dateOfBirth address phone agreedChannel'))],
  ['Consent: ', by(...of('MalsConsent', 'purposes categories recipients givenOn expiresOn withdrawnOn form'))],
  [
    'RiskAssessment: ',
    by(...of('RiskAssessment', 'assessed safetyBand constraints mentorMayKnowOffence recordedBy assessedOn reviewDue')),
  ],
  ['MappaRegister: ', by(...of('MappaRegister', 'fileExists custodian nextMeeting pillars'))],
  ['Concern: ', by(...of('Concern', 'about raisedBy owner due escalatedTo resolution'))],
  ['HelplineContact: at', by(...of('HelplineContact', 'contactedAt minutes mode kind handedTo seriousHarm'))],
  ['HelplineContact: content', by('HelplineContact.content')],
  [
    'Mentor: trainings',
    by(
      ...of('MentorTraining', 'heldOn hours'),
      ...of('Mentor', 'certification developmentPlan supervisedOn'),
      ...of('MentorWorkload', 'activeMatches hoursLast28Days'),
    ),
  ],
  ['ProgressInventory: ', by(...of('ProgressInventory', 'instrumentVersion answers completedOn'))],
  ['Signposting: ', by(...of('Signposting', 'sessionOn barrierPathway agency acceptedByPerson'))],
];

const entriesOf = (row: Line) => CARRIED.filter(([start]) => lineOf(row).startsWith(start));

const { permissionMap } = ownerGraph(knowsleyIom).catalogue;

describe('the entities of the domain at Knowsley', () => {
  it('are all in the list', () => {
    expect(rows).toHaveLength(60);
  });

  it.each(rows.map((row) => [lineOf(row), row] as const))('%s is in the graph, or it is said why not', (_line, row) => {
    const entries = entriesOf(row);
    expect(entries).toHaveLength(1);
    const [, carried = { by: [] }] = entries[0] ?? [];
    expect(carried.by.length > 0 || carried.butNot !== undefined).toBe(true);
    for (const coordinate of carried.by) {
      const known = permissionMap.fields.has(coordinate) || permissionMap.exempt.has(coordinate);
      expect([coordinate, known]).toEqual([coordinate, true]);
    }
  });

  it('are carried under the kind of data that the domain names', () => {
    const others = rows.flatMap((row) =>
      row['data_category'] === 'PROVENANCE'
        ? []
        : entriesOf(row).flatMap(([, { by: coordinates }]) =>
            coordinates.flatMap((coordinate) => {
              const category = permissionMap.fields.get(coordinate)?.category;
              const named = (row['data_category'] ?? '').split('/');
              return category === undefined || named.includes(category) ? [] : [`${coordinate}: ${category}`];
            }),
          ),
    );
    expect(others).toEqual([]);
  });

  it('are named by no line that the list lacks', () => {
    const lines = rows.map((row) => lineOf(row));
    expect(CARRIED.filter(([start]) => !lines.some((line) => line.startsWith(start)))).toEqual([]);
  });
});
