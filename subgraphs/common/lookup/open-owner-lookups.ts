import type { SealingKey } from '../../../blinding/lookup-key';
import { LookupKeys, type LookupOwner } from '../../../blinding/lookup-keys';
import { deriveRecordKeys } from '../../../matching/keys/derive-match-keys';
import type { Identity } from '../../../matching/identity';
import type { Clock } from '../../../service/clock';
import type { Environment } from '../../../service/environment';
import type { Log } from '../../../service/log';
import type { OwnerDefinition } from '../serving/owner-definition';
import type { Store } from '../storage/store';
import { type Asking, CountedQuestions, type QuestionRefused } from './admit-questions';
import { countedRegister } from './counted-register';
import { CandidateFinder, type FoundCandidate, type FoundDuplicate } from './find-candidates';
import { KeptRotation } from './kept-rotation';
import { TagKeeper } from './tag-keeper';
import { type PushTags, TagOutbox } from './tag-outbox';

export interface OwnerLookupsGiven {
  readonly owner: OwnerDefinition;
  readonly store: Pick<Store, 'maintenance'>;
  /** Where the lookup key is: LookupKeys.open. */
  readonly env?: Environment;
  readonly push: PushTags;
  readonly clock: Clock;
  readonly log: Log;
}

export interface EvaluatedQuestion {
  readonly points: readonly string[];
  /** The id of the key with which they were evaluated. */
  readonly key: string;
  readonly sealing: SealingKey;
}

/** The owner's side of the lookup, over its own database. */
export interface OwnerLookups {
  /** Answers a question from abroad. Rejects with UnusablePoints where the points are none; that counts, too. */
  evaluate(question: {
    readonly asker: Asking;
    readonly points: readonly string[];
  }): Promise<EvaluatedQuestion | { readonly refused: QuestionRefused }>;
  /** Counts a question of one's own officer; undefined where it may be asked. */
  admitOwn(asker: Asking, identity: Identity): Promise<QuestionRefused | undefined>;
  /** Notes whether such a question had a hit. */
  noteOutcome(asker: Asking, hit: boolean): Promise<void>;
  /** Own organisations whose questions miss so often that somebody should look. */
  missingTooOften(): Promise<readonly string[]>;
  /** Closes the tap to an organisation, or opens it. */
  turnTap(organisation: string, closed: boolean, by: string): Promise<void>;
  /** Who of the index a person may be, of those that the organisation may find. */
  candidates(identity: Identity, organisation: string): Promise<readonly FoundCandidate[]>;
  duplicates(limit: number): Promise<readonly FoundDuplicate[]>;
  /** "These are two people": a person sought and one of the register, or two of the register. */
  rememberNotSame(identity: Identity, subject: string, by: string): Promise<void>;
  rememberDistinct(one: string, other: string, by: string): Promise<void>;
  /** Whose record this is; undefined where it is in the index no more. */
  subjectOf(record: string): Promise<string | undefined>;
  /** The keys to which identities may be sealed at present: openIdentity(…, keys().all). */
  readonly keys: () => LookupKeys;
  /** Begins to replace the lookup key. */
  beginRotation(): Promise<void>;
  /** Does one step after the other itself, where nothing is to go on beside: see start(). */
  readonly keeper: TagKeeper;
  start(): void;
  close(): Promise<void>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Opens the lookups of an owner that has people; nothing goes on by itself before it is started. */
export async function openOwnerLookups({
  owner,
  store: { maintenance },
  env,
  push,
  clock,
  log,
}: OwnerLookupsGiven): Promise<OwnerLookups> {
  if (owner.lookup === undefined || !isLookupOwner(owner.name)) {
    throw new Error(`Nobody is looked up at ${owner.name}: it has no register.`);
  }
  const { name } = owner;
  const rotation = await KeptRotation.open(maintenance, () => LookupKeys.open(name, env), clock, log);
  const keeper = new TagKeeper(
    maintenance,
    rotation,
    new TagOutbox(maintenance, rotation, push, clock, log),
    clock,
    log,
  );
  const questions = new CountedQuestions(maintenance, clock);
  const finder = await CandidateFinder.open(
    maintenance,
    clock,
    countedRegister(maintenance, clock, () => keeper.tagged),
  );
  const digestOf = (identity: Identity, asker?: Asking): string =>
    rotation.inForce.digest(JSON.stringify([asker?.organisation, asker?.person, soughtPerson(identity)]));
  return {
    evaluate: async ({ asker, points }) => {
      const refused = await questions.admit('ASKED', asker, undefined);
      if (refused !== undefined) return { refused };
      const key = rotation.inForce;
      return { points: await key.evaluate(points), key: key.id, sealing: key.sealingKey };
    },
    admitOwn: (asker, identity) => questions.admit('OWN', asker, digestOf(identity, asker)),
    noteOutcome: (asker, hit) => questions.note(asker, hit),
    missingTooOften: () => questions.alarms(),
    turnTap: (organisation, closed, by) => questions.turnTap(organisation, closed, by),
    candidates: (identity, organisation) => finder.find(identity, organisation, digestOf(identity)),
    duplicates: (limit) => finder.findDuplicates(limit),
    rememberNotSame: (identity, subject, by) => finder.rememberNotSame(digestOf(identity), subject, by),
    rememberDistinct: (one, other, by) => finder.rememberDistinct(one, other, by),
    subjectOf: async (record) => {
      if (!UUID.test(record)) return undefined;
      const [row] = await maintenance.query<{ subject_id: string }[]>(
        'select subject_id from lookup_record where record = $1',
        [record],
      );
      return row?.subject_id;
    },
    keys: () => rotation.keys,
    beginRotation: () => rotation.begin(),
    keeper,
    start: () => {
      keeper.start();
    },
    close: () => keeper.close(),
  };
}

/** The same for whoever is written so: by match keys, and by what was written where there are none. */
function soughtPerson(identity: Identity): string {
  const keys = deriveRecordKeys(identity).map(({ text }) => text);
  return keys.length > 0 ? keys.sort().join('\n') : JSON.stringify(identity);
}

function isLookupOwner(name: OwnerDefinition['name']): name is LookupOwner {
  return name !== 'exchange';
}
