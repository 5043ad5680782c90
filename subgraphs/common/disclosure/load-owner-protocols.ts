import { readFileSync } from 'node:fs';
import path from 'node:path';

import { loadProtocols } from '../../../protocols/load-protocols';
import type { ProtocolSet } from '../../../protocols/protocol';
import { controllerOf } from '../../../schema/controllers';
import type { FieldDisclosure } from '../../../schema/permission-map';
import { readPermissionMap } from '../../../schema/read-permission-map';
import { projectRoot } from '../../../service/project-root';
import type { OwnerCatalogue } from './owner-catalogue';

let wholeGraph: readonly FieldDisclosure[] | undefined;

/**
 * The committed supergraph: what the whole graph discloses, against which an agreement's words are checked. Read once:
 * it belongs to the code that runs, and does not change under it.
 */
function wholeGraphFields(): readonly FieldDisclosure[] {
  return (wholeGraph ??= [
    ...readPermissionMap(readFileSync(path.join(projectRoot, 'schema/supergraph.graphql'), 'utf8')).fields.values(),
  ]);
}

/** Loads the agreements as this owner understands them; throws with all faults at once. */
export function loadOwnerProtocols(directory: string, catalogue: OwnerCatalogue, synthetic: boolean): ProtocolSet {
  return loadProtocols(directory, {
    synthetic,
    fields: wholeGraphFields(),
    evaluable: (predicate, category, controllers) => {
      const concerned = [...catalogue.recordTypes.values()].filter(
        (recordType) =>
          controllers.includes(controllerOf(recordType.name) ?? 'hub') &&
          recordType.fields.some((field) => field.discloses.startsWith(`${category}/`)),
      );
      return (
        concerned.length === 0 ||
        concerned.some((recordType) =>
          catalogue.conditions.canEvaluate(recordType, [{ name: predicate, arguments: {} }]),
        )
      );
    },
  });
}
