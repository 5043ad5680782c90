import type { DataSource } from 'typeorm';

import type { Protocol, ProtocolSet } from '../../../protocols/protocol';
import type { OwnerCatalogue } from '../disclosure/owner-catalogue';
import type { OwnerMeasure } from './owner-measure';
import { protocolKey, type RowPermissions, rowPermissionsOf } from './row-permissions';

/** Any number will do, as long as every process of an owner uses the same. */
const PERMISSIONS_LOCK = 7_301_947;

/**
 * Writes down what the loaded agreements permit: at first all of it in place of what stood there, then what changed
 * since. All or nothing. Until it is written a new agreement shows nothing, and one that is gone shows nothing from
 * then on.
 */
export function rowPermissionsWriter(
  maintenance: DataSource,
  catalogue: OwnerCatalogue,
  measures: readonly OwnerMeasure[],
): (set: ProtocolSet) => Promise<void> {
  let written: ReadonlyMap<string, string> | undefined;
  return async (set) => {
    const wanted = new Map(set.protocols.map((protocol) => [protocolKey(protocol), contentOf(protocol)]));
    const changed = set.protocols.filter((each) => written?.get(protocolKey(each)) !== wanted.get(protocolKey(each)));
    const gone = [...(written?.keys() ?? [])].filter((key) => !wanted.has(key));
    const replaced = written === undefined ? undefined : [...changed.map(protocolKey), ...gone];
    await write(maintenance, rowPermissionsOf(catalogue, measures, changed), replaced);
    written = wanted;
  };
}

function contentOf(protocol: Protocol): string {
  return JSON.stringify({ ...protocol, file: '' });
}

/** @param replaced the agreements of which nothing stays; undefined: of whatever stands there. */
async function write(
  maintenance: DataSource,
  rows: RowPermissions,
  replaced: readonly string[] | undefined,
): Promise<void> {
  if (replaced?.length === 0) return;
  await maintenance.transaction(async (manager) => {
    await manager.query('select pg_advisory_xact_lock($1)', [PERMISSIONS_LOCK]);
    for (const table of ['row_permission', 'row_evidence_use']) {
      await manager.query(`delete from ${table} where $1::text[] is null or protocol = any ($1::text[])`, [
        replaced ?? null,
      ]);
    }
    if (replaced === undefined) {
      await manager.query('delete from row_condition');
      await manager.query('delete from row_evidence');
    }
    // A condition that another agreement has as well stands there already.
    const fill = (table: string, values: readonly object[]): Promise<unknown> =>
      manager.query(
        `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb) on conflict do nothing`,
        [JSON.stringify(values)],
      );
    await fill('row_condition', rows.conditions);
    await fill('row_permission', rows.permissions);
    await fill('row_evidence', rows.evidence);
    await fill('row_evidence_use', rows.uses);
    await manager.query('analyze row_condition, row_permission, row_evidence, row_evidence_use');
  });
}
