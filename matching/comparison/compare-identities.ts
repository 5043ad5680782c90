// The person sought against an owner's candidates, in clear, at the owner and nowhere else (LOOKUP.md, section 3): which
// of them it may be, how much speaks for it in bits, and why, field by field.
import { type BirthDate, readBirthDate } from '../birth-date';
import type { Identity } from '../identity';
import { normaliseName } from '../names/normalise-name';
import { normalisePlace } from '../names/normalise-place';
import { compareBirthDates } from './compare-birth-dates';
import { type ComparedNames, compareNames, formsOf, type NameForms, type NameLevel } from './compare-names';
import { comparePlaces } from './compare-places';
import type { ExplanationCode } from './explanation-texts';
import type { NameCounts, RegisterStatistics } from './register-statistics';
import {
  BIRTH_DATE_WEIGHTS,
  bitsOf,
  FAMILY_NAME_WEIGHTS,
  GIVEN_NAME_WEIGHTS,
  PLACE_WEIGHTS,
  PROBABLE_BITS,
  registerBits,
  STRONG_BITS,
  SWAPPED_BITS,
  type Weight,
} from './weights';

/** STRONG from 20 bits, PROBABLE from 14; POSSIBLE where a twin would agree as well; NONE is no hit. */
export type Band = 'STRONG' | 'PROBABLE' | 'POSSIBLE' | 'NONE';

export interface Explanation {
  readonly code: ExplanationCode;
  /** What it speaks for (or, below zero, against) this being the person; to a tenth. */
  readonly bits: number;
}

export interface ComparedCandidate<Id> {
  readonly id: Id;
  readonly band: Band;
  readonly bits: number;
  readonly explanations: readonly Explanation[];
}

export interface Candidate<Id> {
  readonly id: Id;
  readonly identity: Identity;
}

/** Compares the person sought with every candidate; the likeliest first. */
export function compareIdentities<Id>(
  sought: Identity,
  candidates: readonly Candidate<Id>[],
  statistics: RegisterStatistics,
): readonly ComparedCandidate<Id>[] {
  const prepared = prepare(sought);
  return candidates
    .map(({ id, identity }) => ({ id, ...compareTwo(prepared, prepare(identity), statistics) }))
    .sort((one, other) => other.bits - one.bits);
}

interface FullName {
  readonly given: NameForms;
  readonly family: NameForms;
  readonly isAlias: boolean;
}

interface Prepared {
  readonly names: readonly FullName[];
  readonly date: BirthDate | undefined;
  readonly place: string | undefined;
}

function prepare(identity: Identity): Prepared {
  const given = formsOf(normaliseName(identity.givenName));
  const family = formsOf(normaliseName(identity.familyName));
  const aliases = identity.aliases.flatMap((alias): FullName[] => {
    const { tokens, particles } = normaliseName(alias);
    if (tokens.length === 0) return [];
    const formOf = (some: readonly string[]) => formsOf({ tokens: some, whole: some.join(''), particles });
    if (tokens.length > 1) {
      return [{ given: formOf(tokens.slice(0, 1)), family: formOf(tokens.slice(1)), isAlias: true }];
    }
    const one = formOf(tokens);
    return [
      { given: one, family, isAlias: true },
      { given, family: one, isAlias: true },
    ];
  });
  return {
    names: [{ given, family, isAlias: false }, ...aliases],
    date: readBirthDate(identity.birthDate),
    place: normalisePlace(identity.birthPlace),
  };
}

function compareTwo(sought: Prepared, found: Prepared, statistics: RegisterStatistics) {
  const names = compareAllNames(sought, found, statistics);
  const dateLevel = compareBirthDates(sought.date, found.date);
  const placeLevel = comparePlaces(sought.place, found.place);
  const placeShare = shareOf(statistics.places, found.place ?? '', statistics.people);
  const prior = registerBits(statistics.people);
  const mayBeTwin =
    dateLevel === 'EQUAL' && SAME_FAMILY.includes(names.family.level) && isAnotherGivenName(names.given);
  const explanations: Explanation[] = [
    ...names.explanations,
    {
      code: `BIRTH_DATE_${dateLevel}`,
      bits: dateLevel === 'NOT_KNOWN' ? 0 : bitsOf(BIRTH_DATE_WEIGHTS[dateLevel], 1),
    },
    {
      code: `BIRTH_PLACE_${placeLevel}`,
      bits: placeLevel === 'NOT_KNOWN' ? 0 : bitsOf(PLACE_WEIGHTS[placeLevel], placeShare),
    },
    ...(prior === 0 ? [] : [{ code: 'LARGE_REGISTER' as const, bits: prior }]),
    ...(mayBeTwin ? [{ code: 'POSSIBLE_TWIN' as const, bits: 0 }] : []),
  ];
  const bits = tenth(explanations.reduce((sum, explanation) => sum + explanation.bits, 0));
  return {
    bits,
    band: bandOf(bits, mayBeTwin),
    explanations: explanations.map((explanation) => ({ ...explanation, bits: tenth(explanation.bits) })),
  };
}

