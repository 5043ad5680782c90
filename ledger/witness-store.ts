import type { LedgerHead } from './chain';
import type { LedgerName } from './ledger-names';
import type { WitnessRefusal } from './witness';

/** The last head of another's ledger that a witness countersigned. */
export interface WitnessedHead extends LedgerHead {
  readonly ledger: LedgerName;
  /** The ledger's key at that head, in base64: rotations before it were followed. */
  readonly publicKey: string;
  /** The checkpoint with the ledger's signature and the witness's, printed. */
  readonly note: string;
  readonly alarm: WitnessAlarm | null;
}

/** A ledger signed what contradicts what it signed before. The note proves it. */
export interface WitnessAlarm {
  readonly why: WitnessRefusal;
  readonly note: string;
  /** Instant, ISO 8601 in UTC. */
  readonly time: string;
}

/** Where a witness keeps what it saw. A head never goes back, and no ledger is forgotten. */
export interface WitnessStore {
  readAll(): Promise<readonly WitnessedHead[]>;
  read(ledger: LedgerName): Promise<WitnessedHead | undefined>;
  /** Keeps the next head durably, if `last` is still the one that is kept; tells whether it was. */
  advance(last: LedgerHead | undefined, next: WitnessedHead): Promise<boolean>;
  /** Puts an alarm to a head that is kept. */
  raise(ledger: LedgerName, alarm: WitnessAlarm): Promise<void>;
}
