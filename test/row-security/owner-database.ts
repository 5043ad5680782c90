// One owner with its named people, its agreements and its walls, in a database of its own: the embedded engine in
// memory, or PostgreSQL with an ordinary login for the application.
import { randomBytes } from 'node:crypto';

import { Client } from 'pg';

import { agreementsOf } from '../../development/agreements-of';
import type { ProtocolSet } from '../../protocols/protocol';
import { type Population, prepareDatabase } from '../../subgraphs/common/loading/prepare-database';
import type { OwnerDefinition } from '../../subgraphs/common/serving/owner-definition';
import { rowPermissionsWriter } from '../../subgraphs/common/row-security/write-row-permissions';
import type { StoreLocation } from '../../subgraphs/common/storage/store';
import { openOwnerInProcess, type OwnerInProcess } from '../population/owner-in-process';

export interface WalledOwner extends OwnerInProcess {
  readonly owner: OwnerDefinition;
  readonly protocols: ProtocolSet;
}

/** @param planner a setting of the planner for every connection, as `name=value`. */
export async function withWalledOwner<Result>(
  owner: OwnerDefinition,
  server: string | undefined,
  work: (walled: WalledOwner) => Promise<Result>,
  { planner, ...population }: Partial<Population> & { readonly planner?: string } = {},
): Promise<Result> {
  return withDatabase(server, planner, async (location) => {
    const opened = await openOwnerInProcess(owner, location);
    try {
      // The embedded engine has one session for all.
      if (planner !== undefined) await opened.store.maintenance.query(`set ${planner}`);
      const anchor = new Date().toISOString().slice(0, 10);
      await prepareDatabase(owner, opened.store, { seed: '1', anchor, ...population }, () => undefined);
      const protocols = agreementsOf({});
      await rowPermissionsWriter(opened.store.maintenance, opened.graph.catalogue, owner.measures ?? [])(protocols);
      return await work({ ...opened, owner, protocols });
    } finally {
      await opened.close();
    }
  });
}

/** An empty database of its own, of which nothing is left afterwards. */
export async function withDatabase<Result>(
  server: string | undefined,
  planner: string | undefined,
  work: (location: StoreLocation) => Promise<Result>,
): Promise<Result> {
  if (server === undefined) return work({ kind: 'embedded' });
  const name = `concordat_walls_${randomBytes(4).toString('hex')}`;
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(`create role ${name} login password '${name}'`);
    await client.query(`create database ${name}`);
    const url = (user?: { username: string; password: string }): string =>
      Object.assign(new URL(server), {
        pathname: `/${name}`,
        ...(planner === undefined ? {} : { search: `options=-c ${planner}` }),
        ...user,
      }).toString();
    return await work({
      kind: 'postgres',
      adminUrl: url(),
      applicationUrl: url({ username: name, password: name }),
      poolSize: 10,
    });
  } finally {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`drop role if exists ${name}`);
    await client.end();
  }
}
