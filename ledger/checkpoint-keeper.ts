import { randomUUID } from 'node:crypto';

import { Counter, Gauge, type Registry } from 'prom-client';

import type { Log } from '../service/log';
import { bodyHashOf, chainOf, type LedgerHead } from './chain';
import { readCheckpoint, signCheckpoint } from './checkpoint';
import type { WitnessClient } from './ask-witness';
import type { CheckpointStore, LedgerReader } from './checkpoint-store';
import { commitmentTo, salted } from './commitment';
import type { KeyRotation, LedgerEntry } from './entry';
import { linesOf } from './ledger-lines';
import type { LedgerKey } from './ledger-key';
import type { LedgerName } from './ledger-names';
import { HeadMoved, type LedgerRecord, type LedgerStore } from './ledger-writer';
import { type FirstKeys, keyInBase64 } from './public-keys';
import { keysAfter, rotateKey } from './rotate-key';
import { isSignedBy, type NoteSigner, printNote, readNote, type SignedNote } from './signed-note';
import type { WitnessRefusal } from './witness';
import { HASHES_AT_ONCE, type WitnessAnswer } from './witness-request';

/** What a witness made of the last checkpoint that it was shown. */
export type WitnessState =
  'countersigned' | 'not asked yet' | 'out of step' | 'no answer' | WitnessRefusal | 'BAD_COUNTERSIGNATURE';

/** A ledger, whichever it is, with what signs it and who witnesses it. */
export interface KeeperParts {
  readonly reader: LedgerReader;
  readonly store: LedgerStore;
  readonly checkpoints: CheckpointStore;
  readonly key: LedgerKey;
  readonly witnesses: ReadonlyMap<LedgerName, WitnessClient>;
  readonly firstKeys: FirstKeys;
  readonly intervalMs: number;
  readonly now: () => Date;
  readonly log: Log;
  readonly registry: Registry;
}

/** The key of the ledger cannot be replaced now. */
export class RotationFailed extends Error {}

interface Shown {
  state: WitnessState;
  /** The last head of this ledger that the witness told it has seen. */
  head: LedgerHead | undefined;
}

const ALTERED = 'altered';
const OUT_OF_STEP_TRIES = 5;
const ROTATION_TRIES = 50;

/**
 * Signs a checkpoint whenever the ledger has grown, at most every so often, and shows it to every witness with the
 * hashes of what it grew by. No answer waits for it; a witness that is not there is marked, and shown later what it
 * missed.
 */
export class CheckpointKeeper {
  private readonly shown: ReadonlyMap<LedgerName, Shown>;
  private readonly signed: Counter;
  private readonly answers: Counter<'witness' | 'answer'>;
  private readonly agreeing: Gauge<'witness'>;
  private last: Promise<unknown> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private closing = false;
  private troubled: string | undefined;

  constructor(private readonly parts: KeeperParts) {
    const registers = [parts.registry];
    this.shown = new Map(
      [...parts.witnesses.keys()].map((name) => [name, { state: 'not asked yet', head: undefined }]),
    );
    this.signed = new Counter({
      name: 'concordat_ledger_checkpoints_total',
      help: 'Checkpoints of this ledger that were signed and kept.',
      registers,
    });
    this.answers = new Counter({
      name: 'concordat_ledger_witness_answers_total',
      help: 'What witnesses answered to checkpoints of this ledger.',
      labelNames: ['witness', 'answer'],
      registers,
    });
    this.agreeing = new Gauge({
      name: 'concordat_ledger_witness_agrees',
      help: '1 where the witness countersigned the last checkpoint that it was shown, else 0.',
      labelNames: ['witness'],
      registers,
    });
  }

  /** Begins; returns at once. */
  start(): void {
    const again = (): void => {
      if (this.closing) return;
      this.timer = setTimeout(() => {
        void this.keepUp().finally(again);
      }, this.parts.intervalMs);
      this.timer.unref();
    };
    void this.keepUp().finally(again);
  }

  /** Signs what the ledger grew by last. Witnesses are shown it at the next start: they may be stopping too. */
  async close(): Promise<void> {
    this.closing = true;
    clearTimeout(this.timer);
    // Whoever is being waited for is waited for no longer.
    await Promise.all([...this.parts.witnesses.values()].map((client) => client.close()));
    await this.inTurn(() => this.checkpoint()).catch((error: unknown) => {
      this.tellTrouble('the last checkpoint could not be signed', error);
    });
  }

  /** Witness → what it made of the last checkpoint. */
  states(): Readonly<Record<string, WitnessState>> {
    return Object.fromEntries([...this.shown].map(([name, { state }]) => [name, state]));
  }

