// What the graph may do with lookups and access requests. Each method is one transaction; none waits for the network.
import { randomUUID } from 'node:crypto';

import type { DataCategory } from '../../../schema/categories';
import type { OwnerName } from '../../../schema/owners';
import {
  type AccessRequest,
  closeRequest,
  decideAsSecond,
  decideRequest,
  type Decision,
  isDecidedAlready,
  isSecondedAlready,
  type LookupOutcome,
  requestAt,
  requestAccess,
  withdrawGrant,
  withdrawRequest,
} from './access-request';
import { type HandleBinding, hashOfHandle, redeemHandle, type Redemption } from './handle';
import { isSameParty, isTakenAlready, type Party, stepLookup } from './lookup';
import type { Changed, FollowedLookup, KeptLookup, KeptRequest, LookupStore } from './lookup-store';
import type { LookupStep } from './transitions';

/** A lookup or request that is not there, or of which this person may not know: the two are told alike. */
export class NoSuchLookup extends Error {
  override readonly name = 'NoSuchLookup';

  constructor() {
    super('There is no such lookup or request of yours: give an id of myLookups or lookupInbox.');
  }
}

/** The lookup that a handle released, or why it released none: see redeemHandle. */
export type Redeemed =
  { readonly kind: 'REDEEMED'; readonly kept: KeptLookup } | Extract<Redemption, { readonly kind: 'REFUSED' }>;

export interface LookupDesk {
  /** What a handle would release, and releases nothing. */
  peek(handle: string, presented: HandleBinding): Promise<Redeemed>;
  /** What each step would come to, and takes none: an owner does its part in between. */
  readonly wouldBe: {
    stepLookup: LookupDesk['stepLookup'];
    decide: LookupDesk['decide'];
    decideSecond: LookupDesk['decideSecond'];
    withdraw: LookupDesk['withdraw'];
    close: LookupDesk['close'];
  };
  /**
   * Redeems a handle and releases its lookup, both or neither; of several at a time one succeeds. Where a comparison at
   * the owner found nobody, that is noted in the same moment: no person would ever end it.
   */
  redeem(handle: string, presented: HandleBinding, foundNobody?: Party): Promise<Redeemed>;
  /**
   * Any step but the release, for which there is the handle. Throws ImpossibleStep or NoSuchLookup, as all below. Taken
   * again by the same person, because an answer got lost, each of them stands as it was taken.
   */
  stepLookup(lookup: string, step: Exclude<LookupStep, 'expire' | 'release'>, by: Party): Promise<KeptLookup>;
  request(lookup: string, by: Party, categories: readonly DataCategory[]): Promise<KeptRequest>;
  decide(request: string, decision: Decision, by: Party): Promise<KeptRequest>;
  decideSecond(request: string, agrees: boolean, by: Party): Promise<KeptRequest>;
  /** The asker takes its request back, or the owner what it granted. */
  withdraw(request: string, by: Party): Promise<KeptRequest>;
  close(request: string, outcome: LookupOutcome, by: Party): Promise<KeptRequest>;
  /** What a person asked, as it is now, with its requests; the newest first. */
  ofAsker(party: Party): Promise<readonly FollowedLookup[]>;
  /** What was released to an owner, as it is now, with its requests; the newest first. */
  ofTarget(owner: OwnerName): Promise<readonly FollowedLookup[]>;
}

