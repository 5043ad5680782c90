import type { Jurisdiction, OrganisationId } from './organisations';
import type { Purpose } from './purposes';

/** Who asks, for whom, and why. Made by the gateway from a verified token and the request's headers. */
export interface Requester {
  /** Pseudonym of the person who asks (the token's subject). */
  readonly person: string;
  readonly organisation: OrganisationId;
  readonly role: string;
  /** Borough, municipality or prison that the person works for, where the role has one. */
  readonly area?: string;
  readonly jurisdiction: Jurisdiction;
  readonly purpose: Purpose;
  readonly caseReference?: string;
  /** Never logged. */
  readonly justification?: string;
  /** Travels in the `x-request-id` header, never in a body. */
  readonly requestId: string;
}

/** The part of a requester on which static decisions depend. */
export type RequesterRight = Pick<Requester, 'organisation' | 'role' | 'purpose' | 'jurisdiction'>;
