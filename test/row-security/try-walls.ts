// Tries an owner's last wall from behind its resolvers: raw statements as the application, for every persona and
// purpose. A program of its own, since the embedded engine does not live in a test's world; prints what it found.
import { OWNER_DEFINITIONS } from '../../development/owner-definitions';
import { findPersona, PERSONAS, type Persona } from '../../development/personas';
import { requesterOf } from '../../development/seeded-owner';
import { createDecider, type Decider, purposesOf } from '../../protocols/decide';
import { OWNERS } from '../../schema/owners';
import type { Purpose } from '../../schema/purposes';
import { LiteralValues } from '../../subgraphs/common/disclosure/condition-sql';
import { decisionOn } from '../../subgraphs/common/disclosure/decision-on';
import type { RecordType } from '../../subgraphs/common/records/record-registry';
import { protocolKeysInForce } from '../../subgraphs/common/row-security/row-permissions';
import { TABLES_FOR_MAINTENANCE } from '../../subgraphs/common/row-security/row-tables';
import { SHOWN_SCHEMA } from '../../subgraphs/common/row-security/shown-views';
import { calendarDate } from '../../subgraphs/common/serving/calendar-date';
import { RequestStore } from '../../subgraphs/common/storage/request-store';
import { type WalledOwner, withWalledOwner } from './owner-database';

const CALLERS = 80;

export interface Walls {
  readonly owner: string;
  /** For Knowsley: whose records a mentor finds by bare statements, and whom the mentor is matched with today. */
  readonly mentor?: { readonly found: readonly string[]; readonly mentees: readonly string[] };
  /** Every table and view with the rows that the application finds in it without settings, and with empty ones. */
  readonly withoutSettings: Readonly<Record<string, number>>;
  readonly withEmptySettings: Readonly<Record<string, number>>;
  /** Records that everybody finds together with the right settings but for the agreements in force, of which none is. */
  readonly rowsWithoutAgreements: number;
  /** Rows that the owner has, by table. */
  readonly stored: Readonly<Record<string, number>>;
  readonly withoutPeople: readonly string[];
  /** Where a raw statement found other rows than the agreements show. */
  readonly differences: readonly string[];
  readonly rightsTried: number;
  readonly rowsShown: number;
  readonly parallel: { readonly callers: number; readonly foreign: number; readonly rows: number };
  /** For each policy the rows that somebody who sees some of its table finds with it and without it. */
  readonly policies: readonly {
    readonly table: string;
    readonly policy: string;
    readonly rowsBefore: number;
    readonly rowsAfter: number;
  }[];
  /** Each table with row security switched off: what the application finds without settings. */
  readonly unforced: readonly { readonly table: string; readonly rowsAfter: number }[];
}

const UNSEEN = {} as Caller;

interface Caller {
  readonly persona: Persona;
  readonly purpose: Purpose;
}

async function tryWalls(server: string | undefined, names: readonly string[]): Promise<readonly Walls[]> {
  const found: Walls[] = [];
  for (const owner of OWNER_DEFINITIONS.filter(({ name }) => names.length === 0 || names.includes(name))) {
    found.push(await withWalledOwner(owner, server, (walled) => new Trial(walled).run()));
  }
  return found;
}

class Trial {
  private readonly now = new Date();
  private readonly today: string;
  private readonly decide: Decider;
  private readonly inForce: readonly string[];

  constructor(private readonly walled: WalledOwner) {
    this.today = calendarDate(this.now, OWNERS[walled.owner.name].timeZone);
    this.decide = createDecider(walled.protocols);
    this.inForce = protocolKeysInForce(walled.protocols, this.now);
  }

