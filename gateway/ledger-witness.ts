import path from 'node:path';

import type { Registry } from 'prom-client';

import { LedgerKey } from '../ledger/ledger-key';
import type { FirstKeys } from '../ledger/public-keys';
import { witnessedRoute } from '../ledger/operator-routes';
import { witnessRoute } from '../ledger/serve-witness';
import { fileWitnessStore } from '../ledger/storage/file-witness-store';
import type { WitnessStore } from '../ledger/witness-store';
import type { Route } from '../service/http-server';
import type { Log } from '../service/log';

export interface GatewayWitness {
  readonly route: Route;
  readonly forOperators: readonly Route[];
}

/** Where a gateway without a database keeps the heads that it saw. */
export const gatewayWitnessStore = (dataFolder: string): WitnessStore =>
  fileWitnessStore(path.join(dataFolder, 'databases', 'gateway', 'witnessed-heads.json'));

/** The gateway as a witness of the owners' ledgers. */
export function gatewayWitness(
  store: WitnessStore,
  firstKeys: FirstKeys,
  token: string,
  log: Log,
  registry: Registry,
): GatewayWitness {
  const key = LedgerKey.open('gateway');
  const rotations = () => Promise.resolve([]);
  return {
    route: witnessRoute({ name: 'gateway', signer: () => key.signer, rotations, firstKeys, store, log, registry }),
    forOperators: [witnessedRoute(store, rotations, token)],
  };
}
