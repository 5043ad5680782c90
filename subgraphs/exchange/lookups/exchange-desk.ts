import { z } from 'zod';

import type { DataCategory } from '../../../schema/categories';
import { isOrganisation, type OrganisationId } from '../../../schema/organisations';
import type { Requester } from '../../../schema/requester';
import type { AdequacyDecision } from '../../common/lookup/grants/adequacy';
import { protocolFor } from '../../common/lookup/desk/ask-elsewhere';
import {
  type Deciders,
  DESK_CODES,
  type DeskCode,
  deskOf,
  DESKS,
  everyDecider,
  isOneOf,
  ownerInJurisdiction,
} from '../../common/lookup/desk/desks';
import type { Agreements } from '../../common/serving/agreements';
import type { LookupOwner } from '../../common/peers/asker';
import { badInput } from '../../common/serving/owner-errors';
import type { DecidedHere } from '../../common/lookup/desk/owner-desk';
import type { ReviewState } from '../../common/lookup/desk/review-store';
import type { HandlingCode, LookupOutcome } from './access-request';
import { endOfApproval } from './end-of-approval';
import type { Party } from './lookup';
import { type LookupDesk, NoSuchLookup, type Redeemed } from './lookup-desk';
import type { FollowedLookup, KeptLookup, KeptRequest } from './lookup-store';
import type { OwnerCalls } from './owner-calls';
import { ImpossibleStep } from './transitions';

export interface ExchangeDeskParts {
  readonly desk: LookupDesk;
  readonly owners: OwnerCalls;
  readonly adequacy: readonly AdequacyDecision[];
  readonly timeBoxMs: number;
  /** Whether what is approved may last less than a day: see endOfApproval. */
  readonly ofMoments: boolean;
  readonly now: () => Date;
  /** Calendar date at the exchange. */
  readonly today: () => string;
}

/** An organisation whose questions miss so often that somebody should look: who tries out a dictionary hardly ever hits. */
export interface LookupAlarm {
  readonly organisation: OrganisationId;
  /** Where the organisation works, and its questions are counted. */
  readonly desk: DeskCode;
}

/** As much as an owner takes (owner-desk-routes.ts). */
const LONGEST_RELEASE = 10_000;
const LONGEST_ID = 200;

const ONLY_DECIDERS = 'Only who decides at the owner that was asked can do this (docs/lookup.md).';
/** What a review at the owner has come to, as a step here; undefined where it still waits for somebody. */
const STEP_OF_REVIEW: Readonly<Record<ReviewState, 'confirm' | 'sayNotTheSame' | 'refuse' | undefined>> = {
  OPEN: undefined,
  CONFIRMED: 'confirm',
  NOT_THE_SAME: 'sayNotTheSame',
  REFUSED: 'refuse',
  WITHDRAWN: undefined,
};
const UNKNOWN_HANDLE = 'This handle is unknown: it is good for whoever asked, at the owner that was asked.';
const REFUSED_HANDLE: Readonly<Record<'UNKNOWN' | 'EXPIRED' | 'USED', string>> = {
  UNKNOWN: UNKNOWN_HANDLE,
  EXPIRED: 'This handle has expired: it is good for 15 minutes. Ask again.',
  USED: 'This handle was used already: the identity was released. Follow it by myLookups.',
};

/**
 * The steps of lookups as requesters take them. An owner takes its part first, which can be asked of it again; only then
 * is the step noted here: whatever ends in between, the same step taken once more goes through.
 */
export class ExchangeDesk {
  constructor(private readonly parts: ExchangeDeskParts) {}

  async ofAsker(requester: Requester): Promise<readonly FollowedLookup[]> {
    return this.parts.desk.ofAsker(partyOf(requester));
  }

  /** What was released to the requester's owner and this person decides on; undefined for whoever decides nothing there. */
  async inboxOf(requester: Requester): Promise<readonly FollowedLookup[] | undefined> {
    const { owner } = partyOf(requester);
    const { deciders, secondPersons } = everyDecider(deskOf(owner));
    if (!isOneOf([...deciders, ...secondPersons], requester)) return undefined;
    const lookups = await this.parts.desk.ofTarget(owner);
    const decides = await this.parts.owners.decides(
      owner,
      requester,
      lookups.map(({ id }) => id),
    );
    const decided = new Set(decides.map(({ lookup }) => lookup));
    return lookups.filter(({ id }) => decided.has(id));
  }

