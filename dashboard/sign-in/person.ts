import { z } from 'zod';
import {
  isOrganisation,
  isRoleOf,
  type Jurisdiction,
  type OrganisationId,
  ORGANISATIONS,
} from '../../schema/organisations';
import { isPurpose, type Purpose } from '../../schema/purposes';

/** Who is signed in, as the identity provider says; the gateway reads the same from the access token. */
export interface SignedInPerson {
  readonly pseudonym: string;
  readonly organisation: OrganisationId;
  readonly role: string;
  readonly area?: string;
  readonly jurisdiction: Jurisdiction;
  readonly purposes: readonly Purpose[];
}

const claimsShape = z.object({
  sub: z.string().min(1).max(200),
  organisation: z.string(),
  role: z.string(),
  area: z.string().max(200).optional(),
  purposes: z.array(z.string()),
});

/** Reads the claims of an ID token; undefined for a person of whom the hub knows no organisation or role. */
export function readPerson(claims: unknown): SignedInPerson | undefined {
  const { success, data } = claimsShape.safeParse(claims);
  if (!success || !isOrganisation(data.organisation) || !isRoleOf(data.organisation, data.role)) return undefined;
  return {
    pseudonym: data.sub,
    organisation: data.organisation,
    role: data.role,
    ...(data.area === undefined ? {} : { area: data.area }),
    jurisdiction: ORGANISATIONS[data.organisation].jurisdiction,
    purposes: data.purposes.filter(isPurpose),
  };
}
