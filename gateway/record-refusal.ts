import {
  type GraphQLError,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

import { composeRecord } from '../ledger/compose-record';
import type { LedgerOutcome } from '../ledger/entry';
import type { LedgerRecord, LedgerWriter } from '../ledger/ledger-writer';
import type { Requester } from '../schema/requester';

import type { RefusedSelection } from './decide-selections';
import { requestError } from './hub-error';
import { fieldOf, fragmentBody, type Operation, responseName, rootScope, type VariableValues } from './operation';

/** Stands for the person where a request names nobody; no id of a person has this form. */
export const NOBODY_NAMED = '*';

/** What the gateway refused of one request, before any owner was asked. */
export interface RefusedRequest {
  readonly requester: Requester;
  readonly refused: readonly RefusedSelection[];
  /** `refused` when nothing of the operation was left to ask. */
  readonly outcome: Extract<LedgerOutcome, 'refused' | 'withheld'>;
  readonly now: Date;
  /** By response name of a root field, whom its arguments name. */
  readonly named: ReadonlyMap<string, readonly string[]>;
}

/** Resolves once the refusal is durable. When it cannot be, nothing of the answer may leave. */
export async function recordRefusal(ledger: LedgerWriter, request: RefusedRequest): Promise<void> {
  try {
    await ledger.append(composeRefusal(request));
  } catch (error) {
    throw unrecorded(error);
  }
}

function unrecorded(cause: unknown): GraphQLError {
  const error = requestError(
    'LEDGER_UNAVAILABLE',
    'The hub cannot record refusals at the moment, and therefore answers nothing of which a part is refused. Try again later.',
  );
  return Object.assign(error, { cause });
}

function composeRefusal({ requester, refused, outcome, now, named }: RefusedRequest): LedgerRecord {
  const subjects = new Map<string, { readonly disclosed: Set<string>; readonly withheld: Set<string> }>();
  const protocols = new Set<string>();
  const clauses = new Set<string>();
  for (const { refusal, path } of refused) {
    if (refusal.kind === 'failed') continue;
    const { protocol, version, clause, coordinate } = refusal.withholding;
    protocols.add(`${protocol}@${version}`);
    clauses.add(`${protocol}/${clause}`);
    const people = named.get(path[0] ?? '') ?? [];
    for (const person of people.length === 0 ? [NOBODY_NAMED] : people) {
      const notes = subjects.get(person) ?? { disclosed: new Set(), withheld: new Set() };
      notes.withheld.add(coordinate);
      subjects.set(person, notes);
    }
  }
  return composeRecord({ requester, now, protocols, clauses, subjects, rowCount: 0, outcome });
}

/** Whom the root fields of an operation name in arguments of the type ID, by response name. */
export function namedIn(
  schema: GraphQLSchema,
  operation: Operation,
  variables: VariableValues,
): ReadonlyMap<string, readonly string[]> {
  const { parent } = rootScope(schema, operation.definition);
  const named = new Map<string, readonly string[]>();
  const walk = (selectionSet: SelectionSetNode): void => {
    for (const selection of selectionSet.selections) {
      if (selection.kind !== Kind.FIELD) {
        walk(fragmentBody(selection, operation.fragments).selectionSet);
        continue;
      }
      const field = fieldOf(parent, selection.name.value);
      if (field === undefined || field.args.length === 0) continue;
      const values = getArgumentValues(field, selection, variables);
      named.set(
        responseName(selection),
        field.args.flatMap(({ name, type }) =>
          getNamedType(type).name === 'ID' && typeof values[name] === 'string' ? [values[name]] : [],
        ),
      );
    }
  };
  walk(operation.definition.selectionSet);
  return named;
}
