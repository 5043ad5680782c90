// People whom two owners know, each under its own id and in its own spelling. No link between the two is stored
// anywhere: both owners draw the same person from the same seed, and the pairs can be told again from it.
import type { InventedIdentity, NameShapeName, Weighted } from './invented-identity';
import { drawFrom, inventIdentity, yearOnly } from './invented-identity';
import { ordinaryId } from './ordinary-people';
import { LEAST_PEOPLE, type OwnerOfPeople, type PeopleByOwner } from './people-wanted';
import { createSynthetic, type Synthetic } from './synthetic';

const ONE_IN = 12;
/** Of twelve ordinary people of both owners, the one with this remainder is the same person. */
const PAIRS = [
  { owners: ['knowsley-iom', 'safety-house'], remainder: 3 },
  { owners: ['knowsley-iom', 'eri'], remainder: 5 },
  { owners: ['safety-house', 'eri'], remainder: 7 },
] as const satisfies readonly { owners: readonly [OwnerOfPeople, OwnerOfPeople]; remainder: number }[];

/** Names of people who moved between countries; invented. */
export const SHAPES_OF_KNOWN_TO_TWO: Weighted<NameShapeName> = [
  [20, 'ENGLISH'],
  [15, 'DUTCH'],
  [15, 'TURKISH'],
  [20, 'ARABIC'],
  [10, 'ITALIAN'],
  [8, 'ROMA'],
  [12, 'BALKAN'],
];

/** How the second owner writes the name, beside the first; invented. */
export const NAME_VARIATIONS: Weighted<'SAME' | 'RESPELT' | 'GLUED' | 'SHORTENED' | 'SWAPPED'> = [
  [20, 'SAME'],
  [45, 'RESPELT'],
  [12, 'GLUED'],
  [13, 'SHORTENED'],
  [10, 'SWAPPED'],
];

/** What the second owner knows of the birth date, beside the first; invented. */
export const DATE_VARIATIONS: Weighted<'SAME' | 'YEAR_ONLY' | 'DAY_AND_MONTH_SWAPPED' | 'ONE_DIGIT_OFF'> = [
  [65, 'SAME'],
  [17, 'YEAR_ONLY'],
  [10, 'DAY_AND_MONTH_SWAPPED'],
  [8, 'ONE_DIGIT_OFF'],
];

/** Ages of people known to two owners: adults, as a mentee, a client and a participant may all be. */
const AGES = { from: 20, to: 57 } as const;

export interface KnownToTwo {
  readonly name: string;
  readonly birthDate: string;
  readonly people: readonly {
    readonly owner: OwnerOfPeople;
    readonly id: string;
    readonly givenName: string;
    readonly familyName: string;
    readonly birthDate: string;
  }[];
}

/** The ordinary person as this owner writes it, when another owner knows the person too. */
export function identityKnownToTwo(
  seed: string,
  anchor: string,
  people: PeopleByOwner,
  owner: OwnerOfPeople,
  number: number,
): InventedIdentity | undefined {
  const pair = PAIRS.find(({ owners, remainder }) => isOf(owners, owner) && number % ONE_IN === remainder);
  if (pair === undefined || number >= pairedUntil(pair.owners, people)) return undefined;
  const written = writtenByBoth(seed, anchor, pair.owners, number);
  return pair.owners[0] === owner ? written.first : written.second;
}

/** All pairs of a population, for measuring how well people are found again. */
export function* listKnownToTwo(seed: string, anchor: string, people: PeopleByOwner): Iterable<KnownToTwo> {
  for (const { owners, remainder } of PAIRS) {
    for (let number = remainder; number < pairedUntil(owners, people); number += ONE_IN) {
      const { first, second, name, birthDate } = writtenByBoth(seed, anchor, owners, number);
      yield {
        name,
        birthDate,
        people: [first, second].map((written, index) => {
          const owner = owners[index === 0 ? 0 : 1];
          return {
            owner,
            id: ordinaryId(seed, owner, number),
            givenName: written.givenName,
            familyName: written.familyName,
            birthDate: written.birthDate,
          };
        }),
      };
    }
  }
}

