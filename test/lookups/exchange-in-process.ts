// The exchange's side of lookups in this process, on the database that the environment names, with three owners beside
// it that call it over HTTP as processes of the hub do. For programs: the embedded engine does not live in a test's world.
import { z } from 'zod';

import { type RunningHttpServer, startHttpServer } from '../../service/http-server';
import { createLog } from '../../service/log';
import { askerSchema, LOOKUP_OWNERS } from '../../subgraphs/common/peers/asker';
import { createPeerClient, type PeerClient } from '../../subgraphs/common/peers/peer-client';
import { PeerRefused, PeerUnavailable } from '../../subgraphs/common/peers/peer-errors';
import { peerRoute } from '../../subgraphs/common/peers/peer-route';
import { createPeerSigner, peerKeysRoute } from '../../subgraphs/common/peers/peer-token';
import { peerVerifier } from '../../subgraphs/common/peers/verify-peer';
import { readOwnerConfiguration } from '../../subgraphs/common/serving/configuration';
import { type Database, databaseOf } from '../../subgraphs/common/storage/database';
import { openStore, type Store } from '../../subgraphs/common/storage/store';
import { LookupStore } from '../../subgraphs/exchange/lookups/lookup-store';
import { type ExchangeLookups, openExchangeLookups } from '../../subgraphs/exchange/lookups/open-exchange-lookups';
import { TagIndex } from '../../subgraphs/exchange/lookups/tag-index';
import { KEY, SEALING, TOO_OFTEN } from './example-lookups';

export type Owner = (typeof LOOKUP_OWNERS)[number];

/** What came back of a call, in words that can be printed. */
export type Outcome =
  | { readonly answer: unknown }
  | { readonly refused: string; readonly retryAfter?: number }
  | { readonly unavailable: string };

export interface ExchangeInProcess {
  readonly store: Store;
  readonly database: Database;
  readonly index: TagIndex;
  readonly lookups: LookupStore;
  readonly exchange: ExchangeLookups;
  /** Moves the exchange's clock. */
  readonly pass: (milliseconds: number) => void;
  readonly now: () => number;
  /** Calls the exchange as one of the owners. */
  readonly call: (owner: Owner, path: string, body: unknown) => Promise<Outcome>;
  /** What the owners were asked to evaluate. */
  readonly evaluated: { readonly at: Owner; readonly person: string; readonly points: readonly string[] }[];
}

/** Runs a program's work with an exchange, prints what it finds as JSON and ends the process. */
export function printFindings(work: (exchange: ExchangeInProcess) => Promise<unknown>): void {
  void withExchange(work).then(
    (findings) => {
      process.stdout.write(JSON.stringify(findings), () => process.exit(0));
    },
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}

async function withExchange<Findings>(work: (exchange: ExchangeInProcess) => Promise<Findings>): Promise<Findings> {
  const log = createLog('test', { LOG_LEVEL: 'silent' });
  const servers: RunningHttpServer[] = [];
  const clients: PeerClient[] = [];
  const start = async (routes: Parameters<typeof startHttpServer>[0]['routes']): Promise<string> => {
    const server = await startHttpServer({ service: 'test', host: '127.0.0.1', port: 0, log, routes });
    servers.push(server);
    return `http://127.0.0.1:${server.port}`;
  };
  const clientOf = (signer: ReturnType<typeof createPeerSigner>, peers: ReadonlyMap<string, string>): PeerClient => {
    const client = createPeerClient({ signer, peers, tls: undefined, timeoutMs: 10_000 });
    clients.push(client);
    return client;
  };

  const store = await openStore(readOwnerConfiguration('exchange').store, []);
  const offset = { ms: 0 };
  const clock = { now: () => new Date(Date.now() + offset.ms) };
  const evaluated: { at: Owner; person: string; points: readonly string[] }[] = [];
  const exchangeSigner = createPeerSigner('exchange');
  const ownerSigners = new Map(LOOKUP_OWNERS.map((owner) => [owner, createPeerSigner(owner)]));
  const ownerUrls = new Map<string, string>();
  // An owner has to know where the exchange's keys are before the exchange listens.
  const exchangeKeys = new Map([['exchange', await start([peerKeysRoute(exchangeSigner)])]]);
  for (const [owner, signer] of ownerSigners) {
    const evaluate = peerRoute({
      path: '/lookup/owner/evaluate',
      verify: peerVerifier(owner, exchangeKeys, undefined, () => new Date()),
      log,
      from: ['exchange'],
      schema: z.object({ asker: askerSchema, points: z.array(z.string()) }),
      handle: async ({ asker, points }) => {
        if (asker.person === TOO_OFTEN) throw new PeerRefused('TOO_MANY_LOOKUPS', 'Wait.', 180);
        evaluated.push({ at: owner, person: asker.person, points });
        return { points: [...points].reverse(), key: KEY, sealing: SEALING };
      },
    });
    ownerUrls.set(owner, await start([peerKeysRoute(signer), evaluate]));
  }
  const exchange = openExchangeLookups({
    store,
    client: clientOf(exchangeSigner, ownerUrls),
    signer: exchangeSigner,
    verify: peerVerifier('exchange', ownerUrls, undefined, () => new Date()),
    clock,
    log,
  });
  const exchangeUrl = new Map([['exchange', await start(exchange.routes)]]);
  const callers = new Map([...ownerSigners].map(([owner, signer]) => [owner, clientOf(signer, exchangeUrl)]));
  const database = databaseOf(store.maintenance);
  try {
    return await work({
      store,
      database,
      index: new TagIndex(database, clock.now),
      lookups: new LookupStore(database, clock.now),
      exchange,
      pass: (milliseconds) => {
        offset.ms += milliseconds;
      },
      now: () => clock.now().getTime(),
      call: async (owner, path, body) => {
        try {
          return { answer: await callers.get(owner)?.ask('exchange', path, body, z.unknown()) };
        } catch (error) {
          if (error instanceof PeerUnavailable) return { unavailable: error.reason };
          if (!(error instanceof PeerRefused)) throw error;
          const { code, retryAfter } = error;
          return { refused: code, ...(retryAfter === undefined ? {} : { retryAfter }) };
        }
      },
      evaluated,
    });
  } finally {
    await Promise.all(clients.map((client) => client.close()));
    await Promise.all(servers.map((server) => server.close()));
    await exchange.close();
    await store.close();
  }
}
