import { Pool, type PoolConfig } from 'pg';

/**
 * A pool that outlives its server. A connection that breaks may say so more than once, also while somebody uses it,
 * and an error event that nobody hears ends the process: whoever uses the connection is told by the statement itself.
 */
export class LastingPool extends Pool {
  constructor(configuration: PoolConfig) {
    super(configuration);
    this.on('error', () => undefined);
    this.on('connect', (client) => client.on('error', () => undefined));
  }
}
