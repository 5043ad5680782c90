import fc from 'fast-check';

import { canonicalForm, type CanonicalValue } from './canonical-form';

const text = fc.string({ unit: 'grapheme' });
const { value } = fc.letrec<{ value: CanonicalValue }>((tie) => ({
  value: fc.oneof(
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger().map((number) => (number === 0 ? 0 : number)),
    text,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4 }),
  ),
}));

describe('the canonical form', () => {
  it('is JSON of the same value', () => {
    fc.assert(
      fc.property(value, (any) => {
        expect(JSON.parse(canonicalForm(any))).toEqual(any);
      }),
    );
  });

  it('does not depend on the order in which names were written', () => {
    fc.assert(
      fc.property(fc.dictionary(text, value), (object) => {
        const reversed = Object.fromEntries(Object.entries(object).reverse());
        expect(canonicalForm(reversed)).toBe(canonicalForm(object));
      }),
    );
  });

  it.each([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    [{ é: 'ü', z: '\u0007"' }, '{"z":"\\u0007\\"","é":"ü"}'],
    // By code units: the surrogates of U+10000 stand before U+FFFD.
    [{ '\uFFFD': 2, '\u{10000}': 1 }, '{"\u{10000}":1,"\uFFFD":2}'],
    [-7, '-7'],
  ] satisfies [CanonicalValue, string][])('of %j is %s', (any, form) => {
    expect(canonicalForm(any)).toBe(form);
  });

  it.each([[0.5], [-0], [2 ** 53], [Number.NaN], ['\uD800'], [['\uDC00x']], [{ '\uD800': 1 }]])(
    'does not exist for %p',
    (any) => {
      expect(() => canonicalForm(any)).toThrow('no canonical form');
    },
  );
});
