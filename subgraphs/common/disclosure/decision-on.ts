import { conjunctionOf } from '../../../protocols/conjunction';
import type { Decision } from '../../../protocols/decision';
import type { FieldDisclosure, PermissionMap } from '../../../schema/permission-map';

/**
 * The decision on a coordinate, and on all that its value gives away; undefined for one that is exempt. A coordinate
 * without category is an error.
 */
export function decisionOn(
  { fields, exempt, requires }: PermissionMap,
  coordinate: string,
  decide: (field: FieldDisclosure) => Decision,
): Decision | undefined {
  const field = fields.get(coordinate);
  if (field === undefined) {
    if (exempt.has(coordinate)) return undefined;
    throw new Error(`${coordinate} does not say what it discloses.`);
  }
  const required = (requires.get(coordinate) ?? []).flatMap((name) => fields.get(name) ?? []);
  return conjunctionOf(decide(field), required.map(decide));
}
