// A research project from its proposal to its tables, over HTTP: who may take which step, what is refused and charged.
import { Client } from 'pg';

import { ask, hub, setFault } from '../hub/hub';
import { readLedger } from '../hub/read-ledger';
import {
  approvedProject,
  type Asked,
  cellsOf,
  codesOf,
  decide,
  described,
  inDays,
  LEDGER,
  ledgersOf,
  OFFICERS,
  OVERSIGHT,
  propose,
  RESEARCH,
  RESEARCHER,
  table,
} from './research-steps';

const ANOTHER = `${RESEARCHER}#2`;
/** What is open to nobody else, whatever they ask for: a mentor, who pays, and an officer of another organisation. */
const OUTSIDERS: readonly (readonly [string, string])[] = [
  ['mals.mentor', 'MENTORING_SUPPORT'],
  ['pcc.commissioner', 'PERFORMANCE_MONITORING'],
  ['kmbc.iom-coordinator', 'PERFORMANCE_MONITORING'],
  ['merseyside-police.dpo', OVERSIGHT],
  ['mals.dpo', OVERSIGHT],
];
const SPENT = (spent: number, limit = 25) => ({ spent, limit });
const BY_SEX: Asked = { groupBy: ['SEX'], scope: 'ALL' };
const withheld = { code: 'WITHHELD_BY_PROTOCOL' };

const projectOf = async (id: string, persona: string, purpose: string) =>
  ask(persona, purpose, 'query ($id: ID!) { researchProject(id: $id) { id name state } }', { id });
const listOf = async (persona: string, purpose: string) =>
  ask(persona, purpose, '{ researchProjects { id state people } }');

