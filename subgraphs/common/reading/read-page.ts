import { BoundValues } from '../disclosure/condition-sql';
import type { DisclosureScope } from '../disclosure/disclosure-scope';
import type { RecordType, StoredRecord } from '../records/record-registry';
import { badInput } from '../serving/owner-errors';
import { snakeCase } from '../storage/snake-case-naming';
import type { NarrowingComparison } from '../row-security/narrowing';
import {
  type Comparison,
  comparisonsOf,
  fieldNamed,
  filterSql,
  permittedSql,
  type RecordFilter,
  sqlType,
} from './filter-sql';
import { recordsFrom } from './records-from-rows';
import type { CursorSeal, PagePosition } from './sealed-cursor';
import { seenOf } from './seen-records';

export type SortDirection = 'ASC' | 'DESC';
/** One field a step, as the generated order inputs have it: `[{ name: ASC }, { id: DESC }]`. */
export type RecordOrder = readonly Readonly<Record<string, SortDirection | null | undefined>>[];

export interface PageRequest {
  readonly first: number;
  readonly after?: string | null;
  readonly filter?: RecordFilter | null;
  readonly orderBy?: RecordOrder | null;
}

export interface Page {
  readonly records: readonly StoredRecord[];
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean;
  /** How many records match for this requester; counted only when asked. */
  count(): Promise<number>;
}

/** One page of the records that the requester may see: filtered before it is cut, so that it is always full. */
export async function readPage(
  scope: DisclosureScope,
  recordType: RecordType,
  request: PageRequest,
  seal: CursorSeal,
): Promise<Page> {
  const orders = orderSteps(scope, recordType, request.orderBy ?? []);
  const { requester } = scope;
  const boundTo = JSON.stringify([
    requester.person,
    requester.organisation,
    requester.role,
    requester.purpose,
    recordType.name,
    request.filter ?? {},
    request.orderBy ?? [],
  ]);
  const given = request.after ?? undefined;
  const after = given === undefined ? undefined : seal.open(given, boundTo);
  if (given !== undefined && after === undefined) {
    throw badInput(
      'The cursor in "after" is not one of this list. Ask for the first page again, with the same filter and order.',
    );
  }
  if (scope.visibilityOf(recordType) === 'none') return NOTHING;
  const comparisons = comparisonsOf(recordType, request.filter ?? {});
  const found = await findPage(scope, recordType, comparisons, orders, after, request.first + 1);
  const shown = found.slice(0, request.first);
  const rowOf = new Map(shown.map((row) => [String(row['id']), row]));
  const records = await seenOf(scope, recordType, recordsFrom(recordType, shown));
  return {
    records,
    cursors: records.map(({ id }) => seal.seal(positionOf(rowOf.get(id) ?? {}, orders.length), boundTo)),
    hasNextPage: found.length > request.first,
    count: () => countRows(scope, recordType, comparisons),
  };
}

const NOTHING: Page = { records: [], cursors: [], hasNextPage: false, count: () => Promise.resolve(0) };

type Row = Record<string, unknown>;

/**
 * The rows of the page and one more, in their order. Where filter and order compare nothing but what is disclosed of
 * every visible row, the database finds the page's ids by the condition of the policy itself, in the order of the page
 * and no further; the rows are then read by these ids, and their policy is asked about them alone.
 */
