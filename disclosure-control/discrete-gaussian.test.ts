import fc from 'fast-check';

import { OUTCOME_LEVEL, PLAIN_LEVEL, SIGMA, SUM_SIGMA } from './budget';
import { drawDiscreteGaussian } from './discrete-gaussian';
import { ownNoiseContext, totalNoiseContext } from './noise-context';

const KEY = Buffer.from('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', 'hex');
const DRAWS = 1_000_000;

const drawn = new Map<number, ReadonlyMap<number, number>>();
/** How often each value came in a million draws. */
function draw(sigma: number): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (let cell = 0; cell < DRAWS; cell += 1) {
    const value = drawDiscreteGaussian(KEY, `own|v|SEX|${cell}`, sigma);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  drawn.set(sigma, counts);
  return counts;
}

/**
 * How far the draws are from what was expected, in standard deviations of chi-square. Values of fewer than ten expected
 * draws are taken together.
 */
function distance(counts: ReadonlyMap<number, number>, density: (value: number) => number): number {
  const values = Array.from({ length: 401 }, (_, place) => place - 200);
  const whole = values.reduce((sum, value) => sum + density(value), 0);
  const bins = new Map<string, { expected: number; seen: number }>();
  for (const value of values) {
    const expected = (density(value) / whole) * DRAWS;
    const name = expected >= 10 ? String(value) : value < 0 ? 'below' : 'above';
    const bin = bins.get(name) ?? { expected: 0, seen: 0 };
    bins.set(name, { expected: bin.expected + expected, seen: bin.seen + (counts.get(value) ?? 0) });
  }
  const square = [...bins.values()].reduce((sum, { expected, seen }) => sum + (seen - expected) ** 2 / expected, 0);
  const freedom = bins.size - 1;
  return (square - freedom) / Math.sqrt(2 * freedom);
}

const discrete = (sigma: number) => (value: number) => Math.exp(-(value ** 2) / (2 * sigma ** 2));

describe.each([
  ['3', SIGMA],
  ['3/sqrt(2)', PLAIN_LEVEL.shareSigma],
  ['6', OUTCOME_LEVEL.sigma],
])('a million draws of sigma %s', (_, sigma) => {
  it('are the discrete Gaussian of that sigma', () => {
    expect(Math.abs(distance(draw(sigma), discrete(sigma)))).toBeLessThan(3.5);
  });

  it('are told from another sigma', () => {
    expect(distance(drawn.get(sigma) ?? draw(sigma), discrete(sigma * 1.01))).toBeGreaterThan(3.5);
  });

  // The wider it is, the more alike they are.
  if (sigma > SIGMA) return;
  it('are told from a Gaussian that was rounded', () => {
    const counts = drawn.get(sigma) ?? draw(sigma);
    const rounded = (value: number): number => {
      const steps = Array.from({ length: 100 }, (_step, place) => value - 0.5 + (place + 0.5) / 100);
      return steps.reduce((sum, point) => sum + discrete(sigma)(point), 0);
    };
    expect(distance(counts, rounded)).toBeGreaterThan(3.5);
  });
});

it('draws sums of sessions so much further', () => {
  const values = Array.from({ length: 20_000 }, (_, cell) => drawDiscreteGaussian(KEY, String(cell), SUM_SIGMA));
  const spread = Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length);
  expect(spread / SUM_SIGMA).toBeGreaterThan(0.98);
  expect(spread / SUM_SIGMA).toBeLessThan(1.02);
});

it('is the same for the same key and context, in whatever order they are asked', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.array(fc.string(), { minLength: 1 }),
      (key, contexts) => {
        const noise = (context: string): number => drawDiscreteGaussian(Buffer.from(key), context, SIGMA);
        const once = contexts.map(noise);
        expect(contexts.toReversed().map(noise).toReversed()).toEqual(once);
      },
    ),
  );
});

describe('another cell, table, version, kind or key', () => {
  const of = { version: 'v1', tableId: 'SEX', cellKey: 'MALE' };
  const others: [string, (cell: string) => number, (cell: string) => number][] = [
    ['cell', (cell) => own({ ...of, cellKey: cell }), (cell) => own({ ...of, cellKey: `${cell}|` })],
    ['table', (cell) => own({ ...of, cellKey: cell }), (cell) => own({ ...of, tableId: 'AGE_BAND', cellKey: cell })],
    ['version', (cell) => own({ ...of, cellKey: cell }), (cell) => own({ ...of, version: 'v2', cellKey: cell })],
    [
      'kind',
      (cell) => own({ ...of, cellKey: cell }),
      (cell) => drawDiscreteGaussian(KEY, totalNoiseContext({ ...of, cellKey: cell }), SIGMA),
    ],
    [
      'key',
      (cell) => own({ ...of, cellKey: cell }),
      (cell) => drawDiscreteGaussian(Buffer.alloc(32), ownNoiseContext({ ...of, cellKey: cell }), SIGMA),
    ],
  ];

  function own(noiseOf: typeof of): number {
    return drawDiscreteGaussian(KEY, ownNoiseContext(noiseOf), SIGMA);
  }

  it.each(others)('has other noise: %s', (_, one, other) => {
    const cells = Array.from({ length: 4_000 }, (_cell, place) => String(place));
    const product = cells.reduce((sum, cell) => sum + one(cell) * other(cell), 0) / cells.length / SIGMA ** 2;
    // The correlation of independent noise; a whole context in common would be 1.
    expect(Math.abs(product)).toBeLessThan(0.06);
  });
});

it('refuses a sigma for which it has no exact table', () => {
  for (const sigma of [0, -3, 1.1, Number.NaN]) expect(() => drawDiscreteGaussian(KEY, '', sigma)).toThrow(RangeError);
});
