import { deskCodeOf } from '../../../common/lookup/desk/desks';
import type { FollowedLookup, KeptLookup, KeptRequest } from '../lookup-store';
import { AccessRequestSteps, LookupInbox, LookupSteps } from './lookup-steps';
import type { RequestedCategory } from './step-vocabularies';

type Requested = keyof typeof RequestedCategory;

/** A lookup as the graph has it. */
export function stepsAs(kept: KeptLookup | FollowedLookup): LookupSteps {
  const { state, asker, target, expiresAt } = kept.lookup;
  if (target === 'exchange') throw new Error('Nobody is looked up at the exchange.');
  return Object.assign(new LookupSteps(), {
    id: kept.id,
    target: deskCodeOf(target),
    askedBy: asker.organisation,
    state,
    expiresAt: new Date(expiresAt),
    requests: 'requests' in kept ? kept.requests.map(requestAs) : [],
  });
}

/** An access request as the graph has it. */
export function requestAs({ id, request, requestedAt }: KeptRequest): AccessRequestSteps {
  return Object.assign(new AccessRequestSteps(), {
    id,
    state: request.state,
    requested: request.requested as readonly Requested[],
    approved: (request.approval?.categories ?? []) as readonly Requested[],
    handlingCode: request.approval?.handlingCode ?? null,
    requestedAt: new Date(requestedAt),
    expiresAt: new Date(request.expiresAt),
    outcome: request.outcome,
  });
}

/** What waits at an owner, counted. */
export function inboxAs(lookups: readonly FollowedLookup[]): LookupInbox {
  const requests = lookups.flatMap((each) => each.requests);
  const inState = (state: string): number => requests.filter(({ request }) => request.state === state).length;
  return Object.assign(new LookupInbox(), {
    toConfirm: lookups.filter(({ lookup }) => lookup.state === 'RELEASED').length,
    toDecide: inState('REQUESTED'),
    toSecond: inState('AWAITING_SECOND'),
    lookups: lookups.map(stepsAs),
  });
}
