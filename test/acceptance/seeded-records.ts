import { truth, type TruthLine } from '../hub/hub';

/** One seeded record with all its values, whoever may see them. */
export interface SeededRecord {
  readonly type: string;
  readonly id: string;
  readonly subject: string | undefined;
  readonly values: Readonly<Record<string, unknown>>;
}

let byType: ReadonlyMap<string, readonly SeededRecord[]> | undefined;

/** The seeded records of one type, in the order of the truth. */
export function seededRecords(type: string): readonly SeededRecord[] {
  byType ??= recordsIn(truth());
  return byType.get(type) ?? [];
}

/** The ids of the people about whom a record of this type is seeded that passes the test. */
export function subjectsWith(
  type: string,
  passes: (record: SeededRecord) => boolean = () => true,
): ReadonlySet<string> {
  return new Set(
    seededRecords(type).flatMap((record) => (record.subject !== undefined && passes(record) ? [record.subject] : [])),
  );
}

/** The records that seeded values belong to, by type. */
export function recordsIn(lines: readonly TruthLine[]): ReadonlyMap<string, readonly SeededRecord[]> {
  const records = new Map<string, Map<string, { subject: string | undefined; values: Record<string, unknown> }>>();
  for (const { coordinate, id, subject, value } of lines) {
    const [type = '', field = ''] = coordinate.split('.');
    const ofType =
      records.get(type) ?? new Map<string, { subject: string | undefined; values: Record<string, unknown> }>();
    records.set(type, ofType);
    const record = ofType.get(id) ?? { subject: subject ?? undefined, values: {} };
    ofType.set(id, record);
    record.values[field] = value;
  }
  return new Map(
    [...records].map(([type, ofType]) => [type, [...ofType].map(([id, record]) => ({ type, id, ...record }))]),
  );
}
