// A policy and the resolvers ask through functions, into which no plan of a statement looks: what these functions run
// for the statements of a request is planned here by itself, with the settings of that request.
import type { EntityManager } from 'typeorm';

import { type OwnerInProcess, planOf, type PlanNode, type Statement } from './owner-in-process';

export async function plansBehindPolicies(
  { graph, store }: OwnerInProcess,
  statements: readonly Statement[],
): Promise<readonly PlanNode[]> {
  const kinds = [...graph.catalogue.recordTypes.values()];
  return store.maintenance.transaction(async (manager) => {
    const plans: PlanNode[] = [];
    for (const { sql, parameters } of statements) {
      if (sql.includes('set_config(')) await manager.query(sql, [...parameters]);
      const coordinates = [
        ...kinds.filter(({ table }) => sql.includes(` ${table} r `)).map(({ single }) => `Query.${single}`),
        ...[...sql.matchAll(/permitted_ids\('([\w.]+)'\)/g)].map(([, coordinate]) => coordinate),
      ];
      for (const coordinate of coordinates) {
        const found = await manager.query<{ statement: string }[]>('select permitted_statements($1) as statement', [
          coordinate,
        ]);
        for (const { statement } of found) plans.push(...(await planned(manager, statement, [])));
      }
      if (!sql.includes('conditions_hold(')) continue;
      const [keys, subjects] = parameters;
      const parts = await manager.query<{ sql: string }[]>('select sql from row_evidence where key = any ($1)', [keys]);
      for (const part of parts) plans.push(...(await planned(manager, part.sql, [subjects])));
    }
    return plans;
  });
}

async function planned(
  manager: EntityManager,
  sql: string,
  parameters: readonly unknown[],
): Promise<readonly PlanNode[]> {
  const plan = await planOf((text, given) => manager.query(text, [...(given ?? [])]), sql, parameters);
  return plan === undefined ? [] : [plan];
}
