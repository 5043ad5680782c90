import type { Identity } from '../../../matching/identity';
import { searchedBirthDate, searchedNames } from './searched-names';

const person: Identity = {
  givenName: 'Şükrü',
  familyName: "van 't Hof",
  aliases: ['Tommo', 'Ahmed El Amrani'],
  birthDate: '1985-03-12',
  birthPlace: null,
};

it('searches by the full name without particles, and by aliases as full names', () => {
  expect(searchedNames(person)).toEqual(['ahmed amrani', 'sukru hof', 'sukru tommo', 'tommo hof']);
});

it('has no name for whom none is known', () => {
  expect(searchedNames({ ...person, givenName: null, familyName: ' ', aliases: [] })).toEqual([]);
});

it.each([
  ['1985-03-12', '1985-03-12'],
  ['1985-01-01', '1985'],
  ['1985', '1985'],
  [null, null],
])('of the birth date %s searches %s', (birthDate, searched) => {
  expect(searchedBirthDate({ ...person, birthDate })).toBe(searched);
});
