import { type DataCategory, EXISTENCE_SENSITIVE } from '../../../schema/categories';
import type { OwnerName } from '../../../schema/owners';
import { isSameParty, type Lookup, lookupAt, mustBe, type Party } from './lookup';
import {
  follow,
  ImpossibleStep,
  REQUEST_ACTORS,
  REQUEST_TRANSITIONS,
  type RequestState,
  type RequestStep,
} from './transitions';

/** H1, H2: what the asker may do with what it receives, as the protocol has it. */
export type HandlingCode = 'H1' | 'H2';
/** What a lookup led to, as the asker tells it. */
export type LookupOutcome = 'LED_TO_ACTION' | 'NO_ACTION_NEEDED' | 'WRONG_PERSON';

/** Categories that nobody releases alone: special ones, and offences with what is scored by them (GDPR, Articles 9 and 10). */
const NEEDS_SECOND_PERSON: ReadonlySet<DataCategory> = new Set<DataCategory>([
  ...EXISTENCE_SENSITIVE,
  'DEMOGRAPHIC',
  'HEALTH',
  'FAMILY_CHILDREN',
  'OFFENCE',
  'RISK_SCORE',
]);

export interface Approval {
  readonly categories: readonly DataCategory[];
  readonly handlingCode: HandlingCode;
  readonly until: number;
  readonly by: Party;
  readonly second: Party | null;
}

/** What the asker requested after its lookup was confirmed. Instants are milliseconds. */
export interface AccessRequest {
  readonly state: RequestState;
  readonly asker: Party;
  readonly target: OwnerName;
  readonly timeBoxMs: number;
  readonly requested: readonly DataCategory[];
  readonly expiresAt: number;
  /** While AWAITING_SECOND: what is proposed. After it: what was approved. */
  readonly approval: Approval | null;
  readonly outcome: LookupOutcome | null;
}

/** What the asker may see of the person meanwhile. */
export interface Grant {
  readonly categories: readonly DataCategory[];
  readonly handlingCode: HandlingCode;
  readonly until: number;
}

export interface Decision {
  /** Of those requested; none of them is a refusal. */
  readonly categories: readonly DataCategory[];
  readonly handlingCode: HandlingCode;
  /** At most the protocol's time box after the decision. */
  readonly until: number;
}

/** Requests categories after a lookup that a person at the owner confirmed. */
export function requestAccess(
  lookup: Lookup,
  by: Party,
  categories: readonly DataCategory[],
  now: number,
): AccessRequest {
  const { state, asker, target, timeBoxMs, decidedBy } = lookupAt(lookup, now);
  if (state !== 'CONFIRMED' || decidedBy === null) {
    throw new ImpossibleStep(
      'Access is requested after a person at the owner confirmed the hit, and before that expires.',
    );
  }
  mustBe('ASKER', { asker, target }, by);
  if (categories.length === 0) throw new ImpossibleStep('A request names at least one category.');
  const requested = [...new Set(categories)];
  const expiresAt = now + timeBoxMs;
  return { state: 'REQUESTED', asker, target, timeBoxMs, requested, expiresAt, approval: null, outcome: null };
}

/** A request as it is at this moment: what has run out has expired, whether or not anybody noted it. */
export function requestAt(request: AccessRequest, now: number): AccessRequest {
  if (now < request.expiresAt || !('expire' in REQUEST_TRANSITIONS[request.state])) return request;
  return { ...request, state: 'EXPIRED' };
}

/** What is granted at this moment; undefined in every state but an approval that has not run out. */
export function grantAt(request: AccessRequest, now: number): Grant | undefined {
  const { state, approval } = requestAt(request, now);
  if (approval === null || (state !== 'APPROVED' && state !== 'APPROVED_IN_PART')) return undefined;
  return { categories: approval.categories, handlingCode: approval.handlingCode, until: approval.until };
}

/** The owner approves all, part or none; where special categories are among it, a second person has to agree. */
export function decideRequest(request: AccessRequest, decision: Decision, by: Party, now: number): AccessRequest {
  const current = requestAt(request, now);
  if (current.state === 'AWAITING_SECOND')
    throw new ImpossibleStep('One person has decided: a second one agrees or not.');
  const { handlingCode, until } = decision;
  const categories = current.requested.filter((category) => decision.categories.includes(category));
  const special = categories.some((category) => NEEDS_SECOND_PERSON.has(category));
  const next = step(current, special ? 'askSecond' : stepFor(current, categories), by);
  const unasked = decision.categories.find((category) => !current.requested.includes(category));
  if (unasked !== undefined) throw new ImpossibleStep(`${unasked} was not requested.`);
  // Said so that an instant that is none is refused, too.
  if (categories.length > 0 && !(until > now && until <= now + current.timeBoxMs)) {
    throw new ImpossibleStep(
      `An approval ends after now, and within the ${inDays(current.timeBoxMs)} of the protocol.`,
    );
  }
  return approved(next, { categories, handlingCode, until, by, second: null });
}

