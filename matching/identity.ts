// What a lookup knows of a person. This folder is apart from others because owners alone use it: it sees names in clear,
// which neither the gateway nor the exchange may (LOOKUP.md, section 1). It is pure: no database, no network, no clock.

/** A person as somebody looks for it, or as an owner has it on record. */
export interface Identity {
  readonly givenName: string | null;
  readonly familyName: string | null;
  /** Other names, each a family name, a given name or both in one. */
  readonly aliases: readonly string[];
  /** `1985-03-12`; `1985`, `1985-03` or `1985-00-00` where less is known. */
  readonly birthDate: string | null;
  readonly birthPlace: string | null;
}

/** The family name in a full name, where the given name is on record beside it. */
export function familyNameIn(fullName: string, givenName: string | null): string {
  if (givenName === null) return fullName;
  const rest = fullName.startsWith(`${givenName} `)
    ? fullName.slice(givenName.length + 1)
    : fullName.endsWith(` ${givenName}`)
      ? fullName.slice(0, -givenName.length - 1)
      : fullName;
  return rest.replace(/,$/, '').trim();
}
