import type { DisclosureText } from './disclosure-text';

/**
 * What the reference of a record in its source system discloses: as much as the record in full. A person's own
 * reference identifies the person (DOMAIN.md C.0, IDENTIFIERS), whatever part of the identity the record begins with.
 */
export function referenceDisclosure(discloses: DisclosureText): DisclosureText {
  const [category = '', , facet] = discloses.split('/');
  if (category === 'IDENTITY') return 'IDENTITY/FULL/IDENTIFIERS';
  return [category, 'FULL', facet].filter((part) => part !== undefined).join('/') as DisclosureText;
}
