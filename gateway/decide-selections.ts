import {
  type FieldNode,
  getNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isCompositeType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

import type { Withholding } from '../protocols/decision';

import type { Outcome } from './compile-protocol-rules';
import { findRevealed } from './find-revealed';
import {
  fieldOf,
  fragmentBody,
  isIncluded,
  narrowedScope,
  type Operation,
  responseName,
  rootScope,
  type Scope,
  scopeOf,
  type VariableValues,
} from './operation';

/** Why one selection may not be answered. */
export type Refusal =
  | { readonly kind: 'withheld'; readonly withholding: Withholding }
  | { readonly kind: 'input'; readonly input: string; readonly withholding: Withholding }
  | { readonly kind: 'failed' };

/** A refused selection that would stand in the answer. */
export interface RefusedSelection {
  readonly refusal: Refusal;
  /** Response names from the root, without list positions. */
  readonly path: readonly string[];
}

export interface SelectionDecisions {
  /** Whether any selection is refused, in the answer or excluded by `@skip` and `@include`. */
  readonly anyRefused: boolean;
  /** Those that would stand in the answer, each once, in the order of the operation. */
  readonly refused: readonly RefusedSelection[];
  /** Why this selection is refused where its parent is of this object type. */
  refusalOf(node: FieldNode, typeName: string): Refusal | undefined;
}

interface DecideOptions {
  readonly schema: GraphQLSchema;
  readonly operation: Operation;
  readonly variables: VariableValues;
  /** `PermissionMap.inputs`. */
  readonly inputs: ReadonlyMap<string, string>;
  readonly outcomeOf: (coordinate: string) => Outcome;
}

/**
 * Decides on every selection before anything is planned. Excluded selections are decided too, so that the rewritten
 * operation does not depend on variables and callers of equal rights share its plan.
 */
export function decideSelections(options: DecideOptions): SelectionDecisions {
  const { schema, operation, variables, inputs, outcomeOf } = options;
  const refusals = new Map<FieldNode, Map<string, Refusal>>();
  const refused = new Map<string, RefusedSelection>();

  const refusalFor = (node: FieldNode, type: GraphQLObjectType): Refusal | undefined => {
    // The object type's own field may have arguments, with defaults, that the interface's does not have.
    const field = fieldOf(type, node.name.value);
    if (field === undefined) return undefined;
    const own = asRefusal(outcomeOf(`${type.name}.${field.name}`));
    if (own !== undefined) return own;
    for (const { input, coordinate } of findRevealed(type.name, field, node, variables, inputs)) {
      const refusal = asRefusal(outcomeOf(coordinate));
      if (refusal?.kind === 'withheld') return { kind: 'input', input, withholding: refusal.withholding };
      if (refusal !== undefined) return refusal;
    }
    return undefined;
  };

  const walk = (selectionSet: SelectionSetNode, scope: Scope, path: readonly string[], included: boolean): void => {
    for (const selection of selectionSet.selections) {
      const isHere = included && isIncluded(selection, variables);
      if (selection.kind !== Kind.FIELD) {
        const body = fragmentBody(selection, operation.fragments);
        const inside = narrowedScope(schema, scope, body.typeCondition?.name.value);
        if (inside.possible.length > 0) walk(body.selectionSet, inside, path, isHere);
        continue;
      }
      const field = fieldOf(scope.parent, selection.name.value);
      if (field === undefined) continue;
      const here = [...path, responseName(selection)];
      const permitted = scope.possible.filter((type) => {
        const refusal = refusalFor(selection, type);
        if (refusal === undefined) return true;
        const byType = refusals.get(selection) ?? new Map<string, Refusal>();
        refusals.set(selection, byType.set(type.name, refusal));
        const key = `${here.join(' ')} ${type.name}`;
        if (isHere && !refused.has(key)) refused.set(key, { refusal, path: here });
        return false;
      });
      const target = getNamedType(field.type);
      if (permitted.length > 0 && selection.selectionSet && isCompositeType(target)) {
        walk(selection.selectionSet, scopeOf(schema, target), here, isHere);
      }
    }
  };
  walk(operation.definition.selectionSet, rootScope(schema, operation.definition), [], true);

  return {
    anyRefused: refusals.size > 0,
    refused: [...refused.values()],
    refusalOf: (node, typeName) => refusals.get(node)?.get(typeName),
  };
}

function asRefusal(outcome: Outcome): Refusal | undefined {
  switch (outcome.kind) {
    case 'permitted':
      return undefined;
    case 'withheld':
      return { kind: 'withheld', withholding: outcome.withholding };
    case 'failed':
      return { kind: 'failed' };
  }
}
