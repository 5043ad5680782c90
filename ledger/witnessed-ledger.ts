import type { Registry } from 'prom-client';

import type { Route } from '../service/http-server';
import type { Log } from '../service/log';
import type { TlsIdentity } from '../service/tls';
import { createWitnessClient } from './ask-witness';
import { CheckpointKeeper } from './checkpoint-keeper';
import type { CheckpointStore, LedgerReader } from './checkpoint-store';
import { LedgerKey } from './ledger-key';
import type { LedgerName } from './ledger-names';
import type { LedgerSettings } from './ledger-settings';
import type { LedgerStore } from './ledger-writer';
import { checkpointsRoute, rotateKeyRoute, witnessedRoute } from './operator-routes';
import { witnessRoute } from './serve-witness';
import type { WitnessStore } from './witness-store';

/** What a process does for its ledger besides writing it: sign checkpoints, and be a witness of the other ledgers. */
export interface WitnessedLedger {
  readonly keeper: CheckpointKeeper;
  /** On the port that the hub's processes reach. */
  readonly routes: readonly Route[];
  /** For the operator's commands. */
  readonly forOperators: readonly Route[];
}

export interface WitnessedLedgerParts {
  readonly name: LedgerName;
  readonly reader: LedgerReader;
  readonly store: LedgerStore;
  readonly checkpoints: CheckpointStore;
  /** What this process saw of the others. */
  readonly seen: WitnessStore;
  readonly settings: LedgerSettings;
  readonly tls: TlsIdentity | undefined;
  readonly token: string;
  readonly log: Log;
  readonly registry: Registry;
}

/** Puts the parts together; nothing is signed before the keeper is started. */
export function witnessedLedger(parts: WitnessedLedgerParts): WitnessedLedger {
  const { name, reader, store, checkpoints, seen, settings, tls, token, log, registry } = parts;
  const { firstKeys } = settings;
  const key = LedgerKey.open(name);
  const keeper = new CheckpointKeeper({
    reader,
    store,
    checkpoints,
    key,
    witnesses: new Map([...settings.witnesses].map(([witness, url]) => [witness, createWitnessClient(url, tls)])),
    firstKeys,
    intervalMs: settings.checkpointEveryMs,
    now: () => new Date(),
    log,
    registry,
  });
  const rotations = async () => (await reader.readRotations()).flatMap(({ keyRotation }) => keyRotation ?? []);
  return {
    keeper,
    routes: [witnessRoute({ name, signer: () => key.signer, rotations, firstKeys, store: seen, log, registry })],
    forOperators: [
      checkpointsRoute(checkpoints, token),
      witnessedRoute(seen, rotations, token),
      rotateKeyRoute(keeper, token),
    ],
  };
}
