// Properties of questions over HTTP: one table has the same digits by whatever route and is charged once, and what is
// refused or charged says nothing of whom the owners have.
import { type Dimension, DIMENSIONS } from '../../disclosure-control/lattice';
import { createSynthetic } from '../../subgraphs/common/loading/synthetic';
import { type Answer, hub } from '../hub/hub';
import { type HubAddress, type LaunchedHub, launchHub } from '../hub/launch-hub';
import { newProject, researcherAt } from './attacks/hub-oracle';
import { approvedProject, type Asked, type Cell, cellsOf, codesOf, ledgersOf, table } from './research-steps';

type Drawn = ReturnType<typeof createSynthetic>;
const ALL = Object.keys(DIMENSIONS) as Dimension[];
const SCOPES = ['ALL', 'UK', 'NL', 'IT'] as const;

/** Thirty at once can be more than a busy machine answers in time: as the refusal says, it is asked again. */
async function untilGiven(ask: () => Promise<Answer>, left = 5): Promise<Answer> {
  const answer = await ask();
  return left > 0 && codesOf(answer).includes('SOURCE_UNAVAILABLE') ? untilGiven(ask, left - 1) : answer;
}

const keyOf = ({ categories }: Cell): string =>
  [...categories]
    .map(({ dimension, category }) => `${dimension}=${category}`)
    .sort()
    .join(' ');

describe('one table', () => {
  let told = 0;
  const random = createSynthetic('1', 'routes');
  const shuffled = <Item>(items: readonly Item[]): Item[] => {
    const left = [...items];
    return items.map(() => left.splice(random.integer(0, left.length - 1), 1)[0] as Item);
  };
  /** A question for some rows of the table, or all. */
  const aRoute = (dimensions: readonly Dimension[]): Asked => {
    const asOwn = dimensions.includes('JURISDICTION');
    const scope = asOwn && random.chance(0.5) ? random.pick(SCOPES) : 'ALL';
    const filtered = dimensions.filter((each) => each !== 'JURISDICTION' && random.chance(0.3));
    const where = filtered.map((dimension) => ({ dimension, category: random.pick<string>(DIMENSIONS[dimension]) }));
    const left = dimensions.filter((each) => !filtered.includes(each) && !(each === 'JURISDICTION' && scope !== 'ALL'));
    const groupBy = shuffled([
      ...left,
      ...left.filter(() => random.chance(0.3)),
      ...filtered.filter(() => random.chance(0.3)),
    ]);
    return { groupBy, where: shuffled(where), scope, acceptMixedDefinitions: true };
  };

  it.each<readonly [readonly Dimension[]]>([
    [['AGE_BAND', 'JURISDICTION', 'REOFFENDED_12M']],
    [['AGE_BAND', 'OFFENCE_GROUP', 'SEX']],
    [['COHORT_YEAR', 'JURISDICTION', 'PATHWAY', 'SEX']],
    [['PATHWAY', 'SEX']],
  ])(
    '%j has the same digits by any route, thirty at once, and is charged once',
    async (dimensions) => {
      const project = await approvedProject(dimensions);
      const answers = await Promise.all(
        Array.from({ length: 30 }, async () => {
          const asked = aRoute(dimensions);
          return { asked, answer: await untilGiven(() => table(project, asked)) };
        }),
      );
      const whole = await table(project, { groupBy: dimensions, scope: 'ALL', acceptMixedDefinitions: true });
      const digits = new Map(cellsOf(whole).map((cell) => [keyOf(cell), [cell.count, cell.marker]]));
      told += [...digits.values()].filter(([count]) => count !== null).length;
      for (const { asked, answer } of answers) {
        expect([asked, answer.errors]).toEqual([asked, []]);
        const cells = cellsOf(answer);
        expect(cells.length).toBeGreaterThan(0);
        for (const cell of cells)
          expect([asked, cell.count, cell.marker]).toEqual([asked, ...(digits.get(keyOf(cell)) ?? [])]);
        expect((answer.data?.cohortStatistics as { ledger: { spent: number } }).ledger.spent).toBe(1);
      }
      const tables = [[...dimensions].sort().join('+')];
      expect(await ledgersOf(project)).toEqual(
        ['UK', 'NL', 'IT'].map((jurisdiction) => ({ jurisdiction, spent: 1, tables })),
      );
    },
    120_000,
  );

  // Of the few people of this hub, noise decides which cells are told; not of all tables together.
  it('tells something in them', () => {
    expect(told).toBeGreaterThan(0);
  });
});

