import type { CheckpointStore, LedgerReader } from '../../../ledger/checkpoint-store';
import type { LedgerStore } from '../../../ledger/ledger-writer';
import { type Query, readEntries, readRotations } from '../../../ledger/storage/read-ledger-part';
import { sqlCheckpointStore } from '../../../ledger/storage/sql-checkpoint-store';
import { sqlLedgerStore } from '../../../ledger/storage/sql-ledger-store';
import { sqlWitnessStore } from '../../../ledger/storage/sql-witness-store';
import type { WitnessStore } from '../../../ledger/witness-store';
import type { Store } from '../storage/store';

/** Where an owner keeps its ledger, the checkpoints of it, and what it saw of the other ledgers. */
export interface OwnerLedger {
  readonly store: LedgerStore;
  readonly reader: LedgerReader;
  readonly checkpoints: CheckpointStore;
  readonly seen: WitnessStore;
}

/**
 * All of it in the owner's database. The ledger is read whole by maintenance, which no policy on rows narrows; what is
 * written is written as the application, which may add and no more.
 * @param write how entries are written, as the application
 */
export function ownerLedger(database: Store, write: Query): OwnerLedger {
  const maintenance: Query = (sql, values) => database.maintenance.query(sql, values);
  const application: Query = (sql, values) => database.application.query(sql, values);
  return {
    store: sqlLedgerStore(write),
    reader: {
      readHead: () => sqlLedgerStore(maintenance).readHead(),
      readEntries: (after, limit) => readEntries(maintenance, after, limit),
      readRotations: () => readRotations(maintenance),
    },
    checkpoints: sqlCheckpointStore(application),
    seen: sqlWitnessStore(application),
  };
}
