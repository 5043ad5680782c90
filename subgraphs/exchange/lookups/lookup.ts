import type { OrganisationId } from '../../../schema/organisations';
import type { OwnerName } from '../../../schema/owners';
import { HANDLE_LIVES_MS } from './handle';
import {
  type Actor,
  follow,
  ImpossibleStep,
  LOOKUP_ACTORS,
  LOOKUP_TRANSITIONS,
  type LookupState,
  type LookupStep,
} from './transitions';

/** Somebody who takes a step: a person, for an organisation that works with this owner. */
export interface Party {
  readonly person: string;
  readonly organisation: OrganisationId;
  readonly owner: OwnerName;
}

/** A hit and what became of it. Nothing here tells who is sought. Instants are milliseconds. */
export interface Lookup {
  readonly state: LookupState;
  readonly asker: Party;
  readonly target: OwnerName;
  /** How long the owner may take to decide, and the asker after that to request: the protocol's time box. */
  readonly timeBoxMs: number;
  readonly expiresAt: number;
  /** The person at the owner who decided. */
  readonly decidedBy: Party | null;
}

/** Begins with a hit. Who may decide for the target is the graph's to say; that it is another owner is said here. */
export function beginLookup(asker: Party, target: OwnerName, timeBoxMs: number, now: number): Lookup {
  if (asker.owner === target)
    throw new ImpossibleStep('Nobody looks up people at the own owner: they are in the graph.');
  return { state: 'ASKED', asker, target, timeBoxMs, expiresAt: now + HANDLE_LIVES_MS, decidedBy: null };
}

/** A lookup as it is at this moment: what has run out has expired, whether or not anybody noted it. */
export function lookupAt(lookup: Lookup, now: number): Lookup {
  if (now < lookup.expiresAt || !('expire' in LOOKUP_TRANSITIONS[lookup.state])) return lookup;
  return { ...lookup, state: 'EXPIRED' };
}

/** Whether this very person has taken a step of the owner's already, so that it stands. */
export function isTakenAlready(lookup: Lookup, step: Exclude<LookupStep, 'expire'>, by: Party, now: number): boolean {
  const { state, decidedBy } = lookupAt(lookup, now);
  if (LOOKUP_ACTORS[step] !== 'OWNER' || decidedBy === null || !isSameParty(decidedBy, by)) return false;
  return (LOOKUP_TRANSITIONS.RELEASED as Readonly<Record<string, LookupState>>)[step] === state;
}

export const isSameParty = (one: Party, other: Party): boolean =>
  one.person === other.person && one.organisation === other.organisation && one.owner === other.owner;

/** Takes a step; throws ImpossibleStep. */
export function stepLookup(lookup: Lookup, step: Exclude<LookupStep, 'expire'>, by: Party, now: number): Lookup {
  const current = lookupAt(lookup, now);
  mustBe(LOOKUP_ACTORS[step], current, by);
  const state = follow(LOOKUP_TRANSITIONS, current.state, step, 'A lookup');
  const decidedBy = LOOKUP_ACTORS[step] === 'OWNER' ? by : current.decidedBy;
  // Each stage has the whole time box: for the owner to decide, and then for the asker to request.
  return { ...current, state, expiresAt: now + current.timeBoxMs, decidedBy };
}

/** Throws ImpossibleStep where a step is not this person's. */
export function mustBe(
  actor: Exclude<Actor, 'CLOCK'>,
  { asker, target }: Pick<Lookup, 'asker' | 'target'>,
  by: Party,
): void {
  switch (actor) {
    case 'ASKER':
      if (isSameParty(by, asker)) return;
      throw new ImpossibleStep('Only who asked can do this.');
    case 'OWNER':
      if (by.owner === target) return;
      throw new ImpossibleStep('Only a person at the owner that was asked can do this.');
  }
}
