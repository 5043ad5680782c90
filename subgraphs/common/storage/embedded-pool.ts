import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';

import { PGlite, type Results } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { dataDir } from '@electric-sql/pglite-prepopulatedfs';

import { VALUE_PARSERS } from './value-parsers';

/**
 * Gives TypeORM's ordinary PostgreSQL driver the embedded engine, one client at a time. The engine has a single
 * session: two checkouts at once would share a transaction and so see each other's rows and settings.
 * A checkout that waits too long fails with a clear message instead of hanging.
 *
 * The session is a superuser's, for whom no policy holds: every checkout sets its authorization, to the application's
 * role or back to the superuser for maintenance. It is the authorization and not the role, which any statement could reset.
 */
export function embeddedPostgres(engine: PGlite, acquireTimeoutMs = 10_000): (role: string) => { Pool: unknown } {
  const queue = new CheckoutQueue(acquireTimeoutMs);
  return (role) => ({ Pool: poolOf(engine, queue, role) });
}

function poolOf(engine: PGlite, queue: CheckoutQueue, role: string): unknown {
  // By its name for maintenance as well: the engine takes `default` for whatever was set last.
  const authorization = `set session authorization ${role}`;
  class EmbeddedPool extends EventEmitter {
    async connect(
      done?: (error: Error | undefined, client?: EmbeddedClient, release?: (error?: Error) => void) => void,
    ): Promise<EmbeddedClient | undefined> {
      try {
        const client = new EmbeddedClient(engine, await queue.acquire());
        await client.query(authorization).catch(async (error: unknown) => {
          await client.release();
          throw error;
        });
        done?.(undefined, client, (error?: Error) => void client.release(error));
        return client;
      } catch (error) {
        if (done === undefined) throw error;
        done(error as Error);
        return undefined;
      }
    }
    end(done?: (error?: Error) => void): void {
      done?.();
    }
  }
  return EmbeddedPool;
}

/**
 * Opens the embedded engine: on disk in `directory`, in memory without one. A new database begins from a prepared data
 * directory, which takes a third of the time that initialising one does.
 */
export async function openEmbeddedEngine(directory?: string): Promise<PGlite> {
  // V8 compiles the engine's functions anew, to faster code, after little use, and takes the processor from the requests
  // for which it does so: docs/decisions/0021.
  setFlagsFromString('--wasm-tiering-budget=100000000');
  const isNew = directory === undefined || !existsSync(path.join(directory, 'PG_VERSION'));
  return PGlite.create({
    ...(directory === undefined ? {} : { dataDir: directory }),
    ...(isNew ? { loadDataDir: await dataDir() } : {}),
    // Likeness of names, for lookups.
    extensions: { pg_trgm },
    parsers: { ...VALUE_PARSERS },
  });
}

class CheckoutQueue {
  private busy = false;
  private readonly waiting: (() => void)[] = [];
  constructor(private readonly timeoutMs: number) {}

  /** Resolves with the function that gives the engine back. */
  async acquire(): Promise<() => void> {
    if (this.busy) {
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => {
          this.waiting.splice(this.waiting.indexOf(grant), 1);
          reject(new Error(`The embedded database was busy for ${String(this.timeoutMs)} ms; try again.`));
        }, this.timeoutMs);
        const grant = (): void => {
          clearTimeout(timer);
          resolve();
        };
        this.waiting.push(grant);
      });
    }
    this.busy = true;
    return () => {
      const next = this.waiting.shift();
      if (next === undefined) this.busy = false;
      else next();
    };
  }
}

class EmbeddedClient extends EventEmitter {
  private released = false;
  constructor(
    private readonly engine: PGlite,
    private readonly giveBack: () => void,
  ) {
    super();
  }

  async query(text: string, parameters?: readonly unknown[]): Promise<PostgresResult> {
    if (this.released) throw new Error('This client of the embedded database was released already.');
    if (parameters !== undefined && parameters.length > 0) {
      return asPostgresResult(text, await this.engine.query(text, [...parameters]));
    }
    const results = await this.engine.exec(text);
    return asPostgresResult(text, results.at(-1) ?? { rows: [], fields: [] });
  }

  /** Gives the engine back; a transaction that was left open is rolled back first, so that nothing of it leaks on. */
  async release(_error?: Error): Promise<void> {
    if (this.released) return;
    this.released = true;
    try {
      // Outside a transaction this is only a warning of the engine.
      await this.engine.exec('ROLLBACK');
    } finally {
      this.giveBack();
    }
  }
}

interface PostgresResult {
  readonly rows: unknown[];
  readonly rowCount: number;
  readonly command: string;
}

function asPostgresResult(text: string, result: Results): PostgresResult {
  return {
    rows: result.rows,
    rowCount: result.affectedRows ?? result.rows.length,
    command: (/^\s*(\w+)/.exec(text)?.[1] ?? '').toUpperCase(),
  };
}
