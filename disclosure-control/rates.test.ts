import { LEAST_PUBLISHED, OUTCOME_LEVEL, SIGMA } from './budget';

const { sigma: OWN_SIGMA, totalSigma: TOTAL_SIGMA, leastTotal: LEAST_TOTAL } = OUTCOME_LEVEL;
import { drawDiscreteGaussian } from './discrete-gaussian';
import { RECORDED_OUTCOMES } from './lattice';
import type { PublishedCell } from './publish-cells';
import { RATES, meanOf, rateOf } from './rates';

// Looked up once: a global costs much inside Jest.
const { imul } = Math;
const SUPPRESSED: PublishedCell = { status: 'SUPPRESSED', value: null };
const shown = (value: number): PublishedCell => ({ status: 'PUBLISHED', value });

describe('a rate', () => {
  it('is what is counted of all that is recorded, with two decimals', () => {
    expect(rateOf(shown(20), [shown(40)], SIGMA)).toEqual({ rate: 0.33, low: 0.2, high: 0.49 });
    expect(rateOf(shown(20), [shown(30), shown(10)], SIGMA)?.rate).toBe(0.33);
    expect(rateOf(shown(2_000), [shown(4_000)], SIGMA)).toEqual({ rate: 0.33, low: 0.32, high: 0.35 });
  });

  it.each(Object.entries(RATES))('counts a recorded category of its outcome: %s', (_, { outcome, counted }) => {
    expect(RECORDED_OUTCOMES[outcome]).toContain(counted);
  });

  it('is null where either side is not published, and under thirty people', () => {
    expect(rateOf(SUPPRESSED, [shown(40)], SIGMA)).toBeNull();
    expect(rateOf(shown(40), [SUPPRESSED], SIGMA)).toBeNull();
    expect(rateOf(shown(40), [shown(40), SUPPRESSED], SIGMA)).toBeNull();
    expect(rateOf({ status: 'STRUCTURAL_ZERO', value: null }, [shown(40)], SIGMA)).toBeNull();
    expect(rateOf(shown(14), [shown(15)], SIGMA)).toBeNull();
    expect(rateOf(shown(15), [shown(15)], SIGMA)).not.toBeNull();
  });

  it('has a wider interval where there is more noise', () => {
    const width = (sigma: number): number => {
      const rate = rateOf(shown(15), [shown(25)], sigma)!;
      return rate.high - rate.low;
    };
    expect(width(TOTAL_SIGMA)).toBeGreaterThan(width(SIGMA));
    expect(width(SIGMA)).toBeGreaterThan(width(0.001));
  });
});

describe('the interval of a rate', () => {
  const KEY = Buffer.alloc(32, 3);
  let drawn = 0;
  const noise = (sigma: number): number => drawDiscreteGaussian(KEY, `coverage ${(drawn += 1)}`, sigma);
  /** Evenly from 0 to 1, the same at every run (a linear congruence, Numerical Recipes). */
  let state = 1;
  const chance = (): number => {
    state = (imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };

  interface Group {
    readonly people: number;
    readonly rate: number;
    readonly sigma: number;
    readonly least: number;
  }

  /** One group as it is published, and whether its interval holds the rate behind it and that of its own people. */
  function publish({ people, rate, sigma, least }: Group): { truth: boolean; own: boolean } | undefined {
    let counted = 0;
    for (let person = 0; person < people; person += 1) if (chance() < rate) counted += 1;
    const [yes, no] = [counted + noise(sigma), people - counted + noise(sigma)];
    if (yes < least || no < least) return undefined;
    const found = rateOf(shown(yes), [shown(no)], sigma);
    if (found === null) return undefined;
    const holds = (value: number): boolean => found.low <= value && value <= found.high;
    return { truth: holds(rate), own: holds(counted / people) };
  }

  /** Of the published ones: how many hold each rate. */
  function coverage(tries: number, groupOf: () => Group): { published: number; truth: number; own: number } {
    const found = Array.from({ length: tries }, () => publish(groupOf())).filter((group) => group !== undefined);
    const part = (of: 'truth' | 'own'): number => found.filter((group) => group[of]).length / found.length;
    return { published: found.length / tries, truth: part('truth'), own: part('own') };
  }

  const kinds = [
    { kind: 'own cells', sigma: OWN_SIGMA, least: LEAST_PUBLISHED },
    { kind: 'totals', sigma: TOTAL_SIGMA, least: LEAST_TOTAL },
  ];
  // Groups that are published more often than not. One that is published by luck alone leans towards the middle
  // (docs/aggregates.md).
  const groups = kinds.flatMap(({ kind, ...of }) =>
    [40, 60, 100, 300, 1_000]
      .flatMap((people) => [0.05, 0.1, 0.2, 0.35, 0.5, 0.8].map((rate) => ({ kind, people, rate, ...of })))
      .filter(({ people, rate, least }) => people * Math.min(rate, 1 - rate) >= least),
  );

  it.each(groups)('covers at least 93 % in $kind of $people people at $rate', (group) => {
    const { published, truth, own } = coverage(1_000, () => group);
    expect(published).toBeGreaterThan(0.45);
    expect(truth).toBeGreaterThanOrEqual(0.93);
    expect(own).toBeGreaterThanOrEqual(0.95);
  });

  it.each(kinds)('covers at least 93 % of all published $kind, of whatever size and rate', ({ sigma, least }) => {
    const { truth, own } = coverage(6_000, () => {
      const people = Math.round(30 * 50 ** chance());
      return { people, rate: 0.02 + 0.96 * chance(), sigma, least };
    });
    expect(truth).toBeGreaterThanOrEqual(0.93);
    expect(own).toBeGreaterThanOrEqual(0.95);
  });

  it('would cover less without the noise in it', () => {
    const sampled = Array.from({ length: 3_000 }, () => {
      let counted = 0;
      for (let person = 0; person < 40; person += 1) if (chance() < 0.5) counted += 1;
      const [yes, no] = [counted + noise(TOTAL_SIGMA), 40 - counted + noise(TOTAL_SIGMA)];
      const found = rateOf(shown(yes), [shown(no)], 1e-6);
      return found === null || (found.low <= 0.5 && found.high >= 0.5);
    });
    expect(sampled.filter(Boolean).length / sampled.length).toBeLessThan(0.93);
  });
});

describe('a mean', () => {
  it('is the sum over the count, within 0 to 20', () => {
    expect(meanOf(480, shown(60), SIGMA)).toEqual({ mean: 8, low: 4.7, high: 11.3 });
    expect(meanOf(-50, shown(60), SIGMA)?.mean).toBe(0);
    expect(meanOf(9_000, shown(60), SIGMA)?.mean).toBe(20);
  });

  it('is null without a published count of thirty', () => {
    expect(meanOf(480, SUPPRESSED, SIGMA)).toBeNull();
    expect(meanOf(480, shown(29), SIGMA)).toBeNull();
  });
});
