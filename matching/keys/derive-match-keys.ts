// The match keys of a person: sound skeletons, in no order, with what is known of the birth date and place. An owner
// derives them of every record it indexes, and of the person it asks about (LOOKUP.md, sections 1 and 5).
import { type BirthDate, readBirthDate, swapDayAndMonth } from '../birth-date';
import type { Identity } from '../identity';
import { normaliseName } from '../names/normalise-name';
import { placeSkeletonOf } from '../names/normalise-place';
import { skeletonOf } from '../names/sound-key';
import type { FillerKey, KeyTemplate, MatchedField, MatchKey } from './match-key';

/** Keys of every question, however much is known: fewer are filled up, more are left out from the end. */
export const KEYS_OF_A_QUESTION = 12;
/** Keys of a record at most. Most people have nine; double names and aliases make more. */
export const MOST_KEYS_OF_A_RECORD = 36;

/** The keys of a record, for the index. */
export function deriveRecordKeys(identity: Identity): readonly MatchKey[] {
  return distinct(listKeys(identity)).slice(0, MOST_KEYS_OF_A_RECORD);
}

/**
 * The keys of a question: those of a record of the same person, and one with day and month swapped, the most telling
 * first. Always twelve: fillers agree with no record, and look like any other key once they are blinded.
 * @param drawFiller a text that nobody can guess and that comes once, such as a random UUID
 */
export function deriveQuestionKeys(identity: Identity, drawFiller: () => string): readonly (MatchKey | FillerKey)[] {
  const keys: (MatchKey | FillerKey)[] = distinct([...listKeys(identity), ...listSwappedKeys(identity)]).slice(
    0,
    KEYS_OF_A_QUESTION,
  );
  while (keys.length < KEYS_OF_A_QUESTION) keys.push({ template: 'FILLER', text: `FILLER|${drawFiller()}` });
  return keys;
}

/** In which order keys are left out where a question has more than its twelve. */
const ORDER: Readonly<Record<KeyTemplate, number>> = {
  NAMES_DATE: 1,
  NAME_DATE: 1,
  NAMES_YEAR: 2,
  NAMES_PLACE: 3,
  PLACE_DATE: 3,
  NAMES_DAY: 4,
  NAME_PLACE_YEAR: 4,
};

interface Token {
  readonly skeleton: string;
  readonly field: MatchedField;
}

type Pair = readonly [Token, Token];

/** One name of a person with what is known beside it; an alias is a name of its own. */
interface NamedPerson {
  readonly pairs: readonly Pair[];
  readonly tokens: readonly Token[];
  readonly date: BirthDate | undefined;
  readonly place: string | undefined;
}

function namesOf(identity: Identity): readonly NamedPerson[] {
  const known = { date: readBirthDate(identity.birthDate), place: placeSkeletonOf(identity.birthPlace) };
  const given = tokensOf(identity.givenName, 'GIVEN_NAME');
  const family = tokensOf(identity.familyName, 'FAMILY_NAME');
  const aliases = identity.aliases.map((alias) => {
    const tokens = tokensOf(alias, 'ALIAS');
    return { ...known, tokens, pairs: tokens.length > 1 ? pairsOf([], tokens) : pairsOf(tokens, family) };
  });
  return [{ ...known, tokens: [...family, ...given], pairs: pairsOf(given, family) }, ...aliases];
}

function listKeys(identity: Identity): readonly MatchKey[] {
  return namesOf(identity)
    .flatMap((name) => [...listKeysOfName(name)])
    .sort((one, other) => ORDER[one.template] - ORDER[other.template]);
}

function* listKeysOfName({ pairs, tokens, date, place }: NamedPerson): Iterable<MatchKey> {
  const day = date?.monthAndDay;
  const year = date?.year;
  const whole = day === undefined ? undefined : date;
  for (const names of pairs) {
    if (whole !== undefined) yield keyOf('NAMES_DATE', { names, ...whole });
    if (day !== undefined) yield keyOf('NAMES_DAY', { names, monthAndDay: day });
    if (year !== undefined) yield keyOf('NAMES_YEAR', { names, year });
    if (place !== undefined) yield keyOf('NAMES_PLACE', { names, place });
    if (place === undefined || year === undefined) continue;
    const [one, other] = names;
    yield keyOf('NAME_PLACE_YEAR', { names: [one], beginning: other, year, place });
    yield keyOf('NAME_PLACE_YEAR', { names: [other], beginning: one, year, place });
  }
  if (whole === undefined) return;
  for (const token of tokens) {
    yield keyOf('NAME_DATE', { names: [token], ...whole });
    if (place !== undefined) yield keyOf('PLACE_DATE', { names: [], beginning: token, ...whole, place });
  }
}

function* listSwappedKeys(identity: Identity): Iterable<MatchKey> {
  for (const { pairs, date } of namesOf(identity)) {
    const swapped = date && swapDayAndMonth(date);
    if (swapped !== undefined)
      for (const names of pairs) yield keyOf('NAMES_DATE', { names, ...swapped }, 'DAY SWAPPED');
  }
}

interface Known {
  readonly names: readonly Token[];
  readonly beginning?: Token;
  readonly year?: string;
  readonly monthAndDay?: string | undefined;
  readonly place?: string;
}

function keyOf(template: KeyTemplate, known: Known, dayFact = 'DAY'): MatchKey {
  const { names, beginning, year, monthAndDay, place } = known;
  const skeletons = names.map(({ skeleton }) => skeleton).sort();
  const beginnings = beginning === undefined ? [] : [beginningOf(beginning.skeleton)];
  const containsBirthDate = year !== undefined && monthAndDay !== undefined;
  const fields = names.map(({ field }) => field);
  if (beginning !== undefined) fields.push('NAME_BEGINNING');
  if (monthAndDay !== undefined) fields.push(containsBirthDate ? 'BIRTH_DATE' : 'BIRTH_DAY');
  else if (year !== undefined) fields.push('BIRTH_YEAR');
  if (place !== undefined) fields.push('BIRTH_PLACE');
  return {
    template,
    text: [template, ...skeletons, ...beginnings, year ?? '', monthAndDay ?? '', place ?? ''].join('|'),
    matchedOn: [...new Set(fields)],
    containsBirthDate,
    containsName: names.length > 0,
    facts: [
      ...skeletons.map((skeleton) => `NAME ${skeleton}`),
      ...[...skeletons.map(beginningOf), ...beginnings].map((letters) => `BEGINNING ${letters}`),
      ...(year === undefined ? [] : ['YEAR']),
      ...(monthAndDay === undefined ? [] : [dayFact]),
      ...(place === undefined ? [] : ['PLACE']),
    ],
  };
}

/** Errors are seldom at the beginning of a word. */
function beginningOf(skeleton: string): string {
  return skeleton.slice(0, 2);
}

/** A single letter tells no name: with a date it would be everybody's. */
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

function distinct(keys: Iterable<MatchKey>): MatchKey[] {
  const byText = new Map<string, MatchKey>();
  for (const key of keys) if (!byText.has(key.text)) byText.set(key.text, key);
  return [...byText.values()];
}
