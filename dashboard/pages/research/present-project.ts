import type { GraphAnswer, Path } from '../../graph/graph-answer';
import { type CellView, fieldLabel, presentCell } from '../../graph/present-cell';
import type { Visit } from '../page';
import { dimensionName, placeName, tableName } from './dimensions';

/** A project as the graph answers it. */
export interface Project {
  readonly id: string;
  readonly name: string | null;
  readonly question: string | null;
  readonly dimensions: readonly string[] | null;
  readonly people: readonly string[] | null;
  readonly organisation: string | null;
  readonly endsOn: string | null;
  readonly tables: number | null;
  readonly state: string | null;
  readonly proposedAt: string | null;
  readonly decisions:
    | readonly {
        readonly jurisdiction: string;
        readonly answer: string;
        readonly decidedBy: string;
        readonly decidedAt: string;
      }[]
    | null;
  readonly ledgers?: readonly {
    readonly jurisdiction: string;
    readonly spent: number | null;
    readonly limit: number | null;
    readonly tables: readonly { readonly table: string; readonly givenAt: string }[] | null;
  }[];
}

/** What stands of a project on every page that shows it. */
export function presentProject({ words, href }: Visit, project: Project) {
  const fact = (field: string, text: string): CellView => ({
    state: 'value',
    label: fieldLabel(words, 'ResearchProject', field),
    text,
    ...{ lang: null, clause: null, requestable: false, source: null, updated: null },
  });
  const { name, question, state, people, organisation, endsOn, tables, proposedAt } = project;
  return {
    id: project.id,
    name: name ?? project.id,
    address: href(`/research/${encodeURIComponent(project.id)}`),
    state: state ?? '',
    stateText: state === null ? words.say('states.not-recorded') : words.label('ResearchState', state),
    question: question ?? words.say('states.not-recorded'),
    facts: [
      fact('people', (people ?? []).join(', ')),
      fact('organisation', organisation === null ? '' : words.party(organisation)),
      fact('endsOn', endsOn === null ? '' : words.date(endsOn)),
      fact('tables', tables === null ? '' : words.number(tables)),
      fact('proposedAt', proposedAt === null ? '' : words.dateTime(proposedAt)),
      fact('dimensions', (project.dimensions ?? []).map((each) => dimensionName(words, each)).join('; ')),
    ].filter(({ text }) => text !== ''),
    decisions: (project.decisions ?? []).map(({ jurisdiction, answer, decidedBy, decidedAt }) =>
      words.say('research.decided', {
        place: placeName(words, jurisdiction),
        answer: words.label('ResearchAnswer', answer),
        by: decidedBy,
        at: words.dateTime(decidedAt),
      }),
    ),
  };
}

/** What each owner gave to a project; of one that does not answer it is said. */
export function presentLedgers({ words, href }: Visit, project: Project, answer: GraphAnswer, path: Path) {
  return (project.ledgers ?? []).map(({ jurisdiction, spent, limit, tables }, index) => {
    const cell = answer.cellAt([...path, 'ledgers', index, 'spent']);
    const view = presentCell(words, href, 'ResearchLedger', 'spent', cell);
    const isKnown = spent !== null && limit !== null;
    return {
      place: placeName(words, jurisdiction),
      cell: isKnown
        ? { ...view, text: words.say('research.spentOf', { spent: words.number(spent), limit: words.number(limit) }) }
        : view,
      tables: (tables ?? []).map(({ table, givenAt }) => ({
        name: tableName(words, table),
        givenAt: words.dateTime(givenAt),
      })),
    };
  });
}
