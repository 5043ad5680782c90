import { CATEGORIES } from '../../schema/categories';
import { GROUPS, ORGANISATIONS } from '../../schema/organisations';
import { PURPOSES } from '../../schema/purposes';
import { LANGUAGES, preferredLanguage } from './languages';
import { readSentences, wordsOf } from './words';

const sentencesOf = (language: (typeof LANGUAGES)[number]): ReadonlyMap<string, string> => {
  const walk = (value: unknown, name: string): (readonly [string, string])[] =>
    typeof value === 'string'
      ? [[name, value]]
      : Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) =>
          walk(inner, name === '' ? key : `${name}.${key}`),
        );
  return new Map(walk(readSentences(language), ''));
};
const english = sentencesOf('en');

/** What is the same word in two languages, and what holds no word. */
const SAME = new Set(['no', 'protocols.upTo', 'requests.bits']);

it.each(['nl', 'it'] as const)('says in %s all that it says in English, with the same values', (language) => {
  const other = sentencesOf(language);
  expect([...other.keys()].sort()).toEqual([...english.keys()].sort());
  const values = (text: string): readonly string[] => [...text.matchAll(/\{\{\w+\}\}/g)].map(([found]) => found).sort();
  for (const [name, text] of english) expect([name, values(other.get(name) ?? '')]).toEqual([name, values(text)]);
});

it.each(['nl', 'it'] as const)('leaves nothing in English in %s', (language) => {
  const copied = [...sentencesOf(language)].filter(([name, text]) => english.get(name) === text && !SAME.has(name));
  expect(copied).toEqual([]);
});

it.each(LANGUAGES)('names in %s every purpose, category, facet, role and group', (language) => {
  const words = wordsOf(language);
  for (const purpose of Object.keys(PURPOSES)) expect(words.knows(`purposes.${purpose}`)).toBe(true);
  for (const [category, facets] of Object.entries(CATEGORIES)) {
    expect(words.knows(`categories.${category}`)).toBe(true);
    for (const facet of facets) expect([facet, words.knows(`facets.${facet}`)]).toEqual([facet, true]);
  }
  for (const group of Object.keys(GROUPS)) expect(words.knows(`groups.${group}`)).toBe(true);
  for (const { roles } of Object.values(ORGANISATIONS)) {
    for (const role of roles) expect([role, words.knows(`roles.${role}`)]).toEqual([role, true]);
  }
});

it('writes dates, months, numbers and plurals as each language does', () => {
  expect(LANGUAGES.map((language) => wordsOf(language).date('2014-09-04'))).toEqual([
    '4 September 2014',
    '4 september 2014',
    '4 settembre 2014',
  ]);
  expect(LANGUAGES.map((language) => wordsOf(language).date('2014-09'))).toEqual([
    'September 2014',
    'september 2014',
    'settembre 2014',
  ]);
  expect(LANGUAGES.map((language) => wordsOf(language).number(12345.5))).toEqual(['12,345.5', '12.345,5', '12.345,5']);
  expect(wordsOf('nl').say('cohort.count', { count: 1, number: '1' })).toBe('1 dossier');
  expect(wordsOf('nl').say('cohort.count', { count: 2, number: '2' })).toBe('2 dossiers');
});

it('labels a code in the language of the page', () => {
  expect(LANGUAGES.map((language) => wordsOf(language).label('NominalBand', 'HIGH'))).toEqual(['High', 'Hoog', 'Alto']);
});

it('fails where words are missing, instead of showing their name', () => {
  expect(() => wordsOf('en').say('no.such.words')).toThrow('no.such.words');
});

it('takes the language that a browser prefers, as far as there is one', () => {
  expect(preferredLanguage('fr-FR, it;q=0.7, nl;q=0.9')).toBe('nl');
  expect(preferredLanguage('fr')).toBeUndefined();
});
