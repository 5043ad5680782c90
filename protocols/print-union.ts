import { CATEGORIES, type DataCategory, LEVELS } from '../schema/categories';
import { allOrganisationRoles, type OrganisationRole } from '../schema/organisations';
import { awaitsInWords } from './awaited-machinery';
import { clausesFor } from './decide';
import { describePredicate } from './print-protocols';
import type { ProtocolSet } from './protocol';

/**
 * What each role could gather over all its purposes, so that a purpose that undoes another is seen: for each category
 * and facet the levels, purposes and conditions, marked `!` where one purpose reaches a higher level than another. An
 * agreement that awaits its machinery is named with what it awaits, and nothing of it is counted.
 */
export function printUnion(set: ProtocolSet, now: Date): string {
  return allOrganisationRoles()
    .map((recipient) => {
      const ways = clausesFor(set, recipient, now).flatMap(({ protocol, clause }) =>
        clause.permits.flatMap(({ category, level, facets }) =>
          (facets ?? facetsOf(category)).map((facet) => ({
            what: facet === '' ? category : `${category}/${facet}`,
            level: LEVELS.indexOf(level),
            purposes: clause.purposes,
            text: `${level} of ${clause.disclosers.join(', ')} for ${clause.purposes.join(', ')}: ${
              clause.when.map(describePredicate).join(' and ') || 'always'
            } (${protocol.id} ${clause.id})`,
          })),
        ),
      );
      const lines = [...new Set(ways.map(({ what }) => what))].sort().flatMap((what) => {
        const found = ways.filter((way) => way.what === what);
        const purposes = [...new Set(found.flatMap((way) => way.purposes))];
        const reached = purposes.map((purpose) =>
          Math.max(...found.filter((way) => way.purposes.includes(purpose)).map(({ level }) => level)),
        );
        return [`${new Set(reached).size > 1 ? '!' : ' '} ${what}`, ...found.map(({ text }) => `      ${text}`)];
      });
      const awaiting = set.protocols.flatMap(({ id, clauses, awaits }) =>
        awaits !== undefined && clauses.some(({ recipients }) => recipients.some((one) => isSame(one, recipient)))
          ? [`- ${id} ${awaitsInWords(awaits)}`]
          : [],
      );
      const told = [...lines, ...awaiting];
      return told.length === 0 ? '' : `${[`${recipient.organisation}.${recipient.role}`, ...told].join('\n')}\n\n`;
    })
    .join('');
}

/** Every facet of a category, or one without a name where it is undivided. */
function facetsOf(category: DataCategory): readonly string[] {
  return CATEGORIES[category].length === 0 ? [''] : CATEGORIES[category];
}

function isSame(one: OrganisationRole, other: OrganisationRole): boolean {
  return one.organisation === other.organisation && one.role === other.role;
}
