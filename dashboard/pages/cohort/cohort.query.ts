import type { PeopleList } from './lists';

/** Which root fields are open to the person for this purpose, whatever the record. */
export const OPEN_LISTS_QUERY = `query OpenLists {
  whatMayIAsk(typeName: "Query", first: 100) { fields { coordinate } }
}`;

/** Which fields of a list's records are. */
export const OPEN_FIELDS_QUERY = `query OpenFields($type: String!) {
  whatMayIAsk(typeName: $type, first: 100) { fields { coordinate } }
}`;

export const TARGETS_QUERY = `query Targets {
  targets(first: 100, orderBy: [{ asOf: DESC }, { indicator: ASC }]) {
    edges { node { id indicator asOf source target achieved rag commentary } }
  }
}`;

/** A page of a list, with the ids of the people that its rows are about. */
export function listQuery({ field, type, columns, person }: PeopleList): string {
  const id = person === 'subjectId' ? 'id subjectId' : 'id';
  return `query List($first: Int!, $after: String, $filter: ${type}Filter, $orderBy: [${type}Order!]) {
  ${field}(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { ${id} ${columns.join(' ')} } }
  }
}`;
}
