// Prints, as JSON, which large tables are read from end to end where one person is asked about, and by which indexes
// pages find their rows. Sequential scans are made dear, so that one remains only where no index can serve. On the
// embedded engine, or on the PostgreSQL server that is named.
import 'reflect-metadata';

import { agreementsOf } from '../../development/agreements-of';
import { OWNER_DEFINITIONS } from '../../development/owner-definitions';
import { DEFAULT_PEOPLE } from '../../subgraphs/common/loading/people-wanted';
import type { OwnerDefinition } from '../../subgraphs/common/serving/owner-definition';
import { withWalledOwner } from '../row-security/owner-database';
import { askedOfOwner, HOT_PATHS } from './hot-paths';
import { type OwnerInProcess, type PlanNode, planOf, type Run } from './owner-in-process';
import { plansBehindPolicies } from './plans-behind-policies';

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
    await withWalledOwner(
      owner,
      server,
      async (walled) => {
        const large = await largeTables(walled);
        predicates.push(...(await scansOfPredicates(owner, walled, large)));
        if (owner.name === 'knowsley-iom') paths.push(...(await scansOfPaths(walled, large)));
      },
      { people: DEFAULT_PEOPLE, planner: 'enable_seqscan=off' },
    );
  }
  process.stdout.write(JSON.stringify({ predicates, paths }, undefined, 2));
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
  const run: Run = (sql, parameters = []) => store.maintenance.query(sql, [...parameters]);
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
    const plans = [...statements.flatMap(({ plan }) => plan ?? []), ...(await plansBehindPolicies(opened, statements))];
    found.push({
      name,
      scanned: [...new Set(plans.flatMap((plan) => scannedIn(plan, large)))],
      indexes: [...new Set(plans.flatMap((plan) => indexesIn(plan)))],
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
