/** As many as the fewest that the tests here are good for. */
const FEWEST = 20;
const PERMUTATIONS = 9_999;

/**
 * How likely two samples of one distribution are to differ as much as these, by the test of Mann and Whitney, two-sided:
 * the normal approximation with ties. It compares ranks, so that single late answers hide nothing.
 */
export function mannWhitney(one: readonly number[], other: readonly number[]): number {
  const [n, m] = sizes(one, other);
  const ordered = [...one.map((value) => ({ value, first: true })), ...other.map((value) => ({ value, first: false }))];
  ordered.sort((left, right) => left.value - right.value);
  let ranks = 0;
  let ties = 0;
  for (let start = 0; start < ordered.length;) {
    let end = start;
    while (end < ordered.length && ordered[end]?.value === ordered[start]?.value) end += 1;
    const alike = end - start;
    ranks += ordered.slice(start, end).filter(({ first }) => first).length * ((start + 1 + end) / 2);
    ties += alike ** 3 - alike;
    start = end;
  }
  const all = n + m;
  const variance = ((n * m) / 12) * (all + 1 - ties / (all * (all - 1)));
  if (variance === 0) return 1;
  const distance = Math.max(0, Math.abs(ranks - (n * (n + 1)) / 2 - (n * m) / 2) - 0.5);
  return 2 * upperTail(distance / Math.sqrt(variance));
}

/**
 * The same by a permutation test on the lower quartile. What disturbs a measurement on a busy machine only ever makes it
 * longer, so that the quick ones tell a constant difference best.
 */
export function quartilePermutation(one: readonly number[], other: readonly number[], random = Math.random): number {
  const [n] = sizes(one, other);
  const all = [...one, ...other];
  const distance = (): number => Math.abs(lowerQuartile(all.slice(0, n)) - lowerQuartile(all.slice(n)));
  const found = distance();
  let asFar = 0;
  for (let permutation = 0; permutation < PERMUTATIONS; permutation += 1) {
    for (let last = all.length - 1; last > 0; last -= 1) {
      const place = Math.floor(random() * (last + 1));
      [all[last], all[place]] = [all[place] as number, all[last] as number];
    }
    if (distance() >= found) asFar += 1;
  }
  return (asFar + 1) / (PERMUTATIONS + 1);
}

function lowerQuartile(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor((sorted.length - 1) / 4)] as number;
}

function sizes(one: readonly number[], other: readonly number[]): readonly [number, number] {
  if (Math.min(one.length, other.length) < FEWEST) {
    throw new RangeError(`Two samples of ${FEWEST} are needed, not of ${one.length} and ${other.length}.`);
  }
  return [one.length, other.length];
}

/** The normal distribution's tail above z >= 0 (Abramowitz and Stegun 7.1.26; off by at most 1.5e-7). */
function upperTail(z: number): number {
  const x = z / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const polynomial = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return (polynomial * Math.exp(-x * x)) / 2;
}
