// A ledger whose disk is full, on a PostgreSQL server of the test's own: a tablespace on a small file system.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { Client } from 'pg';

import { launchHub, type LaunchedHub } from '../hub/launch-hub';
import { createOwnPostgres, mayMount, type OwnPostgres } from '../hub/own-postgres';
import { HubClient } from '../ledger-kill/hub-client';

const onPostgres = process.env.CONCORDAT_TEST_DATABASE === 'postgres';
const possible = onPostgres && mayMount();
if (onPostgres && !possible) console.warn('No file system may be mounted here: a full disk is not tried.');
const QUESTION = '{ nominals(first: 20) { edges { node { givenName } } } }';

(possible ? describe : describe.skip)('an owner whose ledger has no room', () => {
  let postgres: OwnPostgres;
  let hub: LaunchedHub;
  let disk: string;
  let admin: Client;
  beforeAll(async () => {
    postgres = await createOwnPostgres();
    disk = postgres.mountSmallDisk(8);
    hub = await launchHub({}, undefined, postgres.url);
    admin = new Client({ connectionString: hub.address.databases['knowsley-iom'] });
    await admin.connect();
  }, 300_000);
  afterAll(async () => {
    await admin.end();
    await hub.stop();
    await postgres.remove();
  }, 60_000);

  it('discloses nothing, and goes on by itself once there is room', async () => {
    const client = new HubClient(hub.address, 'merseyside-police.officer', 'IOM_CASE_MANAGEMENT');
    await admin.query(`create tablespace small location '${disk}'`);
    await admin.query('alter table disclosure_entry set tablespace small');
    const codesOf = async (): Promise<readonly string[]> => (await client.ask(QUESTION)).codes;
    expect(await codesOf()).toEqual([]);

    const filler = path.join(disk, 'filler');
    fill(filler);
    let answered = 0;
    // What is free in the pages that the table has is written first.
    while ((await codesOf()).length === 0) answered += 1;
    expect(answered).toBeLessThan(200);
    const size = async () =>
      (await admin.query<{ size: number }>('select count(*)::integer as size from disclosure_entry')).rows[0]?.size ??
      0;
    const full = await size();
    for (let count = 0; count < 10; count += 1) {
      const answer = await client.ask(QUESTION);
      expect([answer.codes, answer.data]).toEqual([['LEDGER_UNAVAILABLE'], { nominals: null }]);
    }
    expect(await size()).toBe(full);
    const schema = await client.ask('{ __schema { queryType { name } } }', null);
    expect(schema.codes).toEqual([]);
    expect((await fetch(`${hub.address.gatewayUrl}/readyz`)).status).toBe(200);
    // PostgreSQL's own word: disk_full.
    const log = readFileSync(path.join(hub.address.dataFolder, 'logs/knowsley-iom.log'), 'utf8');
    expect(log).toContain('"code":"53100"');

    rmSync(filler);
    expect(await codesOf()).toEqual([]);
    expect(await size()).toBe(full + 1);
  }, 120_000);
});

/** Fills whatever room there is. */
function fill(file: string): void {
  for (const size of [1 << 20, 1 << 16, 1 << 12]) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
}
