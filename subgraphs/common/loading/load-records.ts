import type { DataSource, EntityManager } from 'typeorm';

/** Records of one table, ready to be stored: the class of the table and its rows. */
export interface RecordSet {
  readonly table: new () => object;
  readonly rows: readonly object[];
}

const ROWS_A_STATEMENT = 200;

/**
 * The one path by which records enter an owner's database, whatever they come from: synthetic people and the
 * published cases alike. All or nothing, in one transaction.
 */
export async function loadRecords(
  dataSource: DataSource,
  sets: Iterable<RecordSet>,
  afterwards?: (manager: EntityManager) => Promise<void>,
): Promise<number> {
  return dataSource.transaction(async (manager) => {
    let count = 0;
    for (const { table, rows } of sets) {
      for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
        const part = rows.slice(from, from + ROWS_A_STATEMENT);
        await manager
          .createQueryBuilder()
          .insert()
          .into(table)
          .values([...part])
          .execute();
        count += part.length;
      }
    }
    await afterwards?.(manager);
    return count;
  });
}

/** Adds the published records that the database does not have yet, known by their keys. */
export async function loadReference(dataSource: DataSource, sets: Iterable<RecordSet>): Promise<void> {
  await dataSource.transaction(async (manager) => {
    for (const { table, rows } of sets) {
      await manager
        .createQueryBuilder()
        .insert()
        .into(table)
        .values([...rows])
        .orIgnore()
        .execute();
    }
  });
}
