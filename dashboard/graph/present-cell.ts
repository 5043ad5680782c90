import type { Words } from '../words/words';
import type { Cell } from './graph-answer';
import { graphShape } from './graph-shape';

/** Where a value comes from, as its record says. */
export interface Provenance {
  readonly source: string;
  /** The language in which its people write. */
  readonly language: string;
  readonly updated: string | null;
}

/** A cell as a template shows it. */
export interface CellView {
  readonly state: Cell['state'];
  readonly label: string;
  readonly text: string;
  /** The language of the text, where it is not the page's. */
  readonly lang: string | null;
  /** For a withheld one: the clause, and where it can be read. */
  readonly clause: { readonly text: string; readonly address: string } | null;
  readonly requestable: boolean;
  readonly source: string | null;
  readonly updated: string | null;
}

/** Turns what the graph answered for a field into words. */
export function presentCell(
  words: Words,
  href: (address: string) => string,
  type: string,
  field: string,
  cell: Cell,
  provenance?: Provenance,
): CellView {
  const common = {
    state: cell.state,
    label: fieldLabel(words, type, field),
    lang: null,
    clause: null,
    requestable: false,
    source: provenance?.source ?? null,
    updated: provenance?.updated ?? null,
  };
  switch (cell.state) {
    case 'value': {
      if (Array.isArray(cell.value) && cell.value.length === 0) {
        return { ...common, state: 'not-recorded', text: words.say('states.not-recorded') };
      }
      const isFree = graphShape().kindOf(type, field).is === 'text' && /\s/.test(String(cell.value));
      const lang =
        isFree && provenance !== undefined && provenance.language !== words.language ? provenance.language : null;
      return { ...common, text: valueText(words, type, field, cell.value), lang };
    }
    case 'withheld':
      return {
        ...common,
        text: words.say('states.withheld'),
        clause: clauseOf(words, href, cell.by),
        requestable: cell.by.requestable,
      };
    case 'unavailable':
      return { ...common, text: words.say('states.unavailable') };
    case 'not-recorded':
      return { ...common, text: words.say('states.not-recorded') };
  }
}

/** The clause that is cited, as a link to its text; of what no agreement speaks there is none to read. */
export function clauseOf(
  words: Words,
  href: (address: string) => string,
  { protocol, clause }: { readonly protocol: string; readonly clause: string },
): { readonly text: string; readonly address: string } {
  if (protocol === 'DEFAULT-DENY') return { text: words.say('noAgreement'), address: href('/protocols') };
  return {
    text: words.say('clause', { protocol, clause }),
    address: href(`/protocols/${encodeURIComponent(protocol)}#${encodeURIComponent(clause)}`),
  };
}

/** The name of a field for people. */
export function fieldLabel(words: Words, type: string, field: string): string {
  const known = [`fields.${type}_${field}`, `fields.${field}`, `lists.${field}`].find((key) => words.knows(key));
  return words.say(known ?? `fields.${field}`);
}

/** A value in words: dates and numbers of the language, codes by their labels. */
export function valueText(words: Words, type: string, field: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((one: unknown) => valueText(words, type, field, one)).join(', ');
  const text = String(value);
  const kind = graphShape().kindOf(type, field);
  switch (kind.is) {
    case 'date':
      return words.date(text);
    case 'moment':
      return words.dateTime(text);
    case 'number':
      return words.number(Number(value));
    case 'yes-or-no':
      return words.say(value === true ? 'yes' : 'no');
    case 'code':
      return words.label(kind.vocabulary, text);
    case 'text':
    case 'id':
    case 'records':
      return /^\d{4}-\d{2}$/.test(text) ? words.date(text) : text;
  }
}
