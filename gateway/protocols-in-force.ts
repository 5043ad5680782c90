import type { GraphQLSchema } from 'graphql';

import { purposesOf } from '../protocols/decide';
import { nextChange } from '../protocols/in-force';
import type { ProtocolSet } from '../protocols/protocol';
import type { OrganisationId } from '../schema/organisations';
import type { PermissionMap } from '../schema/permission-map';
import type { Purpose } from '../schema/purposes';
import type { RequesterRight } from '../schema/requester';

import type { Identity } from './authenticate-requester';
import { BoundedMap } from './bounded-map';
import { compileProtocolRules, type Decide } from './compile-protocol-rules';
import { allCoordinates, permittedSchema } from './introspect-permitted';
import { PermissionMemory, type Permissions } from './permissions';

/** One loaded protocol set, compiled, with what is remembered under it. A new set begins with nothing remembered. */
export interface ProtocolsInForce {
  readonly version: string;
  /** The purposes for which any protocol speaks of this organisation and role. */
  purposesOf(identity: Identity, now: Date): readonly Purpose[];
  permissionsFor(right: RequesterRight, now: Date): Permissions;
  /** The schema as far as this identity could ever be shown it, over all its purposes. */
  schemaFor(identity: Identity, now: Date): Promise<GraphQLSchema>;
}

/** `decide` is protocols/decide.ts on this set, remembered. */
export function putInForce(
  schema: GraphQLSchema,
  map: PermissionMap,
  set: ProtocolSet,
  decide: Decide,
): ProtocolsInForce {
  const memory = new PermissionMemory(compileProtocolRules(schema, map, decide));
  const coordinates = allCoordinates(schema);
  const schemas = new BoundedMap<string, { schema: GraphQLSchema; permissions: readonly Permissions[] }>(50);

  const purposes = rememberPurposes(set);

  return {
    version: set.version,
    purposesOf: ({ organisation, role }, now) => purposes(organisation, role, now),
    permissionsFor: (right, now) => memory.forRight(right, now),
    async schemaFor(identity, now) {
      const { organisation, role, jurisdiction } = identity;
      const inForce = new Set(purposes(organisation, role, now));
      const stated = identity.purposes.filter((purpose) => inForce.has(purpose)).sort();
      const key = `${organisation}|${role}|${stated.join()}`;
      const known = schemas.get(key);
      if (known?.permissions.every((permissions) => permissions.holdsAt(now))) return known.schema;
      const permissions = stated.map((purpose) => memory.forRight({ organisation, role, purpose, jurisdiction }, now));
      for (const each of permissions) await each.learn(coordinates, now);
      const cut = permittedSchema(schema, map, (coordinate) => permissions.some((each) => each.permits(coordinate)));
      schemas.set(key, { schema: cut, permissions });
      return cut;
    },
  };
}

/** Every request asks for its purposes: they are looked up anew only when a protocol begins or ends. */
function rememberPurposes(
  set: ProtocolSet,
): (organisation: OrganisationId, role: string, now: Date) => readonly Purpose[] {
  const remembered = new BoundedMap<string, { purposes: readonly Purpose[]; from: number; until: number }>(500);
  return (organisation, role, now) => {
    const key = `${organisation}|${role}`;
    const known = remembered.get(key);
    const instant = now.getTime();
    if (known !== undefined && known.from <= instant && instant < known.until) return known.purposes;
    const purposes = purposesOf(set, organisation, role, now);
    remembered.set(key, { purposes, from: instant, until: nextChange(set, now)?.getTime() ?? Infinity });
    return purposes;
  };
}
