/** What a project may take, what noise hides, and what that is worth formally. */
import { type Dimension, isOutcome } from './lattice';

/** How much noise the cells of a table have, and from where on a total is published. */
export interface NoiseLevel {
  /** Standard deviation in an owner's cell. */
  readonly sigma: number;
  /** In the share of a total of each of three owners: one that takes its own away still meets `sigma`. */
  readonly shareSigma: number;
  /** In a total: three shares'. */
  readonly totalSigma: number;
  /** A noisy total is published from here on. */
  readonly leastTotal: number;
}

function levelOf(sigma: number, leastTotal: number): NoiseLevel {
  const shareSigma = sigma / Math.SQRT2;
  return { sigma, shareSigma, totalSigma: shareSigma * Math.sqrt(3), leastTotal };
}

/** Standard deviation of the noise in an owner's cell that says nothing of how it went. */
export const SIGMA = 3;
/** Of tables that say who people were. */
export const PLAIN_LEVEL = levelOf(SIGMA, 12);
/**
 * Of tables that say how it went, which is what somebody guesses who knows everything else: with the noise of others, a
 * whole ledger of these would tell it in 67 of 100 cases (docs/decisions/0024-noise-of-outcomes.md).
 */
export const OUTCOME_LEVEL = levelOf(2 * SIGMA, 22);

export function noiseLevelOf({ dimensions }: { readonly dimensions: readonly Dimension[] }): NoiseLevel {
  return dimensions.some(isOutcome) ? OUTCOME_LEVEL : PLAIN_LEVEL;
}

/** A noisy count of one owner is published from here on. */
export const LEAST_PUBLISHED = 10;
/** People that an owner's cell holds in truth, whatever its noise says. Nobody can know it of a total. */
export const LEAST_TRUE = 3;
/** Noisy number of people with a recorded outcome below which nothing is said of that outcome, and of a mean. */
export const LEAST_DENOMINATOR = 30;

/** Sessions of mentoring counted for one person in a mean. */
export const MOST_SESSIONS = 20;
/** Standard deviation of the noise in a sum of sessions: one person moves the sum so much further than a count. */
export const SUM_SIGMA = SIGMA * MOST_SESSIONS;

/** Distinct tables that one project is given of a set of snapshots, and all projects together. */
export const TABLES_A_PROJECT = 25;
export const TABLES_A_SNAPSHOT = 60;

/** Zero-concentrated privacy loss of so many tables with this noise, where a person is there or not. */
export function rhoOf(tables: number, { sigma }: NoiseLevel = PLAIN_LEVEL): number {
  return tables / (2 * sigma ** 2);
}

/** Epsilon at this delta that follows from rho (Bun and Steinke 2016, proposition 1.3). */
export function epsilonOf(rho: number, delta: number): number {
  return rho + 2 * Math.sqrt(rho * Math.log(1 / delta));
}
