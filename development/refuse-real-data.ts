import { Client } from 'pg';

import { OWNER_NAMES, OWNERS } from '../schema/owners';
import { ConfigurationError, type Environment } from '../service/environment';

/**
 * Ends a command of development when a database that the environment names is not marked synthetic. The embedded ones
 * hold invented people only: nobody else ever fills them.
 */
export async function refuseRealData(what: string, env: Environment = process.env): Promise<void> {
  const faults = await Promise.all(
    OWNER_NAMES.map(async (owner) => {
      const variable = `${OWNERS[owner].variable}_DATABASE_URL`;
      const url = env[variable];
      if (!url || (await readMark(url, variable)) === 'synthetic') return [];
      return [`${variable}: that database is not marked synthetic; ${what} is for invented people only`];
    }),
  );
  if (faults.flat().length > 0) throw new ConfigurationError(faults.flat());
}

async function readMark(url: string, variable: string): Promise<string | undefined> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ kind: string }>('select kind from database_mark');
    return rows[0]?.kind;
  } catch (error) {
    // An empty database, before its first start.
    if ((error as { code?: string }).code === '42P01') return 'synthetic';
    throw new ConfigurationError(
      `${variable}: the database cannot be asked what it holds (${(error as { code?: string }).code ?? 'unknown'})`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
