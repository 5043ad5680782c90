// What is asked of Knowsley all day long: case files of one person, and pages of fifty with filters and orders.
import type { Purpose } from '../../schema/purposes';

export interface HotPath {
  readonly name: string;
  readonly kind: 'case file' | 'page';
  readonly persona: string;
  readonly purpose: Purpose;
  /** What is selected: of a person, or of the whole graph. */
  readonly selection: string;
  /** The index by which a page finds its rows, where a filter or an order asks for few of many. */
  readonly servedBy?: string;
}

const CASE_FILE = `{ nominal {
  givenName name dateOfBirth homeBorough address phone communicationNeed mentorSafetyBand
  cohortMemberships { status memberFrom } supervisions { regime riskOfHarm } offenderManagers { name telephone }
  offences(first: 20) { code offenceClass offenceDate month } corvusScores { band score } costsOfCrime { band amountGbp }
  custodyEpisodes { status expectedRelease prison } pathwayStatuses { pathway state need } referrals { stage reason }
  licenceConditions { kind area } intelligenceReports { text } healthNotes { kind text } } }`;
const MENTEE = `{ nominal { givenName name mentorSafetyBand pathwayStatuses { pathway } offences(first: 2) { code } }
  malsClient { givenName name mentoringSessions(first: 20) { heldOn notes } } }`;

/** The question as the gateway asks the owner. */
export function askedOfOwner({ kind, selection }: HotPath): string {
  if (kind === 'page') return selection;
  return `query ($id: ID!) { _entities(representations: [{ __typename: "Person", id: $id }]) { ... on Person ${selection} } }`;
}

/** The question as a person asks the hub. */
export function askedOfHub({ kind, selection }: HotPath): string {
  return kind === 'page' ? selection : `query ($id: ID!) { person(id: $id) ${selection} }`;
}

const page = (list: string, fields: string, given = '', counted = false): string =>
  `{ ${list}(first: 50${given}) { ${counted ? 'totalCount ' : ''}edges { node { ${fields} } } pageInfo { hasNextPage } } }`;

const police = { persona: 'merseyside-police.officer', purpose: 'IOM_CASE_MANAGEMENT' } as const;
const nps = { persona: 'nps.probation-officer', purpose: 'IOM_CASE_MANAGEMENT' } as const;
const mentor = { persona: 'mals.mentor', purpose: 'MENTORING_SUPPORT' } as const;

export const HOT_PATHS: readonly HotPath[] = [
  { name: 'case file, police officer', kind: 'case file', ...police, selection: CASE_FILE },
  { name: 'case file, probation officer', kind: 'case file', ...nps, selection: CASE_FILE },
  { name: 'case file, mentor', kind: 'case file', ...mentor, selection: MENTEE },
  { name: 'nominals by id', kind: 'page', ...police, selection: page('nominals', 'givenName name homeBorough') },
  {
    name: 'nominals of a borough, by date of birth',
    kind: 'page',
    servedBy: 'nominal_by_borough',
    ...police,
    selection: page(
      'nominals',
      'givenName name dateOfBirth',
      ', filter: { homeBorough: { equals: LIVERPOOL } }, orderBy: [{ dateOfBirth: DESC }]',
    ),
  },
  {
    name: 'nominals whose given name begins so',
    kind: 'page',
    servedBy: 'nominal_by_given_name',
    ...police,
    selection: page(
      'nominals',
      'givenName name',
      ', filter: { givenName: { startsWith: "Bram" } }, orderBy: [{ givenName: ASC }]',
    ),
  },
  {
    name: 'nominals of a borough, counted',
    kind: 'page',
    ...police,
    selection: page('nominals', 'givenName', ', filter: { homeBorough: { equals: KNOWSLEY } }', true),
  },
  {
    name: 'offences of a kind since a day, the latest first',
    kind: 'page',
    servedBy: 'offence_by_code',
    ...police,
    selection: page(
      'offences',
      'code offenceDate',
      ', filter: { code: { equals: BURGLARY }, offenceDate: { from: "2026-01-01" } }, orderBy: [{ offenceDate: DESC }]',
    ),
  },
  {
    name: 'scores, the highest first',
    kind: 'page',
    servedBy: 'corvus_score_by_score',
    ...police,
    selection: page('corvusScores', 'score band', ', orderBy: [{ score: DESC }]'),
  },
  {
    name: 'own caseload',
    kind: 'page',
    ...nps,
    selection: page('nominals', 'givenName name', ', orderBy: [{ name: ASC }]'),
  },
  { name: 'own mentees', kind: 'page', ...mentor, selection: page('nominals', 'givenName', '', true) },
];
