import type { Alternative } from '../../../protocols/decision';
import type { Predicate } from '../../../protocols/protocol';
import type { RecordType } from '../records/record-registry';
import { snakeCase } from '../storage/snake-case-naming';
import type { OwnerAnchors, OwnerPredicate, OwnerPredicates } from './owner-predicates';

/** Collects bound values and hands out their placeholders; SQL text never holds a value. */
export class BoundValues {
  readonly values: unknown[] = [];
  private readonly gathered = new Map<string, { readonly name: string; readonly sql: string }>();

  /**
   * @param rows how many rows a condition is asked of. Of `few`, found by their keys, each row is looked up by itself.
   * Of `many`, such as a whole table to be filtered or sorted, the ids for which it holds are gathered once.
   */
  constructor(readonly rows: 'few' | 'many' = 'few') {}

  bind(value: unknown): string {
    this.values.push(value);
    return `$${String(this.values.length)}`;
  }

  /** The name under which the statement gathers these ids; the same key is gathered once. */
  gather(key: string, sqlOf: () => string): string {
    const known = this.gathered.get(key);
    if (known !== undefined) return known.name;
    const name = `gathered_${String(this.gathered.size + 1)}`;
    this.gathered.set(key, { name, sql: sqlOf() });
    return name;
  }

  /**
   * The statement with what it gathers before it. PostgreSQL gathers what is asked for more than once; a set asked for
   * once it joins as it finds best, so that a first page need not wait for the last person.
   */
  withGathered(sql: string): string {
    const definitions = [...this.gathered.values()].map((each) => `${each.name}(id) as (${each.sql})`);
    return definitions.length === 0 ? sql : `with ${definitions.join(', ')} ${sql}`;
  }
}

/** Writes values into the text as literals: for statements that the database keeps, made of the agreements alone. */
export class LiteralValues extends BoundValues {
  override bind(value: unknown): string {
    if (value === null || value === undefined) return 'null';
    if (Array.isArray(value)) return `array[${value.map((each) => this.bind(each)).join(', ')}]::text[]`;
    if (typeof value === 'number' && Number.isFinite(value)) return String(value);
    if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
    throw new Error('An agreement gives a predicate nothing but texts, whole numbers and lists of texts.');
  }
}

/** One predicate of a conjunction and the ids of which it is asked. */
export interface ConditionPart {
  readonly predicate: Predicate;
  /** `subject`, the name of another anchor, or `record` and the kind: parts with the same key are the same question. */
  readonly key: string;
  readonly source: ConditionAnchor;
  /** The property of the record that holds the id; absent: some anchor of the record's person, the same for all such. */
  readonly property?: string;
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

  /** What must be known of a record of this kind to tell whether the conjunction holds: each predicate by itself. */
  partsOf(record: RecordType, predicates: readonly Predicate[]): readonly ConditionPart[] {
    const anchor = this.commonAnchor(
      record,
      predicates.map((predicate) => this.known(predicate)),
    );
    return predicates.map((predicate) => {
      const { about } = this.known(predicate);
      const part = (source: string, property: string | undefined, name = source): ConditionPart => ({
        predicate,
        key: `${name}|${conditionKey([predicate])}`,
        source,
        ...(property === undefined ? {} : { property }),
      });
      if (about.includes('record')) return part('record', 'id', `record ${record.name}`);
      if (about.includes('subject')) return part('subject', record.anchors.subject ?? 'subjectId');
      return part(anchor ?? '', record.anchors[anchor ?? '']);
    });
  }

  /** SELECT of the ids for which one predicate holds, with their person, among the given subjects. */
  partIds(record: RecordType, { predicate, source }: ConditionPart, subjects: string, bound: BoundValues): string {
    if (source === 'subject') {
      const holds = this.holdsFor('s.id', predicate, bound);
      return `select s.id, s.id as subject_id from unnest(${subjects}::text[]) s(id) where ${holds}`;
    }
    const table = source === 'record' ? record.table : (this.anchors[source] ?? '');
    const subject = source === 'record' ? column('k', record.anchors.subject) : 'k.subject_id';
    const holds = this.holdsFor('k.id', predicate, bound);
    return `select k.id, ${subject} as subject_id from ${table} k where ${subject} = any(${subjects}::text[]) and ${holds}`;
  }

