import { readFileSync } from 'node:fs';
import path from 'node:path';

import { LedgerWriter } from '../ledger/ledger-writer';
import { fileCheckpointStore } from '../ledger/storage/file-checkpoint-store';
import { fileLedgerReader } from '../ledger/storage/file-ledger-reader';
import { openFileLedgerStore } from '../ledger/storage/file-ledger-store';
import { fileWitnessStore } from '../ledger/storage/file-witness-store';
import { witnessedLedger } from '../ledger/witnessed-ledger';
import { loadProtocols } from '../protocols/load-protocols';
import { ProtocolFaults } from '../protocols/protocol-faults';
import { readPermissionMap } from '../schema/read-permission-map';
import { createClock } from '../service/clock';
import { dataFolder } from '../service/data-folder';
import { ConfigurationError, isProduction } from '../service/environment';
import { createLog } from '../service/log';
import { createMetrics } from '../service/metrics';
import { operatorToken } from '../service/operator-token';
import { projectRoot } from '../service/project-root';
import { runService } from '../service/run-service';

import { readConfiguration } from './configuration';
import { createGateway } from './create-gateway';

void runService('gateway', async () => {
  const { protocolsDirectory, metricsPort, ledgerFolder, ledger: settings, ...configuration } = readConfiguration();
  const supergraphSdl = readFileSync(path.join(projectRoot, 'schema', 'supergraph.graphql'), 'utf8');
  const { fields } = readPermissionMap(supergraphSdl);
  const log = createLog('gateway');
  const metrics = createMetrics('gateway');
  // The gateway holds no data: whether a proposed protocol may be used depends on the owners' databases, and each of
  // them checks its own.
  const environment = { fields: [...fields.values()], synthetic: !isProduction() };
  const store = openFileLedgerStore('gateway', ledgerFolder);
  const ledger = new LedgerWriter(store);
  const witnessed = witnessedLedger({
    name: 'gateway',
    store,
    reader: fileLedgerReader(ledgerFolder),
    checkpoints: fileCheckpointStore(path.join(ledgerFolder, 'checkpoints.jsonl')),
    seen: fileWitnessStore(path.join(ledgerFolder, 'witnessed-heads.json')),
    settings,
    tls: configuration.tls,
    token: operatorToken(dataFolder()),
    log,
    registry: metrics.registry,
  });
  const gateway = await createGateway({
    ...configuration,
    otherRoutes: witnessed.routes,
    supergraphSdl,
    loadProtocols: () => loadProtocols(protocolsDirectory, environment),
    clock: createClock(),
    log,
    registry: metrics.registry,
    ledger,
  }).catch((error: unknown) => {
    throw error instanceof ProtocolFaults ? new ConfigurationError(error.message.split('\n')) : error;
  });
  const metricsServer = await metrics.startMetricsServer(metricsPort, witnessed.forOperators);
  witnessed.keeper.start();
  return {
    reload: () => gateway.reload(),
    async close() {
      await Promise.all([gateway.close(), metricsServer.close()]);
      await ledger.idle();
      await witnessed.keeper.close();
      store.close();
    },
  };
});
