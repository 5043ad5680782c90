/** What a project may take, what noise hides, and what that is worth formally. */

/** Standard deviation of the noise in an owner's cell. */
export const SIGMA = 3;
/** Each of three owners adds so much to its share of a total: one that takes its own away still meets SIGMA. */
export const SHARE_SIGMA = SIGMA / Math.SQRT2;
/** Standard deviation of the noise in a total: three shares'. */
export const TOTAL_SIGMA = SHARE_SIGMA * Math.sqrt(3);

/** A noisy count is published from here on: an owner's own cell, and a total. */
export const LEAST_PUBLISHED = 10;
export const LEAST_TOTAL = 12;
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

/** Zero-concentrated privacy loss of so many tables of counts, where a person is there or not. */
export function rhoOf(tables: number): number {
  return tables / (2 * SIGMA ** 2);
}

/** Epsilon at this delta that follows from rho (Bun and Steinke 2016, proposition 1.3). */
export function epsilonOf(rho: number, delta: number): number {
  return rho + 2 * Math.sqrt(rho * Math.log(1 / delta));
}