describe('two hundred questions by chance', () => {
  const APPROVED: readonly Dimension[] = ['AGE_BAND', 'SEX', 'PATHWAY', 'COHORT_YEAR', 'REOFFENDED_12M'];
  const LIMIT = 8;
  const TABLE = `query ($project: ID!, $groupBy: [Dimension!]!, $scope: Scope!, $where: [DimensionFilter!], $measure: Measure!, $mixed: Boolean!) {
    cohortStatistics(project: $project, groupBy: $groupBy, scope: $scope, where: $where, measure: $measure, acceptMixedDefinitions: $mixed) {
      tableId ledger { spent limit } } }`;
  const LEDGERS =
    'query ($id: ID!) { researchProject(id: $id) { ledgers { jurisdiction spent limit tables { table } } } }';
  const MEASURES = ['COUNT', 'REOFFENDING_RATE_12M', 'EMPLOYED_RATE', 'HOUSED_RATE', 'MEAN_MENTORING_SESSIONS'];
  let other: LaunchedHub;
  beforeAll(async () => {
    // Other people, and another number of them.
    other = await launchHub({ CONCORDAT_SEED: '77', CONCORDAT_PEOPLE: 'knowsley-iom=500,safety-house=200,eri=60' });
  }, 480_000);
  afterAll(() => other.stop(), 60_000);

  const aQuestion = (random: Drawn): object => {
    const from = random.chance(0.85) ? APPROVED : ALL;
    const groupBy = Array.from({ length: random.integer(0, 4) }, () => random.pick(from));
    const where = Array.from({ length: random.chance(0.4) ? random.integer(1, 2) : 0 }, () => {
      const dimension = random.pick(from);
      return { dimension, category: random.chance(0.9) ? random.pick<string>(DIMENSIONS[dimension]) : 'FROM_12_TO_17' };
    });
    const measure = random.chance(0.6) ? 'COUNT' : random.pick(MEASURES);
    return { groupBy, where, measure, scope: random.pick(SCOPES), mixed: random.chance(0.8) };
  };

  async function askAll(address: HubAddress) {
    const random = createSynthetic('1', 'two hundred questions');
    const ask = await researcherAt(address);
    const project = await newProject(address, 'By chance', APPROVED, LIMIT);
    const told: string[] = [];
    for (let number = 0; number < 200; number += 1) {
      const foreign = random.chance(0.05);
      const variables = { ...aQuestion(random), project: foreign ? '00000000-0000-4000-8000-000000000000' : project };
      const { text, errors, data } = await ask(TABLE, variables);
      // What is refused is compared as it left; what is given by which table it is and what it cost.
      told.push(errors === undefined ? JSON.stringify(data) : text);
    }
    const { data } = await ask(LEDGERS, { id: project });
    return { told, ledgers: data?.['researchProject'] };
  }

  it('are refused in the same bytes and charged alike, whoever the people are', async () => {
    const [one, two] = await Promise.all([askAll(hub), askAll(other.address)]);
    expect(two).toEqual(one);
    const codes = new Set(one.told.map((text) => /"code":"(\w+)"/.exec(text)?.[1] ?? 'given'));
    expect([...codes].sort()).toEqual(
      ['BAD_INPUT', 'DIMENSION_NOT_APPROVED', 'PROJECT_NOT_APPROVED', 'TABLES_SPENT', 'given'].sort(),
    );
  }, 300_000);
});
