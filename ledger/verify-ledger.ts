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

/** A head that the entries must lead to, and the note that says so. */
interface Awaited {
  readonly hash: string;
  readonly note?: SignedNote;
}

/** Follows a ledger entry by entry; keeps nothing but the head and what is said of places still to come. */
export class LedgerVerifier {
  private head: LedgerHead = EMPTY_LEDGER;
  private readonly awaited = new Map<number, Awaited[]>();
  /** Notes that no key signed which the ledger had until then: a key that it had later may have. */
  private readonly undecided: { readonly size: number; readonly note: SignedNote; readonly agrees: boolean }[] = [];
  private furthest = 0;
  /** Where the chain broke: what comes after cannot be followed. */
  private broken: LedgerFault | undefined;
  /** The first place of which something that was said is not good; the chain is followed all the same. */
  private doubted: LedgerFault | undefined;
  /** Every key that the ledger had so far; none where its first one is not known. */
  private readonly keys: NoteVerifier[];

  /**
   * @param key the ledger's first key; without it the chain is followed and compared with heads, and nothing that is
   * signed is believed or doubted
   * @param heads heads that are known from elsewhere
   */
  constructor(key?: NoteVerifier, heads: readonly LedgerHead[] = []) {
    this.keys = key === undefined ? [] : [key];
    for (const { size, hash } of heads) this.await(size, { hash });
  }

  /** The next entry, with those of its texts that were not erased. */
  accept(entry: LedgerEntry, texts: readonly CommittedText[] = []): void {
    if (this.broken !== undefined) return;
    const sequence = this.head.size + 1;
    const kind = this.faultOf(entry, sequence, texts);
    if (kind !== undefined) {
      this.broken = { sequence, kind };
      return;
    }
    this.head = { size: sequence, hash: entry.hash };
    for (const awaited of this.awaited.get(sequence) ?? []) this.compare(sequence, awaited);
    this.awaited.delete(sequence);
  }

  /** A note that the ledger should have signed, its own checkpoint or as a witness has it; before the entry it is of. */
  expect(note: SignedNote): void {
    const checkpoint: Checkpoint | undefined = readCheckpoint(note);
    const [key] = this.keys;
    if (checkpoint === undefined || (key !== undefined && checkpoint.origin !== key.name)) {
      this.doubt(checkpoint?.size ?? 0, 'UNSIGNED');
    } else if (checkpoint.size < this.head.size) this.doubt(checkpoint.size, 'FORKED');
    else this.await(checkpoint.size, { hash: checkpoint.hash, note });
  }

  /** A head that somebody else vouches for. */
  expectHead({ size, hash }: LedgerHead): void {
    if (size < this.head.size) this.doubt(size, 'FORKED');
    else this.await(size, { hash });
  }

  /** Something that was said of the ledger at a size is not good. */
  doubt(size: number, kind: LedgerFaultKind): void {
    if (this.doubted === undefined || size < this.doubted.sequence) this.doubted = { sequence: size, kind };
  }

  /** The first fault, or the head that all entries lead to. */
  finish(): LedgerFault | LedgerHead {
    for (const { size, note, agrees } of this.undecided) {
      if (!this.isSigned(note)) this.doubt(size, 'UNSIGNED');
      else if (!agrees) this.doubt(size, 'FORKED');
    }
    const faults = [this.broken ?? this.missingEnd(), this.doubted].filter((fault) => fault !== undefined);
    const first = Math.min(...faults.map(({ sequence }) => sequence));
    return faults.find(({ sequence }) => sequence === first) ?? this.head;
  }

  /** Entries that somebody saw and that are not there; what nobody signed says nothing of them. */
  private missingEnd(): LedgerFault | undefined {
    if (this.furthest <= this.head.size) return undefined;
    const unsigned: number[] = [];
    for (const [size, awaited] of this.awaited) {
      for (const { note } of awaited) {
        if (note === undefined || this.isSigned(note)) return { sequence: this.head.size + 1, kind: 'TRUNCATED' };
        unsigned.push(size);
      }
    }
    return { sequence: Math.min(...unsigned), kind: 'UNSIGNED' };
  }

  private await(size: number, awaited: Awaited): void {
    if (size === 0) return;
    if (size === this.head.size) {
      this.compare(size, awaited);
      return;
    }
    this.awaited.set(size, [...(this.awaited.get(size) ?? []), awaited]);
    this.furthest = Math.max(this.furthest, size);
  }

  private compare(size: number, { hash, note }: Awaited): void {
    const agrees = hash === this.head.hash;
    if (note !== undefined && !this.isSigned(note)) this.undecided.push({ size, note, agrees });
    else if (!agrees) this.doubt(size, 'FORKED');
  }

  private isSigned(note: SignedNote): boolean {
    return this.keys.length === 0 || this.keys.some((key) => isSignedBy(note, key));
  }

  private faultOf(entry: LedgerEntry, sequence: number, texts: readonly CommittedText[]): LedgerFaultKind | undefined {
    if (entry.sequence !== sequence) return 'MISSING';
    if (entry.previousHash !== this.head.hash) return 'UNLINKED';
    if (nextHash(entry.previousHash, bodyHashOf(entry)) !== entry.hash) return 'ALTERED';
    if (texts.some((text) => commitmentTo(text) !== text.commitment)) return 'COMMITMENT';
    const key = this.keys.at(-1);
    if (entry.keyRotation === null || key === undefined) return undefined;
    const next = keyAfterRotation(key, entry.keyRotation);
    if (next === undefined) return 'KEY';
    this.keys.push(next);
    return undefined;
  }
}
