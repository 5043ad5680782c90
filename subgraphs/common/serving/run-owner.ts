import path from 'node:path';

import { LedgerWriter } from '../../../ledger/ledger-writer';
import { witnessedLedger } from '../../../ledger/witnessed-ledger';
import { loadOwnerProtocols } from '../disclosure/load-owner-protocols';
import { type OwnerName, OWNERS } from '../../../schema/owners';
import { createClock } from '../../../service/clock';
import { dataFolder } from '../../../service/data-folder';
import { ConfigurationError } from '../../../service/environment';
import { startHttpServer } from '../../../service/http-server';
import { createLog } from '../../../service/log';
import { createMetrics } from '../../../service/metrics';
import { operatorToken } from '../../../service/operator-token';
import { projectRoot } from '../../../service/project-root';
import { reportProgress, runService } from '../../../service/run-service';
import { type DatabaseMark, type Population, prepareDatabase } from '../loading/prepare-database';
import { Subject } from '../loading/subject';
import { recordTypeOf } from '../records/record-registry';
import { rowPermissionsWriter } from '../row-security/write-row-permissions';
import { openLedgerConnection } from '../ledger/ledger-connection';
import { ledgerRoute } from '../ledger/ledger-route';
import { ownerLedger } from '../ledger/owner-ledger';
import { openStore } from '../storage/store';
import { readOwnerConfiguration } from './configuration';
import { ownerGraph, ownerRoutes } from './create-owner';
import type { OwnerDefinition } from './owner-definition';
import { createOwnerMetrics } from './owner-metrics';
import { publicKeysAt } from './verify-one-time-token';
import { transactionVerifier } from './verify-transaction';

/**
 * Starts one owner as a process: configuration, database, protocols, HTTP, in this order. Nothing listens before the
 * database is marked and the protocols are loaded without a fault.
 * @param population the synthetic people to load into an empty database; undefined in production.
 */
export async function runOwner(
  owner: OwnerDefinition,
  population: (production: boolean) => Population | undefined,
): Promise<void> {
  await runService(owner.name, async () => {
    const configuration = readOwnerConfiguration(owner.name);
    const log = createLog(owner.name);
    const clock = createClock();
    const graph = ownerGraph(owner);
    reportProgress('opening the database');
    const store = await openStore(configuration.store, [
      Subject,
      ...owner.internalTables,
      ...owner.records.map((record) => recordTypeOf(record).recordClass),
    ]).catch((error: unknown) => {
      throw new ConfigurationError([
        `The database of ${OWNERS[owner.name].title} cannot be opened: ${error instanceof Error ? error.message : String(error)}. ` +
          `Look at ${OWNERS[owner.name].variable}_DATABASE_URL and ${OWNERS[owner.name].variable}_ADMIN_DATABASE_URL.`,
      ]);
    });
    try {
      const mark = await prepareDatabase(owner, store, population(configuration.production), reportProgress);
      const directory = path.resolve(projectRoot, configuration.protocolsDirectory);
      const writeDown = rowPermissionsWriter(store.maintenance, graph.catalogue, owner.measures ?? []);
      const load = async () => {
        const loaded = loadOwnerProtocols(directory, graph.catalogue, mark === 'synthetic');
        await writeDown(loaded);
        return loaded;
      };
      let protocols = await load();
      const ledgerConnection = openLedgerConnection(configuration.store, store);
      const kept = ownerLedger(store, ledgerConnection.query);
      const ledger = new LedgerWriter(kept.store);
      refuseStrangers(owner.name, mark, configuration.production);
      const metrics = createMetrics(owner.name);
      const witnessed = witnessedLedger({
        name: owner.name,
        ...kept,
        settings: configuration.ledger,
        tls: configuration.tls,
        token: operatorToken(dataFolder()),
        log,
        registry: metrics.registry,
      });
      const services = await owner.openServices?.({
        owner,
        store,
        ledger,
        protocols: () => protocols,
        isSynthetic: mark === 'synthetic',
        peers: configuration.ledger.witnesses,
        tls: configuration.tls,
        clock,
        log,
      });
      const server = await startHttpServer({
        service: owner.name,
        host: configuration.host,
        port: configuration.port,
        maxBodyBytes: 2_000_000,
        requestTimeoutMs: 15_000,
        tls: configuration.tls,
        clients: 'processes-of-the-hub',
        log,
        routes: [
          ...witnessed.routes,
          ...(services?.routes ?? []),
          ...ownerRoutes({
            name: owner.name,
            graph,
            store,
            ledger,
            flushesBeside: ledgerConnection.isApart,
            clock,
            log,
            metrics: createOwnerMetrics(metrics.registry),
            verify: transactionVerifier(
              owner.name,
              publicKeysAt(configuration.gatewayKeysUrl, configuration.tls),
              () => new Date(),
            ),
            protocols: () => protocols,
            services: services?.services ?? [],
            witnesses: () => witnessed.keeper.states(),
          }),
        ],
      });
      // The embedded database opens in this process alone; PostgreSQL's is read by the operator's own login.
      const forOperators =
        configuration.store.kind === 'embedded' ? [ledgerRoute(store, operatorToken(dataFolder()))] : [];
      const metricsServer = await metrics.startMetricsServer(configuration.metricsPort, [
        ...forOperators,
        ...witnessed.forOperators,
        ...(services?.forOperators ?? []),
      ]);
      witnessed.keeper.start();
      services?.start();
      return {
        close: async () => {
          await Promise.all([server.close(), metricsServer.close()]);
          await services?.close();
          await ledger.idle();
          await witnessed.keeper.close();
          await ledgerConnection.close();
          await store.close();
        },
        reload: async () => {
          protocols = await load();
          log.info({ protocols: protocols.version }, 'protocols reloaded');
        },
      };
    } catch (error) {
      await store.close();
      throw error;
    }
  });
}

/** Outside production the development identity provider speaks for everybody: to it, only invented people are open. */
function refuseStrangers(name: OwnerName, mark: DatabaseMark, production: boolean): void {
  if (production || mark === 'synthetic') return;
  throw new ConfigurationError(
    `The database of ${OWNERS[name].title} is not marked synthetic, and the development identity provider must not ` +
      'reach it: set NODE_ENV=production, or point this owner at an empty database.',
  );
}
