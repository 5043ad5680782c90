import DataLoader from 'dataloader';

import type { DisclosureScope } from '../disclosure/disclosure-scope';
import type { Purpose } from '../../../schema/purposes';
import { LINKED_PEOPLE_FUNCTION_NAME } from '../lookup/grants/grant-predicates';
import type { RecordType, RelatedRecords, StoredRecord } from '../records/record-registry';
import { recordTypeOf } from '../records/record-registry';
import { snakeCase } from '../storage/snake-case-naming';
import { recordsFrom } from './records-from-rows';
import { seenOf } from './seen-records';

/** The purpose for which people are linked across borders (XJ-LOOKUP). */
const LINKED_FOR: Purpose = 'CROSS_BORDER_CASE';

/**
 * The loaders of one request. Each kind of question about many parents is one statement, restricted to what the
 * requester may see; an unknown key and a hidden one come back alike, as nothing.
 */
export class RecordLoaders {
  private readonly byId = new Map<RecordType, DataLoader<string, StoredRecord | undefined>>();
  private readonly related = new Map<string, DataLoader<string, readonly StoredRecord[]>>();
  private linked: DataLoader<string, readonly string[]> | undefined;

  constructor(private readonly scope: DisclosureScope) {}

  /** The visible record with this key. */
  one(recordType: RecordType, id: string): Promise<StoredRecord | undefined> {
    let loader = this.byId.get(recordType);
    if (loader === undefined) {
      loader = new DataLoader(async (ids) => {
        const records = await this.read(recordType, 'id', ids, 1);
        const found = new Map(records.map((record) => [record.id, record]));
        return ids.map((key) => found.get(key));
      });
      this.byId.set(recordType, loader);
    }
    return loader.load(id);
  }

  /** The first `first` visible records of a relation for one parent key, in the order of their ids. */
  relatedTo(
    relation: Pick<RelatedRecords, 'target' | 'targetKey'>,
    parentKey: string,
    first: number,
  ): Promise<readonly StoredRecord[]> {
    const target = recordTypeOf(relation.target());
    const key = `${target.name}|${relation.targetKey}|${String(first)}`;
    let loader = this.related.get(key);
    if (loader === undefined) {
      loader = new DataLoader(async (parentKeys) => {
        const records = await this.read(target, relation.targetKey, parentKeys, first);
        const groups = groupBy(
          records,
          (record) => (record as unknown as Readonly<Record<string, unknown>>)[relation.targetKey],
        );
        return parentKeys.map((parent) => groups.get(parent) ?? []);
      });
      this.related.set(key, loader);
    }
    return loader.load(parentKey);
  }

  /**
   * Who a person of this id is here: the record's own id, and whom a live grant of who asks links to an id that another
   * owner gave. Links exist for cross-border cases alone.
   */
  async peopleOf(id: string): Promise<readonly string[]> {
    if (this.scope.requester.purpose !== LINKED_FOR) return [id];
    this.linked ??= new DataLoader(async (ids: readonly string[]) => {
      const rows = await this.scope.store.query<{ foreign_subject: string; subject_id: string }>(
        `select foreign_subject, subject_id from ${LINKED_PEOPLE_FUNCTION_NAME}($1)`,
        [[...ids]],
      );
      const groups = groupBy(rows, ({ foreign_subject: foreign }) => foreign);
      return ids.map((each) => (groups.get(each) ?? []).map(({ subject_id: own }) => own));
    });
    return [...new Set([id, ...(await this.linked.load(id))])];
  }

  private async read(
    recordType: RecordType,
    property: string,
    keys: readonly string[],
    perKey: number,
  ): Promise<StoredRecord[]> {
    if (this.scope.visibilityOf(recordType) === 'none') return [];
    const column = snakeCase(property);
    // Which of the rows may be seen is said by their policy, of these keys alone; the resolvers ask it once more.
    const rows = await this.scope.store.query<Record<string, unknown>>(
      `select * from (
         select r.*, row_number() over (partition by r.${column} order by r.id) as place
         from ${recordType.table} r where r.${column} = any($1::text[])
       ) numbered where place <= $2::integer order by id`,
      [[...keys], perKey],
      { relation: recordType.table, column, keys },
    );
    return seenOf(this.scope, recordType, recordsFrom(recordType, rows));
  }
}

// Map.groupBy needs Node 21.
function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
