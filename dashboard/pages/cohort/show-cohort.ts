// The board: the targets with their rating and date, and whichever lists of people and cases the agreements open to this
// person for this purpose, with filters, an order and pages that stand in the address.
import { GraphRefusal } from '../../graph/ask-graph';
import type { GraphAnswer } from '../../graph/graph-answer';
import { fieldLabel, presentCell } from '../../graph/present-cell';
import { graphShape } from '../../graph/graph-shape';
import type { PageView, PersonalVisit } from '../page';
import { listQuery, OPEN_FIELDS_QUERY, OPEN_LISTS_QUERY, TARGETS_QUERY } from './cohort.query';
import { PEOPLE_LISTS, type PeopleList } from './lists';
import { addressOf, codesOf, type ListRequest, PAGE_SIZES, readListRequest } from './read-list-request';
import { presentTargets } from './show-targets';

export async function showCohort(visit: PersonalVisit): Promise<PageView> {
  const { words, href, query } = visit;
  const [lists, targets] = await Promise.all([openLists(visit), visit.ask(TARGETS_QUERY)]);
  const list = lists.find(({ field }) => field === query.get('list')) ?? lists[0];
  return {
    template: 'pages/cohort/cohort.njk',
    title: words.say('cohort.title'),
    model: {
      targets: presentTargets(visit, targets),
      lists: lists.map((one) => ({
        text: words.say(`lists.${one.field}`),
        address: href(`/cohort?list=${one.field}`),
        isCurrent: one === list,
      })),
      list: list === undefined ? null : await showList(visit, list),
    },
  };
}

/** The lists of the person's own jurisdiction that are open to it. */
export async function openLists(visit: PersonalVisit): Promise<readonly PeopleList[]> {
  const open = coordinatesOf(await visit.ask(OPEN_LISTS_QUERY));
  return PEOPLE_LISTS.filter(
    ({ field, jurisdiction }) => jurisdiction === visit.person.jurisdiction && open.has(`Query.${field}`),
  );
}

async function showList(visit: PersonalVisit, list: PeopleList) {
  const { words, href, query } = visit;
  const { field, type, columns, filters, sorts, person } = list;
  const open = coordinatesOf(await visit.ask(OPEN_FIELDS_QUERY, { type }));
  const isOpen = (name: string): boolean => open.has(`${type}.${name}`);
  const asked = readListRequest(list, query, isOpen);
  const answer = await askForPage(visit, list, asked);
  const cell = answer.cellAt([field]);
  const page = (answer.data[field] ?? undefined) as Page | undefined;
  const rows = page?.edges ?? [];
  const at = (change: Partial<ListRequest>): string => href(addressOf(list, { ...asked, after: undefined, ...change }));
  return {
    field,
    title: words.say(`lists.${field}`),
    cell: presentCell(words, href, 'Query', field, cell.state === 'value' ? { state: 'value', value: '' } : cell),
    count: words.say('cohort.count', { count: page?.totalCount ?? 0, number: words.number(page?.totalCount ?? 0) }),
    filters: filters.filter(isOpen).map((name) => ({
      name,
      label: fieldLabel(words, type, name),
      options: codesOf(type, name).map((code) => ({
        code,
        text: words.label(vocabularyOf(type, name), code),
        isChosen: asked.filter[name] === code,
      })),
    })),
    sorts: sorts
      .filter(isOpen)
      .map((name) => ({ name, label: fieldLabel(words, type, name), isChosen: asked.sort === name })),
    direction: asked.direction,
    sizes: PAGE_SIZES.map((size) => ({ size, isChosen: asked.first === size })),
    columns: columns.map((name) => ({
      label: fieldLabel(words, type, name),
      order: asked.sort === name ? (asked.direction === 'ASC' ? 'ascending' : 'descending') : null,
    })),
    rows: rows.map(({ node }, index) => {
      const id = person === undefined ? undefined : node[person];
      return {
        file:
          typeof id === 'string'
            ? { address: href(`/people/${encodeURIComponent(id)}`), text: words.say('cohort.open', { id }) }
            : null,
        cells: columns.map((name) =>
          presentCell(words, href, type, name, answer.cellAt([field, 'edges', index, 'node', name])),
        ),
      };
    }),
    first: asked.after === undefined ? null : at({}),
    next:
      page?.pageInfo?.hasNextPage === true && page.pageInfo.endCursor !== null
        ? at({ after: page.pageInfo.endCursor })
        : null,
    isNarrowed: Object.keys(asked.filter).length > 0,
    all: href(`/cohort?list=${field}`),
    action: href('/cohort'),
  };
}

interface Page {
  readonly totalCount: number | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } | null;
  readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[];
}

async function askForPage(visit: PersonalVisit, list: PeopleList, asked: ListRequest): Promise<GraphAnswer> {
  const variables = (after: string | undefined) => ({
    first: asked.first,
    after,
    ...(Object.keys(asked.filter).length === 0
      ? {}
      : { filter: Object.fromEntries(Object.entries(asked.filter).map(([name, equals]) => [name, { equals }])) }),
    ...(asked.sort === undefined ? {} : { orderBy: [{ [asked.sort]: asked.direction }] }),
  });
  try {
    const answer = await visit.ask(listQuery(list), variables(asked.after));
    const isForeign = answer.errors.some(({ extensions }) => extensions?.code === 'BAD_INPUT');
    if (!isForeign || asked.after === undefined) return answer;
  } catch (error) {
    if (!(error instanceof GraphRefusal) || error.code !== 'BAD_INPUT' || asked.after === undefined) throw error;
  }
  // A place in somebody else's list, from an address that was shared: one's own begins at its beginning.
  return visit.ask(listQuery(list), variables(undefined));
}

function coordinatesOf(answer: GraphAnswer): ReadonlySet<string> {
  const told = answer.data['whatMayIAsk'] as {
    readonly fields?: readonly { readonly coordinate: string }[] | null;
  } | null;
  return new Set((told?.fields ?? []).map(({ coordinate }) => coordinate));
}

function vocabularyOf(type: string, field: string): string {
  const kind = graphShape().kindOf(type, field);
  return kind.is === 'code' ? kind.vocabulary : '';
}
