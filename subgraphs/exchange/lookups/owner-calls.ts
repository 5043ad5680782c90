import { z } from 'zod';

import type { LookupOwner } from '../../common/peers/asker';
import type { PeerClient } from '../../common/peers/peer-client';
import { PeerRefused } from '../../common/peers/peer-errors';
import { lookupRefused } from '../../common/serving/owner-errors';
import { ASKING_DESK_PATHS } from '../../common/lookup/desk/asking-desk-routes';
import type { ReceivedGrant } from '../../common/lookup/desk/link-store';
import type { ApprovedAccess, DecidedHere, IdentityDecision, Release } from '../../common/lookup/desk/owner-desk';
import type { ReviewState } from '../../common/lookup/desk/review-store';
import { OWNER_DESK_PATHS } from '../../common/lookup/desk/owner-desk-routes';
import { type OrganisationId, ORGANISATIONS } from '../../../schema/organisations';
import type { Requester } from '../../../schema/requester';

/** What the exchange has owners do: each step is the owner's own to take, and to refuse. */
export interface OwnerCalls {
  review(target: LookupOwner, release: Release): Promise<{ readonly candidates: number }>;
  /** What the owner's review has come to: open where somebody else there still has to decide. */
  decideIdentity(target: LookupOwner, decision: IdentityDecision): Promise<{ readonly state: ReviewState }>;
  /** Of these lookups, those on which a person decides or agrees at the owner. */
  decides(owner: LookupOwner, by: Requester, lookups: readonly string[]): Promise<readonly DecidedHere[]>;
  grant(target: LookupOwner, approved: ApprovedAccess): Promise<void>;
  end(target: LookupOwner, request: string, by: Requester): Promise<void>;
  /** Tells the asker's owner what was granted, or that it ended. */
  received(owner: LookupOwner, grant: ReceivedGrant): Promise<void>;
  receivedEnd(owner: LookupOwner, request: string): Promise<void>;
  setTap(owner: LookupOwner, tap: { organisation: string; closed: boolean; by: Requester }): Promise<void>;
  /** Organisations working with an owner whose questions miss too often. */
  alarms(owner: LookupOwner): Promise<readonly OrganisationId[]>;
}

const reviewed = z.object({ state: z.enum(['OPEN', 'CONFIRMED', 'NOT_THE_SAME', 'REFUSED', 'WITHDRAWN']) });
const decided = z.object({ decides: z.array(z.object({ lookup: z.string(), hasSecondPerson: z.boolean() })) });
const done = z.object({ done: z.literal(true) });
const alarmed = z.object({ organisations: z.array(z.enum(Object.keys(ORGANISATIONS) as OrganisationId[])) });

/** Calls owners as a peer. What an owner refuses is told to whoever takes the step, with the owner's own words. */
export function ownerCalls(client: PeerClient): OwnerCalls {
  const ask: PeerClient['ask'] = async (...call) => {
    try {
      return await client.ask(...call);
    } catch (error) {
      throw error instanceof PeerRefused ? lookupRefused(error) : error;
    }
  };
  const tell = async (owner: LookupOwner, path: string, body: unknown): Promise<void> => {
    await ask(owner, path, body, done);
  };
  return {
    review: (target, release) =>
      ask(target, OWNER_DESK_PATHS.review, release, z.object({ candidates: z.int().nonnegative() })),
    decideIdentity: (target, decision) => ask(target, OWNER_DESK_PATHS.decideIdentity, decision, reviewed),
    decides: async (owner, by, lookups) =>
      lookups.length === 0 ? [] : (await ask(owner, OWNER_DESK_PATHS.decides, { by, lookups }, decided)).decides,
    grant: (target, approved) => tell(target, OWNER_DESK_PATHS.grant, approved),
    end: (target, request, by) => tell(target, OWNER_DESK_PATHS.end, { request, by }),
    received: (owner, grant) => tell(owner, ASKING_DESK_PATHS.received, grant),
    receivedEnd: (owner, request) => tell(owner, ASKING_DESK_PATHS.ended, { request }),
    setTap: (owner, tap) => tell(owner, OWNER_DESK_PATHS.tap, tap),
    alarms: async (owner) => (await ask(owner, OWNER_DESK_PATHS.alarms, {}, alarmed)).organisations,
  };
}
