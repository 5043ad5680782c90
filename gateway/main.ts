import { readFileSync } from 'node:fs';
import path from 'node:path';

import { LedgerWriter } from '../ledger/ledger-writer';
import { openFileLedgerStore } from '../ledger/storage/file-ledger-store';
import { loadProtocols } from '../protocols/load-protocols';
import { ProtocolFaults } from '../protocols/protocol-faults';
import { readPermissionMap } from '../schema/read-permission-map';
import { createClock } from '../service/clock';
import { ConfigurationError, isProduction } from '../service/environment';
import { createLog } from '../service/log';
import { createMetrics } from '../service/metrics';
import { projectRoot } from '../service/project-root';
import { runService } from '../service/run-service';

import { readConfiguration } from './configuration';
import { createGateway } from './create-gateway';

void runService('gateway', async () => {
  const { protocolsDirectory, metricsPort, ledgerFolder, ...configuration } = readConfiguration();
  const supergraphSdl = readFileSync(path.join(projectRoot, 'schema', 'supergraph.graphql'), 'utf8');
  const { fields } = readPermissionMap(supergraphSdl);
  const log = createLog('gateway');
  const metrics = createMetrics('gateway');
  // The gateway holds no data: whether a proposed protocol may be used depends on the owners' databases, and each of
  // them checks its own.
  const environment = { fields: [...fields.values()], synthetic: !isProduction() };
  const ledgerStore = openFileLedgerStore('gateway', ledgerFolder);
  const ledger = new LedgerWriter(ledgerStore);
  const gateway = await createGateway({
    ...configuration,
    supergraphSdl,
    loadProtocols: () => loadProtocols(protocolsDirectory, environment),
    clock: createClock(),
    log,
    registry: metrics.registry,
    ledger,
  }).catch((error: unknown) => {
    throw error instanceof ProtocolFaults ? new ConfigurationError(error.message.split('\n')) : error;
  });
  const metricsServer = await metrics.startMetricsServer(metricsPort);
  return {
    reload: () => gateway.reload(),
    async close() {
      await Promise.all([gateway.close(), metricsServer.close()]);
      await ledger.idle();
      ledgerStore.close();
    },
  };
});
