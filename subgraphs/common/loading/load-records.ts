import type { DataSource, EntityManager } from 'typeorm';

/** Records of one table, ready to be stored: the class of the table and its rows. */
export interface RecordSet {
  readonly table: new () => object;
  readonly rows: readonly object[];
}

const ROWS_A_STATEMENT = 2_000;

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
        await insertRows(manager, table, part);
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

/**
 * One statement and one bound value however many rows: the database takes the rows apart, with the types of the table.
 * A column that no row names keeps its default.
 */
async function insertRows(manager: EntityManager, table: new () => object, rows: readonly object[]): Promise<void> {
  const { tableName, columns } = manager.dataSource.getMetadata(table);
  const named = new Set(rows.flatMap((row) => Object.keys(row)));
  const written = columns.filter((column) => column.isInsert && named.has(column.propertyName));
  const unknown = [...named].filter((name) => !columns.some((column) => column.propertyName === name));
  if (unknown.length > 0) throw new Error(`${table.name} has no column for ${unknown.join(', ')}.`);
  const names = written.map((column) => column.databaseName).join(', ');
  const values = rows.map((row) =>
    Object.fromEntries(
      written.map((column) => [
        column.databaseName,
        (row as Readonly<Record<string, unknown>>)[column.propertyName] ?? null,
      ]),
    ),
  );
  await manager.query(
    `insert into ${tableName} (${names}) select ${names} from jsonb_populate_recordset(null::${tableName}, $1::jsonb)`,
    [JSON.stringify(values)],
  );
}