function bandOf(bits: number, mayBeTwin: boolean): Band {
  if (bits < PROBABLE_BITS) return 'NONE';
  if (mayBeTwin) return 'POSSIBLE';
  return bits >= STRONG_BITS ? 'STRONG' : 'PROBABLE';
}

const SAME_FAMILY: readonly NameLevel[] = ['EQUAL', 'SAME_SOUND', 'SAME_CONSONANTS', 'ONE_OF_SEVERAL'];
/** Hasan and Hüseyin have the same consonants and are two people, Mohamed and Mehmed may be one. */
const LEAST_LIKENESS_OF_ONE_NAME = 0.8;

function isAnotherGivenName({ level, likeness }: ComparedNames): boolean {
  switch (level) {
    case 'DIFFERENT':
    case 'PARTICLES_ONLY':
      return true;
    case 'SAME_CONSONANTS':
      return likeness < LEAST_LIKENESS_OF_ONE_NAME;
    case 'EQUAL':
    case 'SAME_SOUND':
    case 'ONE_OF_SEVERAL':
    case 'BEGINNING':
    case 'SIMILAR':
    case 'SOMEWHAT_SIMILAR': // Far more often a slip of the pen than a twin.
    case 'INITIAL':
    case 'NOT_KNOWN':
      return false;
  }
}

interface ComparedFullNames {
  readonly given: ComparedNames;
  readonly family: ComparedNames;
  readonly bits: number;
  readonly explanations: readonly Explanation[];
}

/** Every name of the one with every name of the other, also given name with family name; the best of them stands. */
function compareAllNames(sought: Prepared, found: Prepared, statistics: RegisterStatistics): ComparedFullNames {
  // Who has many names agrees with somebody by chance the more often.
  const forChoice = -Math.log2(sought.names.length * found.names.length);
  let best: ComparedFullNames | undefined;
  for (const one of sought.names) {
    for (const other of found.names) {
      const alias: readonly Explanation[] =
        one.isAlias || other.isAlias ? [{ code: 'ALIAS_USED', bits: forChoice }] : [];
      const swapped = { given: one.family, family: one.given };
      // The order of an alias is not known in the first place.
      const swap: readonly Explanation[] = alias.length > 0 ? [] : [{ code: 'NAMES_SWAPPED', bits: SWAPPED_BITS }];
      for (const compared of [
        compareFullNames(one, other, alias, statistics),
        compareFullNames(swapped, other, [...alias, ...swap], statistics),
      ]) {
        if (best === undefined || compared.bits > best.bits) best = compared;
      }
    }
  }
  if (best === undefined) throw new Error('Everybody has a name, even if it is not known.');
  return best;
}

function compareFullNames(
  sought: Pick<FullName, 'given' | 'family'>,
  found: FullName,
  more: readonly Explanation[],
  { people, familyNames, givenNames }: RegisterStatistics,
): ComparedFullNames {
  const family = compareNames(sought.family, found.family);
  const given = compareNames(sought.given, found.given);
  const explanations: readonly Explanation[] = [
    { code: `FAMILY_NAME_${family.level}`, bits: nameBits(family, FAMILY_NAME_WEIGHTS, familyNames, people) },
    { code: `GIVEN_NAME_${given.level}`, bits: nameBits(given, GIVEN_NAME_WEIGHTS, givenNames, people) },
    ...more,
  ];
  return { family, given, explanations, bits: explanations.reduce((sum, { bits }) => sum + bits, 0) };
}

function nameBits(
  { level, shared }: ComparedNames,
  weights: Readonly<Record<Exclude<NameLevel, 'NOT_KNOWN'>, Weight>>,
  { tokens, sounds, skeletons }: NameCounts,
  people: number,
): number {
  if (level === 'NOT_KNOWN') return 0;
  const counts = level === 'EQUAL' ? tokens : level === 'SAME_CONSONANTS' ? skeletons : sounds;
  return bitsOf(weights[level], shareOf(counts, shared ?? '', people));
}

/** The share of a register's people who have this; one of them at least, since a candidate has it. */
function shareOf(counts: ReadonlyMap<string, number>, value: string, people: number): number {
  return Math.max(counts.get(value) ?? 0, 1) / Math.max(people, 1);
}

const tenth = (bits: number): number => Math.round(bits * 10) / 10;
