import { z } from 'zod';

import type { LookupOwner } from '../../../../blinding/lookup-keys';
import type { Identity as SealedContent, SealedFor } from '../../../../blinding/seal-identity';
import type { Identity } from '../../../../matching/identity';
import type { OrganisationRole } from '../../../../schema/organisations';

/** What an asker releases to the owner that was asked: whom it seeks, and the id by which it knows the person. */
export interface ReleasedIdentity extends Identity {
  readonly subject: string;
}

const text = z.string().max(200).nullable();
const released = z.strictObject({
  givenName: text,
  familyName: text,
  aliases: z.array(z.string().max(200)).max(10),
  birthDate: text,
  birthPlace: text,
  subject: z.string().min(1).max(200),
});

/** As it is sealed. */
export function writeReleased({
  givenName,
  familyName,
  aliases,
  birthDate,
  birthPlace,
  subject,
}: ReleasedIdentity): SealedContent {
  return { givenName, familyName, aliases: [...aliases], birthDate, birthPlace, subject };
}

/** As it was opened; undefined where it is none. */
export function readReleased(content: SealedContent): ReleasedIdentity | undefined {
  const read = released.safeParse(content);
  return read.success ? read.data : undefined;
}

/** For what an identity is sealed: for one handle of one person at one owner. */
export function sealedForLookup(
  handleHash: string,
  { person, organisation }: OrganisationRole & { readonly person: string },
  target: LookupOwner,
): SealedFor {
  return { handle: handleHash, asker: `${organisation} ${person}`, target };
}
