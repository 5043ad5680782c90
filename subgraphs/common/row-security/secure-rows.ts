import type { QueryRunner } from 'typeorm';

import { ConfigurationError } from '../../../service/environment';
import { registerFunction } from '../lookup/lookup-register';
import { researchFunction } from '../research/research-register';
import { recordTypeOf } from '../records/record-registry';
import type { OwnerDefinition } from '../serving/owner-definition';
import { measureFunction, measureFunctionName } from './owner-measure';
import { ensureRole, PREDICATES_ROLE } from './roles';
import { READING_FUNCTIONS, ROW_FUNCTIONS } from './row-functions';
import {
  COMMON_TABLES_WITHOUT_PEOPLE,
  LEDGER_TABLES,
  TABLES_FOR_CHECKPOINTS,
  TABLES_FOR_MAINTENANCE,
} from './row-tables';
import { SHOWN_SCHEMA, withdrawViews } from './shown-views';

/**
 * The owner's last wall, put up anew at every start as part of the code: the functions that read, a policy on every
 * table with people, and what the application's login may do. In the caller's transaction.
 */
export async function secureRows(runner: QueryRunner, owner: OwnerDefinition, applicationRole: string): Promise<void> {
  await refuseStrongApplication(runner, owner, applicationRole);
  const application = await quoted(runner, applicationRole);
  const [{ maintenance }] = (await runner.query('select quote_ident(current_user) as maintenance')) as [
    { maintenance: string },
  ];
  await prepareRoles(runner, owner);
  await createFunctions(runner, owner, application);
  await secureTables(runner, owner, application, maintenance);
  await secureViews(runner, owner, application);
  await runner.query(`revoke create on schema public from ${PREDICATES_ROLE}`);
}

/** Policies bind neither a superuser nor who owns the tables: such a login must not answer requests. */
async function refuseStrongApplication(runner: QueryRunner, owner: OwnerDefinition, role: string): Promise<void> {
  const [found] = (await runner.query(
    `select rolsuper or rolbypassrls as strong, rolname = current_user or exists (
       select from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind = 'r' and pg_has_role(r.oid, c.relowner, 'usage')) as owns,
       exists (select from pg_roles p where p.rolname = $2 and pg_has_role(r.oid, p.oid, 'usage')) as reads
     from pg_roles r where rolname = $1`,
    [role, PREDICATES_ROLE],
  )) as { strong: boolean; owns: boolean; reads: boolean }[];
  const fault = found?.strong
    ? 'is a superuser or bypasses row security'
    : found?.owns
      ? 'owns tables, or may act as the role that does'
      : found?.reads
        ? `may act as ${PREDICATES_ROLE}`
        : undefined;
  if (fault === undefined) return;
  throw new ConfigurationError([
    `The login of the application at ${owner.name}, ${role}, ${fault}: no policy would hold for it. Give an ordinary ` +
      'login that owns nothing (scripts/create-application-role.sql), and migrate with another.',
  ]);
}

async function prepareRoles(runner: QueryRunner, owner: OwnerDefinition): Promise<void> {
  await runner.query('savepoint roles');
  try {
    await runner.query(ensureRole(PREDICATES_ROLE));
    await runner.query(`grant usage, create on schema public to ${PREDICATES_ROLE}`);
    // Who makes a role does not belong to it, and could give it no function.
    await runner.query(
      `do $member$ begin if not pg_has_role(current_user, '${PREDICATES_ROLE}', 'usage') then
         execute format('grant ${PREDICATES_ROLE} to %I', current_user);
       end if; end $member$`,
    );
    await runner.query('release savepoint roles');
  } catch (error) {
    await runner.query('rollback to savepoint roles');
    throw new ConfigurationError([
      `The role ${PREDICATES_ROLE} cannot be prepared at ${owner.name}: ${error instanceof Error ? error.message : String(error)}. ` +
        'Run scripts/create-application-role.sql as the administrator of the server.',
    ]);
  }
}

