import type { Clock } from '../../../service/clock';
import type { Route } from '../../../service/http-server';
import type { Log } from '../../../service/log';
import type { OneTimeTokenSigner } from '../../../service/one-time-token';
import type { PeerClient } from '../../common/peers/peer-client';
import { peerKeysRoute } from '../../common/peers/peer-token';
import type { VerifyPeer } from '../../common/peers/verify-peer';
import { databaseOf } from '../../common/storage/database';
import type { Store } from '../../common/storage/store';
import { exchangeLookupRoutes } from './exchange-lookup-routes';
import { createLookupDesk, type LookupDesk } from './lookup-desk';
import { LookupStore } from './lookup-store';
import { TagIndex } from './tag-index';

export interface ExchangeLookupsOptions {
  readonly store: Pick<Store, 'maintenance'>;
  /** Of the exchange: by which it calls owners. The caller closes it. */
  readonly client: PeerClient;
  readonly signer: OneTimeTokenSigner;
  readonly verify: VerifyPeer;
  readonly clock: Clock;
  readonly log: Log;
  readonly timeBoxMs?: number;
}

export interface ExchangeLookups {
  /** Those of the contract between owners and the exchange, and that of the public keys. */
  readonly routes: readonly Route[];
  readonly desk: LookupDesk;
  /** Stops the purge, and waits for one that is under way: before the store is closed. */
  close(): Promise<void>;
}

const DAY = 86_400_000;
const PROTOCOL_TIME_BOX_MS = 14 * DAY;
const PURGE_EVERY_MS = 3_600_000;

/** Opens the exchange's side of lookups on its migrated database; rows that ended long ago go now and every hour. */
export function openExchangeLookups(options: ExchangeLookupsOptions): ExchangeLookups {
  const { client, signer, verify, clock, log, timeBoxMs = PROTOCOL_TIME_BOX_MS } = options;
  // By the maintenance login: none of these tables is a request's to read, whoever asks.
  const database = databaseOf(options.store.maintenance);
  const now = (): Date => clock.now();
  const store = new LookupStore(database, now);
  const index = new TagIndex(database, now);
  const purge = (): Promise<void> =>
    store.purge().then(
      (rows) => {
        if (rows > 0) log.info({ rows }, 'deleted lookups that ended long ago');
      },
      (error: unknown) => {
        log.error({ err: error }, 'lookups that ended long ago could not be deleted');
      },
    );
  let purging = purge();
  const timer = setInterval(() => {
    purging = purging.then(purge);
  }, PURGE_EVERY_MS);
  return {
    routes: [peerKeysRoute(signer), ...exchangeLookupRoutes({ index, store, client, verify, now, timeBoxMs, log })],
    desk: createLookupDesk(store),
    close: async () => {
      clearInterval(timer);
      await purging;
    },
  };
}
