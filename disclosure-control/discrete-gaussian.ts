import { createHmac } from 'node:crypto';

// Fixed point throughout, so that every machine draws the same: Math.exp may differ in its last bit between two of them.
const DRAWN_BITS = 128n;
const GUARD_BITS = 64n;
const ONE = 1n << (DRAWN_BITS + GUARD_BITS);
/** Beyond so many standard deviations less than one draw in 2^100 would lie; such a draw is the outermost value. */
const REACH = 12;

interface Distribution {
  readonly least: number;
  /** Of each value from the least on: how many of the 2^128 drawn numbers lie at it or below. */
  readonly cumulative: readonly bigint[];
}

const distributions = new Map<number, Distribution>();

/**
 * The noise of one cell: the whole number that the discrete Gaussian of this sigma gives for 128 bits of
 * HMAC-SHA256(key, context). The same key and context always give the same noise, so that asking again averages nothing
 * away; the people counted are no part of it, since equal answers would then show equal sets.
 */
export function drawDiscreteGaussian(key: Buffer, context: string, sigma: number): number {
  const { least, cumulative } = distributionOf(sigma);
  const bits = createHmac('sha256', key).update(context).digest();
  const drawn = (bits.readBigUInt64BE(0) << 64n) | bits.readBigUInt64BE(8);
  let below = 0;
  let above = cumulative.length - 1;
  while (below < above) {
    const middle = (below + above) >> 1;
    if (drawn < (cumulative[middle] ?? 0n)) above = middle;
    else below = middle + 1;
  }
  return least + below;
}

/** P(k) in proportion to exp(-k²/(2 sigma²)). */
function distributionOf(sigma: number): Distribution {
  const known = distributions.get(sigma);
  if (known !== undefined) return known;
  const most = Math.ceil(REACH * sigma);
  const weights = weightsOf(doubledVariance(sigma), most);
  const values = Array.from({ length: 2 * most + 1 }, (_, place) => weights[Math.abs(place - most)] ?? 0n);
  const whole = values.reduce((sum, weight) => sum + weight, 0n);
  let sum = 0n;
  const cumulative = values.map((weight) => {
    sum += weight;
    return (sum << DRAWN_BITS) / whole;
  });
  const distribution = { least: -most, cumulative };
  distributions.set(sigma, distribution);
  return distribution;
}

function doubledVariance(sigma: number): bigint {
  const doubled = Math.round(2 * sigma ** 2);
  if (!(sigma > 0) || Math.abs(2 * sigma ** 2 - doubled) > 1e-9 * doubled) {
    throw new RangeError(`Twice the square of sigma is a whole number above zero; that of ${sigma} is none.`);
  }
  return BigInt(doubled);
}

/** exp(-k²/d) for k = 0, 1, … most. */
function weightsOf(d: bigint, most: number): readonly bigint[] {
  const once = exponential(d);
  const weights = [ONE];
  // exp(-(k+1)²/d) = exp(-k²/d) · exp(-(2k+1)/d)
  let step = once;
  const twice = (once * once) / ONE;
  for (let k = 0; k < most; k += 1) {
    weights.push(((weights[k] ?? 0n) * step) / ONE);
    step = (step * twice) / ONE;
  }
  return weights;
}

/** exp(-1/d), by its series. */
function exponential(d: bigint): bigint {
  let sum = 0n;
  let term = ONE;
  for (let n = 1n; term !== 0n; n += 1n) {
    sum += term;
    term = -term / (d * n);
  }
  return sum;
}
