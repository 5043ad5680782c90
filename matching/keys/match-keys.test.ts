import fc from 'fast-check';

import type { Identity } from '../identity';
import { deriveQuestionKeys, deriveRecordKeys, KEYS_OF_A_QUESTION, MOST_KEYS_OF_A_RECORD } from './derive-match-keys';
import type { MatchKey } from './match-key';
import { rateKeyHits } from './rate-key-hits';

function aPerson(changes: Partial<Identity> = {}): Identity {
  return {
    givenName: 'Achmoud',
    familyName: 'El Khayali',
    aliases: [],
    birthDate: '1985-03-12',
    birthPlace: 'Nador',
    ...changes,
  };
}

const filler = (): string => 'nobody';
const keysOfQuestion = (identity: Identity): readonly MatchKey[] =>
  deriveQuestionKeys(identity, filler).filter((key) => key.template !== 'FILLER');

/** What the keys of a question say of a record. */
function asked(question: Identity, record: Identity) {
  const texts = new Set(deriveRecordKeys(record).map(({ text }) => text));
  return rateKeyHits(keysOfQuestion(question).filter(({ text }) => texts.has(text)));
}

describe('the keys of a person', () => {
  it('are these, each with what it was made from', () => {
    expect(keysOfQuestion(aPerson()).map(({ text, matchedOn }) => [text, matchedOn.join(' ')])).toEqual([
      ['NAME_DATE|Xjl|1985-03-12|', 'FAMILY_NAME BIRTH_DATE'],
      ['NAME_DATE|Xmt|1985-03-12|', 'GIVEN_NAME BIRTH_DATE'],
      ['NAMES_DATE|Xjl|Xmt|1985 03 12|', 'GIVEN_NAME FAMILY_NAME BIRTH_DATE'],
      ['NAMES_YEAR|Xjl|Xmt|1985|', 'GIVEN_NAME FAMILY_NAME BIRTH_YEAR'],
      ['NAMES_PLACE|Xjl|Xmt||ndr', 'GIVEN_NAME FAMILY_NAME BIRTH_PLACE'],
      ['NAMES_DAY|Xjl|Xmt|03-12|', 'NAME_BEGINNING BIRTH_DAY'],
      ['BEGINNINGS_YEAR_PLACE|Xj|Xm|1985|ndr', 'NAME_BEGINNING BIRTH_YEAR BIRTH_PLACE'],
      ['PLACE_DATE|X|1985-03-12|ndr', 'NAME_BEGINNING BIRTH_DATE BIRTH_PLACE'],
      ['NAMES_DIGITS|Xjl|Xmt|01123589|', 'NAME_BEGINNING BIRTH_YEAR'],
      ['BEGINNINGS_YEAR_DAY_PLACE|X|Xm|1985 12|nd', 'NAME_BEGINNING BIRTH_YEAR BIRTH_PLACE'],
      ['BEGINNINGS_YEAR_DAY_PLACE|X|Xj|1985 12|nd', 'NAME_BEGINNING BIRTH_YEAR BIRTH_PLACE'],
    ]);
  });

  it('are exactly the twelve of a question where everything is known and nothing begins alike', () => {
    expect(keysOfQuestion(aPerson({ familyName: 'Bakker' }))).toHaveLength(KEYS_OF_A_QUESTION);
  });

  it.each<[string, Partial<Identity>, string]>([
    ['a name and the beginning of the other where there is no date', { birthDate: null }, 'NAME_PLACE'],
    ['day, year and place where there is one name', { familyName: null }, 'NAME_DAY_PLACE'],
  ])('ask %s, and only there', (_what, unknown, template) => {
    const templates = (person: Identity) => keysOfQuestion(person).map((key) => key.template);
    expect(templates(aPerson(unknown))).toContain(template);
    expect(templates(aPerson({ familyName: 'Abbadi', givenName: 'Abbad' }))).not.toContain(template);
    expect(deriveRecordKeys(aPerson()).map((key) => key.template)).toContain(template);
  });

  it('tell which of them contain a date of birth', () => {
    for (const { template, containsBirthDate } of keysOfQuestion(aPerson())) {
      expect([template, containsBirthDate]).toEqual([template, template.endsWith('_DATE')]);
    }
  });

  it('are twelve in every question, whatever is known', () => {
    const text = fc.option(fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(
        fc.record({
          givenName: text,
          familyName: text,
          aliases: fc.array(fc.string(), { maxLength: 4 }),
          birthDate: fc.constantFrom(null, '1985', '1985-03-12', 'unknown'),
          birthPlace: text,
        }),
        (person) => {
          expect(deriveQuestionKeys(person, filler)).toHaveLength(KEYS_OF_A_QUESTION);
          expect(deriveRecordKeys(person).length).toBeLessThanOrEqual(MOST_KEYS_OF_A_RECORD);
        },
      ),
    );
  });

  it('are the same with given and family name swapped', () => {
    const texts = (person: Identity) =>
      deriveRecordKeys(person)
        .map(({ text }) => text)
        .sort();
    expect(texts(aPerson({ givenName: 'El Khayali', familyName: 'Achmoud' }))).toEqual(texts(aPerson()));
  });

  it('hold no date where the day is not known', () => {
    for (const birthDate of ['1985', '1985-01-01', '1985-00-00']) {
      expect(deriveRecordKeys(aPerson({ birthDate })).some(({ containsBirthDate }) => containsBirthDate)).toBe(false);
    }
  });

  it('are made of each alias apart', () => {
    const record = aPerson({ aliases: ['Yassinoud Ben Wahmi'] });
    expect(asked(aPerson({ givenName: 'Yassinoud', familyName: 'Wahmi' }), record)?.band).toBe('PROBABLE');
    expect(asked(aPerson({ givenName: 'Yassinoud', familyName: 'Qissani' }), record)?.matchedOn).toContain(
      'BIRTH_DATE',
    );
  });
});

