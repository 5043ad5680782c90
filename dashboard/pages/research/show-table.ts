// A research table, with a picture beside it where it can be one, and all that has to be known to read it; and the same
// as a file. Each is a request to the graph and so on record; the same table is charged once.
import type { FileView, PageView, PersonalVisit } from '../page';
import { type Bar, barChart } from './bar-chart';
import { categoryName, dimensionName, tableName } from './dimensions';
import { type Method, presentMethod, type StatedDefinition } from './present-description';
import { queryOf, readTableRequest, variablesOf } from './read-table-request';
import { type Refusal, refusalAt, statusOf } from './refusal';
import { fileQuery, TABLE_QUERY } from './research.query';

interface Cell {
  readonly categories: readonly { readonly dimension: string; readonly category: string }[] | null;
  readonly count: number | null;
  readonly rate: number | null;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly status: string;
  readonly marker: string | null;
}

interface Table extends Method {
  readonly tableId: string;
  readonly measure: string;
  readonly scope: string;
  readonly dimensions: readonly string[];
  readonly cells: readonly Cell[];
  readonly citation: string | null;
  readonly disclosure: string | null;
}

const FORMATS = ['csv', 'json'] as const;
type Format = (typeof FORMATS)[number];

export async function showTable(visit: PersonalVisit): Promise<PageView> {
  const { words, href, query } = visit;
  const id = visit.params['id'] ?? '';
  const asked = readTableRequest(query);
  const answer = await visit.ask(TABLE_QUERY, variablesOf(id, asked));
  const refusal = refusalAt(visit, answer, 'cohortStatistics');
  const table = answer.data['cohortStatistics'] as Table | null | undefined;
  if (refusal !== undefined || table === null || table === undefined) return refusedTable(visit, refusal);
  const { language } = words;
  const path = `/research/${encodeURIComponent(id)}`;
  const { measure, cells } = table;
  const hasInterval = measure !== 'COUNT';
  const bars = cells.map((cell) => barOf(words, cell, table.dimensions));
  const chart = barChart(bars, hasInterval && measure !== 'MEAN_MENTORING_SESSIONS' ? 1 : undefined);
  const statuses = [...new Set(cells.map(({ status }) => status))].filter((status) => status !== 'PUBLISHED');
  return {
    template: 'pages/research/table.njk',
    title: words.say('research.tableTitle', { table: tableName(words, table.tableId) }),
    model: {
      ...presentMethod(visit, table, (answer.data['definitions'] ?? []) as readonly StatedDefinition[]),
      heading: tableName(words, table.tableId),
      about: [
        words.label('Measure', measure),
        words.label('Scope', table.scope).split(':')[0],
        ...Object.entries(asked.only).map(([dimension, category]) => categoryName(words, dimension, category)),
      ].join('. '),
      columns: [
        ...table.dimensions.map((dimension) => ({ text: dimensionName(words, dimension), isNumber: false })),
        { text: valueName(words, measure), isNumber: true },
        ...(hasInterval ? [{ text: words.say('research.interval'), isNumber: true }] : []),
      ],
      rows: cells.map((cell) => ({
        status: cell.status,
        categories: table.dimensions.map((dimension) => categoryOf(words, cell, dimension)),
        values: hasInterval ? [valueOf(words, cell), intervalOf(words, cell)] : [valueOf(words, cell)],
      })),
      markers: statuses.map((status) => words.label('CellStatus', status)),
      chart,
      citation: { text: table.citation ?? '', lang: language === 'en' ? null : 'en' },
      reference: words.say('research.disclosure', { reference: table.disclosure ?? '' }),
      downloads: FORMATS.map((format) => ({
        text: words.say(`research.download.${format}`),
        address: href(`${path}/table.${format}?${queryOf(asked)}`),
      })),
      question: href(`${path}?${queryOf(asked)}`),
      project: href(path),
    },
  };
}

/** The file of a table, in the graph's own text. */
export function giveTable(format: Format): (visit: PersonalVisit) => Promise<FileView | PageView> {
  return async (visit) => {
    const asked = readTableRequest(visit.query);
    const answer = await visit.ask(fileQuery(format), variablesOf(visit.params['id'] ?? '', asked));
    const table = answer.data['cohortStatistics'] as (Partial<Record<Format, string>> & { tableId?: string }) | null;
    const text = table?.[format];
    if (typeof text !== 'string') return refusedTable(visit, refusalAt(visit, answer, 'cohortStatistics'));
    const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8';
    return { file: { name: `concordat ${table?.tableId ?? ''}.${format}`, type, text } };
  };
}

/** Why there is no table, and the way back to the question. */
function refusedTable(visit: PersonalVisit, refusal: Refusal | undefined): PageView {
  const { words, href, query } = visit;
  const heading = words.say('research.noTable');
  return {
    template: 'pages/research/no-table.njk',
    title: words.say('faultPrefix', { title: heading }),
    status: refusal === undefined ? 422 : statusOf(refusal),
    model: {
      heading,
      refusal: refusal ?? null,
      question: href(`/research/${encodeURIComponent(visit.params['id'] ?? '')}?${queryOf(readTableRequest(query))}`),
    },
  };
}

function categoryOf(words: PersonalVisit['words'], { categories }: Cell, dimension: string): string {
  const found = categories?.find((one) => one.dimension === dimension);
  return found === undefined ? words.say('states.not-recorded') : categoryName(words, dimension, found.category);
}

function valueName(words: PersonalVisit['words'], measure: string): string {
  if (measure === 'COUNT') return words.say('research.values.count');
  return words.say(measure === 'MEAN_MENTORING_SESSIONS' ? 'research.values.mean' : 'research.values.rate');
}

/** The value of a cell, or the marker that stands instead: never a zero, never nothing. */
function valueOf(words: PersonalVisit['words'], { count, rate, mean, marker }: Cell): string {
  if (rate !== null) return words.percent(rate);
  const value = count ?? mean;
  return value === null ? (marker ?? '') : words.number(value);
}

function intervalOf(words: PersonalVisit['words'], { rate, low, high, marker }: Cell): string {
  if (low === null || high === null) return marker ?? '';
  const say = rate === null ? words.number : words.percent;
  return words.say('research.fromTo', { low: say(low), high: say(high) });
}

function barOf(words: PersonalVisit['words'], cell: Cell, dimensions: readonly string[]): Bar {
  const isRow = dimensions.length > 0;
  return {
    label: isRow
      ? dimensions.map((dimension) => categoryOf(words, cell, dimension)).join(', ')
      : words.say('research.all'),
    value: cell.rate ?? cell.count ?? cell.mean,
    low: cell.low,
    high: cell.high,
    text: valueOf(words, cell),
  };
}
