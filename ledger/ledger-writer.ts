import { chainOf, type LedgerHead } from './chain';
import type { SaltedText } from './commitment';
import type { LedgerBody, LedgerEntry } from './entry';
import { type LedgerLine, linesOf } from './ledger-lines';

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
   * Keeps all of these entries with their texts or none, durably, in one statement. Rejects with {@link HeadMoved} when another entry
   * has one of their places; after any other failure nobody knows whether they are kept.
   */
  append(lines: readonly LedgerLine[]): Promise<void>;
  /** Told of lines that will probably be appended next: what can be made ready of them is done beside other work. */
  foresee?(lines: readonly LedgerLine[]): void;
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

/** More are not written in one statement: while one is kept, the other half of many callers is made ready. */
const MOST_AT_ONCE = 32;

/**
 * Writes entries in batches: those that arrive while a batch is written form the next one. There is no timer: a lone
 * entry is written at once, and under load the batches grow by themselves.
 */
export class LedgerWriter {
  private waiting: Waiting[] = [];
  /** The first of those who wait, chained behind the batch that is being written as if it were kept already. */
  private ahead: LedgerLine[] = [];
  private writing: Promise<void> | undefined;
  /** The last head that is known to be kept; unknown at first, and after a failure. */
  private head: LedgerHead | undefined;
  /** The head that the batch leads to which is being written. */
  private next: LedgerHead | undefined;

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
        this.ahead = [];
        reject(new LedgerUnavailable('The disclosure ledger was not written in time.'));
      }, this.patienceMs);
      this.waiting.push(waiting);
      this.chainAhead();
      this.writing ??= this.writeAll();
    });
  }

  /** Resolves once nothing is being written. */
  async idle(): Promise<void> {
    while (this.writing !== undefined) await this.writing;
  }

  private async writeAll(): Promise<void> {
    let current = this.begin();
    while (current !== undefined) {
      const { batch, kept } = current;
      const outcome = await kept.catch((error: unknown) => {
        this.head = undefined;
        return new LedgerUnavailable('The disclosure ledger cannot be written.', { cause: error });
      });
      // The next batch is on its way before anybody of this one goes on: what they do then is done beside it.
      const next = this.begin();
      batch.forEach(({ resolve, reject }, index) => {
        if (outcome instanceof LedgerUnavailable) reject(outcome);
        else resolve(outcome[index] as LedgerEntry);
      });
      // What they have to add in the same turn makes one batch, instead of one alone and then all others.
      if (next === undefined) await new Promise(setImmediate);
      current = next ?? this.begin();
    }
    // In the same step in which nothing was waiting: whoever comes next begins anew.
    this.writing = undefined;
  }

  /** Sends those who wait longest; undefined where nobody does. */
  private begin(): { readonly batch: readonly Waiting[]; readonly kept: Promise<readonly LedgerEntry[]> } | undefined {
    const batch = this.waiting.splice(0, MOST_AT_ONCE);
    return batch.length === 0 ? undefined : { batch, kept: this.write(batch.map(({ record }) => record)) };
  }

  private async write(records: readonly LedgerRecord[]): Promise<readonly LedgerEntry[]> {
    const ahead = this.ahead.splice(0, records.length);
    for (let tried = 1; ; tried += 1) {
      this.head ??= await this.store.readHead();
      // What was chained ahead holds if, and only if, it follows what is really kept.
      const lines = ahead[0]?.entry.previousHash === this.head.hash ? ahead : [];
      lines.push(...chainBehind(headOf(lines) ?? this.head, records.slice(lines.length)));
      this.next = headOf(lines);
      try {
        await this.store.append(lines);
        this.head = this.next;
        return lines.map(({ entry }) => entry);
      } catch (error) {
        if (!(error instanceof HeadMoved) || tried === TRIES) throw error;
        this.head = undefined;
      } finally {
        this.next = undefined;
      }
    }
  }

  /** The store is at work: meanwhile the next batch is chained, so that it can be sent the moment this one is kept. */
  private chainAhead(): void {
    if (this.next === undefined) return;
    const records = this.waiting.slice(this.ahead.length).map(({ record }) => record);
    const lines = chainBehind(headOf(this.ahead) ?? this.next, records);
    this.ahead.push(...lines);
    this.store.foresee?.(lines);
  }
}

function headOf(lines: readonly LedgerLine[]): LedgerHead | undefined {
  const last = lines.at(-1)?.entry;
  return last === undefined ? undefined : { size: last.sequence, hash: last.hash };
}

function chainBehind(head: LedgerHead, records: readonly LedgerRecord[]): readonly LedgerLine[] {
  const entries = chainOf(
    head,
    records.map(({ body }) => body),
  );
  return linesOf(
    entries,
    records.map(({ texts }) => texts),
  );
}
