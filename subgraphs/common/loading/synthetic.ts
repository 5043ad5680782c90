import { createHash, createHmac } from 'node:crypto';

/**
 * Invented values for a development database: the same seed and owner give the same values, on every machine.
 * Dates are counted from the anchor date that is handed in, never from the clock.
 */
export interface Synthetic {
  /** An opaque key, such as `kn-b4t6…`: it shows neither the kind of record nor its number. */
  id(kind: string, number: number | string): string;
  /** An independent generator of the same seed: adding people to one list does not change another. */
  stream(name: string): Synthetic;
  /** From 0 (inclusive) to 1 (exclusive). */
  random(): number;
  /** A whole number from `from` to `to`, both inclusive. */
  integer(from: number, to: number): number;
  /** True in this share of the cases, 0 to 1. */
  chance(share: number): boolean;
  pick<T>(values: readonly T[]): T;
  /** Some of the values, in their own order, between `from` and `to` of them. */
  pickSome<T>(values: readonly T[], from: number, to: number): T[];
}

const ID_PREFIXES: Readonly<Record<string, string>> = { 'knowsley-iom': 'kn', 'safety-house': 'sh', eri: 'eri' };
const ID_LETTERS = 16;

export function createSynthetic(seed: string, owner: string, streamName = ''): Synthetic {
  const random = generator(`${seed}|${owner}|${streamName}`);
  const integer = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const pick = <T>(values: readonly T[]): T => {
    if (values.length === 0) throw new Error('There is nothing to pick from.');
    return values[integer(0, values.length - 1)] as T;
  };
  return {
    id: (kind, number) => {
      const digest = createHmac('sha256', seed)
        .update(`${owner}|${kind}|${String(number)}`)
        .digest();
      return `${ID_PREFIXES[owner] ?? owner}-${base32(digest).slice(0, ID_LETTERS)}`;
    },
    stream: (name) => createSynthetic(seed, owner, `${streamName}/${name}`),
    random,
    integer,
    chance: (share) => random() < share,
    pick,
    pickSome: (values, from, to) => {
      const wanted = Math.min(integer(from, to), values.length);
      const chosen = new Set<number>();
      while (chosen.size < wanted) chosen.add(integer(0, values.length - 1));
      return values.filter((_, index) => chosen.has(index));
    },
  };
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

function base32(bytes: Buffer): string {
  let letters = '';
  let value = 0;
  let bits = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      letters += BASE32.charAt((value >>> bits) & 31);
      value &= (1 << bits) - 1;
    }
  }
  return letters;
}

/** sfc32, a small generator with a long period, started from a hash of the seed. */
function generator(seed: string): () => number {
  const digest = createHash('sha256').update(seed).digest();
  let a = digest.readUInt32LE(0);
  let b = digest.readUInt32LE(4);
  let c = digest.readUInt32LE(8);
  let counter = digest.readUInt32LE(12);
  return () => {
    const next = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + next;
    c |= 0;
    return (next >>> 0) / 2 ** 32;
  };
}
