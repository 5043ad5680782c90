import type { BoundValues } from '../disclosure/condition-sql';
import type { DisclosureScope } from '../disclosure/disclosure-scope';
import type { RecordType } from '../records/record-registry';

/** The rows of a kind that this requester may see at all, as SQL. */
export function visibleSql(scope: DisclosureScope, recordType: RecordType, alias: string, bound: BoundValues): string {
  const visibility = scope.visibilityOf(recordType);
  if (visibility === 'all') return 'true';
  if (visibility === 'none') return 'false';
  return scope.catalogue.conditions.anyOf(recordType, alias, visibility, bound);
}
