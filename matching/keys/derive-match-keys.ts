// The match keys of a person: sound skeletons, in no order, with what is known of the birth date and place. An owner
// derives them of every record it indexes, and of the person it asks about (LOOKUP.md, sections 1 and 5).
import { type BirthDate, readBirthDate, readDayOfMonth } from '../birth-date';
import type { Identity } from '../identity';
import { normaliseName } from '../names/normalise-name';
import { placeSkeletonOf } from '../names/normalise-place';
import { skeletonOf } from '../names/sound-key';
import { type DatePart, KEY_RECIPES, type KeyRecipe, WHOLE } from './key-recipes';
import type { FillerKey, KeyTemplate, MatchedField, MatchKey } from './match-key';

/** Keys of every question, however much is known: fewer are filled up, more are left out from the end. */
export const KEYS_OF_A_QUESTION = 12;
/** Keys of a record at most. Most people have sixteen; double names and aliases make more. */
export const MOST_KEYS_OF_A_RECORD = 36;

/** The keys of a record, for the index. */
export function deriveRecordKeys(identity: Identity): readonly MatchKey[] {
  return distinct(listKeys(identity, () => true)).slice(0, MOST_KEYS_OF_A_RECORD);
}

/**
 * The keys of a question, the most telling first: of those that a record of the same person has, the first twelve, and
 * the ones for what is not known only where it is not. Always twelve: fillers agree with no record, and look like any
 * other key once they are blinded.
 * @param drawFiller a text that nobody can guess and that comes once, such as a random UUID
 */
export function deriveQuestionKeys(identity: Identity, drawFiller: () => string): readonly (MatchKey | FillerKey)[] {
  const keys: (MatchKey | FillerKey)[] = distinct(listKeys(identity, isAskedOf)).slice(0, KEYS_OF_A_QUESTION);
  while (keys.length < KEYS_OF_A_QUESTION) keys.push({ template: 'FILLER', text: `FILLER|${drawFiller()}` });
  return keys;
}

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
  /** Of the month; known with some dates of which the month cannot be read. */
  readonly day: string | undefined;
  readonly place: string | undefined;
}

function namesOf(identity: Identity): readonly NamedPerson[] {
  const known = {
    date: readBirthDate(identity.birthDate),
    day: readDayOfMonth(identity.birthDate),
    place: placeSkeletonOf(identity.birthPlace),
  };
  const given = tokensOf(identity.givenName, 'GIVEN_NAME');
  const family = tokensOf(identity.familyName, 'FAMILY_NAME');
  const aliases = identity.aliases.map((alias) => {
    const tokens = tokensOf(alias, 'ALIAS');
    return { ...known, tokens, pairs: tokens.length > 1 ? pairsOf([], tokens) : pairsOf(tokens, family) };
  });
  return [{ ...known, tokens: [...family, ...given], pairs: pairsOf(given, family) }, ...aliases];
}

function listKeys(identity: Identity, isMade: (name: NamedPerson, recipe: KeyRecipe) => boolean): readonly MatchKey[] {
  const names = namesOf(identity);
  return (Object.keys(KEY_RECIPES) as KeyTemplate[]).flatMap((template) => {
    const recipe = KEY_RECIPES[template];
    return names.filter((name) => isMade(name, recipe)).flatMap((name) => keysByRecipe(template, recipe, name));
  });
}

function isAskedOf({ date, tokens }: NamedPerson, { askedOnly }: KeyRecipe): boolean {
  if (askedOnly === 'WITHOUT_DATE') return date === undefined;
  return askedOnly === undefined || tokens.length === 1;
}

function keysByRecipe(template: KeyTemplate, recipe: KeyRecipe, name: NamedPerson): readonly MatchKey[] {
  const date = recipe.date === undefined ? NOTHING : datePartOf(recipe.date, name);
  const place = recipe.place === undefined ? NOTHING : placePartOf(recipe.place, name);
  if (date === undefined || place === undefined) return [];
  const [first, second] = recipe.sounds;
  const names =
    second === undefined
      ? name.tokens.map((token) => [partOf(token, first)])
      : name.pairs.flatMap(([one, other]) => [
          [partOf(one, first), partOf(other, second)],
          // Of two names in no order, each may be the one of which more is taken.
          ...(first === second ? [] : [[partOf(other, first), partOf(one, second)]]),
        ]);
  return names.map((parts) => keyOf(template, parts, date, place));
}

