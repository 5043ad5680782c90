import type { SealingKey } from '../../../../blinding/lookup-key';
import type { LookupOwner } from '../../../../blinding/lookup-keys';
import type { KeyHit } from '../../../../matching/keys/rate-key-hits';
import type { Asker } from '../../peers/asker';

/** What an owner's points became, and what an identity for that owner is sealed to. */
export interface Evaluated {
  readonly points: readonly string[];
  /** The lookup key by which they were evaluated. */
  readonly key: string;
  readonly sealing: SealingKey;
}

/** A record at the owner that was asked, under the random id that the exchange knows it by, and the tags it agrees with. */
export interface TagHit {
  readonly record: string;
  readonly tags: readonly string[];
}

/** A lookup that hit, and the handle that the asker gets for it. */
export interface BegunLookup {
  readonly lookup: string;
  readonly handle: string;
  readonly handleHash: string;
  /** An instant in milliseconds. */
  readonly expiresAt: number;
}

/** What an asker's owner asks of the exchange. None of it holds a name. */
export interface ExchangeCalls {
  evaluate(question: { asker: Asker; target: LookupOwner; points: readonly string[] }): Promise<Evaluated>;
  match(question: {
    asker: Asker;
    target: LookupOwner;
    key: string;
    tags: readonly string[];
  }): Promise<{ readonly hits: readonly TagHit[] }>;
  begin(hit: {
    asker: Asker;
    protocol: string;
    target: LookupOwner;
    record: string;
    band: KeyHit['band'];
    matchedOn: KeyHit['matchedOn'];
  }): Promise<BegunLookup>;
}