async function createFunctions(runner: QueryRunner, owner: OwnerDefinition, application: string): Promise<void> {
  for (const { definition } of owner.predicates) await runner.query(definition);
  if (owner.lookup !== undefined) await runner.query(registerFunction(owner.name, owner.lookup));
  if (owner.research !== undefined) await runner.query(researchFunction(owner.research));
  for (const definition of ROW_FUNCTIONS) await runner.query(definition);
  for (const measure of owner.measures ?? []) await runner.query(measureFunction(measure));
  const reading = [...READING_FUNCTIONS, ...(owner.measures ?? []).map(measureFunctionName)];
  await runner.query('revoke execute on all functions in schema public from public');
  await runner.query(`revoke execute on all functions in schema public from ${application}`);
  await runner.query(`grant execute on all functions in schema public to ${PREDICATES_ROLE}`);
  const signatures = (await runner.query(
    `select p.oid::regprocedure::text as signature from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = 'public' and p.proname = any ($1::text[])`,
    [reading],
  )) as { signature: string }[];
  for (const { signature } of signatures) {
    await runner.query(`alter function ${signature} owner to ${PREDICATES_ROLE}`);
    await runner.query(`revoke execute on function ${signature} from public`);
    await runner.query(`grant execute on function ${signature} to ${application}`);
  }
}

async function secureTables(
  runner: QueryRunner,
  owner: OwnerDefinition,
  application: string,
  maintenance: string,
): Promise<void> {
  const tables = (await runner.query(
    `select c.relname as name, quote_ident(c.relname) as quoted,
       coalesce((select array_agg(quote_ident(p.polname)) from pg_policy p where p.polrelid = c.oid), '{}') as policies
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`,
  )) as { name: string; quoted: string; policies: string[] }[];
  const withoutPeople = { ...COMMON_TABLES_WITHOUT_PEOPLE, ...owner.tablesWithoutPeople };
  await runner.query(`grant usage on schema public to ${application}`);
  await runner.query(`revoke all on all tables in schema public from public, ${application}, ${PREDICATES_ROLE}`);
  await runner.query(`grant select on all tables in schema public to ${PREDICATES_ROLE}`);
  const statements: string[] = [];
  for (const { name, quoted: table, policies } of tables) {
    for (const policy of policies) statements.push(`drop policy ${policy} on ${table}`);
    if (!isOneOf(name, TABLES_FOR_MAINTENANCE)) statements.push(`grant select on ${table} to ${application}`);
    if (name in withoutPeople) {
      statements.push(`alter table ${table} no force row level security, disable row level security`);
      continue;
    }
    statements.push(
      `alter table ${table} enable row level security, force row level security`,
      `create policy maintenance on ${table} to ${maintenance} using (true) with check (true)`,
      `create policy predicates on ${table} for select to ${PREDICATES_ROLE} using (true)`,
    );
    const shown = conditionsOf(owner, name);
    if (shown !== undefined) {
      statements.push(`create policy shown on ${table} for select to ${application} using (${shown})`);
    }
    if (isOneOf(name, LEDGER_TABLES)) {
      statements.push(
        `create policy added on ${table} for insert to ${application} with check (true)`,
        `grant insert on ${table} to ${application}`,
      );
    }
  }
  statements.push(
    `grant insert on ${TABLES_FOR_CHECKPOINTS.join(', ')} to ${application}`,
    `grant update on witnessed_head to ${application}`,
  );
  await runner.query(statements.join(';\n'));
}

/** No policy can stand on a view: the application reads it through another that has the same condition. */
async function secureViews(runner: QueryRunner, owner: OwnerDefinition, application: string): Promise<void> {
  const views = (await runner.query(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'v' order by 1`,
  )) as { name: string }[];
  await withdrawViews(runner);
  await runner.query(`create schema ${SHOWN_SCHEMA}`);
  await runner.query(`grant usage on schema ${SHOWN_SCHEMA} to ${application}`);
  for (const { name } of views) {
    const shown = conditionsOf(owner, name);
    await runner.query(
      `create view ${SHOWN_SCHEMA}.${name} with (security_barrier) as select * from public.${name} where ${shown ?? 'false'}`,
    );
    await runner.query(`grant select on ${SHOWN_SCHEMA}.${name} to ${application}`);
  }
}

/** What a row must fulfil to be shown: that the agreements show the existence of such records, or of this one. */
function conditionsOf(owner: OwnerDefinition, table: string): string | undefined {
  const kinds = owner.records.map(recordTypeOf).filter((recordType) => recordType.table === table);
  if (kinds.length === 0) return undefined;
  return kinds
    .map(({ single }) => `Query.${single}`)
    .map((coordinate) => `(select permits_all('${coordinate}')) or id in (select permitted_ids('${coordinate}'))`)
    .join(' or ');
}

async function quoted(runner: QueryRunner, name: string): Promise<string> {
  const [row] = (await runner.query('select quote_ident($1) as quoted', [name])) as [{ quoted: string }];
  return row.quoted;
}

function isOneOf(name: string, names: readonly string[]): boolean {
  return names.includes(name);
}
