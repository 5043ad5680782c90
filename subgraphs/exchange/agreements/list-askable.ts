import type { Decision } from '../../../protocols/decision';
import type { FieldDisclosure } from '../../../schema/permission-map';
import { KIND_OF_DECISION } from '../../common/graph/decision-kind';
import { instanceWith } from '../../common/graph/instance-with';
import { AskableField, type AskableFields, AskableWay } from './askable-field';
import { stateCondition } from './state-protocol';

export interface AskableRequest {
  readonly typeName?: string | null;
  readonly includeDenied: boolean;
  readonly first: number;
  readonly after?: string | null;
}

/** One part of what may be asked, in the order of the coordinates, decided as the fields themselves are. */
export function listAskable(
  fields: readonly FieldDisclosure[],
  decide: (field: FieldDisclosure) => Decision,
  { typeName, includeDenied, first, after }: AskableRequest,
): Pick<AskableFields, 'count' | 'fields' | 'next'> {
  const decided = fields.map((field) => askableField(field, decide(field)));
  // As introspection does, this names no type of which the caller is shown nothing, and no root field to one.
  const shownOf = new Set(decided.filter(({ decision }) => decision !== 'DENY').map((field) => field.typeName));
  shownOf.delete('Query');
  const askable = decided
    .filter((field) => !typeName || field.typeName === typeName)
    .filter((field) => field.decision !== 'DENY' || (includeDenied && shownOf.has(field.typeName)))
    .sort((one, other) => (one.coordinate < other.coordinate ? -1 : 1));
  const remaining = after ? askable.filter(({ coordinate }) => coordinate > after) : askable;
  const shown = remaining.slice(0, first);
  return {
    count: askable.length,
    fields: shown,
    next: remaining.length > shown.length ? (shown.at(-1)?.coordinate ?? null) : null,
  };
}

function askableField(field: FieldDisclosure, decision: Decision): AskableField {
  const { coordinate, category, level, facet, controller } = field;
  return instanceWith(AskableField, {
    coordinate,
    typeName: coordinate.split('.')[0] ?? '',
    category,
    level,
    facet: facet ?? null,
    controller,
    decision: KIND_OF_DECISION[decision.kind],
    ways: waysOf(decision),
  });
}

function waysOf(decision: Decision): readonly AskableWay[] {
  if (decision.kind !== 'permit when') return [instanceWith(AskableWay, { ...decision.clause, conditions: [] })];
  return decision.alternatives.map(({ clause, predicates }) =>
    instanceWith(AskableWay, { ...clause, conditions: predicates.map(stateCondition) }),
  );
}
