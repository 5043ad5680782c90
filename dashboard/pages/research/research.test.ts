import { readAnswer } from '../../graph/graph-answer';
import { LANGUAGES } from '../../words/languages';
import { wordsOf } from '../../words/words';
import type { PersonalVisit } from '../page';
import { barChart, MOST_BARS } from './bar-chart';
import { allDimensions, categoriesOf, categoryName, dimensionName, JURISDICTION, tableName } from './dimensions';
import { asksForTable, coarserRequest, queryOf, readTableRequest, variablesOf } from './read-table-request';
import { giveTable, showTable } from './show-table';

const ADDRESS = 'measure=EMPLOYED_RATE&scope=NL&by=SEX&by=AGE_BAND&only.PATHWAY=OTHER&mixed=yes';
const read = (address: string) => readTableRequest(new URLSearchParams(address));

const cell = (category: string, more: object) => ({
  ...{ categories: [{ dimension: 'SEX', category }], count: null, rate: null, mean: null, low: null, high: null },
  ...{ status: 'PUBLISHED', marker: null, ...more },
});
const SUPPRESSED = { status: 'SUPPRESSED', marker: '[c]' };
const table = (measure: string, cells: readonly object[]) => ({
  ...{ tableId: 'SEX', measure, scope: 'ALL', dimensions: ['SEX'], cells },
  ...{ thresholds: null, snapshots: [], definitions: [], notes: [], ledger: { spent: 1, limit: 25 } },
  ...{ citation: 'Cited.', disclosure: 'reference', csv: 'SEX,count\r\n', json: '{}' },
});
const visitOf = (answered: object | null, errors: readonly object[] = [], language: 'en' | 'nl' | 'it' = 'en') =>
  ({
    words: wordsOf(language),
    href: (address: string) => address,
    params: { id: 'p' },
    query: new URLSearchParams(ADDRESS),
    ask: () =>
      Promise.resolve(readAnswer({ data: { cohortStatistics: answered, definitions: [] }, errors: errors as never })),
  }) as unknown as PersonalVisit;
const modelOf = async (visit: PersonalVisit) =>
  (await showTable(visit)).model as {
    rows: { values: string[] }[];
    chart: ReturnType<typeof barChart>;
    markers: string[];
    citation: { lang: string | null };
  };

it('reads a question from an address, and writes the same address', () => {
  expect(read(ADDRESS)).toEqual({
    measure: 'EMPLOYED_RATE',
    scope: 'NL',
    groupBy: ['AGE_BAND', 'SEX'],
    only: { PATHWAY: 'OTHER' },
    acceptMixedDefinitions: true,
  });
  expect(read(queryOf(read(ADDRESS)))).toEqual(read(ADDRESS));
  expect(variablesOf('p', read(ADDRESS))).toEqual({
    ...{ project: 'p', measure: 'EMPLOYED_RATE', scope: 'NL', groupBy: ['AGE_BAND', 'SEX'] },
    where: [{ dimension: 'PATHWAY', category: 'OTHER' }],
    acceptMixedDefinitions: true,
  });
});

it('leaves out whatever the graph has no word for', () => {
  expect(read('measure=EVERYBODY&scope=US&by=SHOE_SIZE&only.SEX=OTHER&only.JURISDICTION=UK')).toEqual({
    ...{ measure: 'COUNT', scope: 'ALL', groupBy: [], only: {}, acceptMixedDefinitions: false },
  });
  expect([asksForTable(new URLSearchParams('lng=nl')), asksForTable(new URLSearchParams('by=SEX'))]).toEqual([
    false,
    true,
  ]);
});

it('asks for a coarser table by leaving out break-downs, filters and the one owner', () => {
  const asked = read(ADDRESS);
  expect(coarserRequest(asked, ['AGE_BAND', 'EMPLOYMENT_OUTCOME', 'JURISDICTION', 'SEX'])).toMatchObject({
    ...{ scope: 'NL', groupBy: ['AGE_BAND', 'SEX'], only: {} },
  });
  expect(coarserRequest(asked, ['PATHWAY', 'SEX'])).toMatchObject({
    ...{ scope: 'ALL', groupBy: ['SEX'], only: { PATHWAY: 'OTHER' } },
  });
});

