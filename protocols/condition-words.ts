import { PREDICATES, type PredicateName } from './predicates';
import type { Predicate } from './protocol';

/** A condition of a clause as a sentence, with what the clause fills in: `… within these weeks. (weeks: 8)` */
export function conditionInWords({ name, arguments: given }: Predicate): string {
  // The words of a clause were checked against the closed set when it was loaded.
  const { description } = PREDICATES[name as PredicateName];
  const filled = Object.entries(given).map(
    ([key, value]) => `${key}: ${Array.isArray(value) ? value.join(', ') : String(value)}`,
  );
  return filled.length === 0 ? description : `${description} (${filled.join('; ')})`;
}