interface NamePart {
  readonly sounds: string;
  readonly isWhole: boolean;
  readonly field: MatchedField;
}

function partOf({ skeleton, field }: Token, length: number): NamePart {
  const isWhole = length === WHOLE;
  return { sounds: skeleton.slice(0, length), isWhole, field: isWhole ? field : 'NAME_BEGINNING' };
}

/** What a key holds beside names: its text, what it says, and of which field it is. */
interface OtherPart {
  readonly text: string;
  readonly facts: readonly string[];
  readonly fields: readonly MatchedField[];
}

const NOTHING: OtherPart = { text: '', facts: [], fields: [] };

/** Undefined where that much is not known. */
function datePartOf(part: DatePart, { date, day }: NamedPerson): OtherPart | undefined {
  if (date === undefined) return undefined;
  const { year, monthAndDay, misread } = date;
  if (part === 'YEAR') return { text: year, facts: ['YEAR'], fields: ['BIRTH_YEAR'] };
  if (part === 'YEAR_AND_DAY') {
    return day === undefined ? undefined : { text: `${year} ${day}`, facts: ['YEAR', 'DAY'], fields: ['BIRTH_YEAR'] };
  }
  if (part === 'DIGITS_IN_ANY_ORDER') {
    const digits = misread ?? (monthAndDay === undefined ? undefined : year + monthAndDay.replace('-', ''));
    if (digits === undefined) return undefined;
    return { text: Array.from(digits).sort().join(''), facts: [DIGITS], fields: ['BIRTH_YEAR'] };
  }
  if (monthAndDay === undefined) return undefined;
  switch (part) {
    case 'DATE':
      return { text: `${year}-${monthAndDay}`, facts: ['YEAR', ...DAY_AND_MONTH, DIGITS], fields: ['BIRTH_DATE'] };
    case 'DAY_AND_MONTH_IN_ANY_ORDER':
      return {
        text: [year, ...monthAndDay.split('-').sort()].join(' '),
        facts: ['YEAR', IN_ANY_ORDER, DIGITS],
        fields: ['BIRTH_DATE'],
      };
    case 'DAY_AND_MONTH':
      return { text: monthAndDay, facts: DAY_AND_MONTH, fields: ['BIRTH_DAY'] };
  }
}

/** Who has the same day and the same month has them in any order as well. */
const DIGITS = 'DIGITS';
const IN_ANY_ORDER = 'DAY AND MONTH IN ANY ORDER';
const DAY_AND_MONTH = ['DAY', 'MONTH', IN_ANY_ORDER] as const;

function placePartOf(length: number, { place }: NamedPerson): OtherPart | undefined {
  if (place === undefined) return undefined;
  const facts = length === WHOLE ? ['PLACE', 'PLACE BEGINNING'] : ['PLACE BEGINNING'];
  return { text: place.slice(0, length), facts, fields: ['BIRTH_PLACE'] };
}

function keyOf(template: KeyTemplate, names: readonly NamePart[], date: OtherPart, place: OtherPart): MatchKey {
  const isAlike = names.every(({ isWhole }) => isWhole === names[0]?.isWhole);
  const sounds = names.map((part) => part.sounds);
  // Two whole names have no order, nor have two beginnings; a whole one stands before the other's beginning.
  const texts = isAlike ? sounds.sort() : sounds;
  return {
    template,
    text: [template, ...texts, date.text, place.text].join('|'),
    matchedOn: [...new Set([...names.map(({ field }) => field), ...date.fields, ...place.fields])],
    containsBirthDate: date.fields.includes('BIRTH_DATE'),
    containsName: names.some(({ isWhole }) => isWhole),
    facts: [...names.flatMap(factsOf), ...date.facts, ...place.facts],
  };
}

/** A name says each of its beginnings, too. */
function factsOf({ sounds, isWhole }: NamePart): readonly string[] {
  const beginnings = Array.from({ length: Math.min(sounds.length, MOST_SOUNDS) }, (_, last) =>
    sounds.slice(0, last + 1),
  );
  return [...(isWhole ? [`NAME ${sounds}`] : []), ...beginnings.map((beginning) => `BEGINNING ${beginning}`)];
}

/** No key has more sounds of a name than these, unless it has all. */
const MOST_SOUNDS = 3;

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