  /** One checkpoint, if the ledger has grown, shown to every witness that has not countersigned it. Never rejects. */
  keepUp(): Promise<void> {
    return this.inTurn(async () => {
      try {
        const rotations = await this.parts.reader.readRotations();
        const checkpoint = await this.checkpoint(rotations);
        if (checkpoint === undefined) return;
        await Promise.all(
          [...this.parts.witnesses].map(([name, client]) => this.show(name, client, checkpoint, rotations)),
        );
        if (this.troubled !== ALTERED) this.troubled = undefined;
      } catch (error) {
        this.tellTrouble('no checkpoint can be kept', error);
      }
    });
  }

  /**
   * Replaces the ledger's key: prepares the next one, records it in an entry that both keys sign, and then signs with
   * it. Whatever stops in between, the entry decides which of the two is in force.
   */
  async rotate(): Promise<{ readonly sequence: number; readonly publicKey: string }> {
    const rotated = await this.inTurn(() => this.recordNextKey());
    await this.keepUp();
    return rotated;
  }

  private async recordNextKey(): Promise<{ readonly sequence: number; readonly publicKey: string }> {
    const { reader, store, key, now, log } = this.parts;
    const next = key.prepareNext();
    const publicKey = keyInBase64(next);
    for (let tried = 1; tried <= ROTATION_TRIES; tried += 1) {
      if (!key.settle(rotationsIn(await reader.readRotations()))) break;
      const head = await reader.readHead();
      const { body, texts } = rotationRecord(rotateKey(key.signer, next), now());
      const entries = chainOf(head, [body]);
      try {
        // At this very place, so that no other process can have replaced the key in between.
        await store.append(linesOf(entries, [texts]));
      } catch (error) {
        if (error instanceof HeadMoved) continue;
        // Nobody knows whether it is kept: the next turn reads the ledger, and takes up the key of which it speaks.
        throw new RotationFailed('The entry could not be written. Look whether the key was replaced.', {
          cause: error,
        });
      }
      const sequence = head.size + 1;
      if (!key.settle(rotationsIn(await reader.readRotations()))) break;
      log.info({ sequence, publicKey }, 'the key of the ledger was replaced');
      return { sequence, publicKey };
    }
    key.forgetPrepared(next);
    throw new RotationFailed('The key in force is not here, or the ledger never stood still.');
  }

  /** The checkpoint of the ledger as it stands; undefined of an empty one. */
  private async checkpoint(
    rotations?: readonly LedgerEntry[],
  ): Promise<{ readonly head: LedgerHead; readonly note: string } | undefined> {
    const { reader, checkpoints, key, log } = this.parts;
    if (!key.settle(rotationsIn(rotations ?? (await reader.readRotations())))) {
      throw new Error('The private key here is not the one of which the ledger speaks: restore it.');
    }
    // Before the head is read: a key that is replaced meanwhile must not sign what came before it.
    const signer = key.signer;
    const head = await reader.readHead();
    if (head.size === 0) return undefined;
    const before = await checkpoints.readLast();
    if (before?.size === head.size && isOf(before.note, head)) return { head, note: before.note };
    const note = printNote(this.sign(head, signer));
    const kept =
      before !== undefined && before.size >= head.size ? before.note : await checkpoints.keep(head.size, note);
    if (isOf(kept, head)) {
      this.signed.inc();
      return { head, note: kept };
    }
    // Shown all the same: whether it was altered is for the witnesses to say, not for who may have altered it.
    if (this.troubled !== ALTERED) log.error({ size: head.size }, 'the ledger is not what its checkpoints say');
    this.troubled = ALTERED;
    return { head, note };
  }

  private sign(head: LedgerHead, signer: NoteSigner): SignedNote {
    return signCheckpoint({ origin: signer.name, time: this.parts.now().toISOString(), ...head }, signer);
  }

