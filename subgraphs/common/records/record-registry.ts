import type { DisclosureText } from './disclosure-text';

/** How a value is stored and shown; it decides column, scalar and the filters that make sense. */
export type ValueKind =
  'text' | 'texts' | 'reference' | 'date' | 'instant' | 'month' | 'integer' | 'number' | 'boolean' | 'code';

export interface DisclosedField {
  readonly name: string;
  readonly discloses: DisclosureText;
  readonly kind: ValueKind;
  /** The GraphQL enum of a `code`. */
  readonly vocabulary?: object;
  readonly filterable: boolean;
}

export interface RelatedRecords {
  readonly name: string;
  readonly discloses: DisclosureText;
  readonly describes: string;
  readonly target: () => RecordClass;
  /** The property of the target that holds this record's value of `by`. */
  readonly targetKey: string;
  /** The property of this record that the target refers to. */
  readonly by: string;
  readonly many: boolean;
}

/** What the owner's machinery knows of one kind of record: an object type, a table and what each field discloses. */
export interface RecordType {
  readonly name: string;
  readonly recordClass: RecordClass;
  readonly table: string;
  readonly describes: string;
  readonly discloses: DisclosureText;
  readonly single: string;
  readonly plural: string;
  /** From an anchor of the owner (`subject`, `case` …) to the property that holds its id. */
  readonly anchors: Readonly<Record<string, string>>;
  readonly fields: readonly DisclosedField[];
  readonly relations: readonly RelatedRecords[];
}

export type RecordClass = new () => StoredRecord;

/** What every stored record has. */
export interface StoredRecord {
  id: string;
}

const fieldsOf = new Map<object, DisclosedField[]>();
const relationsOf = new Map<object, RelatedRecords[]>();
const recordTypes = new Map<RecordClass, RecordType>();

export function registerField(prototype: object, field: DisclosedField): void {
  fieldsOf.set(prototype, [...(fieldsOf.get(prototype) ?? []), field]);
}

export function registerRelation(prototype: object, relation: RelatedRecords): void {
  relationsOf.set(prototype, [...(relationsOf.get(prototype) ?? []), relation]);
}

export function registerRecordType(
  recordClass: RecordClass,
  options: Omit<RecordType, 'recordClass' | 'fields' | 'relations'>,
): void {
  recordTypes.set(recordClass, {
    ...options,
    recordClass,
    fields: inherited(recordClass, fieldsOf),
    relations: inherited(recordClass, relationsOf),
  });
}

function inherited<T>(recordClass: RecordClass, registry: ReadonlyMap<object, readonly T[]>): readonly T[] {
  const found: T[] = [];
  for (let prototype: unknown = recordClass.prototype; prototype !== null;) {
    found.unshift(...(registry.get(prototype as object) ?? []));
    prototype = Object.getPrototypeOf(prototype);
  }
  return found;
}

/** The record type of a class; throws where the class lacks `@RecordOf`. */
export function recordTypeOf(recordClass: RecordClass): RecordType {
  const recordType = recordTypes.get(recordClass);
  if (recordType === undefined) throw new Error(`${recordClass.name} is no record: decorate it with @RecordOf.`);
  return recordType;
}
