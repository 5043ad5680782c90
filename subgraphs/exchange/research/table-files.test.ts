import type { OwnerSnapshot } from './owner-calls';
import { publishRows } from './publish-rows';
import { type AskedTable, readQuestion } from './read-question';
import { csvOf, jsonOf } from './table-files';
import { tellTable } from './told-table';

const ASKED: AskedTable = { where: [], groupBy: ['SEX'], measure: 'COUNT', scope: 'IT', acceptMixedDefinitions: false };
const SNAPSHOT: OwnerSnapshot = {
  quarter: '2026-Q4',
  snapshot: 'f00d',
  closedUntil: '2025-Q3',
  takenAt: '2026-10-01T00:00:00Z',
  definitions: { REOFFENDED_12M: 'IT-REOFFENDING-1' },
};
const PROJECT = {
  id: '00000000-0000-4000-8000-000000000000',
  name: '=cmd|calc',
  dimensions: [],
  people: [],
  organisation: 'ljmu',
  endsOn: '2027-01-01',
  tables: 25,
} as const;

function told(asked: Partial<AskedTable>, ...cells: readonly (number | 'c' | 'z')[]) {
  const question = readQuestion({ ...ASKED, ...asked });
  const at = question.table.dimensions.indexOf('JURISDICTION');
  const given = cells.values();
  const rows = publishRows(
    question,
    question.table.cells.map(({ categories }) => (categories[at] === 'IT' ? (given.next().value ?? 'c') : undefined)),
  );
  const snapshots = new Map([['IT', SNAPSHOT] as const]);
  return tellTable({ question, rows, snapshots, ledger: { spent: 1, limit: 25 } }, PROJECT);
}

describe('a table as CSV', () => {
  const lines = (csv: string): string[][] =>
    csv
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','));

  it('has a line for each row with markers, then an empty one, then what has to be known', () => {
    const csv = csvOf(told({}, 'c', 57, 'z'));
    expect(csv.split('\r\n').slice(0, 5)).toEqual([
      'JURISDICTION,SEX,count',
      'IT,FEMALE,[c]',
      'IT,MALE,57',
      'IT,NOT_RECORDED,[z]',
      ',,',
    ]);
    expect(csv).toContain('table,JURISDICTION+SEX,\r\n');
    expect(csv).toMatch(/\r\nnote,/);
    expect(csv).toContain('reference 00000000-0000-4000-8000-000000000000/2026-Q4/JURISDICTION+SEX');
  });

  it('has as many fields in each line, and no zero, empty or null where there is no value', () => {
    const asked = { measure: 'REOFFENDING_RATE_12M', groupBy: [] } as const;
    const csv = csvOf(told(asked, 40, 'c', 'c'));
    const [header = [], row = []] = lines(csv);
    expect(header).toEqual(['JURISDICTION', 'rate', 'low', 'high']);
    expect(row).toEqual(['IT', '[c]', '[c]', '[c]']);
    expect(csv).toContain('definition,IT IT-REOFFENDING-1:'.replace('definition,', 'definition,"'));
  });

  it('leaves a spreadsheet nothing that it takes for a formula', () => {
    for (const begin of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) {
      const table = { ...told({}, 'c', 57, 'z'), citation: `${begin} "quoted", and more` };
      expect(csvOf(table)).toContain(`"'${begin} ""quoted"", and more"`);
    }
  });
});

it('a table as JSON has values as numbers, null beside their marker, and the same reference', () => {
  const table = told({ where: [{ dimension: 'SEX', category: 'MALE' }] }, 'c', 57, 'z');
  expect(JSON.parse(jsonOf(table))).toMatchObject({
    table: 'JURISDICTION+SEX',
    filters: { SEX: 'MALE', JURISDICTION: 'IT' },
    rows: [{ JURISDICTION: 'IT', SEX: 'MALE', count: 57, marker: null }],
    disclosure: table.disclosure,
    citation: table.citation,
  });
  expect(JSON.parse(jsonOf(told({}, 'c', 57, 'z'))).rows[0]).toMatchObject({ count: null, marker: '[c]' });
});
