// What a total costs beyond its counts: three owners mask 100,000 cells, and the exchange reads and sums the shares.
import { randomBytes } from 'node:crypto';

import {
  decodeShares,
  encodeShares,
  maskContext,
  maskKeys,
  maskedShares,
  sharedSecret,
  sumShares,
  type MaskKeys,
} from '../disclosure-control/masks';
import { spreadOf, type Spread } from './measure/spread';

const CELLS = 100_000;
const OWNERS = ['eri', 'knowsley-iom', 'safety-house'];

interface MaskedSharesFigures {
  readonly cells: number;
  readonly owners: number;
  /** Milliseconds of one owner: its two masks, and its shares as text. */
  readonly maskedByAnOwner: Spread;
  /** Milliseconds of the exchange: three texts read and summed. */
  readonly summed: Spread;
  /** Seconds of all of it, one after another. */
  readonly wholeSeconds: Spread;
}

export function measureMaskedShares(rounds: number): MaskedSharesFigures {
  const keys = new Map(OWNERS.map((name) => [name, maskKeys(randomBytes(32))]));
  const timed = Array.from({ length: rounds }, (_, round) => maskAndSum(keys, round));
  return {
    cells: CELLS,
    owners: OWNERS.length,
    maskedByAnOwner: spreadOf(timed.flatMap(({ masked }) => masked)),
    summed: spreadOf(timed.map(({ summed }) => summed)),
    wholeSeconds: spreadOf(timed.map(({ masked, summed }) => masked.reduce((sum, ms) => sum + ms, summed) / 1000)),
  };
}

function maskAndSum(keys: ReadonlyMap<string, MaskKeys>, round: number): { masked: number[]; summed: number } {
  const context = maskContext(
    'A+B+C+D',
    OWNERS.map((name) => `${name} ${round}`),
  );
  const values = new Int32Array(CELLS).fill(4);
  const masked: number[] = [];
  const texts = [...keys].map(([own, pair]) => {
    const begun = performance.now();
    const others = [...keys].filter(([name]) => name !== own);
    const peers = others.map(([name, { publicKey }]) => ({ name, secret: sharedSecret(pair, publicKey) }));
    const text = encodeShares(maskedShares({ values, own, peers, context }));
    masked.push(performance.now() - begun);
    return text;
  });
  const begun = performance.now();
  const totals = sumShares(texts.map(decodeShares));
  const summed = performance.now() - begun;
  if (totals.some((total) => total !== 4 * OWNERS.length)) throw new Error('The masks did not cancel.');
  return { masked, summed };
}
