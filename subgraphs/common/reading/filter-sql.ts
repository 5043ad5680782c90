import type { Alternative } from '../../../protocols/decision';
import type { DisclosureScope } from '../disclosure/disclosure-scope';
import { type BoundValues, conditionKey } from '../disclosure/condition-sql';
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

/** One comparison of a filter, with the field that it compares. */
export interface Comparison {
  readonly field: DisclosedField;
  readonly operator: string;
  readonly value: unknown;
}

/** The comparisons of a filter, which must all hold. */
export function comparisonsOf(recordType: RecordType, filter: RecordFilter): readonly Comparison[] {
  return Object.entries(filter).flatMap(([name, operators]) => {
    if (operators === null || operators === undefined) return [];
    const field = fieldNamed(recordType, name);
    return Object.entries(operators).flatMap(([operator, value]) =>
      value === null || value === undefined ? [] : [{ field, operator, value }],
    );
  });
}

/**
 * A filter as SQL. A record matches by a field only where that field may be disclosed of that record, so that a
 * filter can never tell what a selection would withhold.
 */
export function filterSql(
  scope: DisclosureScope,
  recordType: RecordType,
  alias: string,
  comparisons: readonly Comparison[],
  bound: BoundValues,
): string {
  const parts = comparisons.map(({ field, operator, value }) => {
    const compared = comparison(`${alias}.${snakeCase(field.name)}`, operator, value, field, bound);
    const permitted = permittedSql(scope, recordType, alias, field.name);
    return permitted === 'true' ? compared : `(${permitted} and ${compared})`;
  });
  return parts.length === 0 ? 'true' : parts.join(' and ');
}

/**
 * Whether a field may be disclosed of a visible row, as SQL: `true` also where it is permitted whenever the row may be
 * seen, so that nothing is asked twice.
 */
export function permittedSql(scope: DisclosureScope, recordType: RecordType, alias: string, fieldName: string): string {
  // A key discloses nothing beyond the record that the list shows anyhow.
  if (fieldName === 'id') return 'true';
  const coordinate = `${recordType.name}.${fieldName}`;
  const decision = scope.decide(coordinate);
  if (decision === undefined || decision.kind === 'permit') return 'true';
  if (decision.kind === 'deny') return 'false';
  const visibility = scope.visibilityOf(recordType);
  const keys = (alternatives: readonly Alternative[]): string =>
    JSON.stringify(alternatives.map(({ predicates }) => conditionKey(predicates)).sort());
  if (typeof visibility !== 'string' && keys(visibility) === keys(decision.alternatives)) return 'true';
  return `${alias}.id in (select permitted_ids('${coordinate}'))`;
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
