import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { readCsv } from './read-csv';

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
