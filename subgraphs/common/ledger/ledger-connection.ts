import { hash } from 'node:crypto';

import type { PoolClient } from 'pg';

import type { Query } from '../../../ledger/storage/read-ledger-part';
import { LastingPool } from '../storage/lasting-pool';
import type { Store, StoreLocation } from '../storage/store';
import { postgresTypes } from '../storage/value-parsers';

/**
 * How long each step of writing may take. All together stay below what a gateway waits for an owner (5 s), so that a
 * ledger that cannot be written is told as such and not as an owner that does not answer.
 */
const CONNECT_MS = 1_000;
const LOCK_MS = 1_000;
const STATEMENT_MS = 1_500;
/** Where the server itself does not keep to the others: it hangs, or the network does. */
const ANSWER_MS = 2_000;

/** How the ledger of an owner is written: as the application, like everything that a request does. */
export interface LedgerConnection {
  readonly query: Query;
  /** Whether it stands beside the requests' own connections, so that a flush need not wait for one of them. */
  readonly isApart: boolean;
  close(): Promise<void>;
}

/** On PostgreSQL a connection of the ledger's own; the embedded engine has one session for all. */
export function openLedgerConnection(location: StoreLocation, store: Store): LedgerConnection {
  return location.kind === 'postgres'
    ? openPostgresLedgerConnection(location.applicationUrl)
    : {
        query: (sql, values) => store.application.query(sql, values),
        isApart: false,
        close: () => Promise.resolve(),
      };
}

/**
 * A connection of its own, since a ledger writes one statement at a time: requests that wait for a database cannot keep
 * it from being written, and its limits are tighter than theirs. A connection that failed is thrown away, so that
 * nothing has to be restarted once the cause is gone.
 */
export function openPostgresLedgerConnection(connectionString: string): LedgerConnection {
  const pool = new LastingPool({
    connectionString,
    max: 1,
    connectionTimeoutMillis: CONNECT_MS,
    lock_timeout: LOCK_MS,
    statement_timeout: STATEMENT_MS,
    query_timeout: ANSWER_MS,
    keepAlive: true,
    types: postgresTypes,
  });
  // Held for as long as it answers: to take it from the pool anew for each statement would let all others go first.
  let held: Promise<PoolClient> | undefined;
  /** One that failed or ended is thrown away, once. */
  const drop = (connection: Promise<PoolClient>, client?: PoolClient): void => {
    if (held !== connection) return;
    held = undefined;
    client?.release(true);
  };
  const connect = (): Promise<PoolClient> => {
    const connecting = pool.connect();
    connecting.then(
      (client) => client.once('end', () => drop(connecting, client)),
      () => drop(connecting),
    );
    return connecting;
  };
  return {
    query: async <Row>(sql: string, values: unknown[]): Promise<Row[]> => {
      const connection = (held ??= connect());
      const client = await connection;
      try {
        // Prepared once a connection: planning was a third of what the server did for a lone entry.
        const prepared = { name: hash('sha1', sql), text: sql, values };
        return (await client.query<Row & Record<string, unknown>>(prepared)).rows;
      } catch (error) {
        drop(connection, client);
        throw error;
      }
    },
    isApart: true,
    close: async () => {
      const last = held;
      held = undefined;
      (await last?.catch(() => undefined))?.release();
      await pool.end();
    },
  };
}
