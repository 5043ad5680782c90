import type { LookupKey } from '../../../../blinding/lookup-key';
import type { LookupOwner } from '../../../../blinding/lookup-keys';
import { openIdentity, SealNotOpened } from '../../../../blinding/seal-identity';
import { composeRecord } from '../../../../ledger/compose-record';
import type { LedgerWriter } from '../../../../ledger/ledger-writer';
import type { Identity } from '../../../../matching/identity';
import type { DataCategory } from '../../../../schema/categories';
import type { Requester } from '../../../../schema/requester';
import { badInput } from '../../serving/owner-errors';
import type { FoundCandidate } from '../find-candidates';
import { decidersOn, decidesFor, deskOf, isOneOf } from './desks';
import type { Asker } from '../../peers/asker';
import type { GrantStore } from './grant-store';
import { readReleased, sealedForLookup } from './released-identity';
import type { Review, ReviewedCandidate, ReviewState, ReviewStore } from './review-store';

/** What the desk of an owner that was asked works with. */
export interface OwnerDeskParts {
  readonly owner: LookupOwner;
  readonly reviews: ReviewStore;
  readonly grants: GrantStore;
  readonly ledger: LedgerWriter;
  /** The lookup keys to which an identity may be sealed, old ones included. */
  readonly keys: () => readonly LookupKey[];
  /** Who of this owner's people it may be, of those whom the organisation may find, compared in clear. */
  readonly findCandidates: (identity: Identity, organisation: string) => Promise<readonly FoundCandidate[]>;
  /** "These are two people": whom somebody sought, and one of this owner's. */
  readonly rememberNotSame: (sought: Identity, subject: string, by: string) => Promise<void>;
  /** Lets a partner's questions through no longer, or again. */
  readonly turnTap: (organisation: string, closed: boolean, by: string) => Promise<void>;
  /** Organisations that work here and whose questions miss too often. */
  readonly missingTooOften: () => Promise<readonly string[]>;
  readonly now: () => Date;
}

/** An asker released whom it seeks, after a hit. */
export interface Release {
  readonly lookup: string;
  readonly asker: Asker;
  readonly protocol: string;
  readonly handleHash: string;
  readonly sealed: string;
  readonly expiresAt: Date;
}

/** What a person here decided on a review. */
export interface IdentityDecision {
  readonly lookup: string;
  readonly by: Requester;
  readonly decision: 'CONFIRM' | 'NOT_THE_SAME' | 'REFUSE';
  /** The person whom the record is about; needed to confirm. */
  readonly subject?: string | undefined;
}

/** A lookup on which somebody decides or agrees, and whether there is a second person for what needs one. */
export interface DecidedHere {
  readonly lookup: string;
  readonly hasSecondPerson: boolean;
}

/** An approval that holds: by one person, or by two. */
export interface ApprovedAccess {
  readonly request: string;
  readonly lookup: string;
  readonly asker: Pick<Asker, 'person' | 'organisation'>;
  /** Who takes this step: the only one who decided, or the second. */
  readonly by: Requester;
  readonly approvedBy: string;
  readonly secondBy: string | null;
  readonly categories: readonly DataCategory[];
  readonly handlingCode: string;
  readonly until: Date;
}

const STATES = {
  CONFIRM: 'CONFIRMED',
  NOT_THE_SAME: 'NOT_THE_SAME',
  REFUSE: 'REFUSED',
} as const satisfies Record<IdentityDecision['decision'], ReviewState>;

/** The owner that was asked: opens what was released to it, has a person decide, and keeps what was granted. */
export class OwnerDesk {
  constructor(private readonly parts: OwnerDeskParts) {}

  /** How many people here it may be; nobody is not shown to anybody. Who asked is on record here from now on. */
  async review({ lookup, asker, protocol, handleHash, sealed, expiresAt }: Release): Promise<{ candidates: number }> {
    const { owner, reviews, keys, findCandidates, now } = this.parts;
    const identity = readReleased(
      await openIdentity(sealed, sealedForLookup(handleHash, asker, owner), keys()).catch((error: unknown) => {
        if (error instanceof SealNotOpened) throw badInput(error.message);
        throw error;
      }),
    );
    if (identity === undefined) throw badInput('What was released is no identity.');
    const { subject: foreignSubject, ...sought } = identity;
    const found = await findCandidates(sought, asker.organisation);
    const candidates = found.flatMap(({ subject, band, bits, explanations, heldBy }): ReviewedCandidate[] =>
      band === 'NONE' ? [] : [{ subject, band, bits, explanations, heldBy }],
    );
    await this.record(asker, protocol, 'own-lookups', new Map(candidates.map(({ subject }) => [subject, HIT])));
    if (candidates.length > 0) {
      const openedAt = now();
      const kept = { id: lookup, asker, protocol, sought: identity, foreignSubject, candidates, openedAt, expiresAt };
      await reviews.open(kept);
    }
    return { candidates: candidates.length };
  }

