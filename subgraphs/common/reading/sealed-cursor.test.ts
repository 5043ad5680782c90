import fc from 'fast-check';

import { CursorSeal, type PagePosition } from './sealed-cursor';

const positions: fc.Arbitrary<PagePosition> = fc.record({
  values: fc.array(fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)), { maxLength: 4 }),
  id: fc.string(),
});

describe('a sealed cursor', () => {
  it('opens to the position that was sealed, for the list that it was sealed for', () => {
    const seal = new CursorSeal();
    fc.assert(
      fc.property(positions, fc.string(), (position, list) => {
        expect(seal.open(seal.seal(position, list), list)).toEqual(position);
      }),
    );
  });

  it('does not open for another requester, purpose or list', () => {
    const seal = new CursorSeal();
    fc.assert(
      fc.property(positions, fc.string(), fc.string(), (position, list, other) => {
        fc.pre(list !== other);
        expect(seal.open(seal.seal(position, list), other)).toBeUndefined();
      }),
    );
  });

  it('does not open where any bit was changed, nor at another owner', () => {
    const seal = new CursorSeal();
    const cursor = seal.seal({ values: ['1990-02-01'], id: 'kn-1' }, 'list');
    const bytes = Buffer.from(cursor, 'base64url');
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(seal.open(changed.toString('base64url'), 'list')).toBeUndefined();
    }
    expect(new CursorSeal().open(cursor, 'list')).toBeUndefined();
    expect(seal.open('', 'list')).toBeUndefined();
  });

  it('shows nothing of the values in it', () => {
    const cursor = new CursorSeal().seal({ values: ['1990-02-01'], id: 'kn-1' }, 'list');
    expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toMatch(/1990|kn-1/);
  });
});
