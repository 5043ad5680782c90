import { graphShape } from '../../graph/graph-shape';
import type { PeopleList } from './lists';

/** What an address asks of a list; whatever it holds else is left out, so that any address can be shared. */
export interface ListRequest {
  readonly filter: Readonly<Record<string, string>>;
  readonly sort: string | undefined;
  readonly direction: 'ASC' | 'DESC';
  readonly first: number;
  readonly after: string | undefined;
}

export const PAGE_SIZES = [20, 50, 100] as const;

/** Reads `?homeBorough=KNOWSLEY&sort=name&direction=DESC&first=50&after=…`. `isOpen` says which fields one may use. */
export function readListRequest(
  { type, filters, sorts }: PeopleList,
  query: URLSearchParams,
  isOpen: (field: string) => boolean,
): ListRequest {
  const filter = Object.fromEntries(
    filters.flatMap((field) => {
      const code = query.get(field);
      return code !== null && isOpen(field) && codesOf(type, field).includes(code) ? [[field, code]] : [];
    }),
  );
  const sort = sorts.find((field) => field === query.get('sort') && isOpen(field));
  const first = PAGE_SIZES.find((size) => String(size) === query.get('first')) ?? PAGE_SIZES[0];
  return {
    filter,
    sort,
    direction: query.get('direction') === 'DESC' ? 'DESC' : 'ASC',
    first,
    after: query.get('after') ?? undefined,
  };
}

/** The codes by which a field can be narrowed. */
export function codesOf(type: string, field: string): readonly string[] {
  const kind = graphShape().kindOf(type, field);
  return kind.is === 'code' ? graphShape().codesOf(kind.vocabulary) : [];
}

/** The address of a list that asks for this. */
export function addressOf(list: PeopleList, { filter, sort, direction, first, after }: ListRequest): string {
  const query = new URLSearchParams({ list: list.field, ...filter });
  if (sort !== undefined) {
    query.set('sort', sort);
    query.set('direction', direction);
  }
  if (first !== PAGE_SIZES[0]) query.set('first', String(first));
  if (after !== undefined) query.set('after', after);
  return `/cohort?${query.toString()}`;
}
