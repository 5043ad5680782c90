import { publishedRecords } from './published-records';

const sets = [...publishedRecords()];
const rowsOf = (name: string) => sets.find(({ table }) => table.name === name)?.rows ?? [];

it('has all that the project published of its targets and actions', () => {
  expect(sets.map(({ table, rows }) => [table.name, rows.length])).toEqual([
    ['Target', 30],
    ['ProjectAction', 7],
    ['SourceContradiction', 10],
  ]);
});

it('keeps two published figures of one indicator beside each other, each with its source', () => {
  const mentored = rowsOf('Target').filter((row) => 'indicator' in row && row.indicator === 'Offenders mentored');
  expect(mentored).toEqual([
    expect.objectContaining({ source: '000 ALS4', asOf: '2014-09-04', target: 263, achieved: 135 }),
    expect.objectContaining({ source: '003 slides', asOf: '2014-09-04', target: 263, achieved: 134 }),
  ]);
});

it('names no person of a case study', () => {
  expect(JSON.stringify(sets.map(({ rows }) => rows))).not.toMatch(/Mr X|Paul|Peter|Glenn|Steve|Roberto/);
});
