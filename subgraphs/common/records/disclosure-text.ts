import {
  type CATEGORIES,
  type DataCategory,
  isCategory,
  isFacetOf,
  isLevel,
  type Level,
} from '../../../schema/categories';

/** What a field discloses, as one word in the code: `OFFENCE/FULL/RECORD`, or `HEALTH/FLAG` where there are no facets. */
export type DisclosureText = {
  [C in DataCategory]: (typeof CATEGORIES)[C][number] extends never
    ? `${C}/${Level}`
    : `${C}/${Level}/${(typeof CATEGORIES)[C][number]}`;
}[DataCategory];

/** The `@category` directive for a disclosure. Throws on an unknown word, which the types already refuse. */
export function categoryDirective(text: string): string {
  const [category = '', level = '', facet] = text.split('/');
  if (!isCategory(category) || !isLevel(level) || (facet !== undefined && !isFacetOf(category, facet))) {
    throw new Error(`Not a disclosure: ${text}. Write CATEGORY/LEVEL or CATEGORY/LEVEL/FACET.`);
  }
  return `@category(name: "${category}", level: "${level}"${facet === undefined ? '' : `, facet: "${facet}"`})`;
}

/** The same kind at FLAG: what a count of such records discloses. */
export function flagOf(text: DisclosureText): string {
  const [category, , facet] = text.split('/');
  return [category, 'FLAG', facet].filter((part) => part !== undefined).join('/');
}

/** The same kind of data in full. */
export function atFull(discloses: DisclosureText): DisclosureText {
  const [category, , facet] = discloses.split('/');
  return [category, 'FULL', facet].filter((part) => part !== undefined).join('/') as DisclosureText;
}
