import { randomBytes } from 'node:crypto';

import { Client } from 'pg';

import { OWNER_NAMES, OWNERS } from '../../schema/owners';

/** The server on which tests make databases of their own, as its superuser. */
export const SERVER = process.env.CONCORDAT_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** A fresh PostgreSQL database for each owner, with an ordinary login for the application that owns nothing. */
export async function createTestDatabases(server = SERVER): Promise<{
  readonly env: Readonly<Record<string, string>>;
  readonly adminUrls: Readonly<Record<string, string>>;
  drop(): Promise<void>;
}> {
  const run = randomBytes(4).toString('hex');
  const role = `concordat_app_${run}`;
  const password = randomBytes(12).toString('hex');
  const names = OWNER_NAMES.map((owner) => ({ owner, database: `concordat_${owner.replace('-', '_')}_${run}` }));
  await onServer(server, async (client) => {
    await client.query(`create role ${role} login password '${password}'`);
    for (const { database } of names) await client.query(`create database ${database}`);
  });
  const urlOf = (database: string, user?: { name: string; password: string }): string => {
    const url = new URL(server);
    url.pathname = `/${database}`;
    if (user !== undefined) Object.assign(url, { username: user.name, password: user.password });
    return url.toString();
  };
  const adminUrls = Object.fromEntries(names.map(({ owner, database }) => [owner, urlOf(database)]));
  return {
    adminUrls,
    env: Object.fromEntries(
      names.flatMap(({ owner, database }) => [
        [`${OWNERS[owner].variable}_DATABASE_URL`, urlOf(database, { name: role, password })],
        [`${OWNERS[owner].variable}_ADMIN_DATABASE_URL`, urlOf(database)],
      ]),
    ),
    drop: () =>
      onServer(server, async (client) => {
        for (const { database } of names) await client.query(`drop database if exists ${database} with (force)`);
        await client.query(`drop role if exists ${role}`);
      }),
  };
}

async function onServer(server: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
