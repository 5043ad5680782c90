import { bodyHashOf, EMPTY_LEDGER, type LedgerHead, nextHash } from './chain';
import { type Checkpoint, readCheckpoint } from './checkpoint';
import { commitmentTo } from './commitment';
import type { LedgerEntry } from './entry';
import type { CommittedText } from './ledger-writer';
import { keyAfterRotation } from './rotate-key';
import { isSignedBy, type NoteVerifier, type SignedNote } from './signed-note';

/** What is wrong with a ledger, at its first bad entry. */
export interface LedgerFault {
  readonly sequence: number;
  readonly kind: LedgerFaultKind;
}

/**
 * MISSING: an entry is not where its number should stand (removed, inserted or out of order). ALTERED: an entry is not
 * what its hash was made of. UNLINKED: it does not follow the entry before. COMMITMENT: a kept text is not what was
 * committed to. KEY: a key was replaced without both signatures. UNSIGNED: a checkpoint is not signed by the ledger's
 * key. FORKED: the entries are not those of a checkpoint. TRUNCATED: a checkpoint or witness saw more entries.
 */
export type LedgerFaultKind =
  'MISSING' | 'ALTERED' | 'UNLINKED' | 'COMMITMENT' | 'KEY' | 'UNSIGNED' | 'FORKED' | 'TRUNCATED';

/** Follows a ledger entry by entry; keeps nothing but the head and what checkpoints say of places still to come. */
export class LedgerVerifier {
  private head: LedgerHead = EMPTY_LEDGER;
  private readonly awaited = new Map<number, string[]>();
  private furthest = 0;
  private fault: LedgerFault | undefined;

  /**
   * @param key the ledger's first key; without it only the chain is followed
   * @param heads heads that are known from elsewhere: those that witnesses keep
   */
  constructor(
    private key?: NoteVerifier,
    heads: readonly LedgerHead[] = [],
  ) {
    for (const head of heads) this.await(head);
  }

  /** The next entry, with those of its texts that were not erased. */
  accept(entry: LedgerEntry, texts: readonly CommittedText[] = []): void {
    if (this.fault !== undefined) return;
    const sequence = this.head.size + 1;
    const kind = this.faultOf(entry, sequence, texts);
    if (kind !== undefined) {
      this.fault = { sequence, kind };
      return;
    }
    this.head = { size: sequence, hash: entry.hash };
    if (this.awaited.get(sequence)?.some((hash) => hash !== entry.hash) === true) {
      this.fault = { sequence, kind: 'FORKED' };
    }
  }

  /** The ledger's own checkpoints, before the entries: each must be signed by a key that the ledger had. */
  expect(notes: readonly SignedNote[], keys: readonly NoteVerifier[]): void {
    for (const note of notes) {
      const checkpoint: Checkpoint | undefined = readCheckpoint(note);
      const signed = keys.some((key) => checkpoint?.origin === key.name && isSignedBy(note, key));
      if (checkpoint === undefined || !signed) this.fault ??= { sequence: checkpoint?.size ?? 0, kind: 'UNSIGNED' };
      else this.await(checkpoint);
    }
  }

  /** The first fault, or the head that all entries lead to. */
  finish(): LedgerFault | LedgerHead {
    if (this.fault !== undefined) return this.fault;
    if (this.furthest > this.head.size) return { sequence: this.head.size + 1, kind: 'TRUNCATED' };
    return this.head;
  }

  private await({ size, hash }: LedgerHead): void {
    if (size === 0) return;
    this.awaited.set(size, [...(this.awaited.get(size) ?? []), hash]);
    this.furthest = Math.max(this.furthest, size);
  }

  private faultOf(entry: LedgerEntry, sequence: number, texts: readonly CommittedText[]): LedgerFaultKind | undefined {
    if (entry.sequence !== sequence) return 'MISSING';
    if (entry.previousHash !== this.head.hash) return 'UNLINKED';
    if (nextHash(entry.previousHash, bodyHashOf(entry)) !== entry.hash) return 'ALTERED';
    if (texts.some((text) => commitmentTo(text) !== text.commitment)) return 'COMMITMENT';
    if (entry.keyRotation === null || this.key === undefined) return undefined;
    const next = keyAfterRotation(this.key, entry.keyRotation);
    if (next === undefined) return 'KEY';
    this.key = next;
    return undefined;
  }
}
