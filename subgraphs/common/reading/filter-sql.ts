import type { DisclosureScope } from '../disclosure/disclosure-scope';
import type { BoundValues } from '../disclosure/condition-sql';
import type { DisclosedField, RecordType } from '../records/record-registry';
import { snakeCase } from '../storage/snake-case-naming';

/** `{ field: { equals | in | from | to | startsWith } }`, as the generated filter inputs have it. */
export type RecordFilter = Readonly<Record<string, Readonly<Record<string, unknown>> | null | undefined>>;

const CASTS: Readonly<Record<DisclosedField['kind'], string>> = {
  text: 'text',
  texts: 'text[]',
  reference: 'text',
  code: 'text',
  month: 'text',
  date: 'date',
  instant: 'timestamptz',
  integer: 'integer',
  number: 'numeric',
  boolean: 'boolean',
};

/** The SQL type of a field's values, for casts of bound parameters. */
export function sqlType(field: DisclosedField): string {
  return CASTS[field.kind];
}

/**
 * A filter as SQL. A record matches by a field only where that field may be disclosed of that record, so that a
 * filter can never tell what a selection would withhold.
 */
export function filterSql(
  scope: DisclosureScope,
  recordType: RecordType,
  alias: string,
  filter: RecordFilter,
  bound: BoundValues,
  /** The condition under which rows are visible, which stands beside the filter: it is not asked a second time. */
  visible: string,
): string {
  const parts = Object.entries(filter).flatMap(([name, operators]) => {
    if (operators === null || operators === undefined) return [];
    const field = fieldNamed(recordType, name);
    const comparisons = Object.entries(operators).flatMap(([operator, value]) =>
      value === null || value === undefined
        ? []
        : [comparison(`${alias}.${snakeCase(name)}`, operator, value, field, bound)],
    );
    if (comparisons.length === 0) return [];
    const permitted = permittedSql(scope, recordType, alias, name, bound);
    return [`(${[...(permitted === visible ? [] : [permitted]), ...comparisons].join(' and ')})`];
  });
  return parts.length === 0 ? 'true' : parts.join(' and ');
}

/** Whether a field may be disclosed of the row, as SQL. */
export function permittedSql(
  scope: DisclosureScope,
  recordType: RecordType,
  alias: string,
  fieldName: string,
  bound: BoundValues,
): string {
  // A key discloses nothing beyond the record that the list shows anyhow.
  if (fieldName === 'id') return 'true';
  const decision = scope.decide(`${recordType.name}.${fieldName}`);
  if (decision === undefined || decision.kind === 'permit') return 'true';
  if (decision.kind === 'deny') return 'false';
  return scope.catalogue.conditions.anyOf(recordType, alias, decision.alternatives, bound);
}

export function fieldNamed(recordType: RecordType, name: string): DisclosedField {
  if (name === 'id') return { name, discloses: recordType.discloses, kind: 'reference', filterable: true };
  const field = recordType.fields.find((candidate) => candidate.name === name && candidate.filterable);
  if (field === undefined) throw new Error(`${recordType.name} cannot be filtered or ordered by ${name}.`);
  return field;
}

function comparison(
  column: string,
  operator: string,
  value: unknown,
  field: DisclosedField,
  bound: BoundValues,
): string {
  const type = sqlType(field);
  switch (operator) {
    case 'equals':
      return `${column} = ${bound.bind(value)}::${type}`;
    case 'in':
      return `${column} = any(${bound.bind(value)}::${type}[])`;
    case 'from':
      return `${column} >= ${bound.bind(value)}::${type}`;
    case 'to':
      return `${column} <= ${bound.bind(value)}::${type}`;
    case 'startsWith':
      return `starts_with(lower(${column}), lower(${bound.bind(value)}::text))`;
    default:
      throw new Error(`Unknown filter operator ${operator}.`);
  }
}