/** Both owners surely have ordinary people up to here, however many of theirs are named ones. */
function pairedUntil(owners: readonly OwnerOfPeople[], people: PeopleByOwner): number {
  return Math.min(...owners.map((owner) => people[owner] - LEAST_PEOPLE[owner]));
}

function isOf(owners: readonly OwnerOfPeople[], owner: OwnerOfPeople): boolean {
  return owners.includes(owner);
}

function writtenByBoth(seed: string, anchor: string, owners: readonly OwnerOfPeople[], number: number) {
  const random = createSynthetic(seed, owners.join(' and '), String(number));
  const first = inventIdentity(random, SHAPES_OF_KNOWN_TO_TWO, anchor, AGES);
  const name = drawFrom(random, NAME_VARIATIONS);
  const birthDate = drawFrom(random, DATE_VARIATIONS);
  const second = { ...varyName(random, first, name), birthDate: varyDate(first.birthDate, birthDate) };
  return { first, second, name, birthDate };
}

function varyName(
  random: Synthetic,
  identity: InventedIdentity,
  variation: (typeof NAME_VARIATIONS)[number][1],
): InventedIdentity {
  const { givenName, familyName } = identity;
  switch (variation) {
    case 'SAME':
      return identity;
    case 'RESPELT':
      return { ...identity, givenName: respell(random, givenName), familyName: respell(random, familyName) };
    case 'GLUED':
      return { ...identity, familyName: glue(familyName) };
    case 'SHORTENED':
      return { ...identity, familyName: familyName.replace(/( born |-).*$/, ''), givenName: givenName.slice(0, 6) };
    case 'SWAPPED':
      return { ...identity, givenName: familyName, familyName: givenName };
  }
}

/** `van der Fabelhuis` as `Vanderfabelhuis`, `El Khayali` as `Elkhayali`. */
function glue(familyName: string): string {
  const [particles = '', ...names] = familyName.split(/(?=\p{Lu}\p{Ll}{2})/u);
  if (names.length === 0) return familyName;
  const glued = `${particles.replaceAll(/[ ’]/g, '')}${names.join('').toLowerCase()}`;
  return glued.charAt(0).toUpperCase() + glued.slice(1).toLowerCase();
}

/** The same sound in other letters. */
const SPELLINGS: readonly (readonly [from: RegExp, to: string])[] = [
  [/sch/, 'sh'],
  [/ch/, 'sh'],
  [/ou/, 'oe'],
  [/ou/, 'u'],
  [/dj/i, 'j'],
  [/ij/i, 'y'],
  [/kh/i, 'ch'],
  [/q/i, 'k'],
  [/([a-z])\1/, '$1'],
  [/h$/, ''],
  [/d$/, 't'],
  [/t$/, 'd'],
  [/ić$/, 'ich'],
  [/sh/, 'sj'],
  [/w/, 'v'],
  [/c(?=[aou])/, 'k'],
  [/y/, 'i'],
  [/f/, 'ph'],
];

function respell(random: Synthetic, name: string): string {
  const plain = name.replaceAll('ğ', 'g').replaceAll('ı', 'i').normalize('NFD').replaceAll(/\p{M}/gu, '');
  const usable = SPELLINGS.filter(([from]) => from.test(name));
  if (usable.length === 0) return plain;
  const [from, to] = random.pick(usable);
  const respelt = plain.replace(from, to);
  return respelt.charAt(0) === respelt.charAt(0).toLowerCase() && /^\p{Lu}/u.test(name)
    ? respelt.charAt(0).toUpperCase() + respelt.slice(1)
    : respelt;
}

function varyDate(birthDate: string, variation: (typeof DATE_VARIATIONS)[number][1]): string {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  switch (variation) {
    case 'SAME':
      return birthDate;
    case 'YEAR_ONLY':
      return yearOnly(birthDate);
    case 'DAY_AND_MONTH_SWAPPED':
      return Number(day) <= 12 ? `${year}-${day}-${month}` : birthDate;
    case 'ONE_DIGIT_OFF': {
      const last = Number(year.slice(3));
      return `${year.slice(0, 3)}${String(last === 9 ? 8 : last + 1)}-${month}-${day === '29' ? '28' : day}`;
    }
  }
}