it.each(LANGUAGES)('has words in %s for every dimension and category of the graph', (language) => {
  const words = wordsOf(language);
  for (const dimension of allDimensions()) {
    expect(dimensionName(words, dimension)).not.toBe(dimension);
    const categories = dimension === JURISDICTION ? ['UK', 'NL', 'IT'] : categoriesOf(dimension);
    expect(categories).not.toEqual([]);
    for (const category of categories) expect(categoryName(words, dimension, category)).not.toBe(category);
  }
});

it('calls a table by its dimensions', () => {
  expect(tableName(wordsOf('en'), 'AGE_BAND+SEX')).toBe('Age band at entry × Sex as recorded');
  expect(tableName(wordsOf('nl'), 'MEAN:MENTORING_SESSIONS@SEX')).toBe(
    'Gemiddeld aantal gesprekken met een mentor in de twaalf maanden na instroom: Geslacht zoals vastgelegd',
  );
});

it('shows a marker where there is no value, never a zero', async () => {
  const model = await modelOf(visitOf(table('COUNT', [cell('FEMALE', SUPPRESSED), cell('MALE', { count: 1234 })])));
  expect(model.rows.map(({ values }) => values)).toEqual([['[c]'], ['1,234']]);
  expect(model.chart?.rows.map(({ bar, text }) => [bar?.width ?? null, text.text])).toEqual([
    [null, '[c]'],
    [230, '1,234'],
  ]);
  expect(model.markers).toEqual(['Suppressed: few people or none, or too few with an outcome; [c]']);
});

it('shows a rate with its interval as the language writes it, and marks what is in English only', async () => {
  const cells = [cell('FEMALE', SUPPRESSED), cell('MALE', { rate: 0.4, low: 0.3, high: 0.52 })];
  const model = await modelOf(visitOf(table('REOFFENDING_RATE_12M', cells), [], 'it'));
  expect(model.rows.map(({ values }) => values)).toEqual([
    ['[c]', '[c]'],
    ['40%', 'da 30% a 52%'],
  ]);
  // Of a share the whole width is everybody.
  expect(model.chart?.rows[1]).toMatchObject({ bar: { width: 92 }, interval: { from: 69, to: 119.6 } });
  expect(model.citation.lang).toBe('en');
});

it('draws no chart of what has no value, or of too many rows', () => {
  const bar = { label: 'a', low: null, high: null, text: '' };
  expect(barChart([{ ...bar, value: null }])).toBeNull();
  expect(barChart(Array.from({ length: MOST_BARS + 1 }, () => ({ ...bar, value: 1 })))).toBeNull();
});

it('breaks the label of a bar into lines, and draws each below the other', () => {
  const label = 'Other needs: health, substances, children and families, women, entered before 2024';
  const chart = barChart([{ label, value: 5, low: null, high: null, text: '5' }]);
  expect(chart?.rows[0]?.lines.map(({ text }) => text)).toEqual([
    'Other needs: health, substances, children and',
    'families, women, entered before 2024',
  ]);
  expect(chart?.rows[0]?.bar?.y).toBeGreaterThan(chart?.rows[0]?.lines[1]?.y ?? 0);
});

it('gives a file in the graph’s own text, and a page where it is refused', async () => {
  expect(await giveTable('csv')(visitOf(table('COUNT', [])))).toEqual({
    file: { name: 'concordat SEX.csv', type: 'text/csv; charset=utf-8', text: 'SEX,count\r\n' },
  });
  const refusals = [
    ['TABLES_SPENT', 422, 'have been given'],
    ['SOURCE_UNAVAILABLE', 503, 'does not answer'],
    ['SOMETHING_NEW', 422, 'did not do this'],
  ] as const;
  for (const [code, status, text] of refusals) {
    const error = { message: 'In English.', path: ['cohortStatistics'], extensions: { code } };
    const page = await giveTable('json')(visitOf(null, [error]));
    expect(page).toMatchObject({ status, model: { refusal: { code, detail: null, clause: null } } });
    expect(JSON.stringify(page)).toContain(text);
  }
});
