import type { PermissionMap } from '../../../schema/permission-map';
import type { RecordClass, RecordType } from '../records/record-registry';
import { recordTypeOf } from '../records/record-registry';
import type { ConditionSql } from './condition-sql';

/** All that the machinery needs to know of one owner's graph: its kinds of records and what each field discloses. */
export interface OwnerCatalogue {
  readonly recordTypes: ReadonlyMap<string, RecordType>;
  readonly permissionMap: PermissionMap;
  readonly conditions: ConditionSql;
}

export function catalogueOf(
  recordClasses: readonly RecordClass[],
  permissionMap: PermissionMap,
  conditions: ConditionSql,
): OwnerCatalogue {
  const recordTypes = new Map(
    recordClasses.map((recordClass) => {
      const recordType = recordTypeOf(recordClass);
      return [recordType.name, recordType] as const;
    }),
  );
  return { recordTypes, permissionMap, conditions };
}
