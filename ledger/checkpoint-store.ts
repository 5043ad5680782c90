import type { LedgerEntry } from './entry';
import type { LedgerHead } from './chain';

/** A ledger as its own process reads it, to sign and to show what it grew by. */
export interface LedgerReader {
  readHead(): Promise<LedgerHead>;
  /** Entries after a place, at most so many. */
  readEntries(after: number, limit: number): Promise<readonly LedgerEntry[]>;
  /** The entries by which the ledger's key was replaced, in their order. */
  readRotations(): Promise<readonly LedgerEntry[]>;
}

/** A kept checkpoint, as its ledger signed it and as witnesses countersigned it; all as printed notes. */
export interface KeptCheckpoint {
  readonly size: number;
  readonly note: string;
  /** Witness → the note with its signature. */
  readonly countersigned: Readonly<Record<string, string>>;
}

/** Where a ledger keeps its checkpoints. Nothing in it is ever changed or removed. */
export interface CheckpointStore {
  /** The checkpoint of the largest size. */
  readLast(): Promise<KeptCheckpoint | undefined>;
  /** Those of a size above this one, in their order. */
  readAfter(size: number, limit: number): Promise<readonly KeptCheckpoint[]>;
  /** Keeps a checkpoint; where another process kept one of this size first, that one stays, and is returned. */
  keep(size: number, note: string): Promise<string>;
  countersign(size: number, witness: string, note: string): Promise<void>;
}