  /** Shows a checkpoint to one witness, in parts where it missed much. */
  private async show(
    name: LedgerName,
    client: WitnessClient,
    { head, note }: { readonly head: LedgerHead; readonly note: string },
    rotations: readonly LedgerEntry[],
  ): Promise<void> {
    const shown = this.shown.get(name);
    if (shown === undefined) return;
    if (shown.state === 'countersigned' && shown.head?.size === head.size && shown.head.hash === head.hash) return;
    for (let outOfStep = 0; outOfStep < OUT_OF_STEP_TRIES && !this.closing;) {
      const from = shown.head?.size;
      // It saw more than this process knew: another process of this owner was quicker, unless the ledger shrank.
      if (from !== undefined && from > head.size && (await this.parts.reader.readHead()).size !== head.size) return;
      const grewBy =
        from === undefined || from >= head.size
          ? []
          : await this.parts.reader.readEntries(from, Math.min(HASHES_AT_ONCE, head.size - from));
      const reached = grewBy.at(-1);
      const partial = reached !== undefined && reached.sequence < head.size;
      // Signed now, not then: that it is no longer than this is what the witness must hear.
      const shrunk = from !== undefined && from > head.size;
      const shownHead = partial ? { size: reached.sequence, hash: reached.hash } : head;
      const answer = await client.ask({
        note: partial || shrunk ? printNote(this.sign(shownHead, this.parts.key.signer)) : note,
        from: from ?? null,
        bodyHashes: grewBy.map(bodyHashOf),
        rotations: rotations.filter(({ sequence }) => sequence > (from ?? 0)).slice(-100),
      });
      if (answer?.kind === 'out-of-step') {
        outOfStep += 1;
        shown.head = answer.head;
        if (outOfStep === OUT_OF_STEP_TRIES) this.mark(name, shown, 'out of step');
        continue;
      }
      const state = this.stateOf(name, answer);
      this.mark(name, shown, state);
      if (answer?.kind !== 'countersigned' || state !== 'countersigned') {
        // Asked anew the next time: a witness that was away may have come back with another memory.
        shown.head = undefined;
        return;
      }
      shown.head = answer.head;
      if (partial) continue;
      await this.parts.checkpoints.countersign(head.size, name, answer.note).catch((error: unknown) => {
        this.tellTrouble('a countersignature could not be kept', error);
      });
      return;
    }
  }

  /** Whether the witness really countersigned, by the key that its own rotations lead to. */
  private stateOf(name: LedgerName, answer: WitnessAnswer | undefined): WitnessState {
    if (answer === undefined) return 'no answer';
    if (answer.kind === 'refused') return answer.why;
    if (answer.kind === 'out-of-step') return 'out of step';
    const first = this.parts.firstKeys(name);
    const keys = first && keysAfter(first, answer.rotations);
    const note = readNote(answer.note);
    return note !== undefined && keys?.some((key) => isSignedBy(note, key)) === true
      ? 'countersigned'
      : 'BAD_COUNTERSIGNATURE';
  }

  /** Told once a change, counted each time. */
  private mark(name: LedgerName, shown: Shown, state: WitnessState): void {
    const { log } = this.parts;
    this.answers.inc({ witness: name, answer: state });
    this.agreeing.set({ witness: name }, state === 'countersigned' ? 1 : 0);
    if (shown.state === state) return;
    shown.state = state;
    if (state === 'countersigned') log.info({ witness: name }, 'the witness countersigns');
    else if (state === 'out of step') log.warn({ witness: name }, 'the witness is out of step; it is asked again');
    else if (state === 'no answer') log.warn({ witness: name }, 'the witness does not answer; service goes on');
    else log.error({ witness: name, why: state }, 'the witness refuses to countersign this ledger');
  }

  private tellTrouble(message: string, error: unknown): void {
    const { log } = this.parts;
    if (this.troubled !== message) log.error({ err: error }, message);
    this.troubled = message;
  }

  /** One thing after another: two checkpoints, or a checkpoint and a new key, never cross. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.last.then(work);
    this.last = done.catch(() => undefined);
    return done;
  }
}

const rotationsIn = (entries: readonly LedgerEntry[]): readonly KeyRotation[] =>
  entries.flatMap(({ keyRotation }) => keyRotation ?? []);

function isOf(printed: string, head: LedgerHead): boolean {
  const note = readNote(printed);
  const checkpoint = note && readCheckpoint(note);
  return checkpoint?.size === head.size && checkpoint.hash === head.hash;
}

/** The entry that replaces a key: nothing of anybody was disclosed. */
function rotationRecord(keyRotation: KeyRotation, now: Date): LedgerRecord {
  const operator = salted('operator');
  const person = commitmentTo(operator);
  return {
    body: {
      time: now.toISOString(),
      requestId: randomUUID(),
      person,
      organisation: 'concordat',
      role: 'operator',
      purpose: 'KEY_ROTATION',
      protocols: [],
      clauses: [],
      caseReference: null,
      justification: null,
      subjects: [],
      rowCount: 0,
      outcome: 'withheld',
      keyRotation,
    },
    texts: [{ ...operator, commitment: person }],
  };
}
