import {
  buildASTSchema,
  type DocumentNode,
  getNamedType,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';

import type { PermissionMap } from '../schema/permission-map';

import { BoundedMap } from './bounded-map';
import { fieldOf, fragmentBody, fragmentsOf, narrowedScope, possibleTypes, rootScope, type Scope } from './operation';
import type { Permissions } from './permissions';

/** What one fetch asks of an owner: each entry holds when every (or, for `some`, any) of its coordinates may be asked. */
interface AskedField {
  readonly coordinates: readonly string[];
  readonly quantifier: 'every' | 'some';
}

/** The first coordinate of a fetch that may not be asked; undefined when all may. */
export type FetchGuard = (
  owner: string,
  query: string,
  permissions: Permissions,
  now: Date,
) => Promise<string | undefined>;

/**
 * The last check before anything leaves the gateway, independent of how the operation was rewritten and planned:
 * every coordinate asked of an owner is permitted, exempt, a key, or what a permitted field is computed from.
 */
export function createFetchGuard(supergraph: DocumentNode, map: PermissionMap): FetchGuard {
  const schema = buildASTSchema(supergraph, { assumeValid: true, assumeValidSDL: true });
  const facts = readFederationFacts(schema);
  const computedFrom = new Map<string, string[]>();
  for (const [field, required] of map.requires) {
    for (const coordinate of required) computedFrom.set(coordinate, [...(computedFrom.get(coordinate) ?? []), field]);
  }
  const asked = new BoundedMap<string, AskedFetch>(5000);

  return async (owner, query, permissions, now) => {
    const key = `${owner}\n${query}`;
    let fetch = asked.get(key);
    if (fetch === undefined) asked.set(key, (fetch = askedFetch(readAskedFields(schema, facts, owner, query))));
    const { fields, coordinates, passed } = fetch;
    if (passed.has(permissions)) return undefined;
    await permissions.learn(coordinates, now);
    const mayAsk = (coordinate: string): boolean =>
      permissions.permits(coordinate) ||
      map.exempt.has(coordinate) ||
      facts.keys.has(coordinate) ||
      (computedFrom.get(coordinate)?.some((field) => permissions.permits(field)) ?? false);
    const refused = fields.find(
      (field) => field.coordinates.length === 0 || !field.coordinates[field.quantifier](mayAsk),
    );
    if (refused !== undefined) {
      return refused.coordinates.find((coordinate) => !mayAsk(coordinate)) ?? 'an unknown type';
    }
    passed.add(permissions);
    return undefined;
  };
}

/** A fetch as the guard knows it: read once, and under which permissions it passed (they never change what they say). */
interface AskedFetch {
  readonly fields: readonly AskedField[];
  readonly coordinates: readonly string[];
  readonly passed: WeakSet<Permissions>;
}

function askedFetch(fields: readonly AskedField[]): AskedFetch {
  return { fields, coordinates: fields.flatMap(({ coordinates }) => coordinates), passed: new WeakSet() };
}

interface FederationFacts {
  readonly keys: ReadonlySet<string>;
  /** `owner Type` of each interface that the owner knows as an object. */
  readonly interfaceObjects: ReadonlySet<string>;
}

function readAskedFields(
  schema: GraphQLSchema,
  facts: FederationFacts,
  owner: string,
  query: string,
): readonly AskedField[] {
  const document = parse(query, { noLocation: true });
  const fragments = fragmentsOf(document);
  const asked: AskedField[] = [];

  const walk = (selectionSet: SelectionSetNode, scope: Scope): void => {
    for (const selection of selectionSet.selections) {
      if (selection.kind !== Kind.FIELD) {
        const body = fragmentBody(selection, fragments);
        walk(body.selectionSet, narrowedScope(schema, scope, body.typeCondition?.name.value));
        continue;
      }
      const name = selection.name.value;
      if (name === '__typename') continue;
      const field = fieldOf(scope.parent, name);
      const isInterfaceObject = facts.interfaceObjects.has(`${owner} ${scope.parent.name}`);
      // Where the owner knows an interface as one object type, the fetch carries only those keys that were selected.
      asked.push({
        coordinates: scope.possible.map((type) => `${type.name}.${name}`),
        quantifier: isInterfaceObject && field !== undefined ? 'some' : 'every',
      });
      const target = field && getNamedType(field.type);
      if (selection.selectionSet && isCompositeType(target)) {
        walk(selection.selectionSet, { parent: target, possible: possibleTypes(schema, target) });
      }
    }
  };

  const everywhere = Object.values(schema.getTypeMap()).filter(isObjectType);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const root = rootScope(schema, definition);
    for (const selection of definition.selectionSet.selections) {
      // `_entities` is no field of the supergraph: whatever it is asked for stands in fragments on entity types.
      if (selection.kind === Kind.FIELD && selection.name.value === '_entities' && selection.selectionSet) {
        walk(selection.selectionSet, { parent: root.parent, possible: everywhere });
      } else {
        walk({ kind: Kind.SELECTION_SET, selections: [selection] }, root);
      }
    }
  }
  return asked;
}

/** Reads what composition wrote into the supergraph by `@join__type`: the key fields, and who knows an interface as an object. */
function readFederationFacts(schema: GraphQLSchema): FederationFacts {
  const keys = new Set<string>();
  const interfaceObjects = new Set<string>();
  const names = ownerNames(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const directive of type.astNode?.directives ?? []) {
      if (directive.name.value !== 'join__type') continue;
      const given = new Map(directive.arguments?.map(({ name, value }) => [name.value, value]));
      const key = given.get('key');
      if (key?.kind === Kind.STRING) addKeyCoordinates(schema, key.value, type.name, keys);
      const graph = given.get('graph');
      const isInterfaceObject = given.get('isInterfaceObject');
      if (graph?.kind === Kind.ENUM && isInterfaceObject?.kind === Kind.BOOLEAN && isInterfaceObject.value) {
        interfaceObjects.add(`${names.get(graph.value) ?? ''} ${type.name}`);
      }
    }
  }
  return { keys, interfaceObjects };
}

function ownerNames(schema: GraphQLSchema): ReadonlyMap<string, string> {
  const graphs = schema.getType('join__Graph');
  const values = graphs?.astNode?.kind === Kind.ENUM_TYPE_DEFINITION ? graphs.astNode.values : undefined;
  return new Map(
    values?.flatMap((value) => {
      const name = value.directives?.[0]?.arguments?.find((argument) => argument.name.value === 'name')?.value;
      return name?.kind === Kind.STRING ? [[value.name.value, name.value] as const] : [];
    }),
  );
}

function addKeyCoordinates(schema: GraphQLSchema, key: string, typeName: string, keys: Set<string>): void {
  const operation = parse(`{ ${key} }`, { noLocation: true }).definitions[0];
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return;
  const walk = (selectionSet: SelectionSetNode, parentName: string): void => {
    const parent = schema.getType(parentName);
    if (!isCompositeType(parent)) return;
    for (const selection of selectionSet.selections) {
      if (selection.kind !== Kind.FIELD) continue;
      for (const type of possibleTypes(schema, parent)) keys.add(`${type.name}.${selection.name.value}`);
      const field = fieldOf(parent, selection.name.value);
      if (field && selection.selectionSet) walk(selection.selectionSet, getNamedType(field.type).name);
    }
  };
  walk(operation.selectionSet, typeName);
}
