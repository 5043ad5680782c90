import { LEAST_DENOMINATOR, MOST_SESSIONS } from './budget';
import type { Outcome } from './lattice';
import type { PublishedCell } from './publish-cells';

/** Of which outcome a rate is, and which category it counts. */
export const RATES = {
  REOFFENDING_RATE_12M: { outcome: 'REOFFENDED_12M', counted: 'YES' },
  EMPLOYED_RATE: { outcome: 'EMPLOYMENT_OUTCOME', counted: 'EMPLOYED' },
  HOUSED_RATE: { outcome: 'HOUSING_OUTCOME', counted: 'HOUSED' },
} as const satisfies Record<string, { readonly outcome: Outcome; readonly counted: string }>;

/** Of 95 %. */
const QUANTILE = 1.959964;
/** Noise that lifted a group over a threshold is not centred: so much more of its variance keeps the intervals wide enough. */
const SELECTED = 1.2;

export interface Rate {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

export interface Mean {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/**
 * A rate from published cells alone: those of the category that it counts, and of all other recorded ones. Null where
 * one of them is not published. The interval is 95 %: Wilson's, for as many people as would vary by chance as much as
 * these do by chance and noise together. It is rounded outwards.
 */
export function rateOf(counted: PublishedCell, others: readonly PublishedCell[], sigma: number): Rate | null {
  const values = [counted, ...others].map(({ value }) => value);
  if (counted.value === null || values.includes(null)) return null;
  const people = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  if (people < LEAST_DENOMINATOR) return null;
  const rate = counted.value / people;
  const noise = (SELECTED * sigma ** 2 * ((1 - rate) ** 2 + others.length * rate ** 2)) / people ** 2;
  // One person's worth is added on either side, so that a rate near 0 or 1 does not seem certain.
  const spread = ((counted.value + 1) * (people - counted.value + 1)) / (people + 2) ** 2;
  const alike = spread / (spread / people + noise);
  const square = QUANTILE ** 2;
  const middle = (rate + square / (2 * alike)) / (1 + square / alike);
  const half = (QUANTILE * Math.sqrt((rate * (1 - rate)) / alike + square / (4 * alike ** 2))) / (1 + square / alike);
  return {
    rate: Math.round(rate * 100) / 100,
    low: Math.max(0, Math.floor((middle - half) * 100) / 100),
    high: Math.min(1, Math.ceil((middle + half) * 100) / 100),
  };
}

/**
 * Mean sessions from a noisy sum (of sigma times MOST_SESSIONS) and the published count of the same people. The interval
 * is at least 95 %: nothing of how sessions vary between people is published, so they are taken to vary as much as a
 * number from 0 to MOST_SESSIONS with this mean can.
 */
export function meanOf(noisySum: number, count: PublishedCell, sigma: number): Mean | null {
  const people = count.value;
  if (people === null || people < LEAST_DENOMINATOR) return null;
  const mean = Math.min(MOST_SESSIONS, Math.max(0, noisySum / people));
  const noise = (sigma ** 2 * (MOST_SESSIONS ** 2 + mean ** 2)) / people ** 2;
  const chance = (mean * (MOST_SESSIONS - mean)) / people;
  const half = QUANTILE * Math.sqrt(noise + chance);
  return {
    mean: Math.round(mean * 10) / 10,
    low: Math.max(0, Math.floor((mean - half) * 10) / 10),
    high: Math.min(MOST_SESSIONS, Math.ceil((mean + half) * 10) / 10),
  };
}
