import type { LookupOwner } from '../../../../blinding/lookup-keys';
import type { HeldBy } from './review-store';
import type { Controller, Jurisdiction, OrganisationRole } from '../../../../schema/organisations';

/** Who takes an owner's part of a lookup. */
export interface Deciders {
  /** Who confirms and approves. Whoever holds the role may: each decider has a deputy. */
  readonly deciders: readonly OrganisationRole[];
  /** Who agrees, or not, to what nobody releases alone. */
  readonly secondPersons: readonly OrganisationRole[];
}

/** Where lookups are asked and answered: one desk for each owner of people. */
export interface Desk extends Deciders {
  readonly owner: LookupOwner;
  readonly jurisdiction: Jurisdiction;
  /** Of whose records a hit here tells: a clause that permits LINK/HIT from one of them lets it be told. */
  readonly controllers: readonly Controller[];
  /** Controllers of records here that decide themselves; on all other records those of the desk decide. */
  readonly byController: Readonly<Partial<Record<Controller, Deciders>>>;
}

/** The code of a desk in the graph (`LookupTarget`) and what it is (LOOKUP.md, section 3; XJ-LOOKUP). */
export const DESKS = {
  KNOWSLEY: {
    owner: 'knowsley-iom',
    jurisdiction: 'UK',
    controllers: ['kiom'],
    deciders: [{ organisation: 'kmbc', role: 'iom-coordinator' }],
    secondPersons: [{ organisation: 'merseyside-police', role: 'dpo' }],
    // The group `kiom` names no role that decides for it: the council's coordinator does. MALS releases what it holds by
    // its manager, and holds nothing that needs a second person.
    byController: { mals: { deciders: [{ organisation: 'mals', role: 'manager' }], secondPersons: [] } },
  },
  SAFETY_HOUSE: {
    owner: 'safety-house',
    jurisdiction: 'NL',
    controllers: ['safety-house-partners'],
    deciders: [{ organisation: 'safety-house', role: 'process-manager' }],
    secondPersons: [{ organisation: 'safety-house', role: 'process-director' }],
    byController: {},
  },
  ERI: {
    owner: 'eri',
    jurisdiction: 'IT',
    controllers: ['eri'],
    deciders: [{ organisation: 'eri', role: 'staff' }],
    secondPersons: [{ organisation: 'turin', role: 'dpo' }],
    byController: {},
  },
} as const satisfies Record<string, Desk>;

export type DeskCode = keyof typeof DESKS;
export const DESK_CODES = Object.keys(DESKS) as readonly DeskCode[];

/** The desk of an owner of people. */
export function deskOf(owner: LookupOwner): Desk {
  return DESKS[deskCodeOf(owner)];
}

/** Who decides on a record of this controller. */
export function decidersOn(desk: Desk, controller: string | undefined): Deciders {
  return Object.entries(desk.byController).find(([id]) => id === controller)?.[1] ?? desk;
}

/** On whose records somebody decides, or agrees as the second person. */
export function decidesFor(desk: Desk, by: OrganisationRole): HeldBy {
  const takesPart = ({ deciders, secondPersons }: Deciders): boolean => isOneOf([...deciders, ...secondPersons], by);
  const apart = Object.entries(desk.byController);
  return {
    apart: apart.map(([holder]) => holder),
    named: apart.flatMap(([holder, deciders]) => (takesPart(deciders) ? [holder] : [])),
    others: takesPart(desk),
  };
}

/** Everybody who decides on some record of an owner. */
export function everyDecider({ deciders, secondPersons, byController }: Desk): Deciders {
  const others = Object.values(byController);
  return {
    deciders: [...deciders, ...others.flatMap((each) => each.deciders)],
    secondPersons: [...secondPersons, ...others.flatMap((each) => each.secondPersons)],
  };
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
