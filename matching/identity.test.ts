import { familyNameIn } from './identity';

describe('the family name in a full name', () => {
  it.each([
    ['Corvel Willowmere', 'Corvel', 'Willowmere'],
    ['Willowmere, Corvel', 'Corvel', 'Willowmere'],
    ['van der Fabelhuis', null, 'van der Fabelhuis'],
    ['Corvel', 'Corvel', 'Corvel'],
    ['Corvelia Willowmere', 'Corvel', 'Corvelia Willowmere'],
  ])('of %s, called %s, is %s', (fullName, givenName, familyName) => {
    expect(familyNameIn(fullName, givenName)).toBe(familyName);
  });
});
