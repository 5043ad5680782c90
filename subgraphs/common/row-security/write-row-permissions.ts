import type { DataSource } from 'typeorm';

import type { RowPermissions } from './row-permissions';

/** Any number will do, as long as every process of an owner uses the same. */
const PERMISSIONS_LOCK = 7_301_947;

/**
 * Writes down what the loaded agreements permit, in place of what stood there: all of it or nothing. Until it is
 * written a new agreement shows nothing, and one that is gone shows nothing from then on.
 */
export async function writeRowPermissions(maintenance: DataSource, rows: RowPermissions): Promise<void> {
  await maintenance.transaction(async (manager) => {
    await manager.query('select pg_advisory_xact_lock($1)', [PERMISSIONS_LOCK]);
    for (const table of ['row_permission', 'row_condition', 'row_evidence_use', 'row_evidence']) {
      await manager.query(`delete from ${table}`);
    }
    const fill = (table: string, values: readonly object[]): Promise<unknown> =>
      manager.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
        JSON.stringify(values),
      ]);
    await fill('row_condition', rows.conditions);
    await fill('row_permission', rows.permissions);
    await fill('row_evidence', rows.evidence);
    await fill('row_evidence_use', rows.uses);
    await manager.query('analyze row_condition, row_permission, row_evidence, row_evidence_use');
  });
}
