// The match keys of a person: sound skeletons, in no order, with what is known of the birth date and place. An owner
// derives them of every record it indexes, and of the person it asks about (LOOKUP.md, sections 1 and 5).
import { type BirthDate, readBirthDate, swapDayAndMonth } from '../birth-date';
import type { Identity } from '../identity';
import { normaliseName } from '../names/normalise-name';
import { placeSkeletonOf } from '../names/normalise-place';
import { skeletonOf } from '../names/sound-key';
import type { KeyTemplate, MatchedField, MatchKey } from './match-key';

/** Keys of every question, however much is known: fewer are filled up, more are left out from the end. */
export const KEYS_OF_A_QUESTION = 12;
/** Keys of a record at most; aliases and double names make more than the ten or so of most people. */
export const MOST_KEYS_OF_A_RECORD = 36;

interface Token {
  readonly skeleton: string;
  readonly field: MatchedField;
}

/** The keys of a record, for the index. */
export function deriveRecordKeys(identity: Identity): readonly MatchKey[] {
  return distinct(listKeys(identity, false)).slice(0, MOST_KEYS_OF_A_RECORD);
}

/**
 * The keys of a question: those of a record of the same person, and day and month swapped, the most telling first.
 * Always twelve: fillers agree with no record, and look like any other key once they are blinded.
 * @param drawFiller a text that nobody can guess and that comes once, such as a random UUID
 */
export function deriveQuestionKeys(identity: Identity, drawFiller: () => string): readonly (MatchKey | FillerKey)[] {
  const keys: (MatchKey | FillerKey)[] = distinct(listKeys(identity, true)).slice(0, KEYS_OF_A_QUESTION);
  while (keys.length < KEYS_OF_A_QUESTION) keys.push({ template: 'FILLER', text: `FILLER|${drawFiller()}` });
  return keys;
}

/** A key that no record has. */
export interface FillerKey {
  readonly template: 'FILLER';
  readonly text: string;
}

function* listKeys(identity: Identity, ofQuestion: boolean): Iterable<MatchKey> {
  const date = readBirthDate(identity.birthDate);
  const place = placeSkeletonOf(identity.birthPlace);
  const given = tokensOf(identity.givenName, 'GIVEN_NAME');
  const family = tokensOf(identity.familyName, 'SURNAME');
  yield* listKeysOfName(pairsOf(given, family), [...family, ...given], date, place, ofQuestion);
  for (const alias of identity.aliases) {
    const tokens = tokensOf(alias, 'ALIAS');
    const pairs = tokens.length > 1 ? pairsOf([], tokens) : pairsOf(tokens, family);
    yield* listKeysOfName(pairs, tokens, date, place, ofQuestion);
  }
}

type Pair = readonly [Token, Token];

function* listKeysOfName(
  pairs: readonly Pair[],
  tokens: readonly Token[],
  date: BirthDate | undefined,
  place: string | undefined,
  ofQuestion: boolean,
): Iterable<MatchKey> {
  const full = date?.monthAndDay === undefined ? undefined : date;
  const swapped = ofQuestion && full !== undefined ? swapDayAndMonth(full) : undefined;
  const [first] = pairs;
  if (full !== undefined) {
    for (const pair of pairs) yield keyOf('NAMES_DATE', pair, full, undefined);
    for (const token of tokens) yield keyOf('NAME_DATE', [token], full, undefined);
    if (first !== undefined) yield keyOf('INITIALS_DATE', initialsOf(first), full, undefined);
    if (place !== undefined) yield keyOf('PLACE_DATE', [], full, place);
  }
  if (date !== undefined) for (const pair of pairs) yield keyOf('NAMES_YEAR', pair, { ...date, monthAndDay: undefined }, undefined);
  if (place !== undefined) for (const pair of pairs) yield keyOf('NAMES_PLACE', pair, undefined, place);
  if (swapped !== undefined && first !== undefined) yield keyOf('NAMES_DATE', first, swapped, undefined, 'SWAPPED');
  if (full !== undefined && first !== undefined) yield keyOf('NAMES_DAY', first, { ...full, year: '' }, undefined);
  if (place !== undefined && date !== undefined) {
    for (const token of tokens) yield keyOf('NAME_PLACE_YEAR', [token], { ...date, monthAndDay: undefined }, place);
  }
}

function keyOf(
  template: KeyTemplate,
  tokens: readonly Token[],
  date: BirthDate | undefined,
  place: string | undefined,
  dateFact = 'DAY',
): MatchKey {
  const skeletons = tokens.map(({ skeleton }) => skeleton).sort();
  const fullDate = date?.year !== '' && date?.monthAndDay !== undefined;
  const dateFields: MatchedField[] = fullDate ? ['BIRTH_DATE'] : date !== undefined && date.year !== '' ? ['BIRTH_YEAR'] : [];
  return {
    template,
    text: [template, ...skeletons, date?.year ?? '', date?.monthAndDay ?? '', place ?? ''].join('|'),
    matchedOn: [...new Set([...tokens.map(({ field }) => field), ...dateFields, ...(place === undefined ? [] : ['BIRTH_PLACE' as const])])],
    containsBirthDate: fullDate,
    facts: [
      ...skeletons.map((skeleton) => `NAME ${skeleton}`),
      ...(date === undefined || date.year === '' ? [] : ['YEAR']),
      ...(date?.monthAndDay === undefined ? [] : [dateFact]),
      ...(place === undefined ? [] : ['PLACE']),
    ],
  };
}

/** Initials alone would not tell a name; a date with an initial would be everybody's. */
function tokensOf(name: string | null, field: MatchedField): readonly Token[] {
  return normaliseName(name)
    .tokens.filter((token) => token.length > 1)
    .map((token) => ({ skeleton: skeletonOf(token), field }));
}

/** Every given name with every family name; among themselves where one of the two is not known. */
function pairsOf(given: readonly Token[], family: readonly Token[]): readonly Pair[] {
  if (given.length > 0 && family.length > 0) return given.flatMap((one) => family.map((other): Pair => [one, other]));
  const known = [...given, ...family];
  return known.flatMap((one, index) => known.slice(index + 1).map((other): Pair => [one, other]));
}

function initialsOf(pair: Pair): readonly Token[] {
  return pair.map(({ skeleton, field }) => ({ skeleton: skeleton.charAt(0), field }));
}

function distinct(keys: Iterable<MatchKey>): MatchKey[] {
  const byText = new Map<string, MatchKey>();
  for (const key of keys) if (!byText.has(key.text)) byText.set(key.text, key);
  return [...byText.values()];
}
