import type { LookupOwner } from '../../../../blinding/lookup-keys';
import type { Controller, Jurisdiction, OrganisationRole } from '../../../../schema/organisations';

/** Where lookups are asked and answered: one desk for each owner of people. */
export interface Desk {
  readonly owner: LookupOwner;
  readonly jurisdiction: Jurisdiction;
  /** Of whose records a hit here tells: a clause that permits LINK/HIT from one of them lets it be told. */
  readonly controllers: readonly Controller[];
  /** Who confirms and approves. Whoever holds the role may: each decider has a deputy. */
  readonly deciders: readonly OrganisationRole[];
  /** Who agrees, or not, to what nobody releases alone. */
  readonly secondPersons: readonly OrganisationRole[];
}

/** The code of a desk in the graph (`LookupTarget`) and what it is (LOOKUP.md, section 3; XJ-LOOKUP). */
export const DESKS = {
  KNOWSLEY: {
    owner: 'knowsley-iom',
    jurisdiction: 'UK',
    controllers: ['kiom'],
    deciders: [{ organisation: 'kmbc', role: 'iom-coordinator' }],
    secondPersons: [{ organisation: 'merseyside-police', role: 'dpo' }],
  },
  SAFETY_HOUSE: {
    owner: 'safety-house',
    jurisdiction: 'NL',
    controllers: ['safety-house-partners'],
    deciders: [{ organisation: 'safety-house', role: 'process-manager' }],
    secondPersons: [{ organisation: 'safety-house', role: 'process-director' }],
  },
  ERI: {
    owner: 'eri',
    jurisdiction: 'IT',
    controllers: ['eri'],
    deciders: [{ organisation: 'eri', role: 'staff' }],
    secondPersons: [{ organisation: 'turin', role: 'dpo' }],
  },
} as const satisfies Record<string, Desk>;

export type DeskCode = keyof typeof DESKS;
export const DESK_CODES = Object.keys(DESKS) as readonly DeskCode[];

/** The desk of an owner of people. */
export function deskOf(owner: LookupOwner): Desk {
  return DESKS[deskCodeOf(owner)];
}

export function deskCodeOf(owner: LookupOwner): DeskCode {
  const code = DESK_CODES.find((each) => DESKS[each].owner === owner);
  if (code === undefined) throw new Error(`${owner} has no desk.`);
  return code;
}

/** The owner with which an organisation works, by its jurisdiction; undefined where nobody there holds people. */
export function ownerInJurisdiction(jurisdiction: Jurisdiction): LookupOwner | undefined {
  return DESK_CODES.map((code) => DESKS[code]).find((desk) => desk.jurisdiction === jurisdiction)?.owner;
}

/** Whether somebody of this organisation and role is one of these. */
export function isOneOf(roles: readonly OrganisationRole[], { organisation, role }: OrganisationRole): boolean {
  return roles.some((each) => each.organisation === organisation && each.role === role);
}
