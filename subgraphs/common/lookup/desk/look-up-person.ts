import { randomUUID } from 'node:crypto';

import { BlindedQuestion } from '../../../../blinding/blinded-question';
import type { LookupOwner } from '../../../../blinding/lookup-keys';
import { sealIdentity } from '../../../../blinding/seal-identity';
import type { Identity } from '../../../../matching/identity';
import { deriveQuestionKeys } from '../../../../matching/keys/derive-match-keys';
import type { MatchKey } from '../../../../matching/keys/match-key';
import { type KeyHit, rateKeyHits } from '../../../../matching/keys/rate-key-hits';
import type { Asker } from '../../peers/asker';
import type { ExchangeCalls } from './exchange-calls';
import { sealedForLookup, writeReleased } from './released-identity';

/** A probable match elsewhere. It says nothing of the record. */
export interface Hit extends KeyHit {
  /** Good for one release of the identity, by this asker, within fifteen minutes. */
  readonly handle: string;
  /** The identity, sealed to the owner that was asked: it is sent when the asker releases it, and not before. */
  readonly release: string;
  readonly expiresAt: Date;
}

/** What is asked at one owner. */
export interface LookupQuestion {
  readonly asker: Asker;
  readonly target: LookupOwner;
  readonly identity: Identity;
  /** The person of the asker's own case, by which what is granted is found again. */
  readonly subject: string;
  /** `PROTOCOL@version` of the agreement by which it is asked. */
  readonly protocol: string;
  /** Is given the lookup that a hit began, before the hit is told. */
  readonly begun: (lookup: string) => Promise<void>;
}

/**
 * Asks whether an owner knows somebody: match keys are blinded, evaluated by that owner and compared by the exchange.
 * Undefined where there is no hit that may be told: a single agreeing key finds too many (docs/lookup.md).
 */
export async function lookUpPerson(question: LookupQuestion, exchange: ExchangeCalls): Promise<Hit | undefined> {
  const { asker, target, identity, subject, protocol } = question;
  const keys = deriveQuestionKeys(identity, randomUUID);
  const blinded = await BlindedQuestion.ask(keys.map(({ text }) => text));
  const { points, key, sealing } = await exchange.evaluate({ asker, target, points: blinded.points });
  const asked = await blinded.unblind(points);
  const { hits } = await exchange.match({ asker, target, key, tags: asked.map(({ tag }) => tag) });

  const keyOfText = new Map(keys.flatMap((each) => (each.template === 'FILLER' ? [] : [[each.text, each] as const])));
  const rated = hits.flatMap(({ record, tags }) => {
    const agreeing = asked.flatMap(({ tag, key: text }): readonly MatchKey[] => {
      const agreed = text === undefined || !tags.includes(tag) ? undefined : keyOfText.get(text);
      return agreed === undefined ? [] : [agreed];
    });
    const rating = rateKeyHits(agreeing);
    return rating?.band === 'PROBABLE' ? [{ record, agreeing: agreeing.length, ...rating }] : [];
  });
  const [best] = rated.sort((one, other) => other.agreeing - one.agreeing);
  if (best === undefined) return undefined;
  const { record, band, matchedOn } = best;
  const begun = await exchange.begin({ asker, protocol, target, record, band, matchedOn });
  const { handle, handleHash, expiresAt } = begun;
  await question.begun(begun.lookup);
  const release = await sealIdentity(
    writeReleased({ ...identity, subject }),
    sealedForLookup(handleHash, asker, target),
    sealing,
  );
  return { band, matchedOn, handle, release, expiresAt: new Date(expiresAt) };
}