describe('a project', () => {
  let id: string;

  it('is proposed by a researcher, who is one of its people', async () => {
    const { data, errors } = await propose();
    expect(errors).toEqual([]);
    expect(data?.proposeResearchProject).toMatchObject({
      name: 'Reoffending by age',
      state: 'PROPOSED',
      people: [RESEARCHER],
      dimensions: ['AGE_BAND', 'JURISDICTION', 'REOFFENDED_12M', 'SEX'],
      decisions: [],
    });
    id = (data?.proposeResearchProject as { id: string }).id;
  });

  it('gives nothing before all three officers approved it', async () => {
    for (const [index, officer] of OFFICERS.entries()) {
      expect(codesOf(await table(id, BY_SEX))).toEqual(['PROJECT_NOT_APPROVED']);
      const { data, errors } = await decide(id, 'APPROVED', officer);
      expect(errors).toEqual([]);
      expect(data?.decideResearchProject).toMatchObject({ state: index === 2 ? 'APPROVED' : 'PROPOSED' });
      const { decisions } = data?.decideResearchProject as { decisions: readonly object[] };
      expect(decisions).toContainEqual({
        jurisdiction: ['UK', 'NL', 'IT'][index],
        answer: 'APPROVED',
        decidedBy: officer,
      });
    }
    expect(codesOf(await table(id, BY_SEX))).toEqual([]);
  });

  it('is answered once by an officer, and by nobody else', async () => {
    const again = await decide(id, 'APPROVED', OFFICERS[0]);
    expect([codesOf(again), again.errors[0]?.message]).toEqual([['BAD_INPUT'], 'You decided so already.']);
    for (const [persona, purpose] of [...OUTSIDERS, [ANOTHER, RESEARCH] as const, [RESEARCHER, RESEARCH] as const]) {
      const { data, errors } = await decide(id, 'REFUSED', persona, purpose);
      expect([persona, data?.decideResearchProject ?? null, errors.length > 0]).toEqual([persona, null, true]);
    }
    expect((await projectOf(id, RESEARCHER, RESEARCH)).data?.researchProject).toMatchObject({ state: 'APPROVED' });
  });

  it('is shown to its people and to the three officers, with its ledger, and is unknown to others', async () => {
    const all = ['UK', 'NL', 'IT'];
    for (const [persona, purpose, read] of [
      [RESEARCHER, RESEARCH, all] as const,
      // Each officer the ledger of the own partnership.
      ...OFFICERS.map((officer, index) => [officer, OVERSIGHT, all.slice(index, index + 1)] as const),
    ]) {
      const { data, errors } = await ask(
        persona,
        purpose,
        'query ($id: ID!) { researchProject(id: $id) { id question endsOn tables organisation ledgers { jurisdiction spent limit tables { table } } } }',
        { id },
      );
      expect([persona, errors]).toEqual([persona, []]);
      expect(data?.researchProject).toMatchObject({ id, organisation: 'ljmu', tables: 25 });
      expect((data?.researchProject as { ledgers: object[] }).ledgers).toEqual(
        read.map((jurisdiction) => ({ jurisdiction, ...SPENT(1), tables: [{ table: 'SEX' }] })),
      );
      expect((await listOf(persona, purpose)).data?.researchProjects).toContainEqual(expect.objectContaining({ id }));
    }
    const [foreign, unknown] = [
      await projectOf(id, ANOTHER, RESEARCH),
      await projectOf('00000000-0000-4000-8000-000000000000', ANOTHER, RESEARCH),
    ];
    expect(foreign.data?.researchProject).toBeNull();
    expect(foreign.text).toBe(unknown.text);
    expect((await projectOf('no-id', ANOTHER, RESEARCH)).text).toBe(unknown.text);
    expect((await listOf(ANOTHER, RESEARCH)).data?.researchProjects).toEqual([]);
    for (const [persona, purpose] of OUTSIDERS) {
      for (const answer of [await projectOf(id, persona, purpose), await listOf(persona, purpose)]) {
        expect([persona, Object.values(answer.data ?? {}), answer.errors.map(({ extensions }) => extensions)]).toEqual([
          persona,
          [null],
          [expect.objectContaining(withheld)],
        ]);
      }
    }
  });

  it('is proposed by researchers alone', async () => {
    for (const [persona, purpose] of [...OUTSIDERS, ...OFFICERS.map((officer) => [officer, OVERSIGHT] as const)]) {
      const { data, errors } = await propose({}, persona, purpose);
      expect([persona, data?.proposeResearchProject ?? null, errors.length > 0]).toEqual([persona, null, true]);
    }
    expect(codesOf(await propose({ endsOn: inDays(-2) }))).toEqual(['BAD_INPUT']);
    expect(codesOf(await propose({ tables: 26 }))).toEqual(['BAD_INPUT']);
  });

  it('that one officer refuses is refused, also after an approval, and gives nothing', async () => {
    const refused = ((await propose()).data?.proposeResearchProject as { id: string }).id;
    for (const officer of OFFICERS) await decide(refused, 'APPROVED', officer);
    expect(codesOf(await table(refused, BY_SEX))).toEqual([]);
    const { data } = await decide(refused, 'REFUSED', OFFICERS[2]);
    expect(data?.decideResearchProject).toMatchObject({ state: 'REFUSED' });
    for (const asked of [BY_SEX, { groupBy: ['SEX'], scope: 'UK' }]) {
      expect(codesOf(await table(refused, asked))).toEqual(['PROJECT_NOT_APPROVED']);
    }
    expect(codesOf(await decide(refused, 'APPROVED', OFFICERS[2]))).toEqual(['BAD_INPUT']);
  });

  it('lets nobody else ask in it, as if it were not there', async () => {
    const [foreign, unknown] = await Promise.all(
      [id, '00000000-0000-4000-8000-000000000000'].map((project) => table(project, BY_SEX, 'tableId', ANOTHER)),
    );
    expect(foreign && codesOf(foreign)).toEqual(['PROJECT_NOT_APPROVED']);
    expect(foreign?.text).toBe(unknown?.text);
    expect((await described(id, BY_SEX, 'cells', ANOTHER)).text).toContain('PROJECT_NOT_APPROVED');
    for (const [persona, purpose] of [...OUTSIDERS, ...OFFICERS.map((officer) => [officer, OVERSIGHT] as const)]) {
      for (const answer of [
        await table(id, BY_SEX, 'tableId', persona, purpose),
        await described(id, BY_SEX, 'cells', persona, purpose),
      ]) {
        expect([persona, Object.values(answer.data ?? {}), answer.errors.map(({ extensions }) => extensions)]).toEqual([
          persona,
          [null],
          [expect.objectContaining({ code: expect.stringMatching(/^(WITHHELD_BY_PROTOCOL|INPUT_REVEALS_WITHHELD)$/) })],
        ]);
      }
    }
  });
});

