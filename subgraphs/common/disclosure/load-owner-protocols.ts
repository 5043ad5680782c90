import { loadProtocols } from '../../../protocols/load-protocols';
import type { ProtocolSet } from '../../../protocols/protocol';
import { controllerOf } from '../../../schema/controllers';
import type { OwnerCatalogue } from './owner-catalogue';
import { wholeGraphFields } from './whole-graph';

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
