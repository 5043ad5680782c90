// Which distinct tables each project was given of a snapshot. A table is reserved before it is computed and given with
// the transaction after which it leaves; a reservation that nobody follows up runs out, so that no failure is charged.
import type { DataSource, EntityManager } from 'typeorm';

import { TABLES_A_SNAPSHOT } from '../../../disclosure-control/budget';
import type { Clock } from '../../../service/clock';
import { researchRefused } from './research-refusals';
import { askedSnapshot, newestSnapshot, type Snapshot } from './snapshots';

const RESERVED_MS = 30_000;

/** One table of one project. */
export interface ChargedTable {
  readonly project: string;
  readonly table: string;
  /** The id of this owner's snapshot. */
  readonly snapshot: string;
}

export interface Charged {
  readonly isNew: boolean;
  readonly spent: number;
  readonly limit: number;
}

export class TableLedger {
  constructor(
    private readonly maintenance: DataSource,
    private readonly clock: Clock,
    /** Which research key the snapshot must have been taken with. */
    private readonly key: string,
  ) {}

  /** Reserves a table, in one transaction in which nobody else charges; one that was given already costs nothing. */
  reserve({ project, table, snapshot }: ChargedTable, limit: number): Promise<Charged> {
    return this.charging(snapshot, async (manager, { number }) => {
      const until = new Date(this.clock.now().getTime() + RESERVED_MS);
      const known = await manager.query<unknown[]>(
        `select from research_table where project = $1 and snapshot = $2 and table_id = $3`,
        [project, number, table],
      );
      const isNew = known.length === 0;
      if (isNew) {
        const [{ spent, all }] = await manager.query<[{ spent: number; all: number }]>(
          `select (count(*) filter (where project = $1))::int as spent,
             (count(distinct table_id) filter (where table_id <> $3))::int as all
           from research_table where snapshot = $2`,
          [project, number, table],
        );
        if (spent >= limit) throw researchRefused('TABLES_SPENT');
        if (all >= TABLES_A_SNAPSHOT) throw researchRefused('SNAPSHOT_TABLES_SPENT');
      }
      await manager.query(
        `insert into research_table as kept (project, snapshot, table_id, state, waiting, reserved_until)
         values ($1, $2, $3, 'RESERVED', 1, $4)
         on conflict (project, snapshot, table_id) do update
           set waiting = kept.waiting + 1, reserved_until = excluded.reserved_until where kept.state = 'RESERVED'`,
        [project, number, table, until],
      );
      return { isNew, spent: await this.spent(manager, project, number), limit };
    });
  }

  /** Gives a reservation back; it ends with the last question that holds it, and a table that was given stays so. */
  async release({ project, table, snapshot }: ChargedTable): Promise<void> {
    const one = `project = $1 and table_id = $2 and state = 'RESERVED'
      and snapshot = (select number from research_snapshot where id = $3)`;
    const values = [project, table, snapshot];
    await this.maintenance.transaction(async (manager) => {
      await manager.query(`update research_table set waiting = waiting - 1 where ${one}`, values);
      await manager.query(`delete from research_table where ${one} and waiting = 0`, values);
    });
  }

  /** Refuses a table that is neither reserved nor given, before anything is computed. */
  refuseUnreserved({ project, table, snapshot }: ChargedTable): Promise<void> {
    return this.charging(snapshot, async (manager, { number }) => {
      const held = await manager.query<unknown[]>(
        'select from research_table where project = $1 and snapshot = $2 and table_id = $3',
        [project, number, table],
      );
      if (held.length === 0) throw researchRefused('TABLE_NOT_RESERVED');
    });
  }

  /** The table is given from now on. */
  give({ project, table, snapshot }: ChargedTable): Promise<void> {
    return this.charging(snapshot, async (manager, { number }) => {
      const given = await manager.query<{ project: string }[]>(
        `with given as (
           update research_table set state = 'GIVEN', given_at = coalesce(given_at, $4)
           where project = $1 and snapshot = $2 and table_id = $3 returning project
         )
         select project from given`,
        [project, number, table, this.clock.now()],
      );
      if (given.length === 0) throw researchRefused('TABLE_NOT_RESERVED');
    });
  }

  /** The tables given to a project of the newest snapshot, the first one first, and how many it has taken up. */
  async read(
    project: string,
  ): Promise<{ tables: readonly { table: string; givenAt: Date }[]; spent: number; snapshot: string | null }> {
    const newest = await newestSnapshot(this.maintenance);
    if (newest === undefined) return { tables: [], spent: 0, snapshot: null };
    const tables = await this.maintenance.query<{ table: string; givenAt: Date }[]>(
      `select table_id as table, given_at as "givenAt" from research_table
       where project = $1 and snapshot = $2 and state = 'GIVEN' order by given_at, table_id`,
      [project, newest.number],
    );
    return { tables, spent: await this.spent(this.maintenance, project, newest.number), snapshot: newest.id };
  }

  /** One transaction at a time, in which reservations that ran out are gone. */
  private charging<Result>(
    snapshot: string,
    work: (manager: EntityManager, newest: Snapshot) => Promise<Result>,
  ): Promise<Result> {
    return this.maintenance.transaction(async (manager) => {
      const newest = await askedSnapshot(manager, this.key, { locked: true });
      if (newest.id !== snapshot) throw researchRefused('SNAPSHOT_CHANGED');
      await manager.query(`delete from research_table where state = 'RESERVED' and reserved_until <= $1`, [
        this.clock.now(),
      ]);
      return work(manager, newest);
    });
  }

  private async spent(database: DataSource | EntityManager, project: string, number: number): Promise<number> {
    const [{ spent }] = await database.query<[{ spent: number }]>(
      `select count(*)::int as spent from research_table where project = $1 and snapshot = $2
         and (state = 'GIVEN' or reserved_until > $3)`,
      [project, number, this.clock.now()],
    );
    return spent;
  }
}
