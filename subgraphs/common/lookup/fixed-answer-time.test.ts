import fc from 'fast-check';

import { atFixedTime, leavesAt, REAL_TIMING, stepAbove, type Timing } from './fixed-answer-time';

/** Time that passes only while somebody works or waits. */
class FakeTime implements Timing {
  private moment: number;
  constructor(moment: number) {
    this.moment = moment;
  }
  now = (): number => this.moment;
  waitUntil = async (moment: number): Promise<void> => {
    this.moment = Math.max(this.moment, moment);
  };
  pass(duration: number): void {
    this.moment += duration;
  }
}

interface Silence {
  readonly takesMs: number;
  readonly fails: boolean;
}

/** When the answer to a question that came in at `askedAt` has left, and what it was. */
async function leaves(askedAt: number, stepMs: number, { takesMs, fails }: Silence): Promise<number> {
  const time = new FakeTime(askedAt);
  const answer = atFixedTime(
    askedAt,
    stepMs,
    async () => {
      time.pass(takesMs);
      if (fails) throw new Error('cannot be found out');
      return 'no hit';
    },
    time,
  );
  expect(await answer.catch((error: unknown) => (error as Error).message)).toBe(
    fails ? 'cannot be found out' : 'no hit',
  );
  return time.now();
}

const askedAt = fc.nat({ max: 1_000_000 });
const stepMs = fc.integer({ min: 50, max: 1_000 });

describe('the moment at which an answer leaves', () => {
  it('is the same for no protocol, no consent and no hit, whatever the work of each took', async () => {
    const silence = fc.record({ part: fc.double({ min: 0, max: 1, noNaN: true }), fails: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(askedAt, stepMs, fc.tuple(silence, silence, silence), async (asked, step, silences) => {
        const moments = await Promise.all(
          silences.map(({ part, fails }) => leaves(asked, step, { takesMs: part * step, fails })),
        );
        expect(moments).toEqual([asked + step, asked + step, asked + step]);
      }),
    );
  });

  it('is a whole number of steps after the question when the work takes longer, and never before the work is done', async () => {
    await fc.assert(
      fc.asyncProperty(askedAt, stepMs, fc.nat({ max: 20_000 }), async (asked, step, takesMs) => {
        const moment = await leaves(asked, step, { takesMs, fails: false });
        expect((moment - asked) % step).toBe(0);
        expect(moment).toBeGreaterThanOrEqual(asked + takesMs);
        expect(moment).toBeLessThan(asked + takesMs + step + (takesMs === 0 ? 1 : 0));
      }),
    );
  });

  it.each([
    [0, 200, 200],
    [200, 200, 200],
    [200.01, 200, 400],
    [399, 200, 400],
  ])('after work of %d ms by a step of %d is %d', (takes, step, after) => {
    expect(leavesAt(1_000, 1_000 + takes, step)).toBe(1_000 + after);
  });

  it('comes about by a real timer, not early', async () => {
    const begun = performance.now();
    await atFixedTime(begun, 60, async () => 'no hit');
    expect(performance.now() - begun).toBeGreaterThanOrEqual(60);
    await REAL_TIMING.waitUntil(0);
  });
});

describe('the step', () => {
  it.each([
    ['twenty milliseconds', Array.from({ length: 200 }, () => 20), 50],
    ['one to a hundred', Array.from({ length: 100 }, (_, index) => index + 1), 150],
    ['a few that take very long', Array.from({ length: 1_000 }, (_, index) => (index < 5 ? 9_000 : 40)), 100],
    ['nothing', Array.from({ length: 100 }, () => 0), 50],
  ])('lies above 99 of 100 measurements of %s', (_what, measured, step) => {
    expect(stepAbove(measured)).toBe(step);
  });

  it('is not chosen from a few measurements', () => {
    expect(() => stepAbove([20, 30])).toThrow('needs 100 measurements, not 2');
  });
});
