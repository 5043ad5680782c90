import fc from 'fast-check';

import { normaliseName } from './normalise-name';
import { skeletonOf } from './sound-key';

/** How two spellings look to whoever compares keys: skeletons without order. */
const keyOf = (name: string): string => normaliseName(name).tokens.map(skeletonOf).sort().join(' ');

type Row = readonly [one: string, other: string];

/** Two spellings of one name, by the languages they come from. */
const SAME: Readonly<Record<string, readonly Row[]>> = {
  'Dutch particles': [
    ['van den Berg', 'Vandenberg'],
    ['van den Berg', 'Berg'],
    ['van der Meer', 'v.d. Meer'],
    ['van der Veen', 'Vanderveen'],
    ['’t Hart', 'Hart'],
    ['de Vries', 'De Fries'],
    ['van Dijk', 'van Dyk'],
    ['ter Horst', 'Horst'],
    ['in ’t Veld', 'Veld'],
    ['Schouten', 'Shouten'],
  ],
  Turkish: [
    ['Çakıroğlu', 'Cakir Oglu'],
    ['Şahin', 'Sahin'],
    ['Yılmaz', 'Yilmas'],
    ['Mehmet', 'Mehmed'],
    ['Ahmet', 'Ahmed'],
    ['Yusuf', 'Jusuf'],
    ['Hüseyin', 'Hussein'],
    ['İbrahim', 'Ibrahim'],
    ['Gülperi', 'Gulperi'],
  ],
  'Moroccan and other Arabic': [
    ['El Amrani', 'Elamrani'],
    ['El Amrani', 'العمراني'],
    ['Achraf', 'Ashraf'],
    ['Bouchra', 'Bushra'],
    ['Ibrahim', 'Brahim'],
    ['Mohammed', 'محمد'],
    ['Mohammed', 'Muhamad'],
    ['Youssef', 'Yusuf'],
    ['Youssef', 'يوسف'],
    ['Khadija', 'Khadidja'],
    ['Khadija', 'خديجة'],
    ['Khalid', 'Chalid'],
    ['Oualid', 'Walid'],
    ['Djamal', 'Jamal'],
    ['Fatimah', 'Fatima'],
    ['Abdelkarim', 'Abdul Karim'],
    ['Abd al-Karim', 'Abdelkarim'],
    ['Ben Slimane', 'Benslimane'],
    ['Bin Qassem', 'Kassem'],
    ['Qadir', 'Kadir'],
    ['Soufiane', 'Soefian'],
    ['M’hamed', 'Mhamed'],
  ],
  Italian: [
    ['Di Marco', 'Dimarco'],
    ['D’Angelo', 'Angelo'],
    ['Della Rovere', 'Dellarovere'],
    ['Nicolò', 'Nicolo'],
    ['Gianni', 'Giani'],
  ],
  Roma: [
    ['Lăcătuş', 'Lacatus'],
    ['Radulović', 'Radulovich'],
    ['Ferenc', 'Ferenk'],
  ],
  Balkan: [
    ['Jovanović', 'Jovanovich'],
    ['Jovanović', 'Yovanovitch'],
    ['Иванович', 'Ivanović'],
    ['Petrov', 'Petroff'],
    ['Đorđević', 'Dordevic'],
    ['Ђорђевић', 'Djordjevic'],
    ['Maja', 'Maya'],
  ],
  'double and married names': [
    ['Bakker-de Vries', 'de Vries Bakker'],
    ['Rossi nata Bianchi', 'Bianchi Rossi'],
    ['Yılmaz geb. Kaya', 'Kaya Yilmaz'],
    ['Hollow née Marsh', 'Marsh-Hollow'],
  ],
  'given and family name swapped': [
    ['Ahmet Yılmaz', 'YILMAZ, Ahmet'],
    ['Corvel Willowmere', 'Willowmere Corvel'],
  ],
};

const DIFFERENT: readonly Row[] = [
  ['Ahmed', 'Mohammed'],
  ['Bakker', 'Visser'],
  ['Yılmaz', 'Yıldız'],
  ['El Amrani', 'El Idrissi'],
  ['van den Berg', 'van den Broek'],
  ['Rossi', 'Russo Bianchi'],
  ['Jovanović', 'Ivanović'],
  ['Ali', 'Eli'],
];

describe.each(Object.entries(SAME))('%s', (_language, rows) => {
  it.each(rows)('%s and %s are one name', (one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
    expect(keyOf(one)).not.toBe('');
  });
});

describe('two names', () => {
  it.each(DIFFERENT)('%s and %s remain two', (one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
  });

  it('keeps particles as weak evidence beside the name', () => {
    expect(normaliseName('van der Meer')).toEqual({ tokens: ['meer'], whole: 'meer', particles: ['der', 'van'] });
    expect(normaliseName('Elamrani')).toEqual({ tokens: ['amrani'], whole: 'elamrani', particles: ['el'] });
    expect(normaliseName('Çakıroğlu')).toEqual({
      tokens: ['cakir'],
      whole: 'cakiroglu',
      particles: ['oglu'],
    });
  });

  it('calls somebody by a particle who has no other name, and leaves short names whole', () => {
    expect(normaliseName('Ben').tokens).toEqual(['ben']);
    expect(normaliseName('Vanessa').tokens).toEqual(['essa']);
    expect(normaliseName('Elena').tokens).toEqual(['elena']);
    expect(normaliseName(null)).toEqual({ tokens: [], whole: '', particles: [] });
  });
});

describe('any name', () => {
  const word = fc
    .array(fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz')), { minLength: 2, maxLength: 12 })
    .map((letters) => letters.join(''));
  const name = fc.array(word, { minLength: 1, maxLength: 4 });

  it('has the same key in any order', () => {
    fc.assert(
      fc.property(name, fc.infiniteStream(fc.nat()), (words, order) => {
        const shuffled = words
          .map((each) => ({ each, at: order.next().value as number }))
          .sort((one, other) => one.at - other.at)
          .map(({ each }) => each);
        expect(keyOf(shuffled.join(' '))).toBe(keyOf(words.join(' ')));
      }),
    );
  });

  it('is normal after it was normalised', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          name.map((words) => words.join(' ')),
          fc.string({ unit: 'grapheme' }),
        ),
        (text) => {
          const { tokens } = normaliseName(text);
          expect(normaliseName(tokens.join(' ')).tokens).toEqual(tokens);
        },
      ),
    );
  });

  it('has the same key in capitals and with accents', () => {
    const accents = ['\u0301', '\u0300', '\u0308', '\u0302', '\u0327'];
    fc.assert(
      fc.property(name, fc.constantFrom(...accents), fc.nat(), (words, accent, at) => {
        const text = words.join(' ');
        const place = 1 + (at % text.length);
        const accented = text.charAt(place - 1) === ' ' ? text : text.slice(0, place) + accent + text.slice(place);
        expect(keyOf(accented)).toBe(keyOf(text));
        expect(keyOf(text.toUpperCase())).toBe(keyOf(text));
      }),
    );
  });
});