  /** The disjunction of the alternatives for the rows of `alias`; false without alternatives. */
  anyOf(record: RecordType, alias: string, alternatives: readonly Alternative[], bound: BoundValues): string {
    const evaluable = alternatives.filter((alternative) => this.canEvaluate(record, alternative.predicates));
    if (evaluable.length === 0) return 'false';
    if (evaluable.some(({ predicates }) => predicates.length === 0)) return '(true)';
    if (bound.rows === 'many') return this.amongGathered(record, alias, evaluable, bound);
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
      if (about.includes('record')) onSubject.push(this.holdsFor(`${alias}.id`, predicate, bound));
      else if (about.includes('subject')) {
        onSubject.push(this.holdsFor(column(alias, record.anchors.subject), predicate, bound));
      } else if (anchorProperty !== undefined) {
        onAnchor.push(this.holdsFor(column(alias, anchorProperty), predicate, bound));
      } else onAnchor.push(this.holdsFor('anchor.id', predicate, bound));
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

  /** The same disjunction over all ids for which it holds, gathered before: one set for each kind of id. */
  private amongGathered(
    record: RecordType,
    alias: string,
    alternatives: readonly Alternative[],
    bound: BoundValues,
  ): string {
    const byAnchor = new Map<ConditionAnchor, Alternative[]>();
    for (const alternative of alternatives) {
      const anchor = this.anchorOf(record, alternative.predicates);
      byAnchor.set(anchor, [...(byAnchor.get(anchor) ?? []), alternative]);
    }
    const parts = [...byAnchor].map(([anchor, ofAnchor]) => {
      const conditions = ofAnchor.map(({ predicates }) => conditionKey(predicates)).sort();
      const key = JSON.stringify([anchor === 'record' ? `record ${record.name}` : anchor, conditions]);
      const name = bound.gather(key, () =>
        ofAnchor.map(({ predicates }) => this.holdingIds(record, predicates, bound)).join(' union '),
      );
      const id = anchor === 'record' ? `${alias}.id` : column(alias, record.anchors[anchor]);
      return `${id} in (select id from ${name})`;
    });
    return `(${parts.join(' or ')})`;
  }

  /** SELECT of the anchor ids for which the conjunction holds, of everybody. */
  private holdingIds(record: RecordType, predicates: readonly Predicate[], bound: BoundValues): string {
    const anchor = this.anchorOf(record, predicates);
    if (anchor === 'subject') {
      const asSubject: RecordType = { ...record, anchors: { subject: 'id' } };
      const source = this.anchors['subject'] ?? 'subject';
      return `select s.id from ${source} s(id) where ${this.allOf(asSubject, 's', predicates, bound)}`;
    }
    if (anchor === 'record') {
      return `select r.id from ${record.table} r where ${this.allOf(record, 'r', predicates, bound)}`;
    }
    const asAnchor: RecordType = { ...record, anchors: { subject: 'subjectId', [anchor]: 'id' } };
    return `select k.id from ${this.anchors[anchor] ?? ''} k where ${this.allOf(asAnchor, 'k', predicates, bound)}`;
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

  /**
   * Whether a predicate holds for one id. Of many rows the planner is left to join as it finds best. Of few the offset
   * forbids it to gather all ids first: each row's id is looked up by an index of the table that the function reads.
   */
  private holdsFor(id: string, predicate: Predicate, bound: BoundValues): string {
    const known = this.known(predicate);
    const values = known.arguments.map((name) => bound.bind(predicate.arguments[name] ?? null));
    const lookup = bound.rows === 'few' ? ' offset 0' : '';
    return `exists (select 1 from ${known.functionName}(${values.join(', ')}) holds(id) where holds.id = ${id}${lookup})`;
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
