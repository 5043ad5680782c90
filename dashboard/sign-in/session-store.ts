// Sessions live in this process's memory and nowhere else: tokens never touch a disk, and whoever restarts the
// dashboard signs everybody out. How long somebody may be idle, and signed in at all, is kept here, where no page can
// forget to ask.
import { type SessionData, Store } from 'express-session';

interface Kept {
  readonly text: string;
  readonly beganAt: number;
  seenAt: number;
}

export interface SessionLimits {
  readonly idleMs: number;
  readonly signedInMs: number;
  now(): number;
}

const AT_MOST = 20_000;
/** Of somebody who began to sign in and did not end it. */
const UNKNOWN_PERSON_MS = 15 * 60_000;

export class SessionStore extends Store {
  readonly #kept = new Map<string, Kept>();
  /** Ids of sessions that were ended: a page that was slower than the sign-out must not bring one back. */
  readonly #ended = new Set<string>();

  constructor(private readonly limits: SessionLimits) {
    super();
  }

  override get(id: string, callback: (error: unknown, session?: SessionData | null) => void): void {
    const kept = this.#kept.get(id);
    if (kept === undefined || this.#isOver(kept)) {
      if (kept !== undefined) this.#end(id);
      callback(null, null);
      return;
    }
    callback(null, JSON.parse(kept.text) as SessionData);
  }

  override set(id: string, session: SessionData, callback?: (error?: unknown) => void): void {
    if (this.#ended.has(id)) {
      callback?.();
      return;
    }
    const now = this.limits.now();
    const known = this.#kept.get(id);
    if (known === undefined && this.#kept.size >= AT_MOST) this.#forgetOld();
    this.#kept.set(id, { text: JSON.stringify(session), beganAt: known?.beganAt ?? now, seenAt: now });
    callback?.();
  }

  override destroy(id: string, callback?: (error?: unknown) => void): void {
    this.#end(id);
    callback?.();
  }

  override touch(id: string, _session: SessionData, callback?: () => void): void {
    const kept = this.#kept.get(id);
    if (kept !== undefined) kept.seenAt = this.limits.now();
    callback?.();
  }

  /** Ends every session of a person, on whatever machine; returns how many there were. */
  signOutEverywhere(organisation: string, pseudonym: string): number {
    const own = [...this.#kept].filter(([, { text }]) => {
      const person = (JSON.parse(text) as SessionData).signIn?.person;
      return person?.organisation === organisation && person.pseudonym === pseudonym;
    });
    for (const [id] of own) this.#end(id);
    return own.length;
  }

  #end(id: string): void {
    this.#kept.delete(id);
    this.#ended.add(id);
    if (this.#ended.size > AT_MOST) this.#ended.delete(this.#ended.values().next().value ?? '');
  }

  #isOver({ text, beganAt, seenAt }: Kept): boolean {
    const now = this.limits.now();
    const { signIn } = JSON.parse(text) as SessionData;
    if (signIn === undefined) return now - beganAt > UNKNOWN_PERSON_MS;
    return now - seenAt > this.limits.idleMs || now - beganAt > this.limits.signedInMs;
  }

  #forgetOld(): void {
    for (const [id, kept] of this.#kept) if (this.#isOver(kept)) this.#kept.delete(id);
    // Whoever fills the memory with sessions of nobody loses those first.
    for (const [id, { text }] of this.#kept) {
      if (this.#kept.size < AT_MOST) break;
      if ((JSON.parse(text) as SessionData).signIn === undefined) this.#kept.delete(id);
    }
  }
}
