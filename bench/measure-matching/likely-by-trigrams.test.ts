import { TrigramIndex, trigramsOf } from './likely-by-trigrams';

/** Figures of PostgreSQL's own `similarity`. */
it.each([
  ['word', 'two words', 0.363636],
  ['corvel dunstor', 'corvel dunston', 0.764706],
  ['achmoud khayali', 'ahmud elkhayali', 0.333333],
  ['jan', 'jan', 1],
  ['aaaa', 'aa', 0.75],
  ['mirl', 'vantopp', 0],
])('%s and %s are as alike as pg_trgm says', (one, other, similarity) => {
  const [some, others] = [trigramsOf(one), trigramsOf(other)];
  const shared = [...some].filter((trigram) => others.has(trigram)).length;
  expect(shared / (some.size + others.size - shared)).toBeCloseTo(similarity, 6);
});

it('finds those who are alike, the likeliest first, and counts a birth date', () => {
  const index = new TrigramIndex([
    { names: ['corvel dunstor'], birthDate: '1970-05-06' },
    { names: ['corvel dunston'], birthDate: '1985-03-12' },
    { names: ['smirl vantopp'], birthDate: '1985-03-12' },
  ]);
  expect(index.find({ names: ['corvel dunstor'], birthDate: '1985-03-12' }, 40)).toEqual([1, 0]);
  expect(index.find({ names: ['corvel dunstor'], birthDate: null }, 40)).toEqual([0, 1]);
  expect(index.find({ names: ['corvel dunstor'], birthDate: null }, 1)).toEqual([0]);
});