export function createLookupDesk(store: LookupStore): LookupDesk {
  const stepsThat = (take: boolean): LookupDesk['wouldBe'] => {
    const changed = <Row>(row: Row): Changed<Row, Row> => (take ? { stored: row, answer: row } : { answer: row });
    const changeRequest = (
      id: string,
      by: Party,
      isTaken: (request: AccessRequest, now: number) => boolean,
      change: (request: AccessRequest, now: number) => AccessRequest,
    ): Promise<KeptRequest> =>
      store.withRequest(id, (kept, now) => {
        if (kept === undefined || !isParty(kept.request, by)) throw new NoSuchLookup();
        if (isTaken(kept.request, now)) return { answer: kept };
        return changed({ ...kept, request: change(kept.request, now) });
      });
    return {
      stepLookup: (id, step, by) =>
        store.withLookup({ id }, (kept, now) => {
          const known = knownTo(kept, by);
          if (isTakenAlready(known.lookup, step, by, now)) return { answer: known };
          return changed({ ...known, lookup: stepLookup(known.lookup, step, by, now) });
        }),
      decide: (id, decision, by) =>
        changeRequest(
          id,
          by,
          (request, now) => isDecidedAlready(request, decision, by, now),
          (request, now) => decideRequest(request, decision, by, now),
        ),
      decideSecond: (id, agrees, by) =>
        changeRequest(
          id,
          by,
          (request, now) => isSecondedAlready(request, agrees, by, now),
          (request, now) => decideAsSecond(request, agrees, by, now),
        ),
      withdraw: (id, by) =>
        changeRequest(
          id,
          by,
          // Whoever took it back: nothing is shown any more.
          ({ state }) => state === 'WITHDRAWN',
          (request, now) => (by.owner === request.target ? withdrawGrant : withdrawRequest)(request, by, now),
        ),
      close: (id, outcome, by) =>
        changeRequest(
          id,
          by,
          (request) => request.state === 'CLOSED' && request.outcome === outcome && isSameParty(request.asker, by),
          (request, now) => closeRequest(request, outcome, by, now),
        ),
    };
  };
  const release =
    (take: boolean): LookupDesk['redeem'] =>
    (handle, presented, foundNobody) =>
      store.withLookup<Redeemed>({ handleHash: hashOfHandle(handle) }, (kept, now) => {
        const redemption = redeemHandle(kept?.handle, presented, now);
        if (redemption.kind === 'REFUSED') return { answer: redemption };
        if (kept === undefined) throw new NoSuchLookup();
        // The handle is bound to the person and organisation that asked: it is the asker who releases.
        const given = stepLookup(kept.lookup, 'release', kept.lookup.asker, now);
        const lookup = foundNobody === undefined ? given : stepLookup(given, 'sayNotTheSame', foundNobody, now);
        const stored = { ...kept, handle: redemption.record, lookup };
        return { ...(take ? { stored } : {}), answer: { kind: 'REDEEMED', kept: stored } };
      });

  return {
    ...stepsThat(true),
    wouldBe: stepsThat(false),
    redeem: release(true),
    peek: release(false),
    request: (lookup, by, categories) =>
      store.beginRequest(lookup, (kept, requests, now) => {
        const known = knownTo(kept, by);
        const request = requestAccess(known.lookup, by, categories, now);
        const waiting = requests.find((each) => isStillWaiting(each.request, request, now));
        if (waiting !== undefined) return { answer: waiting };
        const made = { id: randomUUID(), lookup: known.id, request, requestedAt: now };
        return { stored: made, answer: made };
      }),
    ofAsker: (party) => store.ofAsker(party),
    ofTarget: (owner) => store.ofTarget(owner),
  };
}

/** The same was requested, and nobody decided on it yet: whoever asks again did not hear of it. */
function isStillWaiting(kept: AccessRequest, asked: AccessRequest, now: number): boolean {
  if (requestAt(kept, now).state !== 'REQUESTED') return false;
  return JSON.stringify([...kept.requested].sort()) === JSON.stringify([...asked.requested].sort());
}

/** Its asker knows a lookup, and whoever works with the target once it was released; nobody else. */
function knownTo(kept: KeptLookup | undefined, by: Party): KeptLookup {
  if (kept === undefined || !isParty(kept.lookup, by)) throw new NoSuchLookup();
  if (by.owner === kept.lookup.target && kept.handle.usedAt === null) throw new NoSuchLookup();
  return kept;
}

function isParty({ asker, target }: { readonly asker: Party; readonly target: OwnerName }, by: Party): boolean {
  return by.owner === target || isSameParty(by, asker);
}
