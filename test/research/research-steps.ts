import { type Answer, ask, hub } from '../hub/hub';
import { runHubCommand } from '../hub/launch-hub';

export const RESEARCHER = 'ljmu.researcher';
export const RESEARCH = 'EVALUATION_RESEARCH';
export const OFFICERS = ['knowsley.dpo', 'the-hague.dpo', 'turin.dpo'] as const;
export const OVERSIGHT = 'OVERSIGHT';

/** A question about a table, as GraphQL writes it after the project. */
export interface Asked {
  readonly groupBy: readonly string[];
  readonly scope: string;
  readonly where?: readonly { readonly dimension: string; readonly category: string }[];
  readonly measure?: string;
  readonly acceptMixedDefinitions?: boolean;
}

export interface Cell {
  readonly categories: readonly { readonly dimension: string; readonly category: string }[];
  readonly count: number | null;
  readonly rate: number | null;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly status: string;
  readonly marker: string | null;
}

const ARGUMENTS =
  '$project: ID!, $groupBy: [Dimension!]!, $scope: Scope!, $where: [DimensionFilter!], $measure: Measure! = COUNT, $acceptMixedDefinitions: Boolean! = false';
const GIVEN =
  'project: $project, groupBy: $groupBy, scope: $scope, where: $where, measure: $measure, acceptMixedDefinitions: $acceptMixedDefinitions';
const CELLS = 'cells { categories { dimension category } count rate mean low high status marker }';
export const LEDGER = 'ledger { spent limit }';

/** Asks for a table, as the researcher unless told otherwise. */
export function table(
  project: string,
  asked: Asked,
  selection = `tableId ${CELLS} ${LEDGER}`,
  persona = RESEARCHER,
  purpose = RESEARCH,
): Promise<Answer> {
  const query = `query (${ARGUMENTS}) { cohortStatistics(${GIVEN}) { ${selection} } }`;
  return ask(persona, purpose, query, { project, ...asked });
}

/** Has a table described, as the researcher unless told otherwise. */
export function described(
  project: string,
  asked: Asked,
  selection: string,
  persona = RESEARCHER,
  purpose = RESEARCH,
): Promise<Answer> {
  const query = `query (${ARGUMENTS}) { describeTable(${GIVEN}) { ${selection} } }`;
  return ask(persona, purpose, query, { project, ...asked });
}

export function cellsOf({ data }: Answer): readonly Cell[] {
  return (data?.cohortStatistics as { cells: readonly Cell[] } | null)?.cells ?? [];
}

export const codesOf = ({ errors }: Answer): unknown[] => errors.map(({ extensions }) => extensions.code);

/** A project that is approved, by the command that makes one for development. */
export async function approvedProject(dimensions: readonly string[], tables = 25): Promise<string> {
  const told = await runHubCommand(
    hub,
    'development/project',
    ...[
      'create',
      '--name',
      'A project of tests',
      '--dimensions',
      dimensions.join(','),
      '--tables',
      String(tables),
      '--json',
    ],
  );
  return (JSON.parse(told) as { projectId: string }).projectId;
}

export interface Proposal {
  readonly name: string;
  readonly question: string;
  readonly dimensions: readonly string[];
  readonly people: readonly string[];
  readonly endsOn: string;
  readonly tables: number;
}

export function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

export function propose(proposal: Partial<Proposal> = {}, persona = RESEARCHER, purpose = RESEARCH): Promise<Answer> {
  const input: Proposal = {
    name: 'Reoffending by age',
    question: 'Who reoffends within twelve months?',
    dimensions: ['AGE_BAND', 'SEX', 'REOFFENDED_12M'],
    people: [],
    endsOn: inDays(30),
    tables: 25,
    ...proposal,
  };
  return ask(
    persona,
    purpose,
    'mutation ($input: ProposeResearchProjectInput!) { proposeResearchProject(input: $input) { id name state people dimensions decisions { jurisdiction answer } } }',
    { input },
  );
}

export function decide(project: string, answer: string, persona: string, purpose = OVERSIGHT): Promise<Answer> {
  return ask(
    persona,
    purpose,
    'mutation ($input: DecideResearchProjectInput!) { decideResearchProject(input: $input) { state decisions { jurisdiction answer decidedBy } } }',
    { input: { project, answer } },
  );
}

/** What each owner has given to a project. */
export async function ledgersOf(
  project: string,
): Promise<readonly { readonly jurisdiction: string; readonly spent: number; readonly tables: readonly string[] }[]> {
  const { data, errors } = await ask(
    RESEARCHER,
    RESEARCH,
    'query ($id: ID!) { researchProject(id: $id) { ledgers { jurisdiction spent limit tables { table givenAt } } } }',
    { id: project },
  );
  if (errors.length > 0) throw new Error(`The ledgers are not told: ${JSON.stringify(errors)}`);
  const { ledgers } = data?.researchProject as {
    ledgers: readonly { jurisdiction: string; spent: number; tables: readonly { table: string }[] }[];
  };
  return ledgers.map(({ jurisdiction, spent, tables }) => ({
    jurisdiction,
    spent,
    tables: tables.map((each) => each.table),
  }));
}
