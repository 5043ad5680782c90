import { createHash } from 'node:crypto';

import {
  type DocumentNode,
  type FieldNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  Kind,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

import type { SelectionDecisions } from './decide-selections';
import { fieldOf, fragmentBody, narrowedScope, type Operation, rootScope, type Scope, scopeOf } from './operation';

/** What is planned and executed in the place of the operation that was asked. */
export interface RewrittenOperation {
  readonly document: DocumentNode;
  /** Names the plan in the plan cache: callers of different rights never share one. */
  readonly queryHash: string;
  /** Nothing but `__typename` is left: there is nothing to execute. */
  readonly isEmpty: boolean;
}

const TYPE_NAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * Removes every refused selection. Where a field is refused on some of the object types that its parent can be, it is
 * asked of the others only. A permitted object of which nothing may be shown is asked for its type name, which tells
 * that it exists and no more. Fragments are written out, because what remains of one depends on where it stands.
 */
export function rewriteOperation(
  schema: GraphQLSchema,
  operation: Operation,
  decisions: SelectionDecisions,
): RewrittenOperation {
  const { definition, fragments } = operation;

  const rewriteField = (node: FieldNode, scope: Scope): readonly SelectionNode[] => {
    const permitted = scope.possible.filter((type) => decisions.refusalOf(node, type.name) === undefined);
    if (permitted.length === scope.possible.length) return [withRewrittenSelections(node, scope.parent)];
    return permitted.map((type) => ({
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: namedType(type.name),
      selectionSet: { kind: Kind.SELECTION_SET, selections: [withRewrittenSelections(node, type)] },
    }));
  };

  const withRewrittenSelections = (node: FieldNode, parent: GraphQLCompositeType): FieldNode => {
    const field = fieldOf(parent, node.name.value);
    const target = field && getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(target)) return node;
    const selections = rewriteSelections(node.selectionSet, scopeOf(schema, target));
    // Completion has to know the object type of every value of an abstract type. No alias may begin with `__`, so
    // that this name is always free.
    const needsTypeName = (selections.length === 0 || isAbstractType(target)) && !selections.some(isTypeName);
    return {
      ...node,
      selectionSet: { kind: Kind.SELECTION_SET, selections: needsTypeName ? [TYPE_NAME, ...selections] : selections },
    };
  };

  const rewriteSelections = (selectionSet: SelectionSetNode, scope: Scope): readonly SelectionNode[] =>
    selectionSet.selections.flatMap((selection): readonly SelectionNode[] => {
      if (selection.kind === Kind.FIELD) return rewriteField(selection, scope);
      const body = fragmentBody(selection, fragments);
      const inside = narrowedScope(schema, scope, body.typeCondition?.name.value);
      if (inside.possible.length === 0) return [];
      const selections = rewriteSelections(body.selectionSet, inside);
      if (selections.length === 0) return [];
      return [
        {
          kind: Kind.INLINE_FRAGMENT,
          ...(body.typeCondition === undefined ? {} : { typeCondition: body.typeCondition }),
          ...(selection.directives === undefined ? {} : { directives: selection.directives }),
          selectionSet: { kind: Kind.SELECTION_SET, selections },
        },
      ];
    });

  const selections = rewriteSelections(definition.selectionSet, rootScope(schema, definition));
  const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections };
  const used = variablesIn(selectionSet);
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        ...definition,
        selectionSet,
        variableDefinitions: (definition.variableDefinitions ?? []).filter(({ variable }) =>
          used.has(variable.name.value),
        ),
      },
    ],
  };
  return {
    document,
    queryHash: createHash('sha256').update(print(document)).digest('hex'),
    isEmpty: asksNothing(selections),
  };
}

function isTypeName(selection: SelectionNode): boolean {
  return (
    selection.kind === Kind.FIELD &&
    selection.name.value === '__typename' &&
    selection.alias === undefined &&
    (selection.directives ?? []).length === 0
  );
}

function asksNothing(selections: readonly SelectionNode[]): boolean {
  return selections.every((selection) =>
    selection.kind === Kind.FIELD
      ? selection.name.value === '__typename'
      : selection.kind === Kind.INLINE_FRAGMENT && asksNothing(selection.selectionSet.selections),
  );
}

function variablesIn(selectionSet: SelectionSetNode): ReadonlySet<string> {
  const used = new Set<string>();
  visit(selectionSet, {
    Variable: ({ name }) => {
      used.add(name.value);
    },
  });
  return used;
}

function namedType(name: string) {
  return { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } } as const;
}