describe('a table', () => {
  let id: string;
  beforeAll(async () => {
    id = await approvedProject(['AGE_BAND', 'SEX', 'COHORT_YEAR', 'REOFFENDED_12M', 'MENTORING_INPUT_BAND']);
  }, 60_000);

  it('is the same by every route, to the digit, and is charged once', async () => {
    const whole = await table(id, { groupBy: ['SEX', 'AGE_BAND'], scope: 'UK' });
    expect(whole.errors).toEqual([]);
    expect(whole.data?.cohortStatistics).toMatchObject({
      tableId: 'AGE_BAND+JURISDICTION+SEX',
      ledger: SPENT(1),
    });
    const women = cellsOf(whole).filter(({ categories }) => categories.some(({ category }) => category === 'FEMALE'));
    expect(women).toHaveLength(5);
    const others = await Promise.all([
      table(id, { groupBy: ['SEX', 'AGE_BAND'], scope: 'UK' }),
      table(id, { groupBy: ['AGE_BAND', 'SEX', 'AGE_BAND'], scope: 'UK' }),
      table(id, {
        groupBy: ['AGE_BAND', 'SEX'],
        scope: 'ALL',
        where: [{ dimension: 'JURISDICTION', category: 'UK' }],
      }),
      ...Array.from({ length: 3 }, () =>
        table(id, { groupBy: ['AGE_BAND'], scope: 'UK', where: [{ dimension: 'SEX', category: 'FEMALE' }] }),
      ),
    ]);
    for (const [index, other] of others.entries()) {
      expect([index, other.errors]).toEqual([index, []]);
      expect(cellsOf(other)).toEqual(index < 3 ? cellsOf(whole) : women);
      expect((other.data?.cohortStatistics as { ledger: object }).ledger).toEqual(SPENT(1));
    }
    // All owners side by side: it is the same table of Knowsley, and the first one of the others.
    const sideBySide = await table(id, { groupBy: ['AGE_BAND', 'SEX', 'JURISDICTION'], scope: 'ALL' });
    const ofKnowsley = cellsOf(sideBySide).filter(({ categories }) =>
      categories.some(({ category }) => category === 'UK'),
    );
    expect(ofKnowsley).toEqual(cellsOf(whole));
    expect(await ledgersOf(id)).toEqual(
      ['UK', 'NL', 'IT'].map((jurisdiction) => ({ jurisdiction, spent: 1, tables: ['AGE_BAND+JURISDICTION+SEX'] })),
    );
  }, 60_000);

  it('has values after disclosure control, or markers, and never a zero', async () => {
    const answers = await Promise.all([
      table(id, BY_SEX),
      table(id, { groupBy: ['JURISDICTION'], scope: 'ALL' }),
      table(id, { groupBy: ['COHORT_YEAR'], scope: 'UK' }),
    ]);
    const cells = answers.flatMap(cellsOf);
    expect(cells.filter(({ status }) => status === 'PUBLISHED').length).toBeGreaterThan(0);
    for (const { status, count, marker } of cells) {
      if (status === 'PUBLISHED') expect([marker, (count ?? 0) >= 10]).toEqual([null, true]);
      else expect([count, marker]).toEqual([null, status === 'SUPPRESSED' ? '[c]' : '[z]']);
    }
    // What is not closed yet cannot hold anybody, whatever there is.
    const later = cellsOf(answers[2]).slice(-2);
    expect(later.map(({ status }) => status)).toEqual(['STRUCTURAL_ZERO', 'STRUCTURAL_ZERO']);
  });

  it('of rates says by which definitions, in a file too', async () => {
    const rates: Asked = { groupBy: ['JURISDICTION'], scope: 'ALL', measure: 'REOFFENDING_RATE_12M' };
    const { data, errors } = await table(
      id,
      rates,
      'tableId cells { rate low high status marker categories { category } } sigma thresholds { leastCount leastPeople leastDenominator } snapshots { jurisdiction quarter snapshot closedUntil } definitions { jurisdiction version text } notes { en nl it } citation csv json disclosure',
    );
    expect(errors).toEqual([]);
    const told = data?.cohortStatistics as Record<string, unknown> & {
      cells: { rate: number | null; low: number; high: number; marker: string | null; categories: object[] }[];
      definitions: { jurisdiction: string }[];
      csv: string;
      json: string;
      citation: string;
    };
    expect(told).toMatchObject({
      tableId: 'JURISDICTION+REOFFENDED_12M',
      sigma: 6,
      thresholds: { leastCount: 10, leastPeople: 3, leastDenominator: 30 },
    });
    expect(told.cells.map(({ categories }) => categories)).toEqual(
      ['UK', 'NL', 'IT'].map((category) => [{ category }]),
    );
    for (const { rate, low, high, marker } of told.cells) {
      if (rate === null) expect(marker).toBe('[c]');
      else
        expect([low <= rate, rate <= high, Math.round(rate * 100) === rate * 100]).toEqual([
          true,
          true,
          expect.any(Boolean),
        ]);
    }
    expect(told.definitions.map(({ jurisdiction }) => jurisdiction).sort()).toEqual(['IT', 'NL', 'UK']);
    expect(told.csv.split('\r\n').slice(0, 2)).toEqual([
      'JURISDICTION,rate,low,high',
      expect.stringMatching(/^UK,(0\.\d+|\[c\]|1|0),/),
    ]);
    expect(JSON.parse(told.json)).toMatchObject({ table: told['tableId'], disclosure: told['disclosure'] });
    expect(told.citation).toContain(String(told['disclosure']));
    expect(told['disclosure']).toContain(id);
  });

  it('of means is of who records sessions, and of the others not available', async () => {
    const answer = await table(id, { groupBy: ['JURISDICTION'], scope: 'ALL', measure: 'MEAN_MENTORING_SESSIONS' });
    expect(answer.errors).toEqual([]);
    expect(cellsOf(answer).map(({ marker, mean }) => marker ?? typeof mean)).toEqual([
      expect.stringMatching(/^(number|\[c\])$/),
      '[x]',
      expect.stringMatching(/^(number|\[c\])$/),
    ]);
  });

  it('is described beforehand, for nothing', async () => {
    const before = await ledgersOf(id);
    const asked: Asked = { groupBy: ['COHORT_YEAR', 'SEX'], scope: 'UK' };
    const selection = `tableId rows cells structuralZeros costs ${LEDGER} coarser { dimensions cells } notes { nl }`;
    const first = await described(id, asked, selection);
    expect(first.errors).toEqual([]);
    expect(first.data?.describeTable).toMatchObject({
      tableId: 'COHORT_YEAR+JURISDICTION+SEX',
      rows: 21,
      cells: 63,
      costs: 1,
      coarser: expect.arrayContaining([{ dimensions: ['JURISDICTION', 'SEX'], cells: 9 }]),
    });
    expect(await ledgersOf(id)).toEqual(before);
    const given = cellsOf(await table(id, asked));
    const { structuralZeros } = first.data?.describeTable as { structuralZeros: number };
    expect(structuralZeros).toBe(given.filter(({ status }) => status === 'STRUCTURAL_ZERO').length);
    expect(structuralZeros).toBeGreaterThan(0);
    expect((await described(id, asked, 'costs')).data?.describeTable).toEqual({ costs: 0 });
  });

  it('is in the ledger of each owner that gave it, and concerns nobody by name', async () => {
    const { headers } = await table(id, { groupBy: ['AGE_BAND'], scope: 'ALL' });
    const requestId = headers.get('x-request-id');
    for (const owner of ['knowsley-iom', 'safety-house', 'eri'] as const) {
      const lines = (await readLedger(owner)).filter((line) => JSON.stringify(line).includes(String(requestId)));
      expect([owner, lines.length]).toEqual([owner, 1]);
      expect(JSON.stringify(lines)).toContain('XJ-RESEARCH/aggregates');
    }
    const ofExchange = (await readLedger('exchange')).filter((line) => JSON.stringify(line).includes(id));
    expect(ofExchange).toEqual([]);
  });
});

