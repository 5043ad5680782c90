import { readFileSync } from 'node:fs';
import path from 'node:path';

import { createGateway, type GatewayOptions, type RunningGateway } from '../../gateway/create-gateway';
import { MemoryStore } from '../../ledger/fixture/memory-store';
import { LedgerWriter } from '../../ledger/ledger-writer';
import { createLog } from '../../service/log';
import { hub, shippedProtocols } from './hub';
import { ROOT } from './launch-hub';

/**
 * A gateway in this process, beside the hub's own, for what cannot be set on a hub that others ask at the same time:
 * its issuers, its limits. The owners do not know its keys, so that it answers only what needs no owner.
 */
export function startGatewayBeside(options: Partial<GatewayOptions> = {}): Promise<RunningGateway> {
  return createGateway({
    supergraphSdl: readFileSync(path.join(ROOT, 'schema/supergraph.graphql'), 'utf8'),
    loadProtocols: shippedProtocols,
    ledger: new LedgerWriter(new MemoryStore()),
    owners: hub.ownerUrls,
    issuers: [
      {
        issuer: 'https://development.concordat.example',
        jwks: path.join(hub.dataFolder, 'keys/development-issuer.jwk.json'),
        organisations: ['*'],
        algorithms: ['ES256'],
      },
    ],
    clock: { now: () => new Date() },
    log: createLog('gateway', { LOG_LEVEL: 'silent' }),
    ...options,
  });
}
