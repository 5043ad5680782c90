import type { KeyTemplate } from './match-key';

/** A name as it is: all sounds of its skeleton. */
export const WHOLE = Number.POSITIVE_INFINITY;

/**
 * What a key holds of a birth date. `DAY_AND_MONTH_IN_ANY_ORDER` is the whole date, whichever of the two stands first;
 * `YEAR_AND_DAY` is of use where the month is wrong, `DAY_AND_MONTH` where the year is, `DIGITS_IN_ANY_ORDER` where digits
 * stand in each other's place, even across day, month and year.
 */
export type DatePart =
  'DATE' | 'DAY_AND_MONTH_IN_ANY_ORDER' | 'YEAR' | 'YEAR_AND_DAY' | 'DAY_AND_MONTH' | 'DIGITS_IN_ANY_ORDER';

export interface KeyRecipe {
  /** So many first sounds of each of two names, or of one name, whichever. Errors are seldom at a beginning. */
  readonly sounds: readonly [number] | readonly [number, number];
  readonly date?: DatePart;
  /** So many first sounds of the place. */
  readonly place?: number;
  /** Every record has the key, but a question does only where less is known: with everything known it would agree too often. */
  readonly askedOnly?: 'WITHOUT_DATE' | 'OF_ONE_NAME';
}

/**
 * How keys are made, in the order in which a question takes them until it has its twelve. Somebody with one given and
 * one family name, a whole date and a place has exactly twelve of them. Each is as coarse as it can be without agreeing
 * with other people: the more of the date and place a key has, the fewer sounds of the names it needs.
 */
export const KEY_RECIPES: Readonly<Record<KeyTemplate, KeyRecipe>> = {
  NAME_DATE: { sounds: [WHOLE], date: 'DATE' },
  NAMES_DATE: { sounds: [WHOLE, WHOLE], date: 'DAY_AND_MONTH_IN_ANY_ORDER' },
  NAMES_YEAR: { sounds: [WHOLE, WHOLE], date: 'YEAR' },
  NAMES_PLACE: { sounds: [WHOLE, WHOLE], place: WHOLE },
  NAMES_DAY: { sounds: [3, 3], date: 'DAY_AND_MONTH' },
  BEGINNINGS_YEAR_PLACE: { sounds: [2, 2], date: 'YEAR', place: 3 },
  PLACE_DATE: { sounds: [1], date: 'DATE', place: 3 },
  NAMES_DIGITS: { sounds: [3, 3], date: 'DIGITS_IN_ANY_ORDER' },
  BEGINNINGS_YEAR_DAY_PLACE: { sounds: [2, 1], date: 'YEAR_AND_DAY', place: 2 },
  NAME_PLACE: { sounds: [WHOLE, 2], place: WHOLE, askedOnly: 'WITHOUT_DATE' },
  NAME_DAY_PLACE: { sounds: [WHOLE], date: 'YEAR_AND_DAY', place: 2, askedOnly: 'OF_ONE_NAME' },
};
