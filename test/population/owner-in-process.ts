// One owner in this process, asked by its own route as the gateway asks it, with every statement of a
// request at hand: its text, its plan and how long it took.
import { MemoryStore } from '../../ledger/fixture/memory-store';
import { LedgerWriter } from '../../ledger/ledger-writer';
import { Registry } from 'prom-client';
import type { DataSource } from 'typeorm';

import { agreementsOf } from '../../development/agreements-of';
import { findPersona } from '../../development/personas';
import { requesterOf } from '../../development/seeded-owner';
import type { Purpose } from '../../schema/purposes';
import type { Requester } from '../../schema/requester';
import { createLog } from '../../service/log';
import { Subject } from '../../subgraphs/common/loading/subject';
import { type OwnerGraph, ownerGraph, ownerRoutes } from '../../subgraphs/common/serving/create-owner';
import type { OwnerDefinition } from '../../subgraphs/common/serving/owner-definition';
import { createOwnerMetrics } from '../../subgraphs/common/serving/owner-metrics';
import { openStore, type Store, type StoreLocation } from '../../subgraphs/common/storage/store';

/** The case for which everybody asks here. */
export const CASE_REFERENCE = 'CASE-1';

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  readonly milliseconds: number;
  /** As EXPLAIN tells it, where plans are asked for. */
  readonly plan?: PlanNode;
}

/** A node of a plan, in the words of `explain (format json)`. */
export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Plan Rows'?: number;
  readonly Filter?: string;
  readonly Plans?: readonly PlanNode[];
}

export interface AskedInProcess {
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
  readonly milliseconds: number;
  readonly statements: readonly Statement[];
}

export interface OwnerInProcess {
  readonly graph: OwnerGraph;
  readonly store: Store;
  ask(
    persona: string,
    purpose: Purpose,
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    withPlans?: boolean,
  ): Promise<AskedInProcess>;
  close(): Promise<void>;
}

export async function openOwnerInProcess(owner: OwnerDefinition, location: StoreLocation): Promise<OwnerInProcess> {
  const graph = ownerGraph(owner);
  const store = await openStore(location, [Subject, ...owner.internalTables, ...owner.records]);
  let statements: Statement[] = [];
  let explaining = false;
  const watched = watch(store.application, async (run, sql, parameters) => {
    const plan = explaining ? await planOf(run, sql, parameters) : undefined;
    const begun = performance.now();
    const rows = await run(sql, parameters);
    statements.push({
      sql,
      parameters,
      milliseconds: performance.now() - begun,
      ...(plan === undefined ? {} : { plan }),
    });
    return rows;
  });
  const protocols = agreementsOf({});
  let requester: Requester | undefined;
  const [route] = ownerRoutes({
    name: owner.name,
    graph,
    store: { ...store, application: watched },
    verify: () => (requester === undefined ? Promise.reject(new Error('Nobody asks.')) : Promise.resolve(requester)),
    clock: { now: () => new Date() },
    log: createLog(owner.name, { LOG_LEVEL: 'silent' }),
    metrics: createOwnerMetrics(new Registry()),
    ledger: new LedgerWriter(new MemoryStore()),
    flushesBeside: location.kind === 'postgres',
    protocols: () => protocols,
  });
  return {
    graph,
    store,
    ask: async (name, purpose, query, variables = {}, withPlans = false) => {
      const persona = findPersona(name);
      if (persona === undefined || route === undefined) throw new Error(`There is no persona ${name}.`);
      requester = { ...requesterOf({ persona, purpose }), caseReference: CASE_REFERENCE };
      statements = [];
      explaining = withPlans;
      const begun = performance.now();
      const reply = await route.handle({
        method: 'POST',
        path: '/graphql',
        headers: { 'x-transaction-token': 'not looked at here' },
        body: Buffer.from(JSON.stringify({ query, variables })),
        signal: new AbortController().signal,
      } as never); // all that the route reads of a request
      const milliseconds = performance.now() - begun;
      const body = JSON.parse(String(reply.body)) as Partial<Pick<AskedInProcess, 'data' | 'errors'>>;
      return { data: body.data, errors: body.errors ?? [], milliseconds, statements };
    },
    close: () => store.close(),
  };
}

export type Run = (sql: string, parameters?: readonly unknown[]) => Promise<unknown>;

/** The same DataSource, of whose runners every statement goes through `each`. */
function watch(
  dataSource: DataSource,
  each: (run: Run, sql: string, parameters: readonly unknown[]) => Promise<unknown>,
): DataSource {
  return new Proxy(dataSource, {
    get(target, property, receiver) {
      if (property !== 'createQueryRunner') return Reflect.get(target, property, receiver) as unknown;
      return (...given: Parameters<DataSource['createQueryRunner']>) => {
        const runner = target.createQueryRunner(...given);
        const run = runner.query.bind(runner) as Run;
        runner.query = ((sql: string, parameters: readonly unknown[] = []) =>
          each(run, sql, parameters)) as typeof runner.query;
        return runner;
      };
    },
  });
}

export async function planOf(run: Run, sql: string, parameters: readonly unknown[]): Promise<PlanNode | undefined> {
  if (!/^\s*(select|with)\b/i.test(sql) || sql.includes('set_config(')) return undefined;
  const [row] = (await run(`explain (format json) ${sql}`, parameters)) as [
    { 'QUERY PLAN': readonly { Plan: PlanNode }[] },
  ];
  return row['QUERY PLAN'][0]?.Plan;
}