describe('what is refused charges nothing', () => {
  let id: string;
  let small: string;
  beforeAll(async () => {
    id = await approvedProject(['AGE_BAND', 'SEX', 'PATHWAY', 'RISK_BAND', 'COHORT_YEAR', 'REOFFENDED_12M']);
    small = await approvedProject(['AGE_BAND', 'SEX', 'COHORT_YEAR'], 1);
  }, 60_000);

  const nothing = ['UK', 'NL', 'IT'].map((jurisdiction) => ({ jurisdiction, spent: 0, tables: [] }));
  const refuses = async (asked: Asked, code: string, words?: RegExp): Promise<void> => {
    for (const answer of [await table(id, asked), await table(id, asked)]) {
      expect(codesOf(answer)).toEqual([code]);
      expect(answer.data?.cohortStatistics).toBeNull();
      if (words !== undefined) expect(answer.errors[0]?.message).toMatch(words);
    }
    expect(await ledgersOf(id)).toEqual(nothing);
  };

  it.each<readonly [string, Asked, string, RegExp]>([
    [
      'a category that is not published',
      { groupBy: ['SEX'], scope: 'ALL', where: [{ dimension: 'AGE_BAND', category: 'FROM_12_TO_17' }] },
      'BAD_INPUT',
      /no published category of AGE_BAND: it has FROM_18_TO_24/,
    ],
    [
      'a fifth dimension',
      { groupBy: ['AGE_BAND', 'SEX', 'PATHWAY', 'RISK_BAND', 'COHORT_YEAR'], scope: 'ALL' },
      'BAD_INPUT',
      /4 dimensions at most/,
    ],
    [
      'a fifth by its scope',
      { groupBy: ['AGE_BAND', 'SEX', 'PATHWAY', 'RISK_BAND'], scope: 'UK' },
      'BAD_INPUT',
      /4 dimensions at most/,
    ],
    [
      'a dimension outside the project',
      { groupBy: ['OFFENCE_GROUP'], scope: 'UK' },
      'DIMENSION_NOT_APPROVED',
      /not approved/,
    ],
    [
      'a dimension outside the project, as a filter',
      { groupBy: ['SEX'], scope: 'UK', where: [{ dimension: 'OFFENCE_GROUP', category: 'THEFT' }] },
      'DIMENSION_NOT_APPROVED',
      /not approved/,
    ],
    [
      'a dimension outside the project, by its measure',
      { groupBy: ['SEX'], scope: 'UK', measure: 'EMPLOYED_RATE' },
      'DIMENSION_NOT_APPROVED',
      /not approved/,
    ],
    [
      'a total over mixed definitions that nobody accepted',
      { groupBy: ['SEX'], scope: 'ALL', measure: 'REOFFENDING_RATE_12M' },
      'BAD_INPUT',
      /acceptMixedDefinitions/,
    ],
  ])('%s', async (_what, asked, code, words) => {
    await refuses(asked, code, words);
  });

  it('a dimension that there is not, which the graph does not know', async () => {
    const answer = await table(id, { groupBy: ['EXTREMISM'], scope: 'ALL' });
    expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_INPUT']]);
  });

  it('a table beyond the ledger, while those that were given can be had again', async () => {
    expect((await table(small, { groupBy: ['SEX'], scope: 'UK' })).data?.cohortStatistics).toMatchObject({
      ledger: SPENT(1, 1),
    });
    for (const asked of [
      { groupBy: ['AGE_BAND'], scope: 'UK' },
      // The others have given nothing yet, and are charged nothing.
      { groupBy: ['AGE_BAND', 'JURISDICTION'], scope: 'ALL' },
      { groupBy: ['COHORT_YEAR'], scope: 'ALL' },
    ]) {
      expect(codesOf(await table(small, asked))).toEqual(['TABLES_SPENT']);
    }
    expect(await ledgersOf(small)).toEqual([
      { jurisdiction: 'UK', spent: 1, tables: ['JURISDICTION+SEX'] },
      { jurisdiction: 'NL', spent: 0, tables: [] },
      { jurisdiction: 'IT', spent: 0, tables: [] },
    ]);
    expect(codesOf(await table(small, { groupBy: ['SEX'], scope: 'UK' }))).toEqual([]);
  });

  it('a total while one owner is down, which is named; the others’ own tables are given', async () => {
    await setFault('eri', 'down');
    try {
      const answer = await table(id, BY_SEX);
      expect(answer.data?.cohortStatistics).toBeNull();
      expect(answer.errors.map(({ extensions }) => extensions)).toEqual([{ code: 'SOURCE_UNAVAILABLE', owner: 'eri' }]);
      expect(codesOf(await described(id, BY_SEX, 'cells'))).toEqual(['SOURCE_UNAVAILABLE']);
      // The ledgers of the others stand.
      const { data, errors } = await ask(
        RESEARCHER,
        RESEARCH,
        'query ($id: ID!) { researchProject(id: $id) { name ledgers { jurisdiction spent } } }',
        { id },
      );
      expect((data?.researchProject as { ledgers: object[] }).ledgers).toEqual([
        { jurisdiction: 'UK', spent: 0 },
        { jurisdiction: 'NL', spent: 0 },
        { jurisdiction: 'IT', spent: null },
      ]);
      expect(errors.map(({ extensions, path }) => [extensions.code, path])).toEqual([
        ['SOURCE_UNAVAILABLE', ['researchProject', 'ledgers', 2, 'spent']],
      ]);
    } finally {
      await setFault('eri', 'none');
    }
    expect(await ledgersOf(id)).toEqual(nothing);
  }, 60_000);

  const databases = hub.databases;
  /** The embedded database belongs to its owner's process alone; unit tests have owners of different quarters. */
  (databases['eri'] === undefined ? it.skip : it)('a table while an owner has another snapshot', async () => {
    const admin = new Client({ connectionString: databases['eri'] });
    await admin.connect();
    try {
      const { rows } = await admin.query<{ quarter: string }>('select quarter from research_snapshot');
      expect(rows).toHaveLength(1);
      await admin.query("update research_snapshot set quarter = '2019-Q1'");
      await refuses(BY_SEX, 'SNAPSHOTS_DIFFER', /one quarter/);
      await refuses({ groupBy: ['SEX', 'JURISDICTION'], scope: 'ALL' }, 'SNAPSHOTS_DIFFER');
      await admin.query('update research_snapshot set quarter = $1', [rows[0]?.quarter]);
    } finally {
      await admin.end();
    }
  });

  const exchange = databases['exchange'];
  (exchange === undefined ? it.skip : it)(
    'a table of a project that has ended',
    async () => {
      const ended = await approvedProject(['SEX']);
      const admin = new Client({ connectionString: exchange });
      await admin.connect();
      try {
        await admin.query('update research_project set ends_on = $2 where id = $1', [ended, inDays(-3)]);
      } finally {
        await admin.end();
      }
      expect(codesOf(await table(ended, BY_SEX))).toEqual(['PROJECT_ENDED']);
      expect((await projectOf(ended, RESEARCHER, RESEARCH)).data?.researchProject).toMatchObject({ state: 'ENDED' });
      expect(await ledgersOf(ended)).toEqual(nothing);
    },
    60_000,
  );
});