  async confirmIdentity(
    { target: code, handle, release }: { target: DeskCode; handle: string; release: string },
    requester: Requester,
    { decide, now }: Agreements,
  ): Promise<KeptLookup> {
    const { desk, owners, adequacy, today } = this.parts;
    if (release === '' || release.length > LONGEST_RELEASE) {
      throw badInput('"release" is none: give the release of the same hit as the handle, as it was.');
    }
    const target = DESKS[code].owner;
    const protocol = protocolFor(DESKS[code], requester, decide, now, today(), adequacy);
    if (protocol === undefined) throw badInput(UNKNOWN_HANDLE);
    const { person, organisation, purpose } = requester;
    const binding = { person, organisation, purpose, protocol, target };
    const { kept } = released(await desk.peek(handle, binding));
    const { candidates } = await owners.review(target, {
      lookup: kept.id,
      asker: { ...requester, owner: partyOf(requester).owner },
      protocol,
      handleHash: kept.handle.hash,
      sealed: release,
      expiresAt: new Date(this.parts.now().getTime() + this.parts.timeBoxMs),
    });
    // Compared in clear it is nobody there: no person needs to look.
    const foundNobody: Party | undefined =
      candidates > 0
        ? undefined
        : { person: 'comparison', organisation: DESKS[code].deciders[0].organisation, owner: target };
    return released(await desk.redeem(handle, binding, foundNobody)).kept;
  }

  async decideIdentity(
    input: { lookup: string; decision: 'CONFIRM' | 'NOT_THE_SAME' | 'REFUSE'; candidate?: string | null },
    by: Requester,
  ): Promise<KeptLookup> {
    const { desk, owners } = this.parts;
    const party = this.deciding(by, ({ deciders }) => deciders);
    const lookup = uuid('lookup', input.lookup);
    const step = ({ CONFIRM: 'confirm', NOT_THE_SAME: 'sayNotTheSame', REFUSE: 'refuse' } as const)[input.decision];
    await told(desk.wouldBe.stepLookup(lookup, step, party));
    // What is no id names nobody, as the owner will say.
    const subject = input.candidate?.slice(0, LONGEST_ID) || undefined;
    const { state } = await owners.decideIdentity(party.owner, { lookup, by, decision: input.decision, subject });
    // While somebody else there has to decide on other records, the lookup stays as it is; what they all say may differ.
    const ended = STEP_OF_REVIEW[state];
    if (ended !== undefined) return told(desk.stepLookup(lookup, ended, party));
    const waiting = (await desk.ofTarget(party.owner)).find(({ id }) => id === lookup);
    if (waiting === undefined) throw badInput(new NoSuchLookup().message);
    return waiting;
  }

  async requestAccess(lookup: string, categories: readonly DataCategory[], by: Requester): Promise<KeptRequest> {
    return told(this.parts.desk.request(uuid('lookup', lookup), partyOf(by), categories));
  }

  async decideAccess(
    input: {
      request: string;
      categories: readonly DataCategory[];
      duration?: string | null;
      handlingCode?: HandlingCode | null;
    },
    by: Requester,
  ): Promise<KeptRequest> {
    const { desk, timeBoxMs, ofMoments } = this.parts;
    const party = this.deciding(by, ({ deciders }) => deciders);
    const now = this.parts.now();
    const { categories, handlingCode } = input;
    if (categories.length > 0 && (handlingCode ?? null) === null) {
      throw badInput('"handlingCode" is needed where anything is approved: give H1 or H2.');
    }
    const decision = {
      categories,
      handlingCode: handlingCode ?? 'H1',
      until: endOfApproval(input.duration, { now, timeBoxMs, ofMoments }).getTime(),
    };
    const id = uuid('request', input.request);
    const wouldBe = await told(desk.wouldBe.decide(id, decision, party));
    const { hasSecondPerson } = await this.decidedBy(by, party.owner, wouldBe.lookup);
    if (wouldBe.request.state === 'AWAITING_SECOND' && !hasSecondPerson) {
      throw badInput(
        'No second person is named for this record: leave out what needs one, offences and risk among it.',
      );
    }
    await this.grant(wouldBe, by, null);
    return told(desk.decide(id, decision, party));
  }

  async decideAsSecond(request: string, agrees: boolean, by: Requester): Promise<KeptRequest> {
    const { desk } = this.parts;
    const party = this.deciding(by, ({ secondPersons }) => secondPersons);
    const id = uuid('request', request);
    const wouldBe = await told(desk.wouldBe.decideSecond(id, agrees, party));
    await this.decidedBy(by, party.owner, wouldBe.lookup);
    await this.grant(wouldBe, by, by.person);
    return told(desk.decideSecond(id, agrees, party));
  }

  /**
   * First the owner, where nothing is shown from then on; then the state. Also where the asker takes back what nobody has
   * approved here: the owner may have granted it in a moment after which the approval was not noted any more.
   */
  async withdraw(request: string, by: Requester): Promise<KeptRequest> {
    const { desk } = this.parts;
    const id = uuid('request', request);
    const party = partyOf(by);
    const { lookup, request: known } = await told(desk.wouldBe.withdraw(id, party));
    if (party.owner === known.target) {
      this.deciding(by, ({ deciders }) => deciders);
      await this.decidedBy(by, party.owner, lookup);
    }
    await this.end(known, id, by);
    return told(desk.withdraw(id, party));
  }

