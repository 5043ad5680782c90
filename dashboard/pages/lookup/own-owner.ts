import type { Jurisdiction } from '../../../schema/organisations';
import type { Purpose } from '../../../schema/purposes';

/** The purpose for which people are looked up across borders, and for which that is decided on. */
export const CROSS_BORDER = 'CROSS_BORDER_CASE' satisfies Purpose;

/** How the graph names what belongs to an owner of people. */
export interface OwnOwner {
  readonly target: 'KNOWSLEY' | 'SAFETY_HOUSE' | 'ERI';
  readonly mutation: string;
  readonly reviews: string;
}

/** The owner with which those of a jurisdiction work: they ask through it, and decide for it. */
const OWN_OWNERS: Readonly<Partial<Record<Jurisdiction, OwnOwner>>> = {
  UK: { target: 'KNOWSLEY', mutation: 'knowsleyLookUpPerson', reviews: 'knowsleyIdentityReviews' },
  NL: { target: 'SAFETY_HOUSE', mutation: 'safetyHouseLookUpPerson', reviews: 'safetyHouseIdentityReviews' },
  IT: { target: 'ERI', mutation: 'eriLookUpPerson', reviews: 'eriIdentityReviews' },
};

export function ownOwner(jurisdiction: Jurisdiction): OwnOwner | undefined {
  return OWN_OWNERS[jurisdiction];
}

/** The field of an answer in which each owner's hit stands. */
export const HIT_FIELDS = { KNOWSLEY: 'knowsley', SAFETY_HOUSE: 'safetyHouse', ERI: 'eri' } as const;

export type Target = keyof typeof HIT_FIELDS;

export function isTarget(code: string): code is Target {
  return Object.hasOwn(HIT_FIELDS, code);
}
