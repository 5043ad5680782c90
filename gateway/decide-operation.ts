import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';

import type { PermissionMap } from '../schema/permission-map';

import { decideSelections, type SelectionDecisions } from './decide-selections';
import { coordinateLister } from './list-coordinates';
import type { Operation, VariableValues } from './operation';
import type { Permissions } from './permissions';
import { rewriteOperation, type RewrittenOperation } from './rewrite-operation';

/** What is to be done with an operation of which something is refused. */
export interface DecidedOperation {
  readonly decisions: SelectionDecisions;
  readonly rewritten: RewrittenOperation;
}

/** Undefined when nothing is refused and the operation may be executed as it stands. */
export type DecideOperation = (
  operation: Operation,
  variables: VariableValues,
  permissions: Permissions,
  now: Date,
  onRuleFailure: (coordinate: string, cause: unknown) => void,
) => Promise<DecidedOperation | undefined>;

/**
 * Decides on an operation and rewrites it. Where nothing depends on variables, the result is remembered with the
 * document and the permissions, which are replaced when a protocol begins or ends.
 */
export function createOperationDecider(schema: GraphQLSchema, map: PermissionMap): DecideOperation {
  const listCoordinates = coordinateLister(schema, map.inputs);
  const remembered = new WeakMap<OperationDefinitionNode, WeakMap<Permissions, DecidedOperation | 'nothing refused'>>();
  const remember = (definition: OperationDefinitionNode, permissions: Permissions, decided?: DecidedOperation) => {
    const byPermissions =
      remembered.get(definition) ?? new WeakMap<Permissions, DecidedOperation | 'nothing refused'>();
    remembered.set(definition, byPermissions.set(permissions, decided ?? 'nothing refused'));
    return decided;
  };

  return async (operation, variables, permissions, now, onRuleFailure) => {
    const known = remembered.get(operation.definition)?.get(permissions);
    if (known !== undefined) return known === 'nothing refused' ? undefined : known;
    const listed = listCoordinates(operation);
    await permissions.learn(listed.output, now);
    if (listed.hasInputs) await permissions.learn(map.inputs.values(), now);
    else if (everyOf(listed.output, (coordinate) => permissions.permits(coordinate))) {
      return remember(operation.definition, permissions);
    }

    const decisions = decideSelections({
      schema,
      operation,
      variables,
      inputs: map.inputs,
      outcomeOf: (coordinate) => {
        const outcome = permissions.of(coordinate);
        if (outcome.kind === 'failed') onRuleFailure(coordinate, outcome.cause);
        return outcome;
      },
    });
    if (!decisions.anyRefused) return undefined;
    const decided = { decisions, rewritten: rewriteOperation(schema, operation, decisions) };
    const dependsOnVariables = listed.hasInputs || listed.hasConditions;
    return dependsOnVariables ? decided : remember(operation.definition, permissions, decided);
  };
}

function everyOf<T>(items: Iterable<T>, holds: (item: T) => boolean): boolean {
  for (const item of items) if (!holds(item)) return false;
  return true;
}
