import { readFileSync } from 'node:fs';

/** One row of a published table: column name to text, an empty cell as the empty string. */
export type CsvRow = Readonly<Record<string, string>>;

/** Reads a comma-separated table with a heading row; quoted cells may hold commas, doubled quotes and line ends. */
export function readCsv(file: string): readonly CsvRow[] {
  const [heading = [], ...rows] = cellsOf(readFileSync(file, 'utf8'));
  return rows.map((cells) => Object.fromEntries(heading.map((column, index) => [column, cells[index] ?? ''])));
}

function cellsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  // One cell and what ends it: a comma, a line end or the end of the text.
  for (const [, quoted, plain = '', end] of text
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (row.some((cell) => cell !== '')) rows.push(row);
    row = [];
  }
  return rows;
}
