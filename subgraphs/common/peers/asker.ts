import { z } from 'zod';

import type { LookupOwner } from '../../../blinding/lookup-keys';
import { isRoleOf, type OrganisationId, ORGANISATIONS } from '../../../schema/organisations';
import { type Purpose, PURPOSES } from '../../../schema/purposes';
import type { Requester } from '../../../schema/requester';

export type { LookupOwner };

/** Whoever asks a question of another owner, as the asker's own owner tells it to its peers. */
export interface Asker extends Requester {
  /** The asker's own owner. */
  readonly owner: LookupOwner;
}

/** The owners whose people are looked up. */
export const LOOKUP_OWNERS = ['knowsley-iom', 'safety-house', 'eri'] as const satisfies readonly LookupOwner[];

export const lookupOwnerSchema = z.enum(LOOKUP_OWNERS);
export const organisationSchema = z.enum(Object.keys(ORGANISATIONS) as OrganisationId[], 'is no organisation');

const requesterShape = {
  person: z.string().min(1).max(500),
  organisation: organisationSchema,
  role: z.string().min(1),
  purpose: z.enum(Object.keys(PURPOSES) as Purpose[], 'is no purpose'),
  jurisdiction: z.enum(['UK', 'NL', 'IT']),
  requestId: z.string().min(1).max(200),
  area: z.string().min(1).exactOptional(),
  caseReference: z.string().min(1).exactOptional(),
  justification: z.string().min(1).exactOptional(),
};
const hasItsRole = ({ organisation, role }: Pick<Requester, 'organisation' | 'role'>): boolean =>
  isRoleOf(organisation, role);
const isOfItsJurisdiction = ({
  organisation,
  jurisdiction,
}: Pick<Requester, 'organisation' | 'jurisdiction'>): boolean =>
  ORGANISATIONS[organisation].jurisdiction === jurisdiction;
const ROLE_FAULT = 'its organisation does not have this role';
const JURISDICTION_FAULT = 'its organisation is of another jurisdiction';

/** A requester in the body of a call: of an organisation, role, purpose and jurisdiction that go together. */
export const requesterSchema = z
  .object(requesterShape)
  .refine(hasItsRole, ROLE_FAULT)
  .refine(isOfItsJurisdiction, JURISDICTION_FAULT) satisfies z.ZodType<Requester>;

/** The same of somebody who asks across a border, with the own owner. */
export const askerSchema = z
  .object({ ...requesterShape, owner: lookupOwnerSchema })
  .refine(hasItsRole, ROLE_FAULT)
  .refine(isOfItsJurisdiction, JURISDICTION_FAULT) satisfies z.ZodType<Asker>;
