import type { DataSource, QueryRunner } from 'typeorm';

import { CHECKPOINTS_STEP, LEDGER_INDEXES_STEP, LEDGER_STEP } from '../../../ledger/storage/ledger-tables';
import { ConfigurationError } from '../../../service/environment';
import { LOOKUP_ENDED_STEP, LOOKUP_GRANTS_STEP } from '../lookup/grants/grant-tables';
import { LOOKUP_LINKS_STEP } from '../lookup/grants/link-tables';
import { ROW_SECURITY_STEP } from '../row-security/row-tables';
import { withdrawViews } from '../row-security/shown-views';

/** Any number will do, as long as every owner's processes use the same. */
const MIGRATION_LOCK = 7_301_946;

/** One step of an owner's database, in SQL that runs on PostgreSQL 15. Names begin with a number and never change. */
export interface MigrationStep {
  readonly name: string;
  readonly sql: string;
}

/** What every owner's database has: the table of applied steps and the mark of what its people are. */
const COMMON_STEP: MigrationStep = {
  name: '0001-common',
  sql: `
    create table database_mark (
      kind text not null check (kind in ('synthetic', 'real')),
      seed text, anchor date, marked_at timestamptz not null default now(),
      only_one boolean primary key default true check (only_one)
    );
    create table subject (id text primary key);
    comment on table subject is 'Every person on whom this owner holds a record; the id is Person.id of the graph.';`,
};

/**
 * Brings the database up to the code, under an advisory lock, so that two processes that start together do not
 * migrate twice; then does what is part of the code and not of the data, in a transaction of its own.
 * Throws {@link ConfigurationError} when the database is newer than the code.
 */
export async function migrate(
  dataSource: DataSource,
  steps: readonly MigrationStep[],
  afterwards: (runner: QueryRunner) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const runner = dataSource.createQueryRunner();
  const allSteps = [
    COMMON_STEP,
    ...steps,
    LEDGER_STEP,
    CHECKPOINTS_STEP,
    LEDGER_INDEXES_STEP,
    ROW_SECURITY_STEP,
    LOOKUP_GRANTS_STEP,
    LOOKUP_LINKS_STEP,
    LOOKUP_ENDED_STEP,
  ];
  try {
    await runner.connect();
    await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      await runner.query(
        'create table if not exists migration (name text primary key, applied_at timestamptz not null default now())',
      );
      const applied = new Set(
        ((await runner.query('select name from migration')) as { name: string }[]).map((row) => row.name),
      );
      const known = new Set(allSteps.map((step) => step.name));
      const newer = [...applied].filter((name) => !known.has(name));
      if (newer.length > 0) {
        throw new ConfigurationError([
          `The database is newer than this code: it has the migration(s) ${newer.join(', ')}. ` +
            'Start the newer version, or restore the backup of before it.',
        ]);
      }
      for (const step of allSteps.filter((candidate) => !applied.has(candidate.name))) await apply(runner, step);
      await inTransaction(runner, () => afterwards(runner));
    } finally {
      await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    }
  } finally {
    await runner.release();
  }
}

async function apply(runner: QueryRunner, step: MigrationStep): Promise<void> {
  await inTransaction(runner, async () => {
    await withdrawViews(runner);
    await runner.query(step.sql);
    await runner.query('insert into migration (name) values ($1)', [step.name]);
  });
}

async function inTransaction(runner: QueryRunner, work: () => Promise<void>): Promise<void> {
  await runner.startTransaction();
  try {
    await work();
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}
