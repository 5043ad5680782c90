import { conditionInWords } from '../../../protocols/condition-words';
import type { Alternative, Decision } from '../../../protocols/decision';
import type { Predicate } from '../../../protocols/protocol';
import type { Controller } from '../../../schema/organisations';
import type { FieldDisclosure } from '../../../schema/permission-map';
import type { Requester } from '../../../schema/requester';
import { BoundValues, conditionKey } from '../disclosure/condition-sql';
import type { OwnerCatalogue } from '../disclosure/owner-catalogue';
import { KIND_OF_DECISION } from '../graph/decision-kind';
import { instanceWith } from '../graph/instance-with';
import type { RecordType } from '../records/record-registry';
import { ExplainedCondition, ExplainedField, ExplainedWay } from './explained-field';
import { mayBeTold } from './told-conditions';

const NOT_TOLD = 'depends on the record; not told to an officer';

/** The part of a request's store that is needed here. */
export interface AskedAs {
  query<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]>;
}

export interface Explaining {
  /** Whose access is explained. */
  readonly explained: Requester;
  readonly subject: string;
  /** Whose fields are told of. */
  readonly controllers: readonly Controller[];
  readonly decide: (field: FieldDisclosure) => Decision;
  /** A transaction in which the explained requester is the one who asks. */
  readonly store: AskedAs;
}

interface DecidedField {
  readonly field: FieldDisclosure;
  readonly recordType: RecordType;
  readonly decision: Decision;
}

/**
 * What the agreements say to the explained requester of every field of the given controllers' records, in the order of
 * the coordinates. Only conditions that may be told are evaluated: for all others the answer cannot depend on anything
 * that is recorded, so that somebody whom nobody knows is answered for like somebody for whom no told condition holds.
 */
export async function explainFields(catalogue: OwnerCatalogue, asked: Explaining): Promise<readonly ExplainedField[]> {
  const fields = decidedFields(catalogue, asked);
  const isTold = (predicate: Predicate): boolean =>
    mayBeTold(predicate, asked.explained.organisation, asked.controllers);
  const holding = await conjunctionsThatHold(catalogue, conjunctionsOf(fields, isTold), asked);
  return fields.map(({ field: { coordinate, category, level, controller }, recordType, decision }) => {
    const holds = (predicates: readonly Predicate[]): boolean =>
      predicates.length === 0 || holding.has(keyOf(catalogue, { recordType, predicates }) ?? '');
    return instanceWith(ExplainedField, {
      coordinate,
      category,
      level,
      controller,
      decision: KIND_OF_DECISION[decision.kind],
      ways: waysOf(decision, isTold, holds),
    });
  });
}

function decidedFields({ permissionMap, recordTypes }: OwnerCatalogue, asked: Explaining): readonly DecidedField[] {
  return [...permissionMap.fields.values()]
    .filter(({ controller }) => asked.controllers.includes(controller))
    .flatMap((field) => {
      const recordType = recordTypes.get(field.coordinate.split('.')[0] ?? '');
      return recordType === undefined ? [] : [{ field, recordType, decision: asked.decide(field) }];
    })
    .sort((one, other) => (one.field.coordinate < other.field.coordinate ? -1 : 1));
}

/** Predicates that hold together, for the records of a kind. */
interface Conjunction {
  readonly recordType: RecordType;
  readonly predicates: readonly Predicate[];
}

type IsTold = (predicate: Predicate) => boolean;

function conjunctionsOf(fields: readonly DecidedField[], isTold: IsTold): readonly Conjunction[] {
  return fields.flatMap(({ recordType, decision }) =>
    alternativesOf(decision).flatMap(({ predicates }) => {
      const told = predicates.filter(isTold);
      return [told, ...told.map((predicate) => [predicate])]
        .filter((together) => together.length > 0)
        .map((together) => ({ recordType, predicates: together }));
    }),
  );
}

function alternativesOf(decision: Decision): readonly Alternative[] {
  return decision.kind === 'permit when' ? decision.alternatives : [];
}

/** Names what is evaluated: the same for all kinds of records that fare alike. Undefined where nothing ever holds. */
function keyOf({ conditions }: OwnerCatalogue, { recordType, predicates }: Conjunction): string | undefined {
  if (!conditions.canEvaluate(recordType, predicates)) return undefined;
  const anchor = conditions.anchorOf(recordType, predicates);
  // What holds of one record and not of another would tell of the records.
  return anchor === 'record' ? undefined : `${anchor}|${conditionKey(predicates)}`;
}

async function conjunctionsThatHold(
  catalogue: OwnerCatalogue,
  conjunctions: readonly Conjunction[],
  { store, subject }: Explaining,
): Promise<ReadonlySet<string>> {
  const distinct = new Map(conjunctions.map((conjunction) => [keyOf(catalogue, conjunction), conjunction]));
  const bound = new BoundValues();
  const subjects = bound.bind([subject]);
  const branches = [...distinct].flatMap(([key, { recordType, predicates }]) =>
    key === undefined
      ? []
      : [
          `select ${bound.bind(key)}::text as key where exists (` +
            `${catalogue.conditions.holdingIds(recordType, predicates, subjects, bound)})`,
        ],
  );
  if (branches.length === 0) return new Set();
  const rows = await store.query<{ key: string }>(branches.join(' union all '), bound.values);
  return new Set(rows.map(({ key }) => key));
}

function waysOf(
  decision: Decision,
  isTold: IsTold,
  holds: (predicates: readonly Predicate[]) => boolean,
): readonly ExplainedWay[] {
  if (decision.kind !== 'permit when') {
    const always = decision.kind === 'permit' ? true : null;
    return [instanceWith(ExplainedWay, { ...decision.clause, conditions: [], holds: always })];
  }
  return decision.alternatives.map(({ clause, predicates }) => {
    const told = predicates.filter(isTold);
    const toldHold = holds(told);
    return instanceWith(ExplainedWay, {
      ...clause,
      conditions: predicates.map((predicate) =>
        instanceWith(ExplainedCondition, {
          words: conditionInWords(predicate),
          holds: isTold(predicate) ? holds([predicate]) : null,
          notTold: isTold(predicate) ? null : NOT_TOLD,
        }),
      ),
      // One condition that fails decides the matter, whatever the untold ones are.
      holds: told.length < predicates.length && toldHold ? null : toldHold,
    });
  });
}
