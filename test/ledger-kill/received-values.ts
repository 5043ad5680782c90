/** Coordinates that had a value, by person. */
export type ValuesByPerson = Map<string, Set<string>>;

/** Types whose id is the person's own; every record below one of them is about that person. */
const PEOPLE = new Set(['Person', 'Nominal', 'MalsClient', 'Client', 'AftercareClient', 'Participant']);

/**
 * What an answer told of whom, read from the answer alone: each field that is not null of each record that says its
 * `__typename`, as the ledger names it. Asked for with `__typename` and `id` in every record.
 */
export function valuesByPerson(data: unknown): ValuesByPerson {
  const found: ValuesByPerson = new Map();
  const visit = (value: unknown, about: string | undefined): void => {
    if (Array.isArray(value)) {
      for (const one of value) visit(one, about);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const record = value as Readonly<Record<string, unknown>>;
    const { __typename: typeName, id } = record;
    const person = typeof typeName === 'string' && PEOPLE.has(typeName) && typeof id === 'string' ? id : about;
    for (const [name, inner] of Object.entries(record)) {
      if (inner === null || name === '__typename') continue;
      if (typeof typeName === 'string' && person !== undefined) {
        const known = found.get(person) ?? new Set<string>();
        found.set(person, known.add(`${typeName}.${name}`));
      }
      visit(inner, person);
    }
  };
  visit(data, undefined);
  return found;
}