  async close(request: string, outcome: LookupOutcome, by: Requester): Promise<KeptRequest> {
    const { desk } = this.parts;
    const id = uuid('request', request);
    const party = partyOf(by);
    const { request: known } = await told(desk.wouldBe.close(id, outcome, party));
    await this.end(known, id, by);
    return told(desk.close(id, outcome, party));
  }

  async setTap({ organisation, closed }: { organisation: string; closed: boolean }, by: Requester): Promise<void> {
    const { owner } = partyOf(by);
    const { deciders, secondPersons } = deskOf(owner);
    // A tap is the whole owner's.
    if (!isOneOf([...deciders, ...secondPersons], by)) throw badInput(ONLY_DECIDERS);
    if (!isOrganisation(organisation)) {
      throw badInput(`"organisation" ${JSON.stringify(organisation)} is none: give the id of a partner, as nps.`);
    }
    await this.parts.owners.setTap(owner, { organisation, closed, by });
  }

  /**
   * Organisations of all jurisdictions whose questions miss too often, for the officers who are second persons at an
   * owner; undefined for anybody else. It is counted by each organisation's own owner: no owner learns of single misses
   * at it, nor whether it was the one that was asked.
   */
  async alarms(by: Requester): Promise<readonly LookupAlarm[] | undefined> {
    const { owner } = partyOf(by);
    if (!isOneOf(deskOf(owner).secondPersons, by)) return undefined;
    const alarms = await Promise.all(
      DESK_CODES.map(async (desk) =>
        (await this.parts.owners.alarms(DESKS[desk].owner)).map((organisation) => ({ desk, organisation })),
      ),
    );
    return alarms.flat();
  }

  /**
   * An approval that holds is granted by the owner and told to the asker's before it is noted. A refusal grants nothing,
   * and ends what the owner granted in a moment after which an approval was not noted any more.
   */
  private async grant({ id, lookup, request }: KeptRequest, by: Requester, secondBy: string | null): Promise<void> {
    const { owners } = this.parts;
    const { state, approval, asker, target } = request;
    if (state === 'DECLINED') await this.end(request, id, by);
    if (approval === null || (state !== 'APPROVED' && state !== 'APPROVED_IN_PART')) return;
    const { categories, handlingCode } = approval;
    const granted = { request: id, lookup, categories, handlingCode, until: new Date(approval.until) };
    await owners.grant(ownerOfPeople(target), {
      ...granted,
      asker: { person: asker.person, organisation: asker.organisation },
      by,
      approvedBy: approval.by.person,
      secondBy,
    });
    await owners.received(ownerOfPeople(asker.owner), granted);
  }

  /** First where it was granted, so that nothing is shown from then on; then where it was received. */
  private async end({ asker, target }: KeptRequest['request'], id: string, by: Requester): Promise<void> {
    const { owners } = this.parts;
    await owners.end(ownerOfPeople(target), id, by);
    await owners.receivedEnd(ownerOfPeople(asker.owner), id);
  }

  /** Whoever decides on some record of the own owner; on which ones, that owner knows: see decidedBy. */
  private deciding(
    by: Requester,
    rolesOf: (everybody: Deciders) => Deciders['deciders'],
  ): Party & { readonly owner: LookupOwner } {
    const party = partyOf(by);
    if (!isOneOf(rolesOf(everyDecider(deskOf(party.owner))), by)) throw badInput(ONLY_DECIDERS);
    return party;
  }

  /** That this person decides on the record of this lookup; to anybody else there is no such lookup. */
  private async decidedBy(by: Requester, owner: LookupOwner, lookup: string): Promise<DecidedHere> {
    const [decided] = await this.parts.owners.decides(owner, by, [lookup]);
    if (decided === undefined) throw badInput(new NoSuchLookup().message);
    return decided;
  }
}

function partyOf({ person, organisation, jurisdiction }: Requester): Party & { readonly owner: LookupOwner } {
  const owner = ownerInJurisdiction(jurisdiction);
  if (owner === undefined) throw badInput('Nobody of this organisation takes part in lookups.');
  return { person, organisation, owner };
}

function ownerOfPeople(target: Party['owner']): LookupOwner {
  if (target === 'exchange') throw new Error('Nobody is looked up at the exchange.');
  return target;
}

function released(redeemed: Redeemed): Extract<Redeemed, { kind: 'REDEEMED' }> {
  if (redeemed.kind === 'REDEEMED') return redeemed;
  throw badInput(REFUSED_HANDLE[redeemed.told]);
}

/** A step that cannot be taken is the caller's to mend. */
async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ImpossibleStep || error instanceof NoSuchLookup) throw badInput(error.message);
    throw error;
  }
}

function uuid(name: string, value: string): string {
  if (!z.uuid().safeParse(value).success)
    throw badInput(`"${name}" is no id of ours: give the id that the graph gave.`);
  return value;
}
