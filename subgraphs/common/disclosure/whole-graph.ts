import { readFileSync } from 'node:fs';
import path from 'node:path';

import { type DocumentNode, Kind, parse } from 'graphql';

import type { FieldDisclosure, PermissionMap } from '../../../schema/permission-map';
import { readPermissionMap } from '../../../schema/read-permission-map';
import { projectRoot } from '../../../service/project-root';

let document: DocumentNode | undefined;
let permissionMap: PermissionMap | undefined;
let fields: readonly FieldDisclosure[] | undefined;

/** The committed supergraph. Read once: it belongs to the code that runs, and does not change under it. */
function supergraph(): DocumentNode {
  return (document ??= parse(readFileSync(path.join(projectRoot, 'schema/supergraph.graphql'), 'utf8'), {
    noLocation: true,
  }));
}

/** What each coordinate of the whole graph discloses, and what else its value gives away. */
export function wholeGraphPermissions(): PermissionMap {
  return (permissionMap ??= readPermissionMap(supergraph()));
}

/** What the whole graph discloses, against which an agreement's words are checked. */
export function wholeGraphFields(): readonly FieldDisclosure[] {
  return (fields ??= [...wholeGraphPermissions().fields.values()]);
}

/** The enums of the whole graph with the English label of each code; neither composition's own nor the sort order. */
export function wholeGraphEnums(): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const enums = new Map<string, Readonly<Record<string, string>>>();
  for (const definition of supergraph().definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || /__|^SortDirection$/.test(definition.name.value)) continue;
    const codes = (definition.values ?? []).map(({ name, description }) => [name.value, description?.value ?? '']);
    enums.set(definition.name.value, Object.fromEntries(codes) as Record<string, string>);
  }
  return enums;
}
