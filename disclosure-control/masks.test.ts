import fc from 'fast-check';
import { createHash } from 'node:crypto';

import { decodeShares, encodeShares, maskContext, maskKeys, maskedShares, sharedSecret, sumShares } from './masks';

interface Owner {
  readonly name: string;
  readonly values: Int32Array;
  readonly seed: Buffer;
}

/** What each owner sends, each knowing of the others their public keys alone. */
function sharesOf(owners: readonly Owner[], context: string): Uint32Array[] {
  return owners.map(({ name, values, seed }) => {
    const own = maskKeys(seed);
    const peers = owners
      .filter((other) => other.name !== name)
      .map((other) => ({ name: other.name, secret: sharedSecret(own, maskKeys(other.seed).publicKey) }));
    return maskedShares({ values, own: name, peers, context });
  });
}

const seedOf = (text: string): Buffer => createHash('sha256').update(text).digest();

const threeOwners = (values: (owner: number) => Int32Array): Owner[] =>
  ['eri', 'knowsley-iom', 'safety-house'].map((name, place) => ({ name, values: values(place), seed: seedOf(name) }));

const someOwners = fc.integer({ min: 1, max: 40 }).chain((cells) =>
  fc.uniqueArray(
    fc.record({
      name: fc.string({ minLength: 1 }),
      values: fc.int32Array({ minLength: cells, maxLength: cells, min: -1_000, max: 500_000_000 }),
      seed: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((seed) => Buffer.from(seed)),
    }),
    { minLength: 3, maxLength: 3, selector: ({ name }) => name },
  ),
);

