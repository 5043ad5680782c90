// Moves the last offence of a case study by SQL, in a database in memory with the same people as the hub's, and prints
// the sums that the owner's own measure then counts. A program of its own: the embedded engine does not live in a
// test's world.
import 'reflect-metadata';

import { agreementsOf } from '../../development/agreements-of';
import { OWNER_DEFINITIONS } from '../../development/owner-definitions';
import { openSeededOwner } from '../../development/seeded-owner';
import { ownerPopulation } from '../../subgraphs/common/loading/owner-population';
import { protocolKeysInForce } from '../../subgraphs/common/row-security/row-permissions';
import { rowPermissionsWriter } from '../../subgraphs/common/row-security/write-row-permissions';
import { RequestStore } from '../../subgraphs/common/storage/request-store';
import { countReoffending } from '../../subgraphs/knowsley-iom/outcomes/count-reoffending';
import { LAST_OFFENCE, MOVE_OFFENCE } from './move-offence-statements';

async function moveOffence(
  name: string,
  moves: readonly (readonly [number, number])[],
): Promise<readonly (readonly number[])[]> {
  const definition = OWNER_DEFINITIONS.find((owner) => owner.name === 'knowsley-iom');
  const population = ownerPopulation(false);
  if (definition === undefined || population === undefined) throw new Error('There are no people in Knowsley.');
  const { store, graph } = await openSeededOwner(definition, population.seed, population.anchor);
  const protocols = agreementsOf({});
  await rowPermissionsWriter(store.maintenance, graph.catalogue, definition.measures ?? [])(protocols);
  const query = <Row>(sql: string, parameters: unknown[]): Promise<Row[]> =>
    store.maintenance.query<Row[]>(sql, parameters);
  const today = new Date().toISOString().slice(0, 10);
  const requester = {
    person: 'kmbc.iom-coordinator',
    organisation: 'kmbc',
    role: 'iom-coordinator',
    jurisdiction: 'UK',
    purpose: 'IOM_CASE_MANAGEMENT',
    requestId: 'move-offence',
  } as const;
  const measure = async (months: number, ids: readonly string[]) => {
    const now = new Date();
    const inForce = protocolKeysInForce(protocols, now);
    const requestStore = new RequestStore(store.application, requester, now, today, inForce);
    try {
      return await countReoffending(requestStore, today, months, ids);
    } finally {
      await requestStore.close();
    }
  };
  try {
    const studies = await query<{ id: string; given_name: string }>(
      "select id, given_name from nominal where source_system = 'CASE_STUDIES'",
      [],
    );
    const ids = studies.map(({ id }) => id);
    const subject = studies.find(({ given_name: givenName }) => givenName === name)?.id ?? '';
    const first = (await measure(3, [subject])).get(subject)?.firstEngagement;
    const [offence] = await query<{ id: string }>(LAST_OFFENCE, [subject]);
    const sums: number[][] = [];
    for (const [months, days] of moves) {
      await query(MOVE_OFFENCE, [offence?.id, first, months, days]);
      const counted = await Promise.all([3, 6, 12].map(async (window) => measure(window, ids)));
      sums.push(
        counted.map((people) =>
          [...people.values()].reduce((total, { reoffences }) => total + (reoffences ?? Number.NaN), 0),
        ),
      );
    }
    return sums;
  } finally {
    await store.close();
  }
}

void moveOffence(process.argv[2] ?? '', JSON.parse(process.argv[3] ?? '[]') as [number, number][]).then(
  (sums) => {
    process.stdout.write(JSON.stringify(sums));
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
