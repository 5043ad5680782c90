// What the research pages ask: projects and decisions, a table described before it is asked for, the table, its files.

const OF_PROJECT = `id name question dimensions people organisation endsOn tables state proposedAt
    decisions { jurisdiction answer decidedBy decidedAt }`;

export const PROJECTS_QUERY = `query ResearchProjects {
  researchProjects { ${OF_PROJECT} }
}`;

export const PROJECT_QUERY = `query ResearchProject($id: ID!) {
  researchProject(id: $id) {
    ${OF_PROJECT}
    ledgers { jurisdiction spent limit tables { table givenAt } }
  }
}`;

export const PROPOSE_MUTATION = `mutation Propose($input: ProposeResearchProjectInput!) {
  proposeResearchProject(input: $input) { id }
}`;

export const DECIDE_MUTATION = `mutation Decide($input: DecideResearchProjectInput!) {
  decideResearchProject(input: $input) { id }
}`;

const ARGUMENTS =
  '$project: ID!, $groupBy: [Dimension!]!, $scope: Scope!, $where: [DimensionFilter!], $measure: Measure!, ' +
  '$acceptMixedDefinitions: Boolean!';
const GIVEN =
  'project: $project, groupBy: $groupBy, scope: $scope, where: $where, measure: $measure, ' +
  'acceptMixedDefinitions: $acceptMixedDefinitions';
const METHOD = `thresholds { leastCount leastPeople leastDenominator }
    snapshots { jurisdiction quarter closedUntil }
    definitions { jurisdiction version text }
    notes { en nl it }
    ledger { spent limit }`;
/** A table states its definitions in English; here they are in three languages. */
const DEFINITIONS = 'definitions { version text { en nl it } }';

export const DESCRIBE_QUERY = `query DescribeTable(${ARGUMENTS}) {
  describeTable(${GIVEN}) {
    tableId dimensions rows cells structuralZeros costs
    coarser { dimensions cells }
    ${METHOD}
  }
  ${DEFINITIONS}
}`;

export const TABLE_QUERY = `query Table(${ARGUMENTS}) {
  cohortStatistics(${GIVEN}) {
    tableId measure scope dimensions citation disclosure
    cells { categories { dimension category } count rate mean low high status marker }
    ${METHOD}
  }
  ${DEFINITIONS}
}`;

/** A table as a file, in the graph's own text. */
export function fileQuery(format: 'csv' | 'json'): string {
  return `query TableFile(${ARGUMENTS}) {
  cohortStatistics(${GIVEN}) { tableId ${format} }
}`;
}
