// How often somebody may ask who is known elsewhere. Counted in keys, because it is keys that try out a dictionary. The
// owner of who asks counts by person and organisation, and counts one sought person once a day; the owner that is asked
// counts again, without that favour, since it cannot see who is sought. Pure functions over a small record: a row for
// each person and each organisation, read and written in one transaction.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Every question has as many, whatever it asks (POINTS_IN_A_QUESTION in blinding/points.ts). */
export const KEYS_A_QUESTION = 12;

/** At most so many keys in any span of so many milliseconds. */
interface Window {
  readonly name: string;
  readonly keys: number;
  readonly spanMs: number;
}

/** Three questions at once, and after them one in the time that one takes at the pace of 20 an hour. */
const BURST_KEYS = 3 * KEYS_A_QUESTION;
const MS_A_KEY = HOUR / (20 * KEYS_A_QUESTION);

const PERSON: Window = { name: 'one person in an hour', keys: 20 * KEYS_A_QUESTION, spanMs: HOUR };
const ORGANISATION: Window = { name: 'one organisation in a day', keys: 200 * KEYS_A_QUESTION, spanMs: DAY };

/** An alarm: so many questions of a day that were answered, and of these so large a part without a hit. */
const ALARM = { least: 30, share: 0.95 };

interface Counted {
  /** The request's id, by which its outcome is noted. */
  readonly question: string;
  readonly at: number;
  readonly keys: number;
  /** Whether there was a hit; null until that is known. An owner that is asked never learns it. */
  readonly hit: boolean | null;
}

/** What is kept of one person, or of one organisation. Nothing of it tells who was sought. Instants are milliseconds. */
export interface Asked {
  /** The questions that still count, the oldest first. */
  readonly counted: readonly Counted[];
  /** When the burst will be paid back: a bucket in one number. */
  readonly paidAt: number;
  /** Digests of whom was sought in the last day, and when that was counted. */
  readonly sought: readonly { readonly digest: string; readonly at: number }[];
}

export const NOTHING_ASKED: Asked = { counted: [], paidAt: 0, sought: [] };

/** The tap of a partner: closed by a person, and opened by one. */
export interface Tap {
  readonly closed: boolean;
}

export interface Question {
  readonly id: string;
  readonly keys: number;
  /** A keyed digest of asker and sought person (LookupKey.digest); undefined where that cannot be known. */
  readonly sought: string | undefined;
}

export type Admission =
  | { readonly kind: 'ADMITTED'; readonly person: Asked; readonly organisation: Asked }
  | { readonly kind: 'CLOSED'; readonly code: 'LOOKUP_CLOSED' }
  | {
      readonly kind: 'TOO_MANY';
      readonly code: 'TOO_MANY_LOOKUPS';
      /** Seconds until the same question would be admitted. */
      readonly retryAfter: number;
      readonly limit: string;
    };

/** Admits a question, or says how long to wait; what comes back is to be stored before the question is answered. */
export function admitQuestion(
  before: { readonly person: Asked; readonly organisation: Asked; readonly tap: Tap },
  question: Question,
  now: number,
): Admission {
  if (question.keys < 1 || question.keys > KEYS_A_QUESTION) {
    throw new RangeError(`A question has 1 to ${KEYS_A_QUESTION} keys, not ${question.keys}.`);
  }
  if (before.tap.closed) return { kind: 'CLOSED', code: 'LOOKUP_CLOSED' };
  const person = stillCounting(before.person, PERSON.spanMs, now);
  const organisation = stillCounting(before.organisation, ORGANISATION.spanMs, now);
  if (person.sought.some(({ digest }) => digest === question.sought)) {
    return { kind: 'ADMITTED', person, organisation };
  }
  const waits = [
    { limit: PERSON.name, until: freeAt(person, PERSON, question.keys, now) },
    { limit: ORGANISATION.name, until: freeAt(organisation, ORGANISATION, question.keys, now) },
    { limit: 'three at once', until: person.paidAt + (question.keys - BURST_KEYS) * MS_A_KEY },
  ];
  const longest = waits.reduce((one, other) => (other.until > one.until ? other : one));
  if (longest.until > now) {
    const retryAfter = Math.ceil((longest.until - now) / 1000);
    return { kind: 'TOO_MANY', code: 'TOO_MANY_LOOKUPS', retryAfter, limit: longest.limit };
  }
  const counted: Counted = { question: question.id, at: now, keys: question.keys, hit: null };
  return {
    kind: 'ADMITTED',
    person: {
      counted: [...person.counted, counted],
      paidAt: Math.max(person.paidAt, now) + question.keys * MS_A_KEY,
      sought: question.sought === undefined ? person.sought : [...person.sought, { digest: question.sought, at: now }],
    },
    organisation: { ...organisation, counted: [...organisation.counted, counted] },
  };
}

/** Notes whether a question had a hit. One that was not counted, because it was asked before, is not noted again. */
export function noteOutcome(asked: Asked, question: string, hit: boolean): Asked {
  return { ...asked, counted: asked.counted.map((one) => (one.question === question ? { ...one, hit } : one)) };
}

/**
 * Whether an organisation's questions of the last day miss so often that somebody should look: who tries out a
 * dictionary hardly ever hits. It stops nothing by itself.
 */
export function missesTooOften(organisation: Asked, now: number): boolean {
  const known = stillCounting(organisation, ORGANISATION.spanMs, now).counted.filter(({ hit }) => hit !== null);
  const misses = known.filter(({ hit }) => hit === false).length;
  return known.length >= ALARM.least && misses >= ALARM.share * known.length;
}

/** Drops what no longer counts, so that a record stays small: at most 20 or 200 questions, and 480 digests. */
function stillCounting(asked: Asked, spanMs: number, now: number): Asked {
  return {
    ...asked,
    counted: asked.counted.filter(({ at }) => now - at < spanMs),
    sought: asked.sought.filter(({ at }) => now - at < DAY),
  };
}

/** From when on so many keys more are within a window. */
function freeAt({ counted }: Asked, { keys, spanMs }: Window, more: number, now: number): number {
  let used = counted.reduce((sum, one) => sum + one.keys, 0);
  let free = now;
  for (const one of counted) {
    if (used + more <= keys) break;
    used -= one.keys;
    free = one.at + spanMs;
  }
  return free;
}
