import type { Alternative } from '../../../protocols/decision';
import type { Predicate } from '../../../protocols/protocol';
import type { RecordType } from '../records/record-registry';
import { snakeCase } from '../storage/snake-case-naming';
import type { OwnerAnchors, OwnerPredicate, OwnerPredicates } from './owner-predicates';

/** Collects bound values and hands out their placeholders; SQL text never holds a value. */
export class BoundValues {
  readonly values: unknown[] = [];
  bind(value: unknown): string {
    this.values.push(value);
    return `$${String(this.values.length)}`;
  }
}

/** The anchor on which a conjunction is evaluated for a kind of record: an anchor's name, or `record`. */
export type ConditionAnchor = string;

/** Conjunctions with the same predicates are the same condition, whichever clause they stand in. */
export function conditionKey(predicates: readonly Predicate[]): string {
  return JSON.stringify(
    predicates
      .map(
        (predicate) =>
          [predicate.name, Object.entries(predicate.arguments).sort(([a], [b]) => (a < b ? -1 : 1))] as const,
      )
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  );
}

/** Turns the conditions of clauses into SQL over an owner's tables. */
export class ConditionSql {
  constructor(
    private readonly predicates: OwnerPredicates,
    private readonly anchors: OwnerAnchors,
  ) {}

  /** Whether this owner can evaluate the predicates together for this kind of record. */
  canEvaluate(record: RecordType, predicates: readonly Predicate[]): boolean {
    return predicates.every((predicate) => {
      const known = this.predicates.get(predicate.name);
      if (known === undefined) return false;
      // A record that concerns no person has nobody for whom anything could hold.
      if (!known.about.includes('record') && record.anchors.subject === undefined) return false;
      return !known.about.includes('record') || known.recordTypes?.includes(record.name) === true;
    });
  }

  /** Where the conjunction is decided for this kind of record; all its records with the same anchor fare alike. */
  anchorOf(record: RecordType, predicates: readonly Predicate[]): ConditionAnchor {
    const known = predicates.map((predicate) => this.known(predicate));
    if (known.some((predicate) => predicate.about.includes('record'))) return 'record';
    const anchor = this.commonAnchor(record, known);
    if (anchor === undefined || anchor === 'subject') return 'subject';
    return anchor in record.anchors ? anchor : 'subject';
  }

  /** The disjunction of the alternatives for the rows of `alias`; false without alternatives. */
  anyOf(record: RecordType, alias: string, alternatives: readonly Alternative[], bound: BoundValues): string {
    const evaluable = alternatives.filter((alternative) => this.canEvaluate(record, alternative.predicates));
    if (evaluable.length === 0) return 'false';
    return `(${evaluable.map((alternative) => this.allOf(record, alias, alternative.predicates, bound)).join(' or ')})`;
  }

  /** The conjunction for the rows of `alias`. */
  allOf(record: RecordType, alias: string, predicates: readonly Predicate[], bound: BoundValues): string {
    if (predicates.length === 0) return 'true';
    const onSubject: string[] = [];
    const onAnchor: string[] = [];
    const known = predicates.map((predicate) => this.known(predicate));
    const anchor = this.commonAnchor(record, known);
    const anchorProperty = anchor === undefined ? undefined : record.anchors[anchor];
    predicates.forEach((predicate, index) => {
      const about = known[index]?.about ?? [];
      const ids = this.idsOf(predicate, bound);
      if (about.includes('record')) onSubject.push(`${alias}.id in (${ids})`);
      else if (about.includes('subject')) onSubject.push(`${column(alias, record.anchors.subject)} in (${ids})`);
      else if (anchorProperty !== undefined) onAnchor.push(`${column(alias, anchorProperty)} in (${ids})`);
      else onAnchor.push(`anchor.id in (${ids})`);
    });
    if (onAnchor.length > 0 && anchorProperty === undefined) {
      // The record belongs to no case of its own: one and the same case of the person must fulfil all of them.
      const table = this.anchors[anchor ?? ''] ?? '';
      onSubject.push(
        `exists (select 1 from ${table} anchor where anchor.subject_id = ${column(alias, record.anchors.subject)}` +
          ` and ${onAnchor.join(' and ')})`,
      );
      return `(${onSubject.join(' and ')})`;
    }
    return `(${[...onSubject, ...onAnchor].join(' and ')})`;
  }

  /** SELECT of the anchor ids, among the given subjects, for which the conjunction holds. */
  holdingIds(record: RecordType, predicates: readonly Predicate[], subjects: string, bound: BoundValues): string {
    const anchor = this.anchorOf(record, predicates);
    if (anchor === 'subject') {
      const asSubject: RecordType = { ...record, anchors: { subject: 'id' } };
      return `select s.id from unnest(${subjects}::text[]) s(id) where ${this.allOf(asSubject, 's', predicates, bound)}`;
    }
    if (anchor === 'record') {
      return (
        `select r.id from ${record.table} r where ${column('r', record.anchors.subject)} = any(${subjects}::text[])` +
        ` and ${this.allOf(record, 'r', predicates, bound)}`
      );
    }
    const asAnchor: RecordType = { ...record, anchors: { subject: 'subjectId', [anchor]: 'id' } };
    return (
      `select k.id from ${this.anchors[anchor] ?? ''} k where k.subject_id = any(${subjects}::text[])` +
      ` and ${this.allOf(asAnchor, 'k', predicates, bound)}`
    );
  }

  private commonAnchor(record: RecordType, known: readonly OwnerPredicate[]): string | undefined {
    const sets = known
      .map((predicate) => predicate.about)
      .filter((about) => !about.includes('subject') && !about.includes('record'));
    const [first, ...others] = sets;
    if (first === undefined) return undefined;
    const common = first.filter((anchor) => others.every((about) => about.includes(anchor)));
    return common.find((anchor) => anchor in record.anchors) ?? common[0];
  }

  private idsOf(predicate: Predicate, bound: BoundValues): string {
    const known = this.known(predicate);
    const values = known.arguments.map((name) => bound.bind(predicate.arguments[name] ?? null));
    return `select holds.id from ${known.functionName}(${values.join(', ')}) holds(id)`;
  }

  private known(predicate: Predicate): OwnerPredicate {
    const known = this.predicates.get(predicate.name);
    if (known === undefined) throw new Error(`This owner cannot evaluate the predicate ${predicate.name}.`);
    return known;
  }
}

function column(alias: string, property: string | undefined): string {
  return `${alias}.${snakeCase(property ?? 'subjectId')}`;
}
