import { type AskedTable, readQuestion, rowDimensions } from './read-question';

const ASKED: AskedTable = {
  where: [],
  groupBy: ['AGE_BAND'],
  measure: 'COUNT',
  scope: 'ALL',
  acceptMixedDefinitions: false,
};
const read = (asked: Partial<AskedTable>) => readQuestion({ ...ASKED, ...asked });
const age = (category: string) => ({ dimension: 'AGE_BAND' as const, category });

describe('a question', () => {
  it('is about the same table, whether a dimension filters it or breaks it down, and in whatever order', () => {
    const ids = [
      read({ groupBy: ['SEX', 'AGE_BAND'] }),
      read({ groupBy: ['AGE_BAND', 'SEX', 'SEX'] }),
      read({ groupBy: ['SEX'], where: [age('FROM_50')] }),
      read({ groupBy: ['SEX', 'AGE_BAND'], where: [age('FROM_50'), age('FROM_50')] }),
    ].map(({ table }) => table.id);
    expect(new Set(ids)).toEqual(new Set(['AGE_BAND+SEX']));
  });

  it('of one owner is about the table with JURISDICTION, and asks that owner alone', () => {
    const [byScope, byFilter, sideBySide] = [
      read({ scope: 'NL' }),
      read({ where: [{ dimension: 'JURISDICTION', category: 'NL' }] }),
      read({ groupBy: ['AGE_BAND', 'JURISDICTION'] }),
    ];
    for (const { table, kind } of [byScope, byFilter, sideBySide]) {
      expect([table.id, kind]).toEqual(['AGE_BAND+JURISDICTION', 'OWN']);
    }
    expect([byScope.asked, byFilter.asked, sideBySide.asked]).toEqual([['NL'], ['NL'], ['UK', 'NL', 'IT']]);
  });

  it('of all owners is a total, for which all three are asked', () => {
    expect(read({})).toMatchObject({ kind: 'TOTAL', asked: ['UK', 'NL', 'IT'], needs: ['AGE_BAND'] });
  });

  it('of a rate is about the table with its outcome, which stands beside no row', () => {
    const question = read({ measure: 'EMPLOYED_RATE', acceptMixedDefinitions: true });
    expect(question.table.id).toBe('AGE_BAND+EMPLOYMENT_OUTCOME');
    expect(question.needs).toContain('EMPLOYMENT_OUTCOME');
    expect(rowDimensions(question)).toEqual(['AGE_BAND']);
  });

  it('of a mean is about a table of its own, of the owners who record sessions', () => {
    const question = read({ measure: 'MEAN_MENTORING_SESSIONS', groupBy: ['AGE_BAND', 'JURISDICTION'] });
    expect(question.table.id).toBe('MEAN:MENTORING_SESSIONS@AGE_BAND+JURISDICTION');
    expect([question.asked, question.needs]).toEqual([['UK', 'IT'], expect.arrayContaining(['MENTORING_INPUT_BAND'])]);
  });
});

describe('a question is refused for itself alone', () => {
  it.each<readonly [string, Partial<AskedTable>, string]>([
    ['a category that is not published', { where: [age('FROM_12_TO_17')] }, 'no published category of AGE_BAND'],
    ['a category of an object’s own', { where: [age('toString')] }, 'no published category of AGE_BAND'],
    ['two categories at once', { where: [age('FROM_50'), age('FROM_25_TO_34')] }, 'two categories of AGE_BAND'],
    [
      'a filter against its scope',
      { scope: 'UK', where: [{ dimension: 'JURISDICTION', category: 'NL' }] },
      '"scope" asks for two categories of JURISDICTION',
    ],
    [
      'a fifth dimension',
      { groupBy: ['AGE_BAND', 'SEX', 'PATHWAY', 'COHORT_YEAR', 'RISK_BAND'] },
      '4 dimensions at most',
    ],
    ['a scope as the fifth', { scope: 'UK', groupBy: ['AGE_BAND', 'SEX', 'PATHWAY', 'COHORT_YEAR'] }, '4 dimensions'],
    [
      'an outcome as the fifth',
      { measure: 'HOUSED_RATE', groupBy: ['AGE_BAND', 'SEX', 'PATHWAY', 'COHORT_YEAR'] },
      'HOUSING_OUTCOME',
    ],
    ['nothing at all', { groupBy: [] }, 'names nothing'],
    ['a rate within its own outcome', { measure: 'HOUSED_RATE', groupBy: ['HOUSING_OUTCOME'] }, 'leave that out'],
    ['a total over mixed definitions', { measure: 'REOFFENDING_RATE_12M' }, 'acceptMixedDefinitions'],
    ['a total of an outcome, counted', { groupBy: ['REOFFENDED_12M'] }, 'acceptMixedDefinitions'],
    ['a mean as a total', { measure: 'MEAN_MENTORING_SESSIONS' }, 'given per owner'],
    ['a mean where nobody records it', { measure: 'MEAN_MENTORING_SESSIONS', scope: 'NL' }, 'no record of mentoring'],
  ])('%s', (_what, asked, words) => {
    expect(() => read(asked)).toThrow(words);
  });
});
