import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Client } from 'pg';

import { type OwnerName, OWNERS } from '../../schema/owners';
import { ensureRole, PREDICATES_ROLE } from '../../subgraphs/common/row-security/roles';
import { runProgram } from './run-program';
import { SERVER } from './test-databases';

/**
 * A migrated database of an owner with one person and this mark: on PostgreSQL when the journeys run on it, else in
 * an embedded folder. On PostgreSQL an ordinary login maintains it, as production's may: it owns the database, belongs
 * to the predicates' role, and is no superuser. The work is given the variables that lead an owner to it.
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
  const maintenance = `${database}_maintenance`;
  const onPostgres = process.env.CONCORDAT_TEST_DATABASE === 'postgres';
  try {
    if (onPostgres) {
      for (const role of [database, maintenance]) await onServer(`create role ${role} login password '${role}'`);
      await onServer(ensureRole(PREDICATES_ROLE));
      await onServer(`grant ${PREDICATES_ROLE} to ${maintenance}`);
      await onServer(`create database ${database} owner ${maintenance}`);
      const urlAs = (role: string): string =>
        Object.assign(new URL(SERVER), { pathname: `/${database}`, username: role, password: role }).toString();
      env[`${OWNERS[owner].variable}_DATABASE_URL`] = urlAs(database);
      env[`${OWNERS[owner].variable}_ADMIN_DATABASE_URL`] = urlAs(maintenance);
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
      for (const role of [database, maintenance]) await onServer(`drop role if exists ${role}`);
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
