import { peopleAskedFor, readPeopleWanted } from './people-wanted';

describe('the number of people that is asked for', () => {
  it('is that at Knowsley, with the others in proportion', () => {
    expect(readPeopleWanted('2000')).toEqual({ 'knowsley-iom': 2000, 'safety-house': 1000, eri: 300 });
    expect(readPeopleWanted('100000')).toEqual({ 'knowsley-iom': 100_000, 'safety-house': 50_000, eri: 15_000 });
    expect(readPeopleWanted('400')).toEqual({ 'knowsley-iom': 400, 'safety-house': 200, eri: 60 });
  });

  it('may be told owner by owner; who is not named has the usual number', () => {
    expect(readPeopleWanted('knowsley-iom=5000,eri=90')).toEqual({
      'knowsley-iom': 5000,
      'safety-house': 1000,
      eri: 90,
    });
  });

  it('may be the named people alone, or nothing at all', () => {
    expect(readPeopleWanted('named')).toBe('named');
    expect(peopleAskedFor({})).toBeUndefined();
    expect(peopleAskedFor({ CONCORDAT_PEOPLE: '' })).toBeUndefined();
  });

  it.each([
    ['many', /"many" is not a whole number of people/],
    ['-5', /is not a whole number of people/],
    ['2.5', /is not a whole number of people/],
    ['399', /fewer than the 400 that knowsley-iom needs/],
    ['eri=59', /fewer than the 60 that eri needs/],
    ['eri=', /is not a whole number of people/],
    ['exchange=500', /names "exchange", who holds no people: knowsley-iom, safety-house, eri do/],
  ])('is refused as %s, with an example that works', (text, said) => {
    expect(() => readPeopleWanted(text)).toThrow(said);
    expect(() => readPeopleWanted(text)).toThrow('for example CONCORDAT_PEOPLE=5000');
  });
});
