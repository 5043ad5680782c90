import type { Registry } from 'prom-client';

import { createWitnessClient } from '../../../ledger/ask-witness';
import { CheckpointKeeper } from '../../../ledger/checkpoint-keeper';
import type { LedgerReader } from '../../../ledger/checkpoint-store';
import { LedgerKey } from '../../../ledger/ledger-key';
import type { LedgerSettings } from '../../../ledger/ledger-settings';
import type { LedgerStore } from '../../../ledger/ledger-writer';
import { checkpointsRoute, rotateKeyRoute, witnessedRoute } from '../../../ledger/operator-routes';
import { witnessRoute } from '../../../ledger/serve-witness';
import { type Query, readEntries, readRotations } from '../../../ledger/storage/read-ledger-part';
import { sqlCheckpointStore } from '../../../ledger/storage/sql-checkpoint-store';
import { sqlWitnessStore } from '../../../ledger/storage/sql-witness-store';
import type { OwnerName } from '../../../schema/owners';
import type { Route } from '../../../service/http-server';
import type { Log } from '../../../service/log';
import type { TlsIdentity } from '../../../service/tls';
import type { Store } from '../storage/store';

/** What an owner does for its ledger besides writing it: checkpoints, and being a witness of the others. */
export interface WitnessedLedger {
  readonly keeper: CheckpointKeeper;
  /** On the port that the hub's processes reach. */
  readonly routes: readonly Route[];
  /** For the operator's commands. */
  readonly forOperators: readonly Route[];
}

export interface WitnessedLedgerParts {
  readonly name: OwnerName;
  readonly store: Store;
  readonly ledger: LedgerStore;
  readonly settings: LedgerSettings;
  readonly tls: TlsIdentity | undefined;
  readonly token: string;
  readonly log: Log;
  readonly registry: Registry;
}

/**
 * The ledger is read whole by maintenance, which no policy on rows narrows; whatever is signed and countersigned is
 * kept as the application, which may add to it and no more.
 */
export function witnessedLedger(parts: WitnessedLedgerParts): WitnessedLedger {
  const { name, store, ledger, settings, tls, token, log, registry } = parts;
  const maintenance: Query = (sql, values) => store.maintenance.query(sql, values);
  const application: Query = (sql, values) => store.application.query(sql, values);
  const reader: LedgerReader = {
    readHead: () => ledger.readHead(),
    readEntries: (after, limit) => readEntries(maintenance, after, limit),
    readRotations: () => readRotations(maintenance),
  };
  const key = LedgerKey.open(name);
  const checkpoints = sqlCheckpointStore(application);
  const keeper = new CheckpointKeeper({
    reader,
    store: ledger,
    checkpoints,
    key,
    witnesses: new Map([...settings.witnesses].map(([witness, url]) => [witness, createWitnessClient(url, tls)])),
    firstKeys: settings.firstKeys,
    intervalMs: settings.checkpointEveryMs,
    now: () => new Date(),
    log,
    registry,
  });
  const seen = sqlWitnessStore(application);
  const rotations = async () => (await reader.readRotations()).flatMap(({ keyRotation }) => keyRotation ?? []);
  return {
    keeper,
    routes: [
      witnessRoute({
        name,
        signer: () => key.signer,
        rotations,
        firstKeys: settings.firstKeys,
        store: seen,
        log,
        registry,
      }),
    ],
    forOperators: [
      checkpointsRoute(checkpoints, token),
      witnessedRoute(seen, rotations, token),
      rotateKeyRoute(keeper, token),
    ],
  };
}
