// The case file of a person: what each owner holds and the agreements share, what is withheld and by which clause, which
// source is down, and what is not recorded.
import { OWNERS } from '../../../schema/owners';
import type { GraphAnswer, Path } from '../../graph/graph-answer';
import { graphShape } from '../../graph/graph-shape';
import { type CellView, presentCell, type Provenance } from '../../graph/present-cell';
import { NothingThere, type PageView, type PersonalVisit } from '../page';
import { CASE_FILE_QUERY } from './case-file.query';
import { FILE_SECTIONS, type FileSection, OWNER_LANGUAGES, type RecordList, timeZoneOf } from './sections';

export interface RecordView {
  readonly cells: readonly CellView[];
  readonly origin: string;
}

export interface ListView {
  readonly id: string;
  readonly title: string;
  /** Of the list itself: whether there is anything to show, or why not. */
  readonly cell: CellView;
  readonly records: readonly RecordView[];
}

export interface SectionView {
  readonly id: string;
  readonly title: string;
  readonly origin: string;
  readonly facts: readonly CellView[];
  readonly lists: readonly ListView[];
}

/** A section of which nothing is shown, and why. */
export interface ClosedSectionView {
  readonly title: string;
  readonly cell: CellView;
}

const NAMES = ['givenName', 'name', 'subjectGivenName', 'subjectName'];

export async function showCaseFile(visit: PersonalVisit): Promise<PageView> {
  const { words, params, href } = visit;
  const id = params['id'] ?? '';
  const answer = await visit.ask(CASE_FILE_QUERY, { id });
  const sections: SectionView[] = [];
  const closed: ClosedSectionView[] = [];
  for (const section of FILE_SECTIONS) {
    const path = ['person', section.root];
    const cell = answer.cellAt(path);
    if (cell.state === 'value') sections.push(sectionOf(visit, answer, section));
    else {
      closed.push({
        title: words.say(`files.${section.root}`),
        cell: presentCell(words, href, 'Person', section.root, cell),
      });
    }
  }
  const isAnyDown = closed.some(({ cell }) => cell.state === 'unavailable');
  if (sections.length === 0 && !isAnyDown) throw new NothingThere();
  const name = nameOf(answer, sections.length === 0 ? undefined : FILE_SECTIONS);
  return {
    template: 'pages/case-file/case-file.njk',
    title: name ?? words.say('caseFile.unnamed'),
    model: {
      id,
      name: name ?? words.say('caseFile.unnamed'),
      tabs: tabsOf(visit, id, 'file'),
      identity: identityOf(visit, answer),
      sections,
      closed,
      requestId: answer.requestId ?? null,
    },
  };
}

export function tabsOf({ words, href }: PersonalVisit, id: string, current: 'file' | 'shared') {
  const file = href(`/people/${encodeURIComponent(id)}`);
  return [
    { text: words.say('caseFile.tabs.file'), address: file, isCurrent: current === 'file' },
    { text: words.say('caseFile.tabs.shared'), address: `${file}/shared`, isCurrent: current === 'shared' },
  ];
}

/** The name by which the first owner that tells one knows the person. */
function nameOf(answer: GraphAnswer, sections: readonly FileSection[] | undefined): string | undefined {
  for (const { root } of sections ?? []) {
    for (const field of ['name', 'subjectName', 'givenName', 'subjectGivenName']) {
      const cell = answer.cellAt(['person', root, field]);
      if (cell.state === 'value') return String(cell.value);
    }
  }
  return undefined;
}

/** Who this is, at a glance: of the first owner that holds a record. */
function identityOf(visit: PersonalVisit, answer: GraphAnswer): readonly CellView[] {
  const section = FILE_SECTIONS.find(({ root }) => answer.cellAt(['person', root]).state === 'value');
  if (section === undefined) return [];
  const told = ['dateOfBirth', 'birthDate', 'ageBand', 'homeBorough', 'municipality'];
  return section.facts
    .filter((field) => told.includes(field))
    .map((field) =>
      presentCell(visit.words, visit.href, section.type, field, answer.cellAt(['person', section.root, field])),
    );
}

function sectionOf(visit: PersonalVisit, answer: GraphAnswer, section: FileSection): SectionView {
  const { words, href } = visit;
  const path = ['person', section.root];
  const origin = provenanceOf(visit, answer, section, path);
  return {
    id: section.root,
    title: words.say(`files.${section.root}`),
    origin: originText(visit, section, origin),
    facts: section.facts
      .map((field) => presentCell(words, href, section.type, field, answer.cellAt([...path, field]), origin))
      .filter((cell, index) => !NAMES.includes(section.facts[index] ?? '') || cell.text !== ''),
    lists: section.lists.map((list) => listOf(visit, answer, section, list)),
  };
}

function listOf(visit: PersonalVisit, answer: GraphAnswer, section: FileSection, list: RecordList): ListView {
  const { words, href } = visit;
  const path = ['person', section.root, list.field];
  const cell = answer.cellAt(path);
  const type = graphShape().typeBehind(section.type, list.field);
  const records: unknown[] = cell.state !== 'value' ? [] : Array.isArray(cell.value) ? cell.value : [cell.value];
  return {
    id: `${section.root}-${list.field}`,
    title: words.say(`lists.${list.field}`),
    cell: presentCell(
      words,
      href,
      section.type,
      list.field,
      cell.state === 'value' && records.length > 0 ? { state: 'value', value: '' } : cell,
    ),
    records: records.map((_, index) => {
      const at: Path = list.isSingle === true ? path : [...path, index];
      const origin = provenanceOf(visit, answer, section, at);
      return {
        cells: list.shows.map((field) => presentCell(words, href, type, field, answer.cellAt([...at, field]), origin)),
        origin: originText(visit, section, origin),
      };
    }),
  };
}

function provenanceOf({ words }: PersonalVisit, answer: GraphAnswer, { owner }: FileSection, path: Path): Provenance {
  const at = answer.cellAt([...path, 'recordedAt']);
  const by = answer.cellAt([...path, 'recordedBy']);
  return {
    source: by.state === 'value' ? words.party(String(by.value)) : OWNERS[owner].title,
    language: OWNER_LANGUAGES[owner],
    updated: at.state === 'value' ? words.dateTime(String(at.value), timeZoneOf(owner)) : null,
  };
}

function originText(
  { words }: PersonalVisit,
  { owner }: FileSection,
  { source, language, updated }: Provenance,
): string {
  return words.say(updated === null ? 'caseFile.originUndated' : 'caseFile.origin', {
    source,
    owner: OWNERS[owner].title,
    language: words.say(`languages.${language}`),
    updated,
  });
}
