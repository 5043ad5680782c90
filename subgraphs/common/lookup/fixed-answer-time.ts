// When an answer leaves says nothing of what it took to find: no protocol, no consent and no hit leave at the same
// moment after the question. The step lies above nearly all of the work; where the work takes longer, the answer leaves
// at the next multiple, so that what is seen from outside is a number of steps and never a duration.

import { setTimeout as wait } from 'node:timers/promises';

/** A clock that only goes forwards, and a wait: performance.now and a timer, or a test's own. */
export interface Timing {
  readonly now: () => number;
  readonly waitUntil: (moment: number) => Promise<void>;
}

export const REAL_TIMING: Timing = {
  now: () => performance.now(),
  waitUntil: async (moment) => {
    // A timer may fire a little early.
    for (let left = moment - performance.now(); left > 0; left = moment - performance.now()) await wait(left);
  },
};

/** Half as much again as the time within which 99 of 100 were done, in whole steps of 50 ms. */
const MARGIN = 1.5;
const GRAIN_MS = 50;
const FEWEST_MEASURED = 100;

/** The step that follows from measured durations of the work, to be configured; it does not change by itself. */
export function stepAbove(measuredMs: readonly number[]): number {
  if (measuredMs.length < FEWEST_MEASURED) {
    throw new RangeError(`The 99th percentile needs ${FEWEST_MEASURED} measurements, not ${measuredMs.length}.`);
  }
  const sorted = [...measuredMs].sort((one, other) => one - other);
  const p99 = sorted[Math.ceil(sorted.length * 0.99) - 1] as number;
  return Math.max(1, Math.ceil((p99 * MARGIN) / GRAIN_MS)) * GRAIN_MS;
}

/** The moment at which an answer leaves: the first multiple of the step after the question by which it is there. */
export function leavesAt(askedAt: number, readyAt: number, stepMs: number): number {
  return askedAt + Math.max(1, Math.ceil((readyAt - askedAt) / stepMs)) * stepMs;
}

/**
 * Does the work, and gives its result, or its failure, at that moment. `askedAt` is when the question came in, before
 * anything of it was looked at.
 */
export async function atFixedTime<Result>(
  askedAt: number,
  stepMs: number,
  work: () => Promise<Result>,
  timing: Timing = REAL_TIMING,
): Promise<Result> {
  // Also where the work throws before it is a promise.
  const [outcome] = await Promise.allSettled([Promise.resolve().then(work)]);
  await timing.waitUntil(leavesAt(askedAt, timing.now(), stepMs));
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
}
