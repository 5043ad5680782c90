import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Client } from 'pg';

import { type OwnerName, OWNERS } from '../../schema/owners';
import { runProgram } from './run-program';

const SERVER = process.env.CONCORDAT_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/**
 * A migrated database of an owner with one person and this mark: on PostgreSQL when the journeys run on it, else in
 * an embedded folder. The work is given the variables that lead an owner to it.
 * @param newer the name of a migration that this code does not know, to make the database newer than the code.
 */
export async function withMarkedDatabase(
  owner: OwnerName,
  mark: 'real' | 'unmarked',
  work: (env: Readonly<Record<string, string>>) => Promise<void>,
  newer?: string,
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'concordat-test-'));
  const env: Record<string, string> = { CONCORDAT_DATA_DIR: folder };
  const database = `concordat_mark_${randomBytes(4).toString('hex')}`;
  const onPostgres = process.env.CONCORDAT_TEST_DATABASE === 'postgres';
  try {
    if (onPostgres) {
      await onServer(`create database ${database}`);
      await onServer(`create role ${database} login password '${database}'`);
      const url = new URL(SERVER);
      url.pathname = `/${database}`;
      const application = Object.assign(new URL(url), { username: database, password: database });
      env[`${OWNERS[owner].variable}_DATABASE_URL`] = application.toString();
      env[`${OWNERS[owner].variable}_ADMIN_DATABASE_URL`] = url.toString();
    }
    const prepared = await runProgram('test/hub/prepare-marked-database', env, [
      owner,
      mark,
      ...(newer === undefined ? [] : [newer]),
    ]);
    if (prepared.exitCode !== 0) throw new Error(`The database could not be prepared: ${prepared.errors}`);
    await work(env);
  } finally {
    if (onPostgres) {
      await onServer(`drop database if exists ${database} with (force)`);
      await onServer(`drop role if exists ${database}`);
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: SERVER });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
