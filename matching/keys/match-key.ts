/** What a match key is made of. The exchange learns none of it: it sees tags of hashes (LOOKUP.md, section 1). */
export type KeyTemplate =
  'NAMES_DATE' | 'NAMES_YEAR' | 'NAMES_DAY' | 'NAME_DATE' | 'INITIALS_DATE' | 'PLACE_DATE' | 'NAMES_PLACE' | 'NAME_PLACE_YEAR';

/** Fields that a key was made from, in the words of an answer's `matchedOn`. */
export type MatchedField = 'SURNAME' | 'GIVEN_NAME' | 'ALIAS' | 'BIRTH_DATE' | 'BIRTH_YEAR' | 'BIRTH_PLACE';

export interface MatchKey {
  readonly template: KeyTemplate;
  /** What is blinded and evaluated: the same text wherever the same is known of somebody. */
  readonly text: string;
  readonly matchedOn: readonly MatchedField[];
  /** Day, month and year, as they stand or swapped. */
  readonly containsBirthDate: boolean;
  /** What the key says of somebody, one by one: a key whose facts another one has all says nothing beside it. */
  readonly facts: readonly string[];
}
