import { conditionInWords } from './condition-words';

it('says a condition as a sentence', () => {
  expect(conditionInWords({ name: 'adult', arguments: {} })).toBe('The person is 18 or over.');
});

it('says what the clause fills in', () => {
  expect(conditionInWords({ name: 'timeBox', arguments: { weeks: 8 } })).toBe(
    'The case was opened within these weeks. (weeks: 8)',
  );
  expect(conditionInWords({ name: 'riskOfHarmIn', arguments: { levels: ['HIGH', 'VERY_HIGH'] } })).toMatch(
    / \(levels: HIGH, VERY_HIGH\)$/,
  );
});
