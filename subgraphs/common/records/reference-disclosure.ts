import { atFull, type DisclosureText } from './disclosure-text';

/**
 * What the reference of a record in its source system discloses: as much as the record in full. A person's own
 * reference identifies the person (DOMAIN.md C.0, IDENTIFIERS), whatever part of the identity the record begins with.
 */
export function referenceDisclosure(discloses: DisclosureText): DisclosureText {
  return discloses.startsWith('IDENTITY/') ? 'IDENTITY/FULL/IDENTIFIERS' : atFull(discloses);
}
