// Prints, as JSON, which large tables are read from end to end where one person is asked about, and by which indexes
// pages find their rows. Sequential scans are made dear, so that one remains only where no index can serve. On the
// embedded engine, or on the PostgreSQL server that is named.
import 'reflect-metadata';

import { Client } from 'pg';

import { agreementsOf } from '../../development/agreements-of';
import { OWNER_DEFINITIONS } from '../../development/owner-definitions';
import { DEFAULT_PEOPLE } from '../../subgraphs/common/loading/people-wanted';
import { prepareDatabase } from '../../subgraphs/common/loading/prepare-database';
import type { OwnerDefinition } from '../../subgraphs/common/serving/owner-definition';
import type { StoreLocation } from '../../subgraphs/common/storage/store';
import { askedOfOwner, HOT_PATHS } from './hot-paths';
import { openOwnerInProcess, type OwnerInProcess, type PlanNode, planOf, type Run } from './owner-in-process';

/** Tables of fewer rows are a page or two: no index is faster. */
const LARGE_TABLE_ROWS = 100;

export interface Scans {
  readonly predicates: readonly {
    readonly owner: string;
    readonly predicate: string;
    readonly scanned: readonly string[];
  }[];
  readonly paths: readonly {
    readonly name: string;
    readonly scanned: readonly string[];
    readonly indexes: readonly string[];
    readonly errors: readonly string[];
  }[];
}

async function printScans(server?: string): Promise<void> {
  const predicates: Scans['predicates'][number][] = [];
  const paths: Scans['paths'][number][] = [];
  for (const owner of OWNER_DEFINITIONS) {
    await withDatabase(server, owner.name, async (location) => {
      const opened = await openOwnerInProcess(owner, location);
      try {
        const anchor = new Date().toISOString().slice(0, 10);
        await prepareDatabase(
          owner,
          opened.store,
          { seed: '1', anchor, people: DEFAULT_PEOPLE },
          () => undefined,
        );
        const large = await largeTables(opened);
        await opened.store.application.query('set enable_seqscan = off');
        predicates.push(...(await scansOfPredicates(owner, opened, large)));
        if (owner.name === 'knowsley-iom') paths.push(...(await scansOfPaths(opened, large)));
      } finally {
        await opened.close();
      }
    });
  }
  process.stdout.write(JSON.stringify({ predicates, paths }, undefined, 2));
}

async function withDatabase(
  server: string | undefined,
  owner: string,
  work: (location: StoreLocation) => Promise<void>,
): Promise<void> {
  if (server === undefined) {
    await work({ kind: 'embedded' });
    return;
  }
  const database = `concordat_scans_${owner.replace('-', '_')}_${String(process.pid)}`;
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(`create database ${database}`);
    const url = new URL(server);
    url.pathname = `/${database}`;
    const adminUrl = url.toString();
    url.searchParams.set('options', '-c enable_seqscan=off');
    await work({ kind: 'postgres', applicationUrl: url.toString(), adminUrl, poolSize: 2 });
  } finally {
    await client.query(`drop database if exists ${database} with (force)`);
    await client.end();
  }
}

async function largeTables({ store }: OwnerInProcess): Promise<ReadonlySet<string>> {
  const rows = await store.maintenance.query<{ name: string }[]>(
    'select relname as name from pg_class where relkind = $1 and reltuples >= $2',
    ['r', LARGE_TABLE_ROWS],
  );
  return new Set(rows.map(({ name }) => name));
}

async function scansOfPredicates(owner: OwnerDefinition, { store }: OwnerInProcess, large: ReadonlySet<string>) {
  const given = agreementsOf({}).protocols.flatMap(({ clauses }) => clauses.flatMap(({ when }) => when));
  const run: Run = (sql, parameters = []) => store.application.query(sql, [...parameters]);
  return Promise.all(
    owner.predicates.map(async ({ name, functionName, arguments: named }) => {
      const asked = given.find((predicate) => predicate.name === name)?.arguments ?? {};
      const values = named.map((argument) => asked[argument] ?? null);
      const places = values.map((_, index) => `$${String(index + 2)}`).join(', ');
      // As the owner asks of few rows, in disclosure/condition-sql.ts.
      const plan = await planOf(
        run,
        `select exists (select 1 from ${functionName}(${places}) holds(id) where holds.id = $1 offset 0)`,
        ['somebody', ...values],
      );
      return { owner: owner.name, predicate: name, scanned: scannedIn(plan, large) };
    }),
  );
}

async function scansOfPaths(opened: OwnerInProcess, large: ReadonlySet<string>) {
  const found: Scans['paths'][number][] = [];
  for (const path of HOT_PATHS) {
    const { name, kind, persona, purpose } = path;
    const { data } = await opened.ask(persona, purpose, '{ nominals(first: 1) { edges { node { id } } } }');
    const { edges } = data?.['nominals'] as { readonly edges: readonly { readonly node: { readonly id: string } }[] };
    const variables = kind === 'case file' ? { id: edges[0]?.node.id } : {};
    const { statements, errors } = await opened.ask(persona, purpose, askedOfOwner(path), variables, true);
    found.push({
      name,
      scanned: [...new Set(statements.flatMap(({ plan }) => scannedIn(plan, large)))],
      indexes: [...new Set(statements.flatMap(({ plan }) => indexesIn(plan)))],
      errors: errors.flatMap(({ message, extensions }) =>
        extensions?.['code'] === 'WITHHELD_BY_PROTOCOL' ? [] : [message],
      ),
    });
  }
  return found;
}

function scannedIn(plan: PlanNode | undefined, large: ReadonlySet<string>): readonly string[] {
  if (plan === undefined) return [];
  const relation = plan['Relation Name'] ?? '';
  // An index that is read from end to end, with no condition on it, serves no better.
  const whole =
    plan['Node Type'] === 'Seq Scan' || (/^Index/.test(plan['Node Type']) && plan['Index Cond'] === undefined);
  return [
    ...(whole && large.has(relation) ? [relation] : []),
    ...(plan.Plans ?? []).flatMap((below) => scannedIn(below, large)),
  ];
}

function indexesIn(plan: PlanNode | undefined): readonly string[] {
  if (plan === undefined) return [];
  return [
    ...(plan['Index Name'] === undefined ? [] : [plan['Index Name']]),
    ...(plan.Plans ?? []).flatMap((below) => indexesIn(below)),
  ];
}

printScans(process.argv[2]).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
