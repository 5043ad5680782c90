import type { Identity } from '../../../matching/identity';
import { readBirthDate } from '../../../matching/birth-date';
import { normaliseName } from '../../../matching/names/normalise-name';

/** The plain names of a person, by whose likeness candidates are found: the full name, and each alias as one. */
export function searchedNames({ givenName, familyName, aliases }: Identity): readonly string[] {
  const plain = (...names: readonly (string | null)[]): string =>
    names.flatMap((name) => normaliseName(name).tokens).join(' ');
  const ofAliases = aliases.flatMap((alias) =>
    normaliseName(alias).tokens.length > 1 ? [plain(alias)] : [plain(alias, familyName), plain(givenName, alias)],
  );
  return [...new Set([plain(givenName, familyName), ...ofAliases])].filter((name) => name !== '').sort();
}

/** The birth date as it is compared: `1985-03-12`, or the year alone. */
export function searchedBirthDate({ birthDate }: Identity): string | null {
  const known = readBirthDate(birthDate);
  if (known === undefined) return null;
  return known.monthAndDay === undefined ? known.year : `${known.year}-${known.monthAndDay}`;
}

/** The likeliest so many are compared. */
export const CANDIDATES = 40;

/** How much a birth date adds to the likeness of names: among many of one name it says who is compared. */
export const BIRTH_DATE_LIKENESS = { equal: 0.4, sameYear: 0.2 } as const;
