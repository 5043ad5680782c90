import { type AskedTable, readQuestion } from './read-question';
import { type GivenCell, publishRows } from './publish-rows';

const ASKED: AskedTable = { where: [], groupBy: ['SEX'], measure: 'COUNT', scope: 'UK', acceptMixedDefinitions: false };

/** The cells of a table by their keys; what is not named is suppressed. */
function rowsOf(asked: Partial<AskedTable>, given: Readonly<Record<string, GivenCell | undefined>>) {
  const question = readQuestion({ ...ASKED, ...asked });
  const unknown = Object.keys(given).filter((key) => !question.table.cells.some((cell) => cell.key === key));
  expect(unknown).toEqual([]);
  return publishRows(
    question,
    question.table.cells.map(({ key }) => (Object.hasOwn(given, key) ? given[key] : 'c')),
  ).map(({ categories, status, ...values }) => ({
    of: categories.map(({ category }) => category).join(' '),
    status,
    ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)),
  }));
}

it('counts are the cells as they were given, and what has no value has a status', () => {
  expect(rowsOf({}, { 'UK|MALE': 41, 'UK|NOT_RECORDED': 'z', 'NL|MALE': undefined })).toEqual([
    { of: 'UK FEMALE', status: 'SUPPRESSED' },
    { of: 'UK MALE', status: 'PUBLISHED', count: 41 },
    { of: 'UK NOT_RECORDED', status: 'STRUCTURAL_ZERO' },
  ]);
});

it('an owner who was not asked, because it records nothing of it, has no value rather than none', () => {
  const rows = rowsOf(
    { measure: 'MEAN_MENTORING_SESSIONS', scope: 'ALL', groupBy: ['JURISDICTION'] },
    { UK: { mean: 4.2, low: 3, high: 5.5 }, NL: undefined },
  );
  expect(rows).toEqual([
    { of: 'UK', status: 'PUBLISHED', mean: 4.2, low: 3, high: 5.5 },
    { of: 'NL', status: 'NOT_AVAILABLE' },
    { of: 'IT', status: 'SUPPRESSED' },
  ]);
});

describe('a rate', () => {
  const rates = (given: Readonly<Record<string, GivenCell>>) =>
    rowsOf({ measure: 'REOFFENDING_RATE_12M', groupBy: [] }, given);

  it('is read from the published cells of its outcome alone; who is censored counts on neither side', () => {
    const [row] = rates({ 'UK|YES': 30, 'UK|NO': 70, 'UK|CENSORED': 500 });
    expect(row).toEqual({
      of: 'UK',
      status: 'PUBLISHED',
      rate: 0.3,
      low: expect.any(Number),
      high: expect.any(Number),
    });
  });

  it.each<readonly [string, Readonly<Record<string, GivenCell>>, string]>([
    ['where its numerator is suppressed', { 'UK|NO': 70 }, 'SUPPRESSED'],
    ['where the rest of its denominator is', { 'UK|YES': 70 }, 'SUPPRESSED'],
    ['over fewer than thirty people', { 'UK|YES': 12, 'UK|NO': 14 }, 'SUPPRESSED'],
    ['where nobody can be', { 'UK|YES': 'z', 'UK|NO': 'z', 'UK|CENSORED': 'z' }, 'STRUCTURAL_ZERO'],
  ])('is not given %s', (_where, given, status) => {
    expect(rates(given)).toEqual([{ of: 'UK', status }]);
  });

  it('has a wider interval in a total, whose noise is larger', () => {
    const given = { YES: 60, NO: 70 };
    const [own] = rates({ 'UK|YES': 60, 'UK|NO': 70 });
    const [total] = rowsOf(
      { measure: 'REOFFENDING_RATE_12M', groupBy: [], scope: 'ALL', acceptMixedDefinitions: true },
      given,
    );
    const width = (row: object | undefined): number => {
      const { low, high } = row as { low: number; high: number };
      return high - low;
    };
    expect(width(total)).toBeGreaterThanOrEqual(width(own));
  });
});