async function findPage(
  scope: DisclosureScope,
  recordType: RecordType,
  comparisons: readonly Comparison[],
  orders: readonly OrderStep[],
  after: PagePosition | undefined,
  wanted: number,
): Promise<readonly Row[]> {
  const { store } = scope;
  const relation = recordType.table;
  const isPlain = [...comparisons.map(({ field }) => field.name), ...orders.map(({ name }) => name)].every(
    (name) => permittedSql(scope, recordType, 'r', name) === 'true',
  );
  const bound = new BoundValues();
  const columns = orders.map((order, place) => `, ${order.expression} as order_${String(place)}`).join('');
  const sorted = [...orders.map(({ direction }, place) => `order_${String(place)} ${direction} nulls last`), 'id'].join(
    ', ',
  );
  if (!isPlain) {
    const inner = `select r.*${columns} from ${relation} r where ${filterSql(scope, recordType, 'r', comparisons, bound)}`;
    const beyond = after === undefined ? 'true' : afterSql(orders, after, bound);
    return store.query<Row>(
      `select * from (${inner}) page where ${beyond} order by ${sorted} limit ${bound.bind(wanted)}::integer`,
      bound.values,
      { relation, where: narrowingOf(comparisons) },
    );
  }
  const ids = await store.query<{ id: string }>(`select permitted_ids('Query.${recordType.single}') as id`, [], {
    relation,
    where: narrowingOf(comparisons),
    order: orders.map(({ name, direction }) => ({ column: snakeCase(name), direction })),
    ...(after === undefined ? {} : { after }),
    limit: wanted,
  });
  if (ids.length === 0) return [];
  const keys = ids.map(({ id }) => id);
  return store.query<Row>(
    `select r.*${columns} from ${relation} r where r.id = any($1::text[]) order by ${sorted} limit $2::integer`,
    [keys, wanted],
    { relation, column: 'id', keys },
  );
}

async function countRows(
  scope: DisclosureScope,
  recordType: RecordType,
  comparisons: readonly Comparison[],
): Promise<number> {
  const bound = new BoundValues();
  const matching = filterSql(scope, recordType, 'r', comparisons, bound);
  const [row] = await scope.store.query<{ count: number }>(
    `select count(*) as count from ${recordType.table} r where ${matching}`,
    bound.values,
    { relation: recordType.table, where: narrowingOf(comparisons) },
  );
  return row?.count ?? 0;
}

/** A row that does not fulfil a comparison does not match, whatever else is asked of it. */
function narrowingOf(comparisons: readonly Comparison[]): readonly NarrowingComparison[] {
  return comparisons.map(({ field, operator, value }) => ({ column: snakeCase(field.name), operator, value }));
}

interface OrderStep {
  readonly name: string;
  readonly direction: SortDirection;
  readonly type: string;
  /** The value to order by, of the rows that are visible: null where the field may not be disclosed of the row. */
  readonly expression: string;
}

function orderSteps(scope: DisclosureScope, recordType: RecordType, orderBy: RecordOrder): readonly OrderStep[] {
  return orderBy.map((step) => {
    const chosen = Object.entries(step).filter((entry): entry is [string, SortDirection] => Boolean(entry[1]));
    const [entry, second] = chosen;
    if (entry === undefined || second !== undefined) {
      throw badInput('Each step of "orderBy" names exactly one field, for example [{ id: ASC }].');
    }
    const [name, direction] = entry;
    const field = fieldNamed(recordType, name);
    const permitted = permittedSql(scope, recordType, 'r', name);
    const value = `r.${snakeCase(name)}`;
    return {
      name,
      direction,
      type: sqlType(field),
      expression: permitted === 'true' ? value : `case when ${permitted} then ${value} end`,
    };
  });
}

/** The rows after a position, with nulls last in both directions and the key as the last step. */
function afterSql(orders: readonly OrderStep[], position: PagePosition, bound: BoundValues): string {
  const id = bound.bind(position.id);
  return orders.reduceRight((rest, order, index) => {
    const column = `order_${String(index)}`;
    const value = position.values[index] ?? null;
    if (value === null) return `(${column} is null and ${rest})`;
    const placeholder = `${bound.bind(value)}::${order.type}`;
    const beyond = `${column} ${order.direction === 'ASC' ? '>' : '<'} ${placeholder} or ${column} is null`;
    return `(${beyond} or (${column} = ${placeholder} and ${rest}))`;
  }, `id > ${id}`);
}

function positionOf(row: Readonly<Record<string, unknown>>, steps: number): PagePosition {
  const values = Array.from({ length: steps }, (_, index) => {
    const value = row[`order_${String(index)}`] ?? null;
    return value instanceof Date ? value.toISOString() : (value as string | number | boolean | null);
  });
  return { values, id: String(row.id) };
}
