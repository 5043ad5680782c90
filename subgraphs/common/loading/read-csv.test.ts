import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { CsvError, readCsv, readCsvLines } from './read-csv';

const folder = mkdtempSync(path.join(tmpdir(), 'read-csv-'));
afterAll(() => rmSync(folder, { recursive: true }));

function rowsOf(text: string) {
  const file = path.join(folder, 'table.csv');
  writeFileSync(file, text);
  return readCsv(file);
}

it.each([
  ['plain cells', 'a,b\n1,2\n', [{ a: '1', b: '2' }]],
  ['empty cells', 'a,b,c\n,,3\n', [{ a: '', b: '', c: '3' }]],
  ['commas, quotes and line ends in quoted cells', 'a,b\n"1, ""one""","x\ny"\n', [{ a: '1, "one"', b: 'x\ny' }]],
  ['lines without an end, with a carriage return and a byte order mark', '\uFEFFa,b\r\n1,2', [{ a: '1', b: '2' }]],
  ['missing cells as empty ones', 'a,b\n1\n', [{ a: '1', b: '' }]],
])('reads %s', (_case, text, rows) => {
  expect(rowsOf(text)).toEqual(rows);
});

it('tells on which line a row begins', () => {
  rowsOf('a,b\n"1\n2",3\n\n4,5\n');
  expect(readCsvLines(path.join(folder, 'table.csv')).map(({ line }) => line)).toEqual([1, 2, 5]);
});

it.each([
  ['a quotation mark inside a cell', 'a,b\n1,2"3\n'],
  ['text behind a quoted cell', 'a,b\n"1"2,3\n'],
  ['a quoted cell without an end', 'a,b\n"1,2\n'],
])('refuses %s with its line', (_case, text) => {
  expect(() => rowsOf(text)).toThrow(CsvError);
  expect(() => rowsOf(text)).toThrow(/^line 2: /);
});
