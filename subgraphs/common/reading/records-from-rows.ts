import type { RecordType, StoredRecord } from '../records/record-registry';

const camelCaseNames = new Map<string, string>();

/** Rows of a table as instances of its record class: snake_case columns become camelCase properties. */
export function recordsFrom(
  recordType: RecordType,
  rows: readonly Readonly<Record<string, unknown>>[],
): StoredRecord[] {
  return rows.map((row) => {
    const record = new recordType.recordClass();
    for (const [column, value] of Object.entries(row)) {
      (record as unknown as Record<string, unknown>)[camelCase(column)] = value;
    }
    return record;
  });
}

function camelCase(column: string): string {
  let name = camelCaseNames.get(column);
  if (name === undefined) {
    name = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    camelCaseNames.set(column, name);
  }
  return name;
}
