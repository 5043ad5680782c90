/**
 * What a match key is made of, always with no order between names. The exchange learns none of it: it sees tags of
 * hashes (LOOKUP.md, section 1).
 *
 * - `NAMES_DATE`, `NAMES_YEAR`, `NAMES_DAY` (day and month), `NAMES_PLACE`: a given and a family name with one more thing
 * - `NAME_DATE`: one name, whichever, with the whole date
 * - `PLACE_DATE`: place and date with the first two sounds of one name: without them, a city's common birthplace would be a hit
 *   for everybody born on that day
 * - `NAME_PLACE_YEAR`: one name and the first two sounds of the other, with place and year
 */
export type KeyTemplate =
  'NAMES_DATE' | 'NAME_DATE' | 'NAMES_YEAR' | 'NAMES_PLACE' | 'PLACE_DATE' | 'NAME_PLACE_YEAR' | 'NAMES_DAY';

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
