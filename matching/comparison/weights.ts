// What each level of agreement weighs, in bits: log2(m / u), Fellegi and Sunter's weight. `m`: how often records of one
// person agree so; `u`: how often records of two people do. All m are judgements about records of two countries, rounded
// and in the open; none was fitted to a set of pairs. A `u` is either how often the very name is in the register, or
// what unrelated pairs of an invented register show (npm run bench -- lookup-matching prints them anew).
import type { BirthDateLevel } from './compare-birth-dates';
import type { NameLevel } from './compare-names';
import type { PlaceLevel } from './compare-places';

/** `TERM`: how often the name, sound or place that both have is in the register. */
export interface Weight {
  readonly m: number;
  readonly u: number | 'TERM';
}

export const FAMILY_NAME_WEIGHTS: Readonly<Record<Exclude<NameLevel, 'NOT_KNOWN'>, Weight>> = {
  EQUAL: { m: 0.67, u: 'TERM' },
  SAME_SOUND: { m: 0.1, u: 'TERM' },
  SAME_CONSONANTS: { m: 0.04, u: 'TERM' },
  ONE_OF_SEVERAL: { m: 0.06, u: 'TERM' },
  BEGINNING: { m: 0.01, u: 0.001 },
  SIMILAR: { m: 0.06, u: 0.002 },
  SOMEWHAT_SIMILAR: { m: 0.02, u: 0.01 },
  INITIAL: { m: 0.005, u: 0.02 },
  PARTICLES_ONLY: { m: 0.005, u: 0.03 },
  DIFFERENT: { m: 0.03, u: 0.95 },
};

export const GIVEN_NAME_WEIGHTS: Readonly<Record<Exclude<NameLevel, 'NOT_KNOWN'>, Weight>> = {
  EQUAL: { m: 0.64, u: 'TERM' },
  SAME_SOUND: { m: 0.09, u: 'TERM' },
  SAME_CONSONANTS: { m: 0.04, u: 'TERM' },
  ONE_OF_SEVERAL: { m: 0.06, u: 'TERM' },
  BEGINNING: { m: 0.03, u: 0.002 },
  SIMILAR: { m: 0.06, u: 0.002 },
  SOMEWHAT_SIMILAR: { m: 0.03, u: 0.01 },
  INITIAL: { m: 0.02, u: 0.06 },
  PARTICLES_ONLY: { m: 0.005, u: 0.01 },
  DIFFERENT: { m: 0.025, u: 0.95 },
};

/** Adults have some 20,000 birth dates of 60 years. */
const DATES = 20_000;
const YEARS = 60;

/** The last two stand where one of the dates is a year alone. */
export const BIRTH_DATE_WEIGHTS: Readonly<Record<Exclude<BirthDateLevel, 'NOT_KNOWN'>, Weight>> = {
  EQUAL: { m: 0.84, u: 1 / DATES },
  // Of all dates, 36 % are another one with day and month swapped.
  DAY_AND_MONTH_SWAPPED: { m: 0.04, u: 0.36 / DATES },
  // Some 30 other dates are one digit or one exchange away.
  ONE_DIGIT_OFF: { m: 0.06, u: 30 / DATES },
  SAME_YEAR: { m: 0.02, u: 1 / YEARS },
  SAME_DAY: { m: 0.01, u: 1 / 365 },
  DIFFERENT: { m: 0.03, u: 0.98 },
  YEAR_ONLY: { m: 0.93, u: 1 / YEARS },
  OTHER_YEAR: { m: 0.07, u: 1 - 1 / YEARS },
};

/** Registers often have the province, or where somebody grew up: a different place tells little. */
export const PLACE_WEIGHTS: Readonly<Record<Exclude<PlaceLevel, 'NOT_KNOWN'>, Weight>> = {
  EQUAL: { m: 0.75, u: 'TERM' },
  SAME_SOUND: { m: 0.07, u: 0.004 },
  SIMILAR: { m: 0.06, u: 0.01 },
  DIFFERENT: { m: 0.12, u: 0.93 },
};

/** Given and family name in each other's place: one record in thirty-two. */
export const SWAPPED_BITS = -5;

/** A name that nobody else has agrees by chance as often as one of some thousand others: never more than 15 bits. */
const RAREST = 2 ** -15;

export function bitsOf({ m, u }: Weight, share: number): number {
  return Math.log2(m / (u === 'TERM' ? Math.max(share, RAREST) : u));
}

/**
 * The bands are told for a register of about four thousand people, in which 12 bits make it as likely as not that an
 * agreeing record is the person: 14 bits then are odds of 4 to 1, 20 bits of 256 to 1. In a larger register more people
 * agree by chance, and each doubling costs a bit. A smaller one earns none: that somebody is in it at all is less likely.
 */
const PEOPLE_OF_THE_BANDS = 4096;

export function registerBits(people: number): number {
  return -Math.max(0, Math.log2(Math.max(people, 1) / PEOPLE_OF_THE_BANDS));
}

/** From so many bits on (LOOKUP.md, section 3). */
export const STRONG_BITS = 20;
export const PROBABLE_BITS = 14;
