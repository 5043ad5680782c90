import { BoundValues } from '../disclosure/condition-sql';
import type { DisclosureScope } from '../disclosure/disclosure-scope';
import type { RecordType, StoredRecord } from '../records/record-registry';
import { badInput } from '../serving/owner-errors';
import { snakeCase } from '../storage/snake-case-naming';
import { fieldNamed, filterSql, permittedSql, type RecordFilter, sqlType } from './filter-sql';
import { recordsFrom } from './records-from-rows';
import type { CursorSeal, PagePosition } from './sealed-cursor';
import { visibleSql } from './visible-sql';

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
  const where = (bound: BoundValues): string => {
    const visible = visibleSql(scope, recordType, 'r', bound);
    return `${visible} and ${filterSql(scope, recordType, 'r', request.filter ?? {}, bound, visible)}`;
  };

  const bound = new BoundValues('many');
  const visible = visibleSql(scope, recordType, 'r', bound);
  const expressions = orders.map((order) => order.expression(bound, visible));
  const columns = expressions.map((expression, index) => `${expression} as order_${String(index)}`);
  const inner = `select r.*${columns.map((text) => `, ${text}`).join('')} from ${recordType.table} r where ${where(bound)}`;
  const orderBy = [...orders.map((order, index) => `order_${String(index)} ${order.direction} nulls last`), 'id'].join(
    ', ',
  );
  const sql =
    `select * from (${inner}) page where ${after === undefined ? 'true' : afterSql(orders, after, bound)}` +
    ` order by ${orderBy} limit ${bound.bind(request.first + 1)}::integer`;
  const rows = await scope.store.query<Record<string, unknown>>(bound.withGathered(sql), bound.values);
  const shown = rows.slice(0, request.first);
  const records = recordsFrom(recordType, shown);
  await scope.establish(recordType, records);
  return {
    records,
    cursors: shown.map((row) => seal.seal(positionOf(row, orders.length), boundTo)),
    hasNextPage: rows.length > request.first,
    count: async () => {
      const counted = new BoundValues('many');
      const condition = where(counted);
      const [row] = await scope.store.query<{ count: number }>(
        counted.withGathered(`select count(*) as count from ${recordType.table} r where ${condition}`),
        counted.values,
      );
      return row?.count ?? 0;
    },
  };
}

interface OrderStep {
  readonly direction: SortDirection;
  readonly type: string;
  /** The value to order by, of the rows that are visible: null where the field may not be disclosed of the row. */
  expression(bound: BoundValues, visible: string): string;
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
    return {
      direction,
      type: sqlType(field),
      expression: (bound, visible) => {
        const permitted = permittedSql(scope, recordType, 'r', name, bound);
        const value = `r.${snakeCase(name)}`;
        return permitted === 'true' || permitted === visible ? value : `case when ${permitted} then ${value} end`;
      },
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
