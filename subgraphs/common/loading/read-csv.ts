import { readFileSync } from 'node:fs';

/** One row of a published table: column name to text, an empty cell as the empty string. */
export type CsvRow = Readonly<Record<string, string>>;

/** A row as it stands in the file. */
export interface CsvLine {
  /** Where it begins, the first line of the file being 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table that cannot be read, with the line where. */
export class CsvError extends Error {}

/** Reads a comma-separated table with a heading row; quoted cells may hold commas, doubled quotes and line ends. */
export function readCsv(file: string): readonly CsvRow[] {
  const [heading, ...rows] = readCsvLines(file);
  return rows.map(({ cells }) =>
    Object.fromEntries((heading?.cells ?? []).map((column, index) => [column, cells[index] ?? ''])),
  );
}

/** The same rows, the heading being the first, with their lines; empty rows are left out. */
export function readCsvLines(file: string): readonly CsvLine[] {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const rows: CsvLine[] = [];
  let cells: string[] = [];
  let read = 0;
  let line = 1;
  let begun = 1;
  // One cell and what ends it: a comma, a line end or the end of the text.
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    const [whole, quoted, plain = '', end] = match;
    if (match.index !== read)
      throw new CsvError(`line ${String(line)}: a quotation mark or a carriage return stands where none can`);
    read += whole.length;
    line += whole.split('\n').length - 1;
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (cells.some((cell) => cell !== '')) rows.push({ line: begun, cells });
    cells = [];
    begun = line;
  }
  return rows;
}