  /** The reviews that wait, for who decides here, each with the candidates on whose records that person decides. */
  async waiting(by: Requester, first: number): Promise<readonly Review[]> {
    const { owner, reviews, now } = this.parts;
    const waiting = await reviews.waiting(now(), first, decidesFor(deskOf(owner), by));
    return waiting.map((review) => ({
      ...review,
      candidates: this.candidatesOf(review, by, 'any').filter(({ answer }) => answer === undefined),
    }));
  }

  /** Of these lookups, those on which this person decides or agrees here; one that found nobody is the desk's. */
  async decides(by: Requester, lookups: readonly string[]): Promise<readonly DecidedHere[]> {
    const { owner, reviews } = this.parts;
    const desk = deskOf(owner);
    const known = new Map((await reviews.findAll(lookups)).map((review) => [review.id, review]));
    return lookups.flatMap((lookup): readonly DecidedHere[] => {
      const review = known.get(lookup);
      const holders = review === undefined ? [undefined] : recordsOf(review).map(({ heldBy }) => heldBy);
      const decided = holders.map((holder) => decidersOn(desk, holder));
      if (!decided.some(({ deciders, secondPersons }) => isOneOf([...deciders, ...secondPersons], by))) return [];
      return [{ lookup, hasSecondPerson: decided.every(({ secondPersons }) => secondPersons.length > 0) }];
    });
  }

  /**
   * A person here decides whether it is the same person; throws BAD_INPUT where that cannot be. What the review has come
   * to: it stays open while somebody else here has candidates of their own to decide on.
   */
  async decideIdentity({ lookup, by, decision, subject }: IdentityDecision): Promise<{ state: ReviewState }> {
    const { reviews, rememberNotSame, now } = this.parts;
    const review = await reviews.find(lookup);
    const mine = review === undefined ? [] : this.candidatesOf(review, by, 'deciders');
    if (review === undefined || mine.length === 0) throw badInput('There is no such lookup to decide on here.');
    refuseOwnOrganisation(review, by);
    const confirmed = decision === 'CONFIRM' ? (subject ?? '') : null;
    if (confirmed !== null && !mine.some((each) => each.subject === confirmed)) {
      throw badInput('"candidate" names nobody of this review: give the id of the person whom you confirm.');
    }
    const answer = decision === 'CONFIRM' ? undefined : STATES[decision];
    // Asked again, because the answer got lost: it stands.
    const isAnswered = answer !== undefined && mine.every((each) => each.answer === answer);
    if (isAnswered || (review.state === STATES[decision] && review.subject === confirmed))
      return { state: review.state };
    if (mine.every((each) => each.answer !== undefined)) {
      throw badInput('This lookup was decided on already, for the records that you decide on.');
    }
    const about = new Map(confirmed === null ? [] : [[confirmed, DECIDED]]);
    await this.record(by, review.protocol, 'reviews', about);
    if (decision === 'NOT_THE_SAME' && review.sought !== null) {
      for (const candidate of mine) await rememberNotSame(review.sought, candidate.subject, by.person);
    }
    const candidates = review.candidates.map((each) =>
      answer !== undefined && mine.includes(each) ? { ...each, answer } : each,
    );
    const state = confirmed === null ? stateOf(candidates) : 'CONFIRMED';
    if (!(await reviews.decide(review, { state, candidates, by: by.person, subject: confirmed, now: now() }))) {
      throw badInput('This lookup was decided on already, or its time has run out.');
    }
    return { state };
  }

