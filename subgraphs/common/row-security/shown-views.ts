import type { QueryRunner } from 'typeorm';

/** Where the application finds what PostgreSQL cannot put a policy on: views of records, each behind its own condition. */
export const SHOWN_SCHEMA = 'shown';

/** Before steps that may change what the views are made of, and before they are made anew. */
export async function withdrawViews(runner: QueryRunner): Promise<void> {
  await runner.query(`drop schema if exists ${SHOWN_SCHEMA} cascade`);
}