  async run(): Promise<Walls> {
    const { owner, store } = this.walled;
    const relations = await store.maintenance.query<{ name: string }[]>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where (n.nspname = 'public' and c.relkind = 'r' or n.nspname = $1) and not (c.relname = any ($2::text[])) order by 1`,
      [SHOWN_SCHEMA, [...TABLES_FOR_MAINTENANCE]],
    );
    const names = relations.map(({ name }) => name.replace('public.', ''));
    const withoutPeople = (
      await store.maintenance.query<{ name: string }[]>(
        `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname = 'public' and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`,
      )
    ).map(({ name }) => name);
    const callers = this.callers();
    const expected = new Map<Caller, ReadonlyMap<string, readonly string[]>>();
    const differences: string[] = [];
    let rowsShown = 0;
    let rowsWithoutAgreements = 0;
    for (const caller of callers) {
      const shown = await this.idsAs(caller, 'application');
      const permitted = await this.idsAs(caller, 'maintenance');
      expected.set(caller, permitted);
      rowsWithoutAgreements += await this.countWithoutAgreements(caller);
      for (const [kind, ids] of permitted) {
        const given = shown.get(kind) ?? [];
        rowsShown += given.length;
        if (given.join() !== ids.join()) {
          differences.push(`${nameOf(caller)} ${kind}: ${String(given.length)} of ${String(ids.length)} rows`);
        }
      }
    }
    return {
      owner: owner.name,
      ...(owner.name === 'knowsley-iom' ? { mentor: await this.tryAsMentor() } : {}),
      stored: await this.countAs('maintenance', names),
      withoutSettings: await this.countAs('application', names),
      withEmptySettings: await this.countAs('application', names, true),
      rowsWithoutAgreements,
      withoutPeople,
      differences,
      rightsTried: callers.length,
      rowsShown,
      parallel: await this.tryInParallel(callers, expected),
      ...(await this.tryWithoutPolicies(callers, expected)),
    };
  }

  /** Everybody who is shown any kind of record of this owner, for each purpose. */
  private callers(): readonly Caller[] {
    return PERSONAS.flatMap((persona) =>
      purposesOf(this.walled.protocols, persona.organisation, persona.role, this.now).map((purpose) => ({
        persona,
        purpose,
      })),
    ).filter((caller) => this.kindsFor(caller).length > 0);
  }

  private kindsFor(caller: Caller): readonly RecordType[] {
    return [...this.walled.graph.catalogue.recordTypes.values()].filter(
      (recordType) => this.decisionOnKind(caller, recordType).kind !== 'deny',
    );
  }

  private decisionOnKind(caller: Caller, recordType: RecordType) {
    const { permissionMap } = this.walled.graph.catalogue;
    const decision = decisionOn(permissionMap, `Query.${recordType.single}`, (field) =>
      this.decide(requesterOf(caller), field, this.now),
    );
    if (decision === undefined) throw new Error(`Nothing decides on ${recordType.name}.`);
    return decision;
  }

  /** The ids of every kind: what a bare statement finds as the application, or what the conditions of the agreements find. */
  private async idsAs(
    caller: Caller,
    as: 'application' | 'maintenance',
    kinds: readonly RecordType[] = [...this.walled.graph.catalogue.recordTypes.values()],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const store = this.storeAs(caller, as);
    const found = new Map<string, readonly string[]>();
    try {
      for (const recordType of kinds) {
        const where = as === 'application' ? 'true' : this.conditionOf(caller, recordType);
        const schema = as === 'application' ? '' : 'public.';
        const rows = await store.query<{ id: string }>(
          `select id from ${schema}${recordType.table} r where ${where} order by id`,
          [],
        );
        found.set(
          recordType.name,
          rows.map(({ id }) => id),
        );
      }
    } finally {
      await store.close();
    }
    return found;
  }

  private conditionOf(caller: Caller, recordType: RecordType): string {
    const decision = this.decisionOnKind(caller, recordType);
    if (decision.kind !== 'permit when') return String(decision.kind === 'permit');
    return this.walled.graph.catalogue.conditions.anyOf(recordType, 'r', decision.alternatives, new LiteralValues());
  }

  private async countWithoutAgreements(caller: Caller): Promise<number> {
    const store = this.storeAs(caller, 'application', []);
    const published = this.walled.owner.tablesWithoutPeople ?? {};
    const tables = this.kindsFor(caller).flatMap(({ table }) => (table in published ? [] : [table]));
    if (tables.length === 0) return 0;
    try {
      const [row] = await store.query<{ count: number }>(
        `select (${tables.map((table) => `(select count(*) from ${table})`).join(' + ')})::integer as count`,
        [],
      );
      return row?.count ?? 0;
    } finally {
      await store.close();
    }
  }

  private storeAs(caller: Caller, as: 'application' | 'maintenance', inForce = this.inForce): RequestStore {
    return new RequestStore(this.walled.store[as], requesterOf(caller), this.now, this.today, inForce);
  }

  private async countAs(
    as: 'application' | 'maintenance',
    names: readonly string[],
    emptySettings = false,
  ): Promise<Readonly<Record<string, number>>> {
    return this.walled.store[as].transaction(async (manager) => {
      for (const setting of emptySettings ? SETTINGS : []) {
        await manager.query(`select set_config('concordat.${setting}', '', true)`);
      }
      const counted: Record<string, number> = {};
      for (const name of names) {
        const [row] = await manager.query<[{ count: number }]>(`select count(*)::integer as count from ${name}`);
        counted[name] = row.count;
      }
      return counted;
    });
  }

  private async tryAsMentor(): Promise<NonNullable<Walls['mentor']>> {
    const persona = findPersona('mals.mentor');
    if (persona === undefined) throw new Error('There is no mentor.');
    // The embedded engine has one session: what is asked as the mentor ends before maintenance asks.
    const mentees = await this.walled.store.maintenance.query<{ id: string }[]>(
      `select distinct t.subject_id as id from mentoring_match t join mentor m on m.id = t.mentor_id
       where m.person = $1 and t.matched_from <= $2::date and (t.matched_until is null or t.matched_until >= $2::date - 28)
       order by 1`,
      [persona.persona, this.today],
    );
    const asMentor = this.storeAs({ persona, purpose: 'MENTORING_SUPPORT' }, 'application');
    try {
      const found = await asMentor.query<{ id: string }>(
        `select id from nominal union select id from mals_client union select subject_id from mentoring_session
         union select subject_id from pathway_status union select subject_id from offence order by 1`,
        [],
      );
      return { found: found.map(({ id }) => id), mentees: mentees.map(({ id }) => id) };
    } finally {
      await asMentor.close();
    }
  }

  private async tryInParallel(
    callers: readonly Caller[],
    expected: ReadonlyMap<Caller, ReadonlyMap<string, readonly string[]>>,
  ): Promise<Walls['parallel']> {
    let rows = 0;
    let foreign = 0;
    await Promise.all(
      Array.from({ length: CALLERS }, async (_, index) => {
        const caller = callers[(index * 7) % callers.length];
        if (caller === undefined) return;
        // Three kinds each, so that every caller is at its work while the others are.
        const possible = this.kindsFor(caller);
        const kinds = [0, 1, 2].flatMap((next) => possible[(index + next) % possible.length] ?? []);
        const shown = await patiently(() => this.idsAs(caller, 'application', kinds));
        for (const [kind, ids] of shown) {
          const permitted = new Set(expected.get(caller)?.get(kind));
          rows += ids.length;
          foreign += ids.filter((id) => !permitted.has(id)).length;
        }
      }),
    );
    return { callers: CALLERS, foreign, rows };
  }

  /** In transactions that are rolled back: each policy dropped, and each table without its row security, in turn. */
  private async tryWithoutPolicies(
    callers: readonly Caller[],
    expected: ReadonlyMap<Caller, ReadonlyMap<string, readonly string[]>>,
  ): Promise<Pick<Walls, 'policies' | 'unforced'>> {
    const standing = await this.walled.store.maintenance.query<{ table: string; policy: string }[]>(
      "select tablename as table, policyname as policy from pg_policies where schemaname = 'public' order by 1, 2",
    );
    const kindOf = new Map([...this.walled.graph.catalogue.recordTypes.values()].map((kind) => [kind.table, kind]));
    const policies: Walls['policies'][number][] = [];
    for (const { table, policy } of standing) {
      const kind = kindOf.get(table);
      const caller = callers.find((each) => (expected.get(each)?.get(kind?.name ?? '')?.length ?? 0) > 0);
      const left = await this.countWithout(`drop policy ${policy} on ${table}`, table, caller);
      const shown = expected.get(caller ?? UNSEEN)?.get(kind?.name ?? '')?.length;
      policies.push({ table, policy, rowsBefore: shown ?? 0, rowsAfter: left });
    }
    const unforced: Walls['unforced'][number][] = [];
    for (const table of new Set(standing.map((each) => each.table))) {
      const rowsAfter = await this.countWithout(`alter table ${table} disable row level security`, table, undefined);
      unforced.push({ table, rowsAfter });
    }
    return { policies, unforced };
  }

  /** How many rows the application finds, with these settings or none, once maintenance has done this. */
  private async countWithout(change: string, table: string, caller: Caller | undefined): Promise<number> {
    const { maintenance, applicationRole } = this.walled.store;
    let counted = 0;
    await maintenance
      .transaction(async (manager) => {
        await manager.query(change);
        await manager.query(`set local session authorization ${applicationRole}`);
        for (const [name, value] of Object.entries(caller === undefined ? {} : this.settingsOf(caller))) {
          await manager.query(`select set_config('concordat.${name}', $1, true)`, [value]);
        }
        const [row] = await manager.query<[{ count: number }]>(`select count(*)::integer as count from ${table}`);
        counted = row.count;
        throw new RolledBack();
      })
      .catch((error: unknown) => {
        if (!(error instanceof RolledBack)) throw error;
      });
    return counted;
  }

  private settingsOf(caller: Caller): Readonly<Record<string, string>> {
    const { person, organisation, role, area = '', purpose } = requesterOf(caller);
    const protocols = this.inForce.join(' ');
    return { person, organisation, role, area, purpose, protocols, now: this.now.toISOString(), today: this.today };
  }
}

/** Eighty at once wait for a connection longer than one may, where the machine does much else: whoever gives up asks again. */
async function patiently<Result>(work: () => Promise<Result>, attempts = 20): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const isWaiting =
      error instanceof Error && /was busy for|timeout exceeded when trying to connect/.test(error.message);
    if (!isWaiting || attempts === 1) throw error;
    return patiently(work, attempts - 1);
  }
}

class RolledBack extends Error {}

const SETTINGS = ['person', 'organisation', 'role', 'area', 'purpose', 'protocols', 'case_reference', 'now', 'today'];

function nameOf({ persona, purpose }: Caller): string {
  return `${persona.persona}:${purpose}`;
}

const [server = '', ...names] = process.argv.slice(2);
void tryWalls(server === '' ? undefined : server, names).then(
  (walls) => {
    process.stdout.write(JSON.stringify(walls, undefined, 2));
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