  /** Grants what was approved: on record before it is granted. */
  async grant({ request, lookup, asker, by, ...approved }: ApprovedAccess): Promise<void> {
    const { owner, reviews, grants, now } = this.parts;
    const { approvedBy, secondBy } = approved;
    const review = await reviews.find(lookup);
    if (review?.state !== 'CONFIRMED' || review.subject === null) {
      throw badInput('Nobody confirmed this lookup here, so that nothing can be granted.');
    }
    const { protocol, subject } = review;
    const { deciders, secondPersons } = decidersOn(deskOf(owner), recordsOf(review)[0]?.heldBy);
    const decides = secondBy === null ? isOneOf(deciders, by) : isOneOf(secondPersons, by) && secondBy !== approvedBy;
    if (!decides || by.person !== (secondBy ?? approvedBy)) {
      throw badInput('Only who decides at the owner that was asked can grant access.');
    }
    refuseOwnOrganisation(review, by);
    if (review.asker.person !== asker.person || review.asker.organisation !== asker.organisation) {
      throw badInput('This lookup was confirmed for another asker.');
    }
    await this.record(by, protocol, 'own-lookups', new Map([[subject, GRANTED]]));
    if (!(await grants.keep({ ...approved, id: request, lookup, asker: review.asker, approvedAt: now() }))) {
      throw badInput('What was granted on this request has ended. Decline it: the asker can request anew.');
    }
  }

  /** Ends what was granted, taken back by the owner or closed by the asker. */
  async end(request: string, by: Requester): Promise<void> {
    const { grants, now } = this.parts;
    const subject = await grants.end(request, now());
    if (subject !== undefined) await this.record(by, undefined, undefined, new Map([[subject, ENDED]]));
  }

  /** A person who decides here closes the tap to a partner, or opens it. */
  async setTap({ organisation, closed, by }: { organisation: string; closed: boolean; by: Requester }): Promise<void> {
    const { owner, turnTap } = this.parts;
    const { deciders, secondPersons } = deskOf(owner);
    if (!isOneOf([...deciders, ...secondPersons], by)) throw badInput('Only who decides at an owner closes its tap.');
    await turnTap(organisation, closed, by.person);
  }

  /** Organisations that work here and whose questions elsewhere miss so often that somebody should look. */
  alarms(): Promise<readonly string[]> {
    return this.parts.missingTooOften();
  }

  /** The candidates on whose records somebody decides, or (any) also agrees as the second person. */
  private candidatesOf({ candidates }: Review, by: Requester, as: 'deciders' | 'any'): readonly ReviewedCandidate[] {
    const desk = deskOf(this.parts.owner);
    return candidates.filter(({ heldBy }) => {
      const { deciders, secondPersons } = decidersOn(desk, heldBy);
      return isOneOf(as === 'deciders' ? deciders : [...deciders, ...secondPersons], by);
    });
  }

  private async record(
    requester: Requester,
    protocol: string | undefined,
    clause: string | undefined,
    subjects: ReadonlyMap<string, typeof HIT>,
  ): Promise<void> {
    const [id] = protocol?.split('@') ?? [];
    await this.parts.ledger.append(
      composeRecord({
        requester,
        now: this.parts.now(),
        protocols: new Set(protocol === undefined ? [] : [protocol]),
        clauses: new Set(id === undefined || clause === undefined ? [] : [`${id}/${clause}`]),
        subjects,
        rowCount: 0,
        outcome: subjects.size > 0 ? 'disclosed' : 'withheld',
      }),
    );
  }
}

/** The records that a review is still about: of one that was confirmed, that one. */
function recordsOf({ subject, candidates }: Review): readonly Pick<ReviewedCandidate, 'heldBy'>[] {
  return subject === null ? candidates : candidates.filter((each) => each.subject === subject);
}

/** Nobody decides on what the own organisation asks. */
function refuseOwnOrganisation({ asker }: Review, by: Requester): void {
  if (asker.organisation === by.organisation) throw badInput('Nobody decides on what the own organisation asks.');
}

/** What a review has come to that nobody confirmed: whoever refuses to say is not overruled by who says no. */
function stateOf(candidates: readonly ReviewedCandidate[]): Exclude<ReviewState, 'CONFIRMED' | 'WITHDRAWN'> {
  if (candidates.some(({ answer }) => answer === undefined)) return 'OPEN';
  return candidates.some(({ answer }) => answer === 'REFUSED') ? 'REFUSED' : 'NOT_THE_SAME';
}

/** What the ledger has of each step about a person here: the coordinate by which it was taken. */
const step = (coordinate: string) => ({ disclosed: new Set([coordinate]), withheld: new Set<string>() });
const HIT = step('Mutation.confirmIdentity');
const DECIDED = step('Mutation.decideIdentity');
const GRANTED = step('Mutation.decideAccess');
const ENDED = step('Mutation.closeRequest');
