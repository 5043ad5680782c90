import type { ConditionPart } from './condition-sql';

/** The part of a request's store that is needed here: the database as one requester sees it. */
export interface AskedStore {
  query<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]>;
}

/** The id of a record's own, by the property that holds it. */
export type IdByProperty = (property: string) => string | undefined;

/**
 * For which people, cases and records each predicate was found to hold in this request. A conjunction holds by positive
 * evidence for all its parts alone: what was not asked holds for nobody.
 */
export class PredicateEvidence {
  /** Part's key to the ids for which it holds, each with its person. */
  private readonly holding = new Map<string, Map<string, string>>();

  /** Asks of these people, in one statement, whatever the parts are about: them, their cases or their records. */
  async gather(store: AskedStore, keys: readonly string[], subjects: readonly string[]): Promise<void> {
    if (keys.length === 0 || subjects.length === 0) return;
    const rows = await store.query<{ key: string; id: string; subject_id: string }>(
      'select key, id, subject_id from conditions_hold($1::text[], $2::text[])',
      [[...keys], [...subjects]],
    );
    for (const { key, id, subject_id: subject } of rows) {
      const held = this.holding.get(key) ?? new Map<string, string>();
      held.set(id, subject);
      this.holding.set(key, held);
    }
  }

  /**
   * Whether all parts hold of one record of this person. Those that the record has no anchor of its own for must hold
   * of one and the same anchor of the person.
   */
  allHold(parts: readonly ConditionPart[], subject: string, idOf: IdByProperty): boolean {
    const shared: ReadonlyMap<string, string>[] = [];
    for (const { key, property } of parts) {
      const held = this.holding.get(key);
      if (held === undefined) return false;
      if (property === undefined) {
        shared.push(held);
        continue;
      }
      const id = idOf(property);
      if (id === undefined || !held.has(id)) return false;
    }
    const [first, ...others] = shared;
    if (first === undefined) return true;
    return [...first].some(([id, person]) => person === subject && others.every((held) => held.has(id)));
  }
}
