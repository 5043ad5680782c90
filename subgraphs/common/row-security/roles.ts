/**
 * The role whose functions read what the agreements need to know of people, cases and records. It reads, nobody logs in
 * as it, and it is no superuser: a policy of each table opens that table to it.
 */
export const PREDICATES_ROLE = 'concordat_predicates';

/** The application's role in the embedded engine, whose one session takes its authorization at every checkout. */
export const EMBEDDED_APPLICATION_ROLE = 'concordat_application';

/** The superuser of the embedded engine: migrations and loading. */
export const EMBEDDED_MAINTENANCE_ROLE = 'postgres';

/**
 * Makes a role unless there is one. Roles belong to the whole server, where several owners may start at the same
 * moment: whoever comes second finds it there.
 */
export function ensureRole(role: string): string {
  return `do $role$ begin
    if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
  exception when duplicate_object or unique_violation then null;
  end $role$`;
}
