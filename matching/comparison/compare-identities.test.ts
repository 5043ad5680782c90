import type { Identity } from '../identity';
import { compareIdentities } from './compare-identities';
import { EXPLANATION_TEXTS } from './explanation-texts';
import { jaroWinkler } from './jaro-winkler';
import { countRegister, type RegisterStatistics } from './register-statistics';
import { BIRTH_DATE_WEIGHTS, FAMILY_NAME_WEIGHTS, GIVEN_NAME_WEIGHTS, PLACE_WEIGHTS } from './weights';

function aPerson(changes: Partial<Identity> = {}): Identity {
  return {
    givenName: 'Mohammed',
    familyName: 'El Khayali',
    aliases: [],
    birthDate: '1985-03-12',
    birthPlace: 'Nador',
    ...changes,
  };
}

/** A register of four thousand: one in ten is called Bakker, one in a hundred Mohammed. */
const REGISTER: RegisterStatistics = countRegister(
  Array.from({ length: 4000 }, (_, number) => ({
    givenName: number % 100 === 0 ? 'Mohammed' : `Given${lettersOf(number)}`,
    familyName: number % 10 === 0 ? 'Bakker' : `Family${lettersOf(number)}`,
    aliases: [],
    birthDate: null,
    birthPlace: number % 4 === 0 ? 'Den Haag' : 'Nador',
  })),
);

function lettersOf(number: number): string {
  return Array.from(String(number), (digit) => 'bcdfghjkmp'.charAt(Number(digit))).join('a');
}

function compared(sought: Partial<Identity>, found: Partial<Identity> = {}, register = REGISTER) {
  const [result] = compareIdentities(aPerson(sought), [{ id: 1, identity: aPerson(found) }], register);
  return result!;
}

const codesOf = (sought: Partial<Identity>, found: Partial<Identity> = {}) =>
  compared(sought, found).explanations.map(({ code }) => code);

describe('a comparison in clear', () => {
  it.each<[string, Partial<Identity>, Partial<Identity>, string]>([
    ['the same name', {}, {}, 'FAMILY_NAME_EQUAL'],
    ['a glued particle', { familyName: 'Elkhayali' }, {}, 'FAMILY_NAME_EQUAL'],
    ['the same sound', { familyName: 'El Chayali' }, {}, 'FAMILY_NAME_SAME_SOUND'],
    ['other vowels', { givenName: 'Mehmed' }, {}, 'GIVEN_NAME_SAME_CONSONANTS'],
    [
      'one of a double name',
      { familyName: 'Bakker-de Vries' },
      { familyName: 'De Vries' },
      'FAMILY_NAME_ONE_OF_SEVERAL',
    ],
    ['a shortened name', { givenName: 'Alexander' }, { givenName: 'Alex' }, 'GIVEN_NAME_BEGINNING'],
    ['a slip of the pen', { familyName: 'Vermeulen' }, { familyName: 'Vermeuxen' }, 'FAMILY_NAME_SIMILAR'],
    ['an initial', { givenName: 'M.' }, {}, 'GIVEN_NAME_INITIAL'],
    ['a name too short to tell', { givenName: 'Mo' }, {}, 'GIVEN_NAME_INITIAL'],
    ['one of several, with a slip', { givenName: 'Mohamlmed Tariqel' }, {}, 'GIVEN_NAME_SIMILAR'],
    ['a particle alone', { familyName: 'El Wahmi' }, {}, 'FAMILY_NAME_PARTICLES_ONLY'],
    ['another name', { familyName: 'Bakker' }, {}, 'FAMILY_NAME_DIFFERENT'],
    ['no name', { familyName: null }, {}, 'FAMILY_NAME_NOT_KNOWN'],
    ['names swapped', { givenName: 'El Khayali', familyName: 'Mohammed' }, {}, 'NAMES_SWAPPED'],
    ['an alias', { givenName: 'Tariqel', familyName: 'Qissani' }, { aliases: ['Tarikel Qissani'] }, 'ALIAS_USED'],
    ['the same date', {}, {}, 'BIRTH_DATE_EQUAL'],
    ['day and month swapped', { birthDate: '1985-12-03' }, {}, 'BIRTH_DATE_DAY_AND_MONTH_SWAPPED'],
    ['one digit', { birthDate: '1985-03-17' }, {}, 'BIRTH_DATE_ONE_DIGIT_OFF'],
    ['digits exchanged so that no date is left', { birthDate: '1980-53-12' }, {}, 'BIRTH_DATE_ONE_DIGIT_OFF'],
    ['two digits exchanged', { birthDate: '1958-03-12' }, {}, 'BIRTH_DATE_ONE_DIGIT_OFF'],
    ['a year alone', { birthDate: '1985-01-01' }, {}, 'BIRTH_DATE_YEAR_ONLY'],
    ['another year alone', { birthDate: '1990' }, {}, 'BIRTH_DATE_OTHER_YEAR'],
    ['only the year', { birthDate: '1985-09-28' }, {}, 'BIRTH_DATE_SAME_YEAR'],
    ['only the day', { birthDate: '1974-03-12' }, {}, 'BIRTH_DATE_SAME_DAY'],
    ['another date', { birthDate: '1974-09-28' }, {}, 'BIRTH_DATE_DIFFERENT'],
    [
      'another language’s name of a place',
      { birthPlace: '’s-Gravenhage' },
      { birthPlace: 'The Hague' },
      'BIRTH_PLACE_EQUAL',
    ],
    [
      'a place that sounds the same',
      { birthPlace: 'Marrakech' },
      { birthPlace: 'Marrakesh' },
      'BIRTH_PLACE_SAME_SOUND',
    ],
    ['another place', { birthPlace: 'Torino' }, {}, 'BIRTH_PLACE_DIFFERENT'],
  ])('names %s', (_what, sought, found, code) => {
    expect(codesOf(sought, found)).toContain(code);
  });

  it('adds the bits of its reasons up, and tells bands by them', () => {
    const strong = compared({});
    expect(strong.bits).toBeCloseTo(
      strong.explanations.reduce((sum, { bits }) => sum + bits, 0),
      0,
    );
    expect(strong.band).toBe('STRONG');
    const yearOnly = { familyName: 'Bakker', birthDate: '1985', birthPlace: null };
    expect(compared(yearOnly, yearOnly)).toMatchObject({ band: 'PROBABLE' });
    expect(compared({ familyName: 'Bakker', birthDate: '1985' })).toMatchObject({ band: 'NONE' });
  });

  it('gives a rare name more than a common one', () => {
    const bitsOf = (familyName: string) =>
      compared({ familyName }, { familyName }).explanations.find(({ code }) => code === 'FAMILY_NAME_EQUAL')!.bits;
    // One in ten, and one in four thousand: log2(0.67 / 0.1) and log2(0.67 * 4000).
    expect(bitsOf('Bakker')).toBeCloseTo(2.7, 1);
    expect(bitsOf('El Khayali')).toBeCloseTo(11.4, 1);
  });

  it('asks for a bit more with each doubling of the register, whoever is sought', () => {
    const large = { ...REGISTER, people: 16_384 };
    expect(compared({}, {}, large).explanations).toContainEqual({ code: 'LARGE_REGISTER', bits: -2 });
    expect(codesOf({})).not.toContain('LARGE_REGISTER');
  });

  it('ranks the likeliest first', () => {
    const candidates = [
      { id: 'another', identity: aPerson({ familyName: 'Bakker', birthDate: '1960-05-06' }) },
      { id: 'the person', identity: aPerson() },
      { id: 'year only', identity: aPerson({ birthDate: '1985' }) },
    ];
    expect(compareIdentities(aPerson(), candidates, REGISTER).map(({ id }) => id)).toEqual([
      'the person',
      'year only',
      'another',
    ]);
  });
});

