import {
  buildASTSchema,
  type DefinitionNode,
  executeSync,
  type ExecutionResult,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type InputValueDefinitionNode,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  printSchema,
  type TypeNode,
} from 'graphql';

import type { PermissionMap } from '../schema/permission-map';

import type { Operation, VariableValues } from './operation';

/** Answers a question about the schema from that part of it which the caller could ever be shown. */
export function introspectPermitted(
  permitted: GraphQLSchema,
  operation: Operation,
  variables: VariableValues,
): ExecutionResult {
  return executeSync({
    schema: permitted,
    document: operation.document,
    variableValues: variables,
    ...(operation.definition.name === undefined ? {} : { operationName: operation.definition.name.value }),
    rootValue: {},
  });
}

/**
 * Cuts a schema down to the coordinates that `mayEverSee` names: withheld fields, the inputs that reveal them, and
 * whatever can no longer be reached are left out.
 */
export function permittedSchema(
  schema: GraphQLSchema,
  map: PermissionMap,
  mayEverSee: (coordinate: string) => boolean,
): GraphQLSchema {
  // What an interface has is shown when it may be seen on everything that has the interface: the rest can still be
  // asked for by type, and what is shown remains a valid schema.
  const objectTypesOf = (typeName: string): readonly string[] => {
    const type = schema.getType(typeName);
    return isInterfaceType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [typeName];
  };
  const isVisible = (typeName: string, fieldName: string): boolean =>
    objectTypesOf(typeName).every((owner) => {
      const coordinate = `${owner}.${fieldName}`;
      return map.exempt.has(coordinate) || mayEverSee(coordinate);
    });
  const revealsNothingWithheld = (input: string): boolean => {
    const coordinate = map.inputs.get(input);
    return coordinate === undefined || map.exempt.has(coordinate) || mayEverSee(coordinate);
  };

  let definitions = parse(printSchema(schema), { noLocation: true }).definitions.map((definition): DefinitionNode => {
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      const typeName = definition.name.value;
      const fields = (definition.fields ?? [])
        .filter((field) => isVisible(typeName, field.name.value))
        .map((field) => ({
          ...field,
          arguments: (field.arguments ?? []).filter((argument) =>
            objectTypesOf(typeName).every((owner) =>
              revealsNothingWithheld(`${owner}.${field.name.value}(${argument.name.value}:)`),
            ),
          ),
        }));
      return { ...definition, fields };
    }
    if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
      const fields = (definition.fields ?? []).filter((field) =>
        revealsNothingWithheld(`${definition.name.value}.${field.name.value}`),
      );
      return { ...definition, fields };
    }
    return definition;
  });
  definitions = withoutEmptyTypes(definitions);
  const reachable = reachableTypes(definitions, schema);
  return buildASTSchema(
    {
      kind: Kind.DOCUMENT,
      definitions: definitions.filter((one) => !isTypeNamed(one) || reachable.has(one.name.value)),
    },
    { assumeValid: true, assumeValidSDL: true },
  );
}

type TypeDefinition = Extract<DefinitionNode, { name: { value: string }; kind: `${string}TypeDefinition` }>;

function isTypeNamed(definition: DefinitionNode): definition is TypeDefinition {
  return definition.kind.endsWith('TypeDefinition');
}

/** Removes types of which no field is left, and then the fields that give them, until nothing changes. */
function withoutEmptyTypes(definitions: readonly DefinitionNode[]): DefinitionNode[] {
  let current = [...definitions];
  for (;;) {
    const empty = new Set(
      current.flatMap((definition) =>
        isTypeNamed(definition) && isEmpty(definition) && !ROOT_TYPES.has(definition.name.value)
          ? [definition.name.value]
          : [],
      ),
    );
    if (empty.size === 0) return current;
    current = current
      .filter((definition) => !isTypeNamed(definition) || !empty.has(definition.name.value))
      .map((definition) => withoutTypes(definition, empty));
  }
}

const ROOT_TYPES = new Set(['Query', 'Mutation']);

function isEmpty(definition: TypeDefinition): boolean {
  if ('fields' in definition) return (definition.fields ?? []).length === 0;
  return definition.kind === Kind.UNION_TYPE_DEFINITION && (definition.types ?? []).length === 0;
}

function withoutTypes(definition: DefinitionNode, gone: ReadonlySet<string>): DefinitionNode {
  const stays = (node: { readonly type: TypeNode }): boolean => !gone.has(nameOfType(node.type));
  if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION) {
    return {
      ...definition,
      interfaces: (definition.interfaces ?? []).filter(({ name }) => !gone.has(name.value)),
      fields: (definition.fields ?? [])
        .filter(stays)
        .map((field) => ({ ...field, arguments: (field.arguments ?? []).filter(stays) })),
    };
  }
  if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
    return { ...definition, fields: (definition.fields ?? []).filter(stays) };
  }
  if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
    return { ...definition, types: (definition.types ?? []).filter(({ name }) => !gone.has(name.value)) };
  }
  return definition;
}

function reachableTypes(definitions: readonly DefinitionNode[], schema: GraphQLSchema): ReadonlySet<string> {
  const byName = new Map(definitions.filter(isTypeNamed).map((definition) => [definition.name.value, definition]));
  const reachable = new Set<string>();
  const reach = (name: string): void => {
    if (reachable.has(name)) return;
    const definition = byName.get(name);
    if (definition === undefined) return;
    reachable.add(name);
    const fields: readonly (FieldDefinitionNode | InputValueDefinitionNode)[] =
      'fields' in definition ? (definition.fields ?? []) : [];
    for (const field of fields) {
      reach(nameOfType(field.type));
      if (field.kind === Kind.FIELD_DEFINITION)
        for (const argument of field.arguments ?? []) reach(nameOfType(argument.type));
    }
    if ('interfaces' in definition) for (const one of definition.interfaces ?? []) reach(one.name.value);
    if ('types' in definition) for (const one of definition.types ?? []) reach(one.name.value);
    if (definition.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      const type = schema.getType(name);
      if (isInterfaceType(type)) for (const possible of schema.getPossibleTypes(type)) reach(possible.name);
    }
  };
  for (const root of ROOT_TYPES) reach(root);
  return reachable;
}

function nameOfType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOfType(type.type);
}

/** Every coordinate of the schema's object types, to be decided for the caller. */
export function allCoordinates(schema: GraphQLSchema): readonly string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith('__')
      ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
      : [],
  );
}
