import {
  type FieldNode,
  getNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isCompositeType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

import type { Refusal, SelectionDecisions } from './decide-selections';
import {
  fieldOf,
  fragmentBody,
  isIncluded,
  narrowedScope,
  type Operation,
  possibleTypes,
  responseName,
  rootScope,
  type VariableValues,
} from './operation';

/** One field of the answer, on one object type. */
export interface PlannedField {
  /** Its name in the answer. */
  readonly name: string;
  readonly typeName: string;
  readonly isTypeName: boolean;
  readonly type: GraphQLOutputType | undefined;
  readonly refusal: Refusal | undefined;
  /** Undefined for a leaf. */
  readonly inside: SelectionPlan | undefined;
}

/** What is answered of an object, by the object type that it turns out to be. */
export type SelectionPlan = ReadonlyMap<string, readonly PlannedField[]>;

/**
 * Lays out the answer to an operation as it was asked: which fields stand in it, in which order, and which are refused.
 * Fields of one name are merged and fragments written out for each object type, as the specification says of execution.
 */
export function planCompletion(
  schema: GraphQLSchema,
  { definition, fragments }: Operation,
  variables: VariableValues,
  decisions: SelectionDecisions,
): { readonly root: string; readonly plan: SelectionPlan } {
  const planSelections = (selectionSets: readonly SelectionSetNode[], types: readonly GraphQLObjectType[]) =>
    new Map(types.map((type) => [type.name, planFields(selectionSets, type)] as const));

  const planFields = (selectionSets: readonly SelectionSetNode[], type: GraphQLObjectType): readonly PlannedField[] => {
    const merged = new Map<string, FieldNode[]>();
    const collect = ({ selections }: SelectionSetNode): void => {
      for (const selection of selections) {
        if (!isIncluded(selection, variables)) continue;
        if (selection.kind === Kind.FIELD) {
          const name = responseName(selection);
          const nodes = merged.get(name);
          if (nodes === undefined) merged.set(name, [selection]);
          else nodes.push(selection);
          continue;
        }
        const body = fragmentBody(selection, fragments);
        const inside = narrowedScope(schema, { parent: type, possible: [type] }, body.typeCondition?.name.value);
        if (inside.possible.length > 0) collect(body.selectionSet);
      }
    };
    selectionSets.forEach(collect);
    return [...merged].map(([name, nodes]) => planField(name, nodes, type));
  };

  const planField = (name: string, nodes: readonly FieldNode[], parent: GraphQLObjectType): PlannedField => {
    const [first] = nodes;
    const field = first && fieldOf(parent, first.name.value);
    const target = field && getNamedType(field.type);
    const refusal = first && decisions.refusalOf(first, parent.name);
    return {
      name,
      typeName: parent.name,
      isTypeName: first?.name.value === '__typename',
      type: field?.type,
      refusal,
      inside:
        refusal === undefined && isCompositeType(target)
          ? planSelections(
              nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
              possibleTypes(schema, target),
            )
          : undefined,
    };
  };

  const [root] = rootScope(schema, definition).possible;
  if (root === undefined) throw new Error('The schema has no root type for this operation');
  return { root: root.name, plan: planSelections([definition.selectionSet], [root]) };
}
