// What is asked of Knowsley all day long: case files of one person, and pages of fifty with filters and orders.
import type { Purpose } from '../../schema/purposes';

export interface HotPath {
  readonly name: string;
  readonly kind: 'case file' | 'page';
  readonly persona: string;
  readonly purpose: Purpose;
  readonly query: string;
  /** The index by which a page finds its rows, where a filter or an order asks for few of many. */
  readonly servedBy?: string;
}

const PERSON = 'query ($id: ID!) { _entities(representations: [{ __typename: "Person", id: $id }]) { ... on Person';
const CASE_FILE = `${PERSON} { nominal {
  givenName name dateOfBirth homeBorough address phone communicationNeed mentorSafetyBand
  cohortMemberships { status memberFrom } supervisions { regime riskOfHarm } offenderManagers { name telephone }
  offences(first: 20) { code offenceClass offenceDate month } corvusScores { band score } costsOfCrime { band amountGbp }
  custodyEpisodes { status expectedRelease prison } pathwayStatuses { pathway state need } referrals { stage reason }
  licenceConditions { kind area } intelligenceReports { text } healthNotes { kind text } } } } }`;
const MENTEE = `${PERSON} { nominal { givenName name mentorSafetyBand pathwayStatuses { pathway } offences(first: 2) { code } }
  malsClient { givenName name mentoringSessions(first: 20) { heldOn notes } } } } }`;
const page = (list: string, fields: string, given = '', counted = false): string =>
  `{ ${list}(first: 50${given}) { ${counted ? 'totalCount ' : ''}edges { node { ${fields} } } pageInfo { hasNextPage } } }`;

const police = { persona: 'merseyside-police.officer', purpose: 'IOM_CASE_MANAGEMENT' } as const;
const nps = { persona: 'nps.probation-officer', purpose: 'IOM_CASE_MANAGEMENT' } as const;
const mentor = { persona: 'mals.mentor', purpose: 'MENTORING_SUPPORT' } as const;

export const HOT_PATHS: readonly HotPath[] = [
  { name: 'case file, police officer', kind: 'case file', ...police, query: CASE_FILE },
  { name: 'case file, probation officer', kind: 'case file', ...nps, query: CASE_FILE },
  { name: 'case file, mentor', kind: 'case file', ...mentor, query: MENTEE },
  { name: 'nominals by id', kind: 'page', ...police, query: page('nominals', 'givenName name homeBorough') },
  {
    name: 'nominals of a borough, by date of birth',
    kind: 'page',
    servedBy: 'nominal_by_borough',
    ...police,
    query: page(
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
    query: page(
      'nominals',
      'givenName name',
      ', filter: { givenName: { startsWith: "Bram" } }, orderBy: [{ givenName: ASC }]',
    ),
  },
  {
    name: 'nominals of a borough, counted',
    kind: 'page',
    ...police,
    query: page('nominals', 'givenName', ', filter: { homeBorough: { equals: KNOWSLEY } }', true),
  },
  {
    name: 'offences of a kind since a day, the latest first',
    kind: 'page',
    servedBy: 'offence_by_code',
    ...police,
    query: page(
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
    query: page('corvusScores', 'score band', ', orderBy: [{ score: DESC }]'),
  },
  {
    name: 'own caseload',
    kind: 'page',
    ...nps,
    query: page('nominals', 'givenName name', ', orderBy: [{ name: ASC }]'),
  },
  { name: 'own mentees', kind: 'page', ...mentor, query: page('nominals', 'givenName', '', true) },
];
