import fc from 'fast-check';

import { digestOfRows } from './digest-of-rows';

const KEY = Buffer.alloc(32, 7);
const someRows = fc.array(fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { maxLength: 4 }));

it('is the same in whatever order rows come', () => {
  fc.assert(
    fc.property(
      someRows.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
      ([rows, shuffled]) => {
        expect(digestOfRows(KEY, shuffled)).toBe(digestOfRows(KEY, rows));
      },
    ),
  );
});

it('is another one for any other rows, and for another key', () => {
  fc.assert(
    fc.property(someRows, someRows, (one, other) => {
      const sorted = (rows: readonly unknown[]): string[] => rows.map((row) => JSON.stringify(row)).sort();
      const alike = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
      expect(digestOfRows(KEY, one) === digestOfRows(KEY, other)).toBe(alike);
      expect(digestOfRows(Buffer.alloc(32), one)).not.toBe(digestOfRows(KEY, one));
    }),
  );
});

it('tells one row of two values from two rows, and a text from a number', () => {
  const digests = [
    [['a', 'b']],
    [['a'], ['b']],
    [['1']],
    [[1]],
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
  ].map((rows) => digestOfRows(KEY, rows));
  expect(new Set(digests).size).toBe(digests.length);
});
