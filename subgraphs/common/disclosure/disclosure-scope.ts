import type { Alternative, Decision } from '../../../protocols/decision';
import type { FieldDisclosure } from '../../../schema/permission-map';
import type { Requester } from '../../../schema/requester';
import type { RecordType, StoredRecord } from '../records/record-registry';
import type { RequestStore } from '../storage/request-store';
import { decisionOn } from './decision-on';
import type { OwnerCatalogue } from './owner-catalogue';
import { PredicateEvidence } from './predicate-evidence';

/** Decides on one coordinate for this request's requester. */
export type DecideField = (field: FieldDisclosure) => Decision;

/** May records of a kind be seen: all of them, none, or those for which one of the alternatives holds. */
export type Visibility = 'all' | 'none' | readonly Alternative[];

/**
 * What one request may be told, decided from the owner's own copy of the protocols. Predicates about the records are
 * evaluated here: for all subjects that a load brings, in one statement, before any field of theirs is resolved.
 */
export class DisclosureScope {
  /** People to how many parts of conditions were known to be needed when they were evaluated. */
  private readonly established = new Map<string, number>();
  private readonly evidence = new PredicateEvidence();
  private readonly decisions = new Map<string, Decision>();
  private readonly needed = new Set<string>();
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
    const decision = decisionOn(this.catalogue.permissionMap, coordinate, this.decideField);
    if (decision === undefined) return undefined;
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

  /** Whether a record that was read may be seen at all: what its rows' policy says, said again by the resolvers. */
  sees(recordType: RecordType, record: StoredRecord): boolean {
    const visibility = this.visibilityOf(recordType);
    if (visibility === 'all' || visibility === 'none') return visibility === 'all';
    return this.holds(recordType, record, visibility);
  }

  /**
   * Whether a conditional decision on a coordinate holds for this record. The record's subject must have been
   * established; asking before is a fault of the code, and denies by throwing.
   */
  holds(recordType: RecordType, record: StoredRecord, alternatives: readonly Alternative[]): boolean {
    const { conditions } = this.catalogue;
    return alternatives.some(({ predicates }) => {
      if (predicates.length === 0) return true;
      if (!conditions.canEvaluate(recordType, predicates)) return false;
      const subject = propertyOf(record, recordType.anchors.subject);
      if (subject === undefined || !this.established.has(subject)) {
        throw new Error(`The conditions of ${recordType.name} were asked before they were evaluated.`);
      }
      return this.evidence.allHold(conditions.partsOf(recordType, predicates), subject, (property) =>
        propertyOf(record, property),
      );
    });
  }

  /**
   * Evaluates every condition that this operation needs for these records' subjects, and whether they may be seen. All
   * loads that are under way bring their subjects first, and then one statement serves them all.
   */
  async establish(recordType: RecordType, records: readonly StoredRecord[]): Promise<void> {
    if (this.needed.size === 0) this.needForOperation();
    this.need(recordType, `Query.${recordType.single}`);
    const unknown = records
      .map((record) => propertyOf(record, recordType.anchors.subject))
      .filter((subject) => subject !== undefined && this.isUnknown(subject));
    if (unknown.length === 0) return;
    this.gathering ??= this.gather();
    for (const subject of unknown) if (subject !== undefined) this.gathering.subjects.add(subject);
    await this.gathering.evaluated;
  }

  private isUnknown(subject: string): boolean {
    return (this.established.get(subject) ?? -1) < this.needed.size;
  }

  private gather(): { readonly subjects: Set<string>; readonly evaluated: Promise<void> } {
    const subjects = new Set<string>();
    const evaluated = this.store.whenIdle().then(async () => {
      this.gathering = undefined;
      const unknown = [...subjects].filter((subject) => this.isUnknown(subject));
      const parts = [...this.needed];
      await this.evidence.gather(this.store, parts, unknown);
      for (const subject of unknown) this.established.set(subject, parts.length);
    });
    return { subjects, evaluated };
  }

  /** The predicates of every condition under which this operation's fields may be seen. */
  private needForOperation(): void {
    const { requires, fields } = this.catalogue.permissionMap;
    const asked = [...this.coordinates];
    for (const coordinate of new Set(asked.flatMap((name) => [name, ...(requires.get(name) ?? [])]))) {
      const recordType = this.catalogue.recordTypes.get(coordinate.split('.')[0] ?? '');
      if (recordType === undefined) continue;
      this.need(recordType, `Query.${recordType.single}`);
      if (fields.has(coordinate)) this.need(recordType, coordinate);
    }
  }

  private need(recordType: RecordType, coordinate: string): void {
    const { conditions } = this.catalogue;
    const decision = this.decide(coordinate);
    if (decision?.kind !== 'permit when') return;
    for (const { predicates } of decision.alternatives) {
      if (!conditions.canEvaluate(recordType, predicates)) continue;
      for (const { key } of conditions.partsOf(recordType, predicates)) this.needed.add(key);
    }
  }
}

function propertyOf(record: StoredRecord, property: string | undefined): string | undefined {
  const value = (record as unknown as Readonly<Record<string, unknown>>)[property ?? 'subjectId'];
  return typeof value === 'string' ? value : undefined;
}
