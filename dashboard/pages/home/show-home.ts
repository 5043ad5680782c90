// Without sign-in: what the hub is, the protocols in force, and the figures that the partnerships publish. Signed in: one's
// own jurisdiction, with the lists that are open to one and how long they are.
import type { GraphAnswer } from '../../graph/graph-answer';
import { fieldLabel, presentCell } from '../../graph/present-cell';
import { TARGETS_QUERY } from '../cohort/cohort.query';
import { openLists } from '../cohort/show-cohort';
import { presentTargets } from '../cohort/show-targets';
import type { PageView, PersonalVisit, Visit } from '../page';
import { PROTOCOLS_QUERY, protocolRows } from '../protocols/show-protocols';

export const FIGURES_QUERY = `query PublishedFigures {
  referenceStatistics(first: 100, orderBy: [{ jurisdiction: ASC }, { context: ASC }]) {
    edges { node { id jurisdiction context measure printedValue asOf source } }
  }
}`;

const FIGURE_COLUMNS = ['jurisdiction', 'context', 'measure', 'printedValue', 'asOf', 'source'];

export async function showHome(visit: Visit): Promise<PageView> {
  const { person, errand } = visit;
  return person === undefined || errand === undefined ? showPublic(visit) : showOwn({ ...visit, person, errand });
}

async function showPublic(visit: Visit): Promise<PageView> {
  const { words, href } = visit;
  // The page stands even when the graph does not: it then says so.
  const [protocols, figures, targets] = await Promise.all(
    [PROTOCOLS_QUERY, FIGURES_QUERY, TARGETS_QUERY].map((query) => visit.ask(query).catch(() => undefined)),
  );
  return {
    template: 'pages/home/public.njk',
    title: words.say('publicPage.title'),
    model: {
      protocols:
        protocols?.cellAt(['protocols']).state !== 'value'
          ? null
          : protocolRows(visit, protocols).filter(({ isInForce }) => isInForce),
      figures: figures?.cellAt(['referenceStatistics']).state !== 'value' ? null : figureRows(visit, figures),
      figureColumns: FIGURE_COLUMNS.map((field) => fieldLabel(words, 'ReferenceStatistic', field)),
      targets: targets === undefined ? null : presentTargets(visit, targets),
      signIn: { text: words.say('signIn'), address: '/sign-in' },
      allProtocols: href('/protocols'),
      isSignedIn: visit.person !== undefined,
    },
  };
}

function figureRows({ words, href }: Visit, answer: GraphAnswer) {
  const { edges = [] } = (answer.data['referenceStatistics'] ?? {}) as { readonly edges?: readonly unknown[] };
  return edges.map((_, index) =>
    FIGURE_COLUMNS.map((field) => {
      const cell = answer.cellAt(['referenceStatistics', 'edges', index, 'node', field]);
      const view = presentCell(words, href, 'ReferenceStatistic', field, cell);
      const isPlace = field === 'jurisdiction' && words.knows(`jurisdictions.${view.text}`);
      return isPlace ? { ...view, text: words.say(`jurisdictions.${view.text}`) } : view;
    }),
  );
}

async function showOwn(visit: PersonalVisit): Promise<PageView> {
  const { words, href, person } = visit;
  const lists = await openLists(visit);
  const query =
    lists.length === 0
      ? undefined
      : `query HowMany {\n${lists.map(({ field }) => `  ${field}(first: 1) { totalCount }`).join('\n')}\n}`;
  const answer = query === undefined ? undefined : await visit.ask(query);
  return {
    template: 'pages/home/own.njk',
    title: words.say(`home.titles.${person.jurisdiction}`),
    model: {
      lists: lists.map(({ field }) => {
        const cell = answer?.cellAt([field, 'totalCount']) ?? { state: 'not-recorded' as const };
        const count = cell.state === 'value' ? Number(cell.value) : undefined;
        return {
          title: words.say(`lists.${field}`),
          address: href(`/cohort?list=${field}`),
          cell: presentCell(words, href, 'Query', field, count === undefined ? cell : { state: 'value', value: '' }),
          count: count === undefined ? null : words.say('cohort.count', { count, number: words.number(count) }),
        };
      }),
    },
  };
}
