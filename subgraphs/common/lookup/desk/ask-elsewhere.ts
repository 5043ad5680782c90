import type { LookupOwner } from '../../../../blinding/lookup-keys';
import type { Decider } from '../../../../protocols/decide';
import type { Decision } from '../../../../protocols/decision';
import type { Identity } from '../../../../matching/identity';
import type { Requester } from '../../../../schema/requester';
import { atFixedTime } from '../fixed-answer-time';
import type { AdequacyDecision } from '../grants/adequacy';
import { type Desk, type DeskCode, DESKS } from './desks';
import type { ExchangeCalls } from './exchange-calls';
import type { ToldHit } from './link-store';
import { type Hit, lookUpPerson } from './look-up-person';

/** What an owner works with whose people ask elsewhere. */
export interface AskingParts {
  readonly owner: LookupOwner;
  readonly exchange: ExchangeCalls;
  readonly adequacy: readonly AdequacyDecision[];
  /** The step in which answers leave, in milliseconds. */
  readonly answerEveryMs: number;
  /** Whether this asker may ask once more; throws where not, with the time to wait. */
  admit(requester: Requester, identity: Identity): Promise<void>;
  noteOutcome(requester: Requester, isHit: boolean): Promise<void>;
  /** Keeps that there was a hit, for what may be granted on it; before it is told. */
  noteHit(hit: ToldHit): Promise<void>;
}

/** One question of an officer, at one or more owners. */
export interface AskedElsewhere {
  readonly requester: Requester;
  /** Other owners. */
  readonly targets: readonly DeskCode[];
  readonly identity: Identity;
  readonly subject: string;
  readonly decide: Decider;
  readonly now: Date;
  /** Calendar date at the asker's owner. */
  readonly today: string;
  /** When the question came in, by `performance.now()`. */
  readonly askedAt: number;
}

/** Whom nobody seeks: every key of it is a filler, so that it costs the same and finds nobody. */
const NOBODY: Identity = { givenName: null, familyName: null, aliases: [], birthDate: null, birthPlace: null };

/**
 * Asks each owner whether it knows somebody. No agreement, no consent and no hit are the same undefined, at the same
 * moment after the question and after the same work; an owner that cannot be asked rejects.
 */
export async function askElsewhere(
  parts: AskingParts,
  question: AskedElsewhere,
): Promise<ReadonlyMap<DeskCode, Promise<Hit | undefined>>> {
  const { requester, identity, subject, decide, now, today, askedAt } = question;
  await parts.admit(requester, identity);
  const asker = { ...requester, owner: parts.owner };
  const answers = new Map(
    [...new Set(question.targets)].map((code) => {
      const target = DESKS[code].owner;
      const protocol = protocolFor(DESKS[code], requester, decide, now, today, parts.adequacy);
      const sought = protocol === undefined ? NOBODY : identity;
      const begun = (lookup: string): Promise<void> => parts.noteHit({ lookup, asker, target, subject });
      const asked = { asker, target, identity: sought, subject, protocol: protocol ?? '', begun };
      const answer = atFixedTime(askedAt, parts.answerEveryMs, () => lookUpPerson(asked, parts.exchange));
      // It is awaited by the field of the answer, or not at all.
      answer.catch(() => undefined);
      return [code, answer] as const;
    }),
  );
  const settled = await Promise.allSettled(answers.values());
  const found = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  if (found.length > 0)
    await parts.noteOutcome(
      requester,
      found.some((hit) => hit !== undefined),
    );
  return answers;
}

/** The agreement by which a hit at this desk may be told to this asker today; undefined where there is none. */
export function protocolFor(
  desk: Desk,
  requester: Requester,
  decide: Decider,
  now: Date,
  today: string,
  adequacy: readonly AdequacyDecision[],
): string | undefined {
  for (const controller of desk.controllers) {
    const decision = decide(
      requester,
      { coordinate: `Lookup.${controller}`, category: 'LINK', level: 'FLAG', facet: 'HIT', controller },
      now,
    );
    const clause = clauseThatHolds(decision, today, adequacy);
    if (clause !== undefined) return `${clause.protocol}@${clause.version}`;
  }
  return undefined;
}

/** What is about the person (an adult, consent) was seen to when the record was indexed; the day is looked at here. */
function clauseThatHolds(decision: Decision, today: string, adequacy: readonly AdequacyDecision[]) {
  if (decision.kind === 'deny') return undefined;
  if (decision.kind === 'permit') return decision.clause;
  return decision.alternatives.find(({ predicates }) =>
    predicates.every(({ name, arguments: { regime, from, to } }) => {
      if (name !== 'adequacyInForce') return true;
      return adequacy.some(
        (each) =>
          each.regime === regime &&
          each.origin === from &&
          each.destination === to &&
          (each.until === null || each.until >= today),
      );
    }),
  )?.clause;
}