describe('masks', () => {
  it('cancel for any three owners, in whatever order the shares come', () => {
    fc.assert(
      fc.property(someOwners, fc.string(), (owners, context) => {
        const expected = owners[0]!.values.map((_, cell) => owners.reduce((sum, { values }) => sum + values[cell]!, 0));
        const shares = sharesOf(owners, context);
        expect(sumShares(shares)).toEqual(expected);
        expect(sumShares(shares.toReversed())).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  it('cancel for all three alone: a share, and two of three, are as if random', () => {
    const owners = threeOwners((place) => new Int32Array(50_000).fill(place));
    const shares = sharesOf(owners, 'SEX');
    for (const left of [0, 1, 2]) {
      const two = shares.filter((_, place) => place !== left);
      for (const part of [new Uint32Array(sumShares(two).buffer), shares[left]!]) {
        expect(looksRandom(Buffer.from(encodeShares(part), 'base64'))).toEqual([]);
        // Of 50,000 random numbers of 32 bits about 0.02 would lie so near to a count.
        expect([...part].filter((share) => share < 1_000 || share > 2 ** 32 - 1_000)).toEqual([]);
      }
    }
    expect(new Set(sumShares(shares))).toEqual(new Set([3]));
  });

  it('are another stream for each context and pair, so that no difference of two shares shows a value', () => {
    const owners = threeOwners(() => new Int32Array(25_000).fill(5));
    const [one, other] = [sharesOf(owners, 'one'), sharesOf(owners, 'other')];
    const pairs = [...one, ...other].flatMap((share, at, all) =>
      all.slice(at + 1).map((later) => [share, later] as const),
    );
    expect(pairs).toHaveLength(15);
    for (const [share, later] of pairs) {
      for (const combined of [
        share.map((value, cell) => value - later[cell]!),
        share.map((value, cell) => value + later[cell]!),
      ]) {
        expect(looksRandom(Buffer.from(encodeShares(combined), 'base64'))).toEqual([]);
      }
    }
  });

  it('are refused for nobody, for oneself, and for one peer twice', () => {
    const [values, secret] = [new Int32Array(1), Buffer.alloc(32)];
    for (const names of [[], ['eri'], ['safety-house', 'safety-house']]) {
      const peers = names.map((name) => ({ name, secret }));
      expect(() => maskedShares({ values, own: 'eri', peers, context: '' })).toThrow(RangeError);
    }
  });

  it('leave sums of shares of unequal length refused', () => {
    expect(() => sumShares([new Uint32Array(2), new Uint32Array(3)])).toThrow('Shares of one table have one length.');
  });
});

describe('the context of a mask', () => {
  it('is one for the same table and snapshots, and another for any other', () => {
    const ids = fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', '"', ',', '|') }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.string(), ids, fc.string(), ids, (table, snapshots, otherTable, otherSnapshots) => {
        expect(maskContext(table, snapshots.toReversed())).toBe(maskContext(table, snapshots));
        const alike = table === otherTable && new Set([...snapshots, ...otherSnapshots]).size === 3;
        expect(maskContext(table, snapshots) === maskContext(otherTable, otherSnapshots)).toBe(alike);
        expect(maskContext(table, [...snapshots.slice(1), `${snapshots[0]!}x`])).not.toBe(
          maskContext(table, snapshots),
        );
      }),
    );
  });

  it('separates snapshots: shares of one do not cancel with shares of another', () => {
    const owners = threeOwners(() => new Int32Array(10_000).fill(4));
    const before = sharesOf(owners, maskContext('SEX', ['a', 'b', 'c']));
    const after = sharesOf(owners, maskContext('SEX', ['a', 'b', 'd']));
    expect(new Set(sumShares(before))).toEqual(new Set([12]));
    const mixed = new Uint32Array(sumShares([before[0]!, before[1]!, after[2]!]).buffer);
    expect(looksRandom(Buffer.from(encodeShares(mixed), 'base64'))).toEqual([]);
  });
});

describe('keys of masks', () => {
  it('leave the same secret at both ends, and another with every other owner', () => {
    const [one, two, three] = ['one', 'two', 'three'].map((name) => maskKeys(seedOf(name))) as [Keys, Keys, Keys];
    expect(sharedSecret(one, two.publicKey)).toEqual(sharedSecret(two, one.publicKey));
    expect(sharedSecret(one, two.publicKey)).not.toEqual(sharedSecret(one, three.publicKey));
  });

  it('are refused where they would leave a secret that everybody knows', () => {
    const own = maskKeys(seedOf('own'));
    // Points of small order (RFC 7748, section 6.1).
    for (const first of [0, 1]) expect(() => sharedSecret(own, Buffer.alloc(32).fill(first, 0, 1))).toThrow();
    expect(() => sharedSecret(own, Buffer.alloc(31))).toThrow('A public key has 32 bytes, not 31.');
    expect(() => maskKeys(Buffer.alloc(16))).toThrow('A seed has 32 bytes, not 16.');
  });
});

describe('shares as text', () => {
  it('are read as they were written', () => {
    fc.assert(fc.property(fc.uint32Array(), (shares) => expect(decodeShares(encodeShares(shares))).toEqual(shares)));
    expect(encodeShares(Uint32Array.of(1, 2 ** 32 - 1))).toBe('AQAAAP////8=');
  });

  it.each(['AQAA', 'AQAAAA', 'AQAAAP////8', 'AQAAAP// //8=', '!'])('are refused otherwise: %s', (text) => {
    expect(() => decodeShares(text)).toThrow(RangeError);
  });
});

describe('the test for randomness', () => {
  it('notices counts, a mask that repeats, and one that leans', () => {
    const [mask] = sharesOf(
      threeOwners(() => new Int32Array(20_000)),
      'any',
    );
    const counts = Uint32Array.from({ length: 20_000 }, (_, cell) => cell % 50);
    expect(looksRandom(Buffer.from(encodeShares(counts), 'base64'))).toContain('bytes');
    expect(looksRandom(Buffer.from(encodeShares(mask!.map((_, cell) => mask![cell % 100]!)), 'base64'))).not.toEqual(
      [],
    );
    expect(looksRandom(Buffer.from(encodeShares(mask!.map((share) => share | 1)), 'base64'))).toContain('ones');
  });
});

type Keys = ReturnType<typeof maskKeys>;

/** What speaks against random bits, at 4.5 standard deviations: the number of ones, of runs, and of each byte. */
function looksRandom(bytes: Buffer): string[] {
  const bits = bytes.length * 8;
  const counts = new Float64Array(256);
  let [ones, runs, last] = [0, 1, -1];
  for (const byte of bytes) {
    counts[byte]! += 1;
    for (let at = 0; at < 8; at += 1) {
      const bit = (byte >> at) & 1;
      ones += bit;
      if (last !== -1 && bit !== last) runs += 1;
      last = bit;
    }
  }
  const expected = bytes.length / 256;
  const square = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const part = ones / bits;
  const deviations = {
    ones: (ones - bits / 2) / Math.sqrt(bits / 4),
    // NIST SP 800-22, section 2.3.
    runs: (runs - 2 * bits * part * (1 - part)) / (2 * Math.sqrt(bits) * part * (1 - part)),
    bytes: (square - 255) / Math.sqrt(2 * 255),
  };
  return Object.entries(deviations)
    .filter(([, deviation]) => Math.abs(deviation) > 4.5)
    .map(([name]) => name);
}
