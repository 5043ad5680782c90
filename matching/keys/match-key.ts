/**
 * What a match key is made of (key-recipes.ts), always with no order between names. The exchange learns none of it: it
 * sees tags of hashes (LOOKUP.md, section 1).
 */
export type KeyTemplate =
  | 'NAME_DATE'
  | 'NAMES_DATE'
  | 'NAMES_YEAR'
  | 'NAMES_PLACE'
  | 'NAMES_DAY'
  | 'BEGINNINGS_YEAR_PLACE'
  | 'NAMES_DIGITS'
  | 'PLACE_DATE'
  | 'BEGINNINGS_YEAR_DAY_PLACE'
  | 'NAME_PLACE'
  | 'NAME_DAY_PLACE';

/** Fields that a key was made from, in the words of an answer's `matchedOn`. */
export type MatchedField =
  'FAMILY_NAME' | 'GIVEN_NAME' | 'ALIAS' | 'NAME_BEGINNING' | 'BIRTH_DATE' | 'BIRTH_DAY' | 'BIRTH_YEAR' | 'BIRTH_PLACE';

export interface MatchKey {
  readonly template: KeyTemplate;
  /** What is blinded and evaluated: the same text wherever the same is known of somebody. */
  readonly text: string;
  readonly matchedOn: readonly MatchedField[];
  /** Day, month and year, as they stand or with day and month swapped. */
  readonly containsBirthDate: boolean;
  readonly containsName: boolean;
  /** What the key says of somebody, one by one: a key whose facts another one has all says nothing beside it. */
  readonly facts: readonly string[];
}

/** A key that no record has. */
export interface FillerKey {
  readonly template: 'FILLER';
  readonly text: string;
}
