import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
  getDirectiveValues,
} from 'graphql';

/** The one operation of a document that is to be answered, with the document's fragments. */
export interface Operation {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** Variables after coercion: defaults filled in, types checked. */
export type VariableValues = Readonly<Record<string, unknown>>;

const operations = new WeakMap<OperationDefinitionNode, Operation>();

/** Put together once for a document, which is parsed once and comes again. */
export function operationOf(document: DocumentNode, definition: OperationDefinitionNode): Operation {
  const known = operations.get(definition);
  if (known !== undefined) return known;
  const operation = { document, definition, fragments: fragmentsOf(document) };
  operations.set(definition, operation);
  return operation;
}

export function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
}

/** A question about the schema alone: root fields `__schema`, `__type` or `__typename` and nothing else. */
export function isSchemaQuestion({ definition, fragments }: Operation): boolean {
  return (
    definition.operation === OperationTypeNode.QUERY &&
    rootFieldNames(definition.selectionSet, fragments).every((name) => name.startsWith('__'))
  );
}

/** Names of the root fields, through fragments; a fragment that spreads itself is passed over (validation refuses it). */
export function rootFieldNames(
  selectionSet: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  seen = new Set<string>(),
): readonly string[] {
  return selectionSet.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFieldNames(selection.selectionSet, fragments, seen);
    if (seen.has(selection.name.value)) return [];
    seen.add(selection.name.value);
    const fragment = fragments.get(selection.name.value);
    return fragment === undefined ? [] : rootFieldNames(fragment.selectionSet, fragments, seen);
  });
}

/** The object types that a value of this type can have. */
export function possibleTypes(schema: GraphQLSchema, type: GraphQLCompositeType): readonly GraphQLObjectType[] {
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
}

/** Where a selection stands: the type that its parent declares, and the object types that the parent can be there. */
export interface Scope {
  readonly parent: GraphQLCompositeType;
  readonly possible: readonly GraphQLObjectType[];
}

export function scopeOf(schema: GraphQLSchema, parent: GraphQLCompositeType): Scope {
  return { parent, possible: possibleTypes(schema, parent) };
}

/** The scope inside a fragment: what the parent can be there is narrowed by the type condition, also when nested. */
export function narrowedScope(schema: GraphQLSchema, scope: Scope, typeCondition: string | undefined): Scope {
  if (typeCondition === undefined) return scope;
  const parent = schema.getType(typeCondition);
  if (!isCompositeType(parent)) return { parent: scope.parent, possible: [] };
  const inCondition = new Set(possibleTypes(schema, parent));
  return { parent, possible: scope.possible.filter((type) => inCondition.has(type)) };
}

export function rootScope(schema: GraphQLSchema, definition: OperationDefinitionNode): Scope {
  const root = schema.getRootType(definition.operation);
  if (!root) throw new Error(`The schema has no ${definition.operation} type`);
  return { parent: root, possible: [root] };
}

export function fieldOf(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  return 'getFields' in type ? type.getFields()[name] : undefined;
}

/** A fragment of either kind: what it is conditional on, and its selections. */
export function fragmentBody(
  selection: Exclude<SelectionNode, FieldNode>,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Pick<InlineFragmentNode, 'typeCondition' | 'selectionSet'> {
  if (selection.kind === Kind.INLINE_FRAGMENT) return selection;
  const fragment = fragments.get(selection.name.value);
  if (fragment === undefined) throw new Error('A fragment is missing');
  return fragment;
}

/** Whether `@skip` and `@include` let the selection into the answer. */
export function isIncluded(node: SelectionNode, variables: VariableValues): boolean {
  if (node.directives === undefined || node.directives.length === 0) return true;
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false
  );
}

export function responseName(node: FieldNode): string {
  return node.alias?.value ?? node.name.value;
}
