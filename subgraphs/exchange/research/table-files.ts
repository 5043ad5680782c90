import { DEFINITIONS } from '../../../schema/definitions';
import { MARKERS, type Row } from './publish-rows';
import { isRate, type Measure } from './read-question';
import type { ToldTable } from './told-table';

/** What stands in the columns after those of the categories, by measure. */
function valueColumns(measure: Measure): readonly ('count' | 'rate' | 'mean' | 'low' | 'high')[] {
  if (measure === 'COUNT') return ['count'];
  return [isRate(measure) ? 'rate' : 'mean', 'low', 'high'];
}

/**
 * A table as CSV (RFC 4180, UTF-8): a line for each row, then an empty one, then what has to be known to read it, padded
 * to the same number of fields. Where there is no value its marker stands, never a zero and never nothing.
 */
export function csvOf(table: ToldTable): string {
  const columns = valueColumns(table.measure);
  const width = Math.max(2, table.dimensions.length + columns.length);
  const valueOf = (row: Row, column: (typeof columns)[number]): string => MARKERS[row.status] ?? String(row[column]);
  const lines = [
    [...table.dimensions, ...columns],
    ...table.rows.map((row) => [
      ...row.categories.map(({ category }) => category),
      ...columns.map((column) => valueOf(row, column)),
    ]),
    [],
    ...aboutOf(table),
  ];
  return lines.map((fields) => `${padded(fields, width).map(csvField).join(',')}\r\n`).join('');
}

/** The same as JSON, with values as numbers and null beside their marker. */
export function jsonOf(table: ToldTable): string {
  const columns = valueColumns(table.measure);
  return JSON.stringify({
    table: table.tableId,
    measure: table.measure,
    scope: table.scope,
    filters: Object.fromEntries(table.filters.map(({ dimension, category }) => [dimension, category])),
    rows: table.rows.map((row) => ({
      ...Object.fromEntries(row.categories.map(({ dimension, category }) => [dimension, category])),
      ...Object.fromEntries(columns.map((column) => [column, row[column]])),
      marker: MARKERS[row.status],
    })),
    snapshots: [...table.snapshots].map(([jurisdiction, { quarter, snapshot, closedUntil }]) => ({
      jurisdiction,
      quarter,
      snapshot,
      closedUntil,
    })),
    definitions: table.definitions.map((version) => ({ version, ...wordsOf(version) })),
    notes: table.notes.map(({ en }) => en),
    citation: table.citation,
    disclosure: table.disclosure,
  });
}

function aboutOf(table: ToldTable): readonly (readonly string[])[] {
  return [
    ['table', table.tableId],
    ['measure', table.measure],
    ['scope', table.scope],
    ...table.filters.map(({ dimension, category }) => ['filter', `${dimension} ${category}`]),
    ...[...table.snapshots].map(([of, { quarter, snapshot }]) => ['snapshot', `${of} ${quarter} ${snapshot}`]),
    ...table.definitions.map((version) => {
      const { jurisdiction, text } = wordsOf(version);
      return ['definition', `${jurisdiction} ${version}: ${text}`];
    }),
    ...table.notes.map(({ en }) => ['note', en]),
    ['citation', table.citation],
    ['disclosure', table.disclosure],
  ];
}

function wordsOf(version: keyof typeof DEFINITIONS): { readonly jurisdiction: string; readonly text: string } {
  const { jurisdiction, text } = DEFINITIONS[version];
  return { jurisdiction, text: text.en };
}

function padded(fields: readonly string[], width: number): readonly string[] {
  return [...fields, ...Array.from({ length: Math.max(0, width - fields.length) }, () => '')];
}

/**
 * A spreadsheet takes for a formula what begins as one. An apostrophe before it makes it a text again; quoting alone does
 * not.
 */
function csvField(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