describe('twins', () => {
  it.each([
    ['Hasan', 'Hüseyin'],
    ['Hasan', 'Husein'],
    ['Corvel', 'Dunstor'],
  ])('%s and %s of one family and birth date are never more than POSSIBLE', (one, other) => {
    const twin = compared({ givenName: one }, { givenName: other });
    expect(twin.bits).toBeGreaterThan(20);
    expect(twin.band).toBe('POSSIBLE');
    expect(twin.explanations.map(({ code }) => code)).toContain('POSSIBLE_TWIN');
  });

  it.each([
    ['Mohammed', 'Mehmet'],
    ['Alexander', 'Alex'],
    ['Corvel', 'C.'],
  ])('%s and %s may be one', (one, other) => {
    expect(compared({ givenName: one }, { givenName: other }).band).toBe('STRONG');
  });
});

describe('the tables', () => {
  it('share out every case of one person once', () => {
    const total = (weights: Readonly<Record<string, { readonly m: number }>>, left: readonly string[] = []) =>
      Object.entries(weights).reduce((sum, [level, { m }]) => sum + (left.includes(level) ? 0 : m), 0);
    expect(total(FAMILY_NAME_WEIGHTS)).toBeCloseTo(1, 6);
    expect(total(GIVEN_NAME_WEIGHTS)).toBeCloseTo(1, 6);
    expect(total(PLACE_WEIGHTS)).toBeCloseTo(1, 6);
    expect(total(BIRTH_DATE_WEIGHTS, ['YEAR_ONLY', 'OTHER_YEAR'])).toBeCloseTo(1, 6);
    expect(
      total(BIRTH_DATE_WEIGHTS, [
        'EQUAL',
        'DAY_AND_MONTH_SWAPPED',
        'ONE_DIGIT_OFF',
        'SAME_YEAR',
        'SAME_DAY',
        'DIFFERENT',
      ]),
    ).toBeCloseTo(1, 6);
  });

  it('have a text in three languages for every reason', () => {
    expect(Object.keys(EXPLANATION_TEXTS)).toHaveLength(2 * 11 + 9 + 5 + 4);
    expect(EXPLANATION_TEXTS.FAMILY_NAME_SAME_SOUND.en).toBe('Family name: same sound.');
    expect(EXPLANATION_TEXTS.BIRTH_DATE_DAY_AND_MONTH_SWAPPED.nl).toBe('Geboortedatum: dag en maand verwisseld.');
    for (const { en, nl, it } of Object.values(EXPLANATION_TEXTS)) {
      expect(new Set([en, nl, it]).size).toBe(3);
    }
  });

  it('measure likeness as Jaro and Winkler do', () => {
    expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.9611, 4);
    expect(jaroWinkler('dwayne', 'duane')).toBeCloseTo(0.84, 4);
    expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.8133, 4);
    expect(jaroWinkler('abc', 'xyz')).toBe(0);
  });
});
