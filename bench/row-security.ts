// What the policies on rows cost at an owner of a hundred thousand people, on real PostgreSQL: whole answers of the
// owner about 50 and 1,000 people by their ids and a page of 50, with row security on and off in turn on one database.
// Off, the resolvers alone decide. Beside it, the page as one statement with the agreements' conditions written into
// it, as a superuser. CONCORDAT_BENCH_PEOPLE sets another number of people.
import { findPersona } from '../development/personas';
import { requesterOf } from '../development/seeded-owner';
import { createDecider } from '../protocols/decide';
import type { Purpose } from '../schema/purposes';
import { BoundValues } from '../subgraphs/common/disclosure/condition-sql';
import { decisionOn } from '../subgraphs/common/disclosure/decision-on';
import { LEAST_PEOPLE } from '../subgraphs/common/loading/people-wanted';
import { protocolKeysInForce } from '../subgraphs/common/row-security/row-permissions';
import { RequestStore } from '../subgraphs/common/storage/request-store';
import { knowsleyIom } from '../subgraphs/knowsley-iom/definition';
import { type WalledOwner, withWalledOwner } from '../test/row-security/owner-database';
import { atMost, type Bench } from './bench';
import { spreadOf } from './measure/spread';

const SERVER = process.env.CONCORDAT_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const ROUNDS = 7;
const REQUESTS_A_ROUND = 15;

interface Asked {
  readonly name: string;
  readonly query: string;
  /** How many people are asked about by their ids. */
  readonly ids?: number;
}

const ASKED: readonly Asked[] = [
  { name: '50 ids', ids: 50, query: entities() },
  { name: '1,000 ids', ids: 1_000, query: entities() },
  {
    name: 'page of 50',
    query: '{ nominals(first: 50) { edges { node { id givenName name homeBorough } } pageInfo { hasNextPage } } }',
  },
];
const ASKING: readonly { readonly persona: string; readonly purpose: Purpose }[] = [
  { persona: 'merseyside-police.officer', purpose: 'IOM_CASE_MANAGEMENT' },
  { persona: 'nps.probation-officer', purpose: 'IOM_CASE_MANAGEMENT' },
];

function entities(): string {
  return `query ($people: [_Any!]!) { _entities(representations: $people) {
    ... on Person { id nominal { id givenName name homeBorough offences(first: 3) { id code } } } } }`;
}

export const benchRowSecurity: Bench = async ({ rounds = ROUNDS, say }) => {
  const people = Number(process.env.CONCORDAT_BENCH_PEOPLE ?? '100000');
  say(`loading ${people.toLocaleString('en-GB')} people at Knowsley`);
  return withWalledOwner(
    knowsleyIom,
    SERVER,
    async (walled) => {
      const figures: Record<string, unknown> = { seed: 1, people, requestsARound: REQUESTS_A_ROUND };
      const ratios: Record<string, number[]> = {};
      for (const { persona, purpose } of ASKING) {
        for (const { name, query, ids } of ASKED) {
          say(`${name} by ${persona}`);
          const variables = ids === undefined ? {} : { people: await somePeople(walled, ids) };
          const ask = async (): Promise<number> => {
            const { milliseconds, errors, data } = await walled.ask(persona, purpose, query, variables);
            if (errors.length > 0 || data === null) throw new Error(`${name}: ${JSON.stringify(errors).slice(0, 300)}`);
            return milliseconds;
          };
          const on: number[] = [];
          const off: number[] = [];
          for (let round = 0; round <= rounds; round += 1) {
            for (const secured of round % 2 === 0 ? [true, false] : [false, true]) {
              await switchRowSecurity(walled, secured);
              const measured = await medianOf(ask);
              // The first round warms up.
              if (round > 0) (secured ? on : off).push(measured);
            }
          }
          await switchRowSecurity(walled, true);
          const ratio = spreadOf(on.map((value, index) => value / (off[index] ?? Number.NaN)));
          (ratios[name] ??= []).push(ratio.median);
          figures[`${name}, ${persona}`] = {
            millisecondsSecured: spreadOf(on),
            millisecondsWithout: spreadOf(off),
            ratio,
            ...(ids === undefined
              ? { millisecondsOfOneStatement: spreadOf(await inlined(walled, persona, purpose)) }
              : {}),
          };
        }
      }
      return {
        rounds,
        figures,
        goals: Object.entries(ratios).map(([name, measured]) =>
          atMost(`${name}, with the policies to without (the slower caller)`, round2(Math.max(...measured)), 1.5),
        ),
      };
    },
    { people: { ...LEAST_PEOPLE, 'knowsley-iom': people } },
  );
};

async function somePeople({ store }: WalledOwner, count: number): Promise<readonly object[]> {
  const rows = await store.maintenance.query<{ id: string }[]>('select id from nominal order by md5(id) limit $1', [
    count,
  ]);
  return rows.map(({ id }) => ({ __typename: 'Person', id }));
}

async function switchRowSecurity({ store }: WalledOwner, on: boolean): Promise<void> {
  const tables = await store.maintenance.query<{ name: string }[]>(
    "select distinct tablename as name from pg_policies where schemaname = 'public'",
  );
  const word = on ? 'enable' : 'disable';
  await store.maintenance.query(tables.map(({ name }) => `alter table ${name} ${word} row level security`).join(';'));
}

async function medianOf(ask: () => Promise<number>): Promise<number> {
  const measured: number[] = [];
  for (let request = 0; request < REQUESTS_A_ROUND; request += 1) measured.push(await ask());
  return spreadOf(measured).median;
}

/** The rows of the page alone, read as no owner reads them any more: one statement that holds the conditions. */
async function inlined({ graph, store, protocols }: WalledOwner, name: string, purpose: Purpose): Promise<number[]> {
  const persona = findPersona(name);
  const recordType = graph.catalogue.recordTypes.get('Nominal');
  if (persona === undefined || recordType === undefined) throw new Error('There are no nominals to be asked for.');
  const now = new Date();
  const requester = requesterOf({ persona, purpose });
  const decide = createDecider(protocols);
  const decision = decisionOn(graph.catalogue.permissionMap, 'Query.nominal', (field) => decide(requester, field, now));
  if (decision?.kind !== 'permit when') throw new Error('The page is not shown under conditions.');
  const bound = new BoundValues('many');
  const where = graph.catalogue.conditions.anyOf(recordType, 'r', decision.alternatives, bound);
  const sql = bound.withGathered(`select * from nominal r where ${where} order by id limit 51`);
  const measured: number[] = [];
  for (let request = 0; request < REQUESTS_A_ROUND; request += 1) {
    const inForce = protocolKeysInForce(protocols, now);
    const asked = new RequestStore(store.maintenance, requester, now, now.toISOString().slice(0, 10), inForce);
    const begun = performance.now();
    await asked.query(sql, bound.values);
    measured.push(performance.now() - begun);
    await asked.close();
  }
  return measured;
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
