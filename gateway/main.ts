import { readFileSync } from 'node:fs';
import path from 'node:path';

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
import { gatewayWitness, gatewayWitnessStore } from './ledger-witness';

void runService('gateway', async () => {
  const { protocolsDirectory, metricsPort, ledger, ...configuration } = readConfiguration();
  const supergraphSdl = readFileSync(path.join(projectRoot, 'schema', 'supergraph.graphql'), 'utf8');
  const { fields } = readPermissionMap(supergraphSdl);
  const log = createLog('gateway');
  const metrics = createMetrics('gateway');
  // The gateway holds no data: whether a proposed protocol may be used depends on the owners' databases, and each of
  // them checks its own.
  const environment = { fields: [...fields.values()], synthetic: !isProduction() };
  const folder = dataFolder();
  const { firstKeys } = ledger;
  const witness = gatewayWitness(gatewayWitnessStore(folder), firstKeys, operatorToken(folder), log, metrics.registry);
  const gateway = await createGateway({
    ...configuration,
    otherRoutes: [witness.route],
    supergraphSdl,
    loadProtocols: () => loadProtocols(protocolsDirectory, environment),
    clock: createClock(),
    log,
    registry: metrics.registry,
  }).catch((error: unknown) => {
    throw error instanceof ProtocolFaults ? new ConfigurationError(error.message.split('\n')) : error;
  });
  const metricsServer = await metrics.startMetricsServer(metricsPort, witness.forOperators);
  return {
    reload: () => gateway.reload(),
    async close() {
      await Promise.all([gateway.close(), metricsServer.close()]);
    },
  };
});
