import {
  type FieldNode,
  getNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isCompositeType,
  isInputObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

import { fieldOf, fragmentBody, narrowedScope, type Operation, rootScope, type Scope, scopeOf } from './operation';

export interface ListedCoordinates {
  /** Every `Type.field` on an object type that the operation may ask for. */
  readonly output: ReadonlySet<string>;
  /** Whether any field is given an argument, or has one by default, that could reveal something. */
  readonly hasInputs: boolean;
  /** Whether `@skip` or `@include` stands anywhere. */
  readonly hasConditions: boolean;
}

/**
 * Lists the coordinates of an operation, whatever its conditions. A field of an interface stands for that field on
 * each object type that the value can have there. Remembered by document, since the same document comes again.
 */
export function coordinateLister(
  schema: GraphQLSchema,
  inputs: ReadonlyMap<string, string>,
): (operation: Operation) => ListedCoordinates {
  const remembered = new WeakMap<object, ListedCoordinates>();
  return (operation) => {
    const known = remembered.get(operation.definition);
    if (known !== undefined) return known;
    const listed = listCoordinates(schema, inputs, operation);
    remembered.set(operation.definition, listed);
    return listed;
  };
}

function listCoordinates(
  schema: GraphQLSchema,
  inputs: ReadonlyMap<string, string>,
  operation: Operation,
): ListedCoordinates {
  const output = new Set<string>();
  let hasInputs = false;
  let hasConditions = false;
  const visited = new Set<string>();

  const walk = (selectionSet: SelectionSetNode, scope: Scope): void => {
    for (const selection of selectionSet.selections) {
      hasConditions ||= (selection.directives ?? []).length > 0;
      if (selection.kind !== Kind.FIELD) {
        const body = fragmentBody(selection, operation.fragments);
        const inside = narrowedScope(schema, scope, body.typeCondition?.name.value);
        // The same fragment in the same scope adds nothing new: no fragment bomb unfolds here.
        const key = `${selection.kind === Kind.FRAGMENT_SPREAD ? selection.name.value : ''}|${inside.possible.join()}`;
        if (selection.kind === Kind.FRAGMENT_SPREAD) {
          if (visited.has(key)) continue;
          visited.add(key);
        }
        walk(body.selectionSet, inside);
        continue;
      }
      const field = fieldOf(scope.parent, selection.name.value);
      if (field === undefined) continue;
      for (const type of scope.possible) output.add(`${type.name}.${field.name}`);
      hasInputs ||= scope.possible.some((type) => mayReveal(type, selection, inputs));
      const target = getNamedType(field.type);
      if (selection.selectionSet && isCompositeType(target)) walk(selection.selectionSet, scopeOf(schema, target));
    }
  };
  walk(operation.definition.selectionSet, rootScope(schema, operation.definition));
  return { output, hasInputs, hasConditions };
}

/** Whether an argument of the field that is given, or has a default, could reveal something. */
function mayReveal(type: GraphQLObjectType, node: FieldNode, inputs: ReadonlyMap<string, string>): boolean {
  return (fieldOf(type, node.name.value)?.args ?? []).some(
    (argument) =>
      (argument.defaultValue !== undefined || node.arguments?.some(({ name }) => name.value === argument.name)) &&
      (isInputObjectType(getNamedType(argument.type)) ||
        inputs.has(`${type.name}.${node.name.value}(${argument.name}:)`)),
  );
}