/** A second person at the owner agrees, or takes the special categories out of what is approved. */
export function decideAsSecond(request: AccessRequest, agrees: boolean, by: Party, now: number): AccessRequest {
  const current = requestAt(request, now);
  const { approval } = current;
  if (current.state !== 'AWAITING_SECOND' || approval === null) {
    throw new ImpossibleStep('No second decision is awaited.');
  }
  if (by.person === approval.by.person) throw new ImpossibleStep('The second person is another one than the first.');
  const categories = approval.categories.filter((category) => agrees || !NEEDS_SECOND_PERSON.has(category));
  return approved(step(current, stepFor(current, categories), by), { ...approval, categories, second: by });
}

export function withdrawRequest(request: AccessRequest, by: Party, now: number): AccessRequest {
  return step(requestAt(request, now), 'withdrawRequest', by);
}

/** The owner takes back what it approved: from this moment nothing is granted. */
export function withdrawGrant(request: AccessRequest, by: Party, now: number): AccessRequest {
  return step(requestAt(request, now), 'withdrawGrant', by);
}

/** The asker tells what came of it, and needs the access no longer. */
export function closeRequest(request: AccessRequest, outcome: LookupOutcome, by: Party, now: number): AccessRequest {
  return { ...step(requestAt(request, now), 'close', by), outcome };
}

/**
 * Whether a decision was taken already, by the same person and alike: its answer got lost, and it stands. Asked again it
 * is counted from a later moment, so that its end may differ by as much; another end is another decision.
 */
export function isDecidedAlready(request: AccessRequest, decision: Decision, by: Party, now: number): boolean {
  const { state, approval } = requestAt(request, now);
  if (!DECIDED.has(state) || approval === null || approval.second !== null || !isSameParty(approval.by, by)) {
    return false;
  }
  const { categories, handlingCode, until } = approval;
  if (!hasAll(categories, decision.categories) || !hasAll(decision.categories, categories)) return false;
  return (
    categories.length === 0 ||
    (handlingCode === decision.handlingCode && Math.abs(until - decision.until) < ASKED_AGAIN_WITHIN_MS)
  );
}

/** The same of the second person's word. */
export function isSecondedAlready(request: AccessRequest, agrees: boolean, by: Party, now: number): boolean {
  const { state, approval } = requestAt(request, now);
  const second = approval?.second ?? null;
  if (!DECIDED.has(state) || approval === null || second === null || !isSameParty(second, by)) return false;
  return agrees === approval.categories.some((category) => NEEDS_SECOND_PERSON.has(category));
}

const DECIDED: ReadonlySet<RequestState> = new Set(['AWAITING_SECOND', 'APPROVED', 'APPROVED_IN_PART', 'DECLINED']);
const ASKED_AGAIN_WITHIN_MS = 5 * 60_000;

const hasAll = (some: readonly DataCategory[], others: readonly DataCategory[]): boolean =>
  others.every((category) => some.includes(category));

function step(current: AccessRequest, name: Exclude<RequestStep, 'expire'>, by: Party): AccessRequest {
  mustBe(REQUEST_ACTORS[name], current, by);
  return { ...current, state: follow(REQUEST_TRANSITIONS, current.state, name, 'A request') };
}

function stepFor(
  { requested }: AccessRequest,
  categories: readonly DataCategory[],
): 'approveAll' | 'approvePart' | 'approveNone' {
  if (categories.length === 0) return 'approveNone';
  return categories.length === requested.length ? 'approveAll' : 'approvePart';
}

function approved(request: AccessRequest, approval: Approval): AccessRequest {
  if (request.state === 'DECLINED') return { ...request, approval };
  // What is proposed expires with what it would grant, and no later than the request.
  const expiresAt = request.state === 'AWAITING_SECOND' ? Math.min(request.expiresAt, approval.until) : approval.until;
  return { ...request, approval, expiresAt };
}

const inDays = (milliseconds: number): string => `${Math.round(milliseconds / 86_400_000)} days`;
