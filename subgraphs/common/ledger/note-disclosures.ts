import type { IMiddlewareFunction } from 'graphql-middleware';

import type { ClauseReference } from '../../../protocols/decision';
import type { OwnerCatalogue } from '../disclosure/owner-catalogue';
import type { DisclosureScope } from '../disclosure/disclosure-scope';
import type { RecordType, StoredRecord } from '../records/record-registry';
import type { OwnerContext } from '../serving/owner-context';
import { SilentRefusal } from '../serving/owner-errors';

/**
 * Stands before everything else at each field: whatever has a value when it leaves was disclosed, and what was
 * withheld about a person, with a word or without one, was withheld. A mere key is a disclosure too: it tells that the
 * record exists.
 */
export function noteDisclosures(catalogue: OwnerCatalogue): IMiddlewareFunction {
  return async (resolve, parent: unknown, fieldArguments: FieldArguments, context: OwnerContext, info) => {
    const { scope, notes } = context;
    const typeName = info.parentType.name;
    const coordinate = `${typeName}.${info.fieldName}`;
    const recordType = catalogue.recordTypes.get(typeName);
    const subject = concernsNobody(scope, coordinate)
      ? undefined
      : subjectOf(recordType, typeName, parent, fieldArguments);
    const noteRefusal = (error: unknown): void => {
      if (subject === undefined || !isRefusal(error)) return;
      notes.withheld(subject, coordinate, citedBy(error) ?? refusingClause(scope, coordinate));
    };
    let value: unknown;
    try {
      value = await (resolve as () => unknown)();
    } catch (error) {
      noteRefusal(error);
      throw error;
    }
    if (subject === undefined || info.fieldName === '__typename') return value;
    if (value instanceof Error) noteRefusal(value);
    else if (value === null || value === undefined) {
      // Asked for by name, and not there or not to be seen: the same for the asker, and on record either way.
      if (recordType === undefined) notes.withheld(subject, coordinate, refusingClause(scope, coordinate));
    } else if (recordType !== undefined) {
      const record = parent as StoredRecord;
      notes.disclosed(subject, coordinate, record, permittingClause(scope, coordinate, recordType, record));
    } else if (typeof value === 'object' && (typeName !== 'Query' || 'id' in value)) {
      // That it is there is told by the answer, even where nothing more is asked of it than its type's name.
      notes.disclosed(personOf(value) ?? subject, coordinate, value, unconditionalClause(scope, coordinate));
    }
    return value;
  };
}

type FieldArguments = Readonly<Record<string, unknown>>;

/** Published figures, research tables and the register of research: an id there is not a person's. */
function concernsNobody({ catalogue }: DisclosureScope, coordinate: string): boolean {
  const category = catalogue.permissionMap.fields.get(coordinate)?.category;
  return coordinate.startsWith('Query.') && (category === 'AGGREGATE' || category === 'AUDIT');
}

/** Whom a field is about: the person of its record; of a field that looks one up or explains, whoever was asked for. */
function subjectOf(
  recordType: RecordType | undefined,
  typeName: string,
  parent: unknown,
  fieldArguments: FieldArguments,
): string | undefined {
  const values = parent as Readonly<Record<string, unknown>> | null | undefined;
  const subject =
    recordType !== undefined
      ? values?.[recordType.anchors['subject'] ?? 'subjectId']
      : typeName === 'Person'
        ? values?.['id']
        : typeName === 'AccessExplanation'
          ? values?.['subject']
          : typeName === 'Query'
            ? fieldArguments['id']
            : undefined;
  return typeof subject === 'string' ? subject : undefined;
}

/** The person of a record that was looked up by its own id. */
function personOf(value: object): string | undefined {
  return 'subjectId' in value && typeof value.subjectId === 'string' ? value.subjectId : undefined;
}

/** Of a field before any record: conditions are cited where they held, at the record's own fields. */
function unconditionalClause(scope: DisclosureScope, coordinate: string): ClauseReference | undefined {
  if (!scope.catalogue.permissionMap.fields.has(coordinate)) return undefined;
  const decision = scope.decide(coordinate);
  return decision?.kind === 'permit' ? decision.clause : undefined;
}

function permittingClause(
  scope: DisclosureScope,
  coordinate: string,
  recordType: RecordType,
  record: StoredRecord,
): ClauseReference | undefined {
  // Noting decides nothing: what says nothing of itself was the shield's to refuse, and no clause permitted it.
  if (!scope.catalogue.permissionMap.fields.has(coordinate)) return undefined;
  const decision = scope.decide(coordinate);
  if (decision?.kind !== 'permit when') return decision?.clause;
  return decision.alternatives.find((alternative) => scope.holds(recordType, record, [alternative]))?.clause;
}

/** The clause whose conditions did not hold, where the refusal itself cites none. */
function refusingClause(scope: DisclosureScope, coordinate: string): ClauseReference | undefined {
  const decision = scope.decide(coordinate);
  return decision?.kind === 'permit when' ? decision.alternatives[0]?.clause : decision?.clause;
}

function isRefusal(error: unknown): boolean {
  return error instanceof SilentRefusal || extensionsOf(error)['code'] === 'WITHHELD_BY_PROTOCOL';
}

function citedBy(error: unknown): ClauseReference | undefined {
  const { protocol, version, clause } = extensionsOf(error);
  return typeof protocol === 'string' && typeof version === 'string' && typeof clause === 'string'
    ? { protocol, version, clause }
    : undefined;
}

function extensionsOf(error: unknown): Readonly<Record<string, unknown>> {
  const known = (error as { extensions?: unknown } | null)?.extensions;
  return typeof known === 'object' && known !== null ? (known as Readonly<Record<string, unknown>>) : {};
}
