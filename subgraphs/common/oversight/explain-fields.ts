import { conditionInWords } from '../../../protocols/condition-words';
import type { Alternative, Decision } from '../../../protocols/decision';
import type { Predicate } from '../../../protocols/protocol';
import type { Controller } from '../../../schema/organisations';
import type { FieldDisclosure } from '../../../schema/permission-map';
import type { Requester } from '../../../schema/requester';
import type { ConditionPart } from '../disclosure/condition-sql';
import type { OwnerCatalogue } from '../disclosure/owner-catalogue';
import { type AskedStore, PredicateEvidence } from '../disclosure/predicate-evidence';
import { KIND_OF_DECISION } from '../graph/decision-kind';
import { instanceWith } from '../graph/instance-with';
import type { RecordType } from '../records/record-registry';
import { ExplainedCondition, ExplainedField, ExplainedWay } from './explained-field';
import { mayBeTold } from './told-conditions';

const NOT_TOLD = 'depends on the record; not told to an officer';

export interface Explaining {
  /** Whose access is explained. */
  readonly explained: Requester;
  readonly subject: string;
  /** Whose fields are told of. */
  readonly controllers: readonly Controller[];
  readonly decide: (field: FieldDisclosure) => Decision;
  /** A transaction in which the explained requester is the one who asks. */
  readonly store: AskedStore;
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
  const parts = toldParts(catalogue, fields, isTold);
  const evidence = new PredicateEvidence();
  await evidence.gather(asked.store, [...parts], [asked.subject]);
  return fields.map(({ field: { coordinate, category, level, controller }, recordType, decision }) => {
    const holds = (predicates: readonly Predicate[]): boolean =>
      predicates.length === 0 || holdForPerson(catalogue, recordType, predicates, evidence, asked.subject);
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

type IsTold = (predicate: Predicate) => boolean;

function toldParts(catalogue: OwnerCatalogue, fields: readonly DecidedField[], isTold: IsTold): ReadonlySet<string> {
  return new Set(
    fields.flatMap(({ recordType, decision }) =>
      alternativesOf(decision).flatMap(({ predicates }) =>
        personsParts(catalogue, recordType, predicates.filter(isTold)).map(({ key }) => key),
      ),
    ),
  );
}

function alternativesOf(decision: Decision): readonly Alternative[] {
  return decision.kind === 'permit when' ? decision.alternatives : [];
}

/** What is asked of the person and the person's cases; nothing where the conjunction is never about them alone. */
function personsParts(
  { conditions }: OwnerCatalogue,
  recordType: RecordType,
  predicates: readonly Predicate[],
): readonly ConditionPart[] {
  if (!conditions.canEvaluate(recordType, predicates)) return [];
  const parts = conditions.partsOf(recordType, predicates);
  // What holds of one record and not of another would tell of the records.
  return parts.some(({ source }) => source === 'record') ? [] : parts;
}

/** Whether the predicates hold together: of the person, and of some case of the person's, the same for all. */
function holdForPerson(
  catalogue: OwnerCatalogue,
  recordType: RecordType,
  predicates: readonly Predicate[],
  evidence: PredicateEvidence,
  subject: string,
): boolean {
  const parts = personsParts(catalogue, recordType, predicates);
  const ofPerson = parts.map(({ predicate, key, source }) =>
    source === 'subject' ? { predicate, key, source, property: 'id' } : { predicate, key, source },
  );
  return parts.length > 0 && evidence.allHold(ofPerson, subject, () => subject);
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