describe('agreeing keys', () => {
  it.each<[string, Partial<Identity>, string | undefined]>([
    ['everything', {}, 'PROBABLE'],
    ['another spelling of both names', { givenName: 'Ahmud', familyName: 'Elkhayali' }, 'PROBABLE'],
    ['another given name', { givenName: 'Tariqel' }, 'PROBABLE'],
    ['another given name and place', { givenName: 'Tariqel', birthPlace: null }, 'POSSIBLE'],
    ['day and month swapped', { birthDate: '1985-12-03' }, 'PROBABLE'],
    ['day and month swapped, no place', { birthDate: '1985-12-03', birthPlace: null }, 'POSSIBLE'],
    ['digits in each other’s place', { birthDate: '1985-31-20', birthPlace: null }, 'POSSIBLE'],
    ['a month that is none, and another spelling', { birthDate: '1985-83-12', givenName: 'Achmaud' }, 'POSSIBLE'],
    ['another family name and a slip in the given name', { familyName: 'Bakker', givenName: 'Achnoud' }, 'POSSIBLE'],
    ['the year alone', { birthDate: '1985-01-01' }, 'POSSIBLE'],
    ['one digit of the year', { birthDate: '1986-03-12', birthPlace: null }, 'POSSIBLE'],
    ['place and date alone', { givenName: 'Tariqel', familyName: 'Qissani' }, undefined],
    ['nothing but the place', { givenName: 'Tariqel', familyName: 'Qissani', birthDate: '1970-05-06' }, undefined],
  ])('with %s as said are rated', (_what, said, band) => {
    expect(asked(aPerson(said), aPerson())?.band).toBe(band);
  });

  it('never count twice what one of them says already', () => {
    const keys = keysOfQuestion(aPerson({ birthPlace: null }));
    const only = (...templates: string[]) =>
      rateKeyHits(keys.filter(({ template }) => templates.includes(template)))?.band;
    const [family, given, names] = keys;
    expect(rateKeyHits([names!, ...keys.filter(({ template }) => template === 'NAMES_YEAR')])?.band).toBe('POSSIBLE');
    expect(rateKeyHits([family!])?.band).toBe('POSSIBLE');
    expect(rateKeyHits([family!, given!])?.band).toBe('PROBABLE');
    expect(only('NAMES_YEAR', 'NAMES_DAY')).toBe('POSSIBLE');
    // The digits of a date are said by the date, in whichever order.
    expect(only('NAMES_DATE', 'NAMES_DIGITS')).toBe('POSSIBLE');
    expect(only('NAME_DATE')).toBe('PROBABLE');
    expect(rateKeyHits([])).toBeUndefined();
  });

  it('are not PROBABLE by beginnings of names alone', () => {
    const keys = keysOfQuestion(aPerson({ familyName: 'Bakker' })).filter(({ template }) => template === 'PLACE_DATE');
    expect(keys).toHaveLength(2);
    expect(rateKeyHits(keys)?.band).toBe('POSSIBLE');
  });
});
