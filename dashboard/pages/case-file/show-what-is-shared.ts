// What the agreements say of each field of a case file to this person for this purpose: by which clause it is shared,
// on which legal basis, under which conditions; or by which it is not. The same for every person, so it tells nothing
// of the one whose file is open.
import type { GraphAnswer } from '../../graph/graph-answer';
import { graphShape } from '../../graph/graph-shape';
import { clauseOf, fieldLabel } from '../../graph/present-cell';
import type { PageView, PersonalVisit } from '../page';
import { tabsOf } from './show-case-file';
import { FILE_SECTIONS, type FileSection } from './sections';

/** What the agreements say of some record types; one question for each owner's part, since each may be long. */
export function sharedQuery(types: readonly string[]): string {
  return `query WhatIsShared {
${types
  .map(
    (type) => `  ${type}: whatMayIAsk(typeName: "${type}", includeDenied: true, first: 100) {
    fields { coordinate decision controller ways { protocol version clause conditions { words } } }
  }`,
  )
  .join('\n')}
  protocols { id legalBasis { stated proposed } }
}`;
}

/** The record types of a part of the file. */
export function typesOf({ type, lists }: FileSection): readonly string[] {
  return [...new Set([type, ...lists.map(({ field }) => graphShape().typeBehind(type, field))])];
}

interface AskableField {
  readonly coordinate: string;
  readonly decision: string;
  readonly controller: string;
  readonly ways: readonly {
    readonly protocol: string;
    readonly clause: string;
    readonly conditions: readonly { readonly words: string }[];
  }[];
}

export async function showWhatIsShared(visit: PersonalVisit): Promise<PageView> {
  const { words, params } = visit;
  const id = params['id'] ?? '';
  const person = askableOf(await visit.ask(sharedQuery(['Person'])), 'Person');
  const isOpen = ({ root }: FileSection): boolean => (person.get(`Person.${root}`)?.decision ?? 'DENY') !== 'DENY';
  const groups = await Promise.all(
    FILE_SECTIONS.map(async (section) => {
      const title = words.say(`files.${section.root}`);
      if (!isOpen(section)) {
        const row = rowOf(visit, new Map(), 'Person', section.root, person.get(`Person.${section.root}`));
        return [{ title, rows: row === undefined ? [] : [row] }];
      }
      const answer = await visit.ask(sharedQuery(typesOf(section)));
      const legal = legalBases(answer);
      const group = (name: string, type: string, fields: readonly string[]) => {
        const told = askableOf(answer, type);
        return {
          title: name,
          rows: fields.flatMap((field) => rowOf(visit, legal, type, field, told.get(`${type}.${field}`)) ?? []),
        };
      };
      return [
        group(title, section.type, [...section.facts, ...section.lists.map(({ field }) => field)]),
        ...section.lists.map(({ field, shows }) =>
          group(`${title}: ${words.say(`lists.${field}`)}`, graphShape().typeBehind(section.type, field), shows),
        ),
      ];
    }),
  );
  return {
    template: 'pages/case-file/what-is-shared.njk',
    title: words.say('caseFile.tabs.shared'),
    model: {
      id,
      tabs: tabsOf(visit, id, 'shared'),
      groups: groups
        .flat()
        .filter(({ rows }) => rows.length > 0)
        .map(({ title, rows }) => ({ title, rows: joinAlike(rows) })),
    },
  };
}

type Row = NonNullable<ReturnType<typeof rowOf>>;

/** Fields of which the agreements say the same are told of together. */
function joinAlike(rows: readonly Row[]): readonly Row[] {
  const joined = new Map<string, Row>();
  for (const row of rows) {
    const key = JSON.stringify([row.decision, row.ways]);
    const known = joined.get(key);
    joined.set(key, known === undefined ? row : { ...known, label: `${known.label}, ${row.label}` });
  }
  return [...joined.values()];
}

function rowOf(
  { words, href }: PersonalVisit,
  legal: ReadonlyMap<string, string>,
  type: string,
  field: string,
  askable: AskableField | undefined,
) {
  if (askable === undefined) return undefined;
  const isList = graphShape().kindOf(type, field).is === 'records';
  return {
    label: isList ? words.say(type === 'Person' ? `files.${field}` : `lists.${field}`) : fieldLabel(words, type, field),
    decision: askable.decision,
    decisionText: words.say(`decisions.${askable.decision}`),
    ways: askable.ways.map((way) => ({
      clause: clauseOf(words, href, way),
      legalBasis: legal.get(way.protocol) ?? null,
      conditions: way.conditions.map((condition) => condition.words),
    })),
  };
}

function askableOf(answer: GraphAnswer, type: string): ReadonlyMap<string, AskableField> {
  const told = answer.data[type] as { readonly fields?: readonly AskableField[] | null } | null | undefined;
  return new Map((told?.fields ?? []).map((field) => [field.coordinate, field]));
}

function legalBases(answer: GraphAnswer): ReadonlyMap<string, string> {
  const protocols = (answer.data['protocols'] ?? []) as readonly {
    readonly id: string;
    readonly legalBasis: { readonly stated: string | null; readonly proposed: readonly string[] | null } | null;
  }[];
  return new Map(
    protocols.flatMap(({ id, legalBasis }) => {
      const text = legalBasis?.stated ?? legalBasis?.proposed?.join('; ');
      return text === undefined ? [] : [[id, text] as const];
    }),
  );
}
