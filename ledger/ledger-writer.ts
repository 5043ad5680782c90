import { chainOf, type LedgerHead } from './chain';
import type { SaltedText } from './commitment';
import type { LedgerBody, LedgerEntry } from './entry';

/** A text that an entry commits to. It is kept beside the chain, and can be erased without breaking it. */
export interface CommittedText extends SaltedText {
  readonly commitment: string;
}

/** What is to be recorded. */
export interface LedgerRecord {
  readonly body: Omit<LedgerBody, 'sequence'>;
  readonly texts: readonly CommittedText[];
}

/** Where a ledger is kept. */
export interface LedgerStore {
  readHead(): Promise<LedgerHead>;
  /**
   * Keeps all of these entries or none, durably, in one statement. Rejects with {@link HeadMoved} when another entry
   * has one of their places; after any other failure nobody knows whether they are kept.
   */
  append(entries: readonly LedgerEntry[], texts: readonly CommittedText[]): Promise<void>;
}

/** Another process of the same owner wrote meanwhile. */
export class HeadMoved extends Error {}

/** The ledger cannot be written, so that nothing about a person may leave. */
export class LedgerUnavailable extends Error {}

const TRIES = 20;

/** How long an entry may take until it is durable: less than anybody waits for an owner. */
const PATIENCE_MS = 4_000;

interface Waiting {
  readonly record: LedgerRecord;
  readonly resolve: (entry: LedgerEntry) => void;
  readonly reject: (error: LedgerUnavailable) => void;
}

/**
 * Writes entries in batches: those that arrive while a batch is written form the next one. There is no timer: a lone
 * entry is written at once, and under load the batches grow by themselves.
 */
export class LedgerWriter {
  private waiting: Waiting[] = [];
  private writing: Promise<void> | undefined;
  /** The last head that is known to be kept; unknown at first, and after a failure. */
  private head: LedgerHead | undefined;

  constructor(
    private readonly store: LedgerStore,
    private readonly patienceMs = PATIENCE_MS,
  ) {}

  /** Resolves once the entry is durable; rejects with {@link LedgerUnavailable} when it is not known in time to be. */
  append(record: LedgerRecord): Promise<LedgerEntry> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        record,
        resolve: (entry) => {
          clearTimeout(timer);
          resolve(entry);
        },
        reject: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      };
      // Nothing leaves without its entry, so that one whose turn has not come by now need not be written.
      const timer = setTimeout(() => {
        this.waiting = this.waiting.filter((other) => other !== waiting);
        reject(new LedgerUnavailable('The disclosure ledger was not written in time.'));
      }, this.patienceMs);
      this.waiting.push(waiting);
      this.writing ??= this.writeAll();
    });
  }

  /** Resolves once nothing is being written. */
  async idle(): Promise<void> {
    while (this.writing !== undefined) await this.writing;
  }

  private async writeAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      try {
        const entries = await this.write(batch.map(({ record }) => record));
        batch.forEach(({ resolve }, index) => {
          resolve(entries[index] as LedgerEntry);
        });
        // What they have to add in the same turn makes one batch, instead of one alone and then all others.
        await new Promise(setImmediate);
      } catch (error) {
        this.head = undefined;
        const unavailable = new LedgerUnavailable('The disclosure ledger cannot be written.', { cause: error });
        for (const { reject } of batch) reject(unavailable);
      }
    }
    // In the same step in which nothing was waiting: whoever comes next begins anew.
    this.writing = undefined;
  }

  private async write(records: readonly LedgerRecord[]): Promise<readonly LedgerEntry[]> {
    const texts = records.flatMap((record) => record.texts);
    for (let tried = 1; ; tried += 1) {
      this.head ??= await this.store.readHead();
      const entries = chainOf(
        this.head,
        records.map(({ body }) => body),
      );
      try {
        await this.store.append(entries, texts);
        const last = entries.at(-1);
        if (last !== undefined) this.head = { size: last.sequence, hash: last.hash };
        return entries;
      } catch (error) {
        if (!(error instanceof HeadMoved) || tried === TRIES) throw error;
        this.head = undefined;
      }
    }
  }
}
