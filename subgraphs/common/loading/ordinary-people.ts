// What all owners agree on about the people who fill their databases beside the named ones: how they are numbered, cut
// into batches, known to two owners and followed as canaries. Nothing here depends on how many there are, so that a
// person is the same in a small and in a large population.
import type { RecordSet } from './load-records';
import type { OwnerOfPeople, PeopleByOwner } from './people-wanted';
import { createSynthetic } from './synthetic';

/** Some ordinary people of one owner, numbered from `from` (inclusive) to `to` (exclusive). */
export interface OrdinaryBatch {
  readonly seed: string;
  readonly anchor: string;
  /** The whole population: who is known to two owners depends on how many people both have. */
  readonly people: PeopleByOwner;
  readonly from: number;
  readonly to: number;
}

export type OrdinaryPeople = (batch: OrdinaryBatch) => Iterable<RecordSet>;

/** Bounds the memory of loading, whatever the number of people; groups of twelve are never cut. */
export const PEOPLE_A_BATCH = 240;

/** The ranges of numbers in which so many ordinary people are made. */
export function* batchesOf(count: number): Iterable<{ readonly from: number; readonly to: number }> {
  for (let from = 0; from < count; from += PEOPLE_A_BATCH) yield { from, to: Math.min(count, from + PEOPLE_A_BATCH) };
}

/** The key of an ordinary person in every table; it can be told without making the person. */
export function ordinaryKey(number: number): string {
  return `ordinary ${String(number)}`;
}

export function ordinaryId(seed: string, owner: OwnerOfPeople, number: number): string {
  return createSynthetic(seed, owner).id('person', ordinaryKey(number));
}

/** One ordinary person in twenty is a canary. */
export const CANARY_EVERY = 20;

/**
 * Whether a canary reoffended within twelve months: a fair coin of its own, which depends on nothing else of the person
 * and on which nothing else depends. Undefined for who is no canary. Whoever predicts these outcomes better than chance
 * has seen them.
 */
export function canaryOutcome(seed: string, owner: OwnerOfPeople, number: number): boolean | undefined {
  if (number % CANARY_EVERY !== 0) return undefined;
  return createSynthetic(seed, owner, `canary ${String(number)}`).chance(CANARY_COIN);
}

export const CANARY_COIN = 0.5;
