import type { DataSource } from 'typeorm';

import type { Query } from '../../../ledger/storage/read-ledger-part';

/** A database for whoever writes SQL: single statements, and several in one transaction. */
export interface Database {
  readonly query: Query;
  /**
   * What throws is rolled back. On the embedded engine there is one session: within the work nothing but its own
   * `query` may be used, and nothing outside the process may be waited for.
   */
  transaction<Result>(work: (query: Query) => Promise<Result>): Promise<Result>;
}

export type { Query };

export function databaseOf(dataSource: DataSource): Database {
  return {
    query: (sql, values) => dataSource.query(sql, values),
    transaction: (work) => dataSource.transaction((manager) => work((sql, values) => manager.query(sql, values))),
  };
}
