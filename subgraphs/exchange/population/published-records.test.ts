import type { ReferenceStatistic } from '../performance/reference-statistic';
import { publishedRecords } from './published-records';

const sets = [...publishedRecords()];
const rowsOf = (name: string) => sets.find(({ table }) => table.name === name)?.rows ?? [];

it('has all that the project published of its targets and actions', () => {
  expect(sets.map(({ table, rows }) => [table.name, rows.length])).toEqual([
    ['Target', 30],
    ['ProjectAction', 7],
    ['SourceContradiction', 10],
    ['ReferenceStatistic', 16],
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
  expect(JSON.stringify(sets.map(({ rows }) => rows))).not.toMatch(/Mr X|Paul|Peter|Glenn|Steve|Roberto|LCP Case/);
});

it('keeps every figure as printed, with jurisdiction, source and date', () => {
  const figures = rowsOf('ReferenceStatistic') as readonly ReferenceStatistic[];
  for (const figure of figures) {
    expect([figure.jurisdiction, figure.printedValue, figure.source, figure.asOf]).not.toContain(null);
  }
  expect(figures.map(({ jurisdiction, printedValue }) => [jurisdiction, printedValue])).toEqual([
    ['NL', '25%'],
    ['NL', '60%'],
    ['NL', '60%'],
    ['NL', '54'],
    ['UK', '6'],
    ['UK', '60%'],
    ['UK', '12'],
    ['UK', '2'],
    ['IT', '7 / 6'],
    ['IT', '10'],
    ['IT', '100%'],
    ['IT', '45% / 70%'],
    ['UK', '12'],
    ['UK', '4'],
    ['UK', '7'],
    ['UK', '5'],
  ]);
});

it('does not have the published counts of extremism cases', () => {
  const ofExtremism = (rowsOf('ReferenceStatistic') as readonly ReferenceStatistic[]).filter(({ context }) =>
    context?.startsWith('Extremism'),
  );
  expect(ofExtremism.map(({ context, measure }) => [context, measure])).toEqual([
    ['Extremism', 'share with some form of mental health problem (estimate)'],
    ['Extremism tool', 'risk factors'],
  ]);
  expect(JSON.stringify(ofExtremism)).not.toMatch(/\b(76|13)\b|Syria/);
});

it('keeps what contradicts a figure beside it, also where one table contradicts itself', () => {
  const contradicted = (rowsOf('ReferenceStatistic') as readonly ReferenceStatistic[]).filter(
    ({ contradiction }) => contradiction !== null,
  );
  expect(contradicted).toEqual([
    expect.objectContaining({
      context: 'ERI first adult group',
      printedValue: '10',
      contradiction: '11 participants (000); 18 over two (004), 30 over three (002)',
    }),
    expect.objectContaining({
      measure: 'released within 6 months of first engagement',
      asOf: '2014-05-05',
      printedValue: '4',
      contradiction: 'the printed release dates give 5 by then',
    }),
  ]);
});

it('counts the first group in prison over all its men and shows no row of one of them', () => {
  const group = (rowsOf('ReferenceStatistic') as readonly ReferenceStatistic[]).filter(({ id }) =>
    id.startsWith('exchange-lcp-cohort'),
  );
  expect(group.map(({ measure, printedValue, asOf }) => [measure, printedValue, asOf])).toEqual([
    ['men in the group', '12', '2013-11-05'],
    ['released within 6 months of first engagement', '4', '2014-05-05'],
    ['released within 12 months of first engagement', '7', '2014-11-05'],
    ['still in prison on the same sentence 12 months after first engagement', '5', '2014-11-05'],
  ]);
  // Printed release dates of single men.
  expect(JSON.stringify(group)).not.toMatch(/2014-05-23|2014-04-25|2017-03-09|2013-12-27/);
});
