import { conjunctionOf } from '../../../protocols/conjunction';
import type { Alternative, Decision } from '../../../protocols/decision';
import type { FieldDisclosure } from '../../../schema/permission-map';
import type { Requester } from '../../../schema/requester';
import type { RecordType, StoredRecord } from '../records/record-registry';
import type { RequestStore } from '../storage/request-store';
import { BoundValues, conditionKey } from './condition-sql';
import type { OwnerCatalogue } from './owner-catalogue';

/** Decides on one coordinate for this request's requester. */
export type DecideField = (field: FieldDisclosure) => Decision;

/** May records of a kind be seen: all of them, none, or those for which one of the alternatives holds. */
export type Visibility = 'all' | 'none' | readonly Alternative[];

/**
 * What one request may be told, decided from the owner's own copy of the protocols. Predicates about the records are
 * evaluated here: for all subjects that a load brings, in one statement, before any field of theirs is resolved.
 */
export class DisclosureScope {
  private readonly established = new Set<string>();
  /** `anchor|condition` to the anchor ids for which it holds. */
  private readonly holding = new Map<string, Set<string>>();
  private readonly decisions = new Map<string, Decision>();
  private needed: readonly NeededCondition[] | undefined;
  private gathering: { readonly subjects: Set<string>; readonly evaluated: Promise<void> } | undefined;

  constructor(
    readonly requester: Requester,
    /** Calendar date in the owner's time zone, `YYYY-MM-DD`. */
    readonly today: string,
    readonly catalogue: OwnerCatalogue,
    readonly store: RequestStore,
    private readonly coordinates: ReadonlySet<string>,
    private readonly decideField: DecideField,
  ) {}

  /**
   * The decision on a coordinate, and on all that its value gives away; undefined for one that is exempt. A coordinate
   * without category is an error.
   */
  decide(coordinate: string): Decision | undefined {
    const known = this.decisions.get(coordinate);
    if (known !== undefined) return known;
    const { fields, exempt, requires } = this.catalogue.permissionMap;
    const field = fields.get(coordinate);
    if (field === undefined) {
      if (exempt.has(coordinate)) return undefined;
      throw new Error(`${coordinate} does not say what it discloses.`);
    }
    const required = (requires.get(coordinate) ?? []).flatMap((name) => fields.get(name) ?? []);
    const decision = conjunctionOf(this.decideField(field), required.map(this.decideField));
    this.decisions.set(coordinate, decision);
    return decision;
  }

  /**
   * Which records of a kind this requester may see at all: those whose existence may be disclosed, which is what the
   * kind's root field discloses.
   */
  visibilityOf(recordType: RecordType): Visibility {
    const decision = this.decide(`Query.${recordType.single}`);
    if (decision?.kind === 'permit') return 'all';
    return decision?.kind === 'permit when' ? decision.alternatives : 'none';
  }

  /**
   * Whether a conditional decision on a coordinate holds for this record. The record's subject must have been
   * established; asking before is a fault of the code, and denies by throwing.
   */
  holds(recordType: RecordType, record: StoredRecord, alternatives: readonly Alternative[]): boolean {
    const { conditions } = this.catalogue;
    return alternatives.some((alternative) => {
      if (alternative.predicates.length === 0) return true;
      if (!conditions.canEvaluate(recordType, alternative.predicates)) return false;
      const anchor = conditions.anchorOf(recordType, alternative.predicates);
      const subject = propertyOf(record, recordType.anchors.subject);
      if (subject === undefined || !this.established.has(subject)) {
        throw new Error(`The conditions of ${recordType.name} were asked before they were evaluated.`);
      }
      const id = anchor === 'record' ? record.id : propertyOf(record, recordType.anchors[anchor]);
      return id !== undefined && this.holding.get(holdingKey(recordType, anchor, alternative))?.has(id) === true;
    });
  }

  /**
   * Evaluates every condition that this operation needs for these records' subjects. All loads that are under way
   * bring their subjects first, and then one statement serves them all.
   */
  async establish(recordType: RecordType, records: readonly StoredRecord[]): Promise<void> {
    const unknown = records
      .map((record) => propertyOf(record, recordType.anchors.subject))
      .filter((subject) => subject !== undefined && !this.established.has(subject));
    if (unknown.length === 0) return;
    this.gathering ??= this.gather();
    for (const subject of unknown) if (subject !== undefined) this.gathering.subjects.add(subject);
    await this.gathering.evaluated;
  }

  private gather(): { readonly subjects: Set<string>; readonly evaluated: Promise<void> } {
    const subjects = new Set<string>();
    const evaluated = this.store.whenIdle().then(() => {
      this.gathering = undefined;
      return this.evaluate([...subjects].filter((subject) => !this.established.has(subject)));
    });
    return { subjects, evaluated };
  }

  private async evaluate(subjects: readonly string[]): Promise<void> {
    this.needed ??= this.neededConditions();
    if (subjects.length > 0 && this.needed.length > 0) {
      const bound = new BoundValues();
      const ids = bound.bind(subjects);
      const branches = this.needed.map((condition) => {
        const select = this.catalogue.conditions.holdingIds(
          condition.recordType,
          condition.alternative.predicates,
          ids,
          bound,
        );
        return `select ${bound.bind(condition.key)}::text as key, held.id from (${select}) held(id)`;
      });
      const rows = await this.store.query<{ key: string; id: string }>(branches.join(' union all '), bound.values);
      for (const { key, id } of rows) {
        const held = this.holding.get(key) ?? new Set<string>();
        held.add(id);
        this.holding.set(key, held);
      }
    }
    for (const subject of subjects) this.established.add(subject);
  }

  private neededConditions(): readonly NeededCondition[] {
    const needed = new Map<string, NeededCondition>();
    const { requires } = this.catalogue.permissionMap;
    const asked = [...this.coordinates];
    for (const coordinate of new Set(asked.flatMap((name) => [name, ...(requires.get(name) ?? [])]))) {
      const recordType = this.catalogue.recordTypes.get(coordinate.split('.')[0] ?? '');
      if (recordType === undefined || !this.catalogue.permissionMap.fields.has(coordinate)) continue;
      const decision = this.decide(coordinate);
      if (decision?.kind !== 'permit when') continue;
      for (const alternative of decision.alternatives) {
        if (alternative.predicates.length === 0) continue;
        if (!this.catalogue.conditions.canEvaluate(recordType, alternative.predicates)) continue;
        const anchor = this.catalogue.conditions.anchorOf(recordType, alternative.predicates);
        const key = holdingKey(recordType, anchor, alternative);
        needed.set(key, { key, recordType, alternative });
      }
    }
    return [...needed.values()];
  }
}

interface NeededCondition {
  readonly key: string;
  readonly recordType: RecordType;
  readonly alternative: Alternative;
}

function holdingKey(recordType: RecordType, anchor: string, alternative: Alternative): string {
  const scope = anchor === 'record' ? `record ${recordType.name}` : anchor;
  return `${scope}|${conditionKey(alternative.predicates)}`;
}

function propertyOf(record: StoredRecord, property: string | undefined): string | undefined {
  const value = (record as unknown as Readonly<Record<string, unknown>>)[property ?? 'subjectId'];
  return typeof value === 'string' ? value : undefined;
}
