// The log for data protection officers: what each owner disclosed to, and withheld from, the own organisation, narrowed and
// paged by what stands in the address. Reading it is itself on record.
import { PURPOSES } from '../../../schema/purposes';
import { GraphRefusal } from '../../graph/ask-graph';
import type { GraphAnswer } from '../../graph/graph-answer';
import { fieldLabel, presentCell } from '../../graph/present-cell';
import type { PageView, PersonalVisit } from '../page';
import { disclosuresQuery, type Ledger, LEDGERS } from './disclosures.query';
import {
  addressOf,
  type DisclosuresRequest,
  filterOf,
  outcomes,
  PAGE_SIZES,
  readDisclosuresRequest,
} from './read-disclosures-request';

interface Coordinate {
  readonly coordinate: string;
  readonly category: string | null;
}

interface Entry {
  readonly time: string;
  readonly requestId: string;
  readonly person: string | null;
  readonly role: string;
  readonly purpose: string;
  readonly protocols: readonly string[] | null;
  readonly clauses: readonly string[] | null;
  readonly outcome: string;
  readonly rowCount: number;
  readonly subjects:
    | readonly {
        readonly subject: string | null;
        readonly disclosed: readonly Coordinate[] | null;
        readonly withheld: readonly Coordinate[] | null;
      }[]
    | null;
}

interface EntryPage {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } | null;
  readonly edges: readonly { readonly node: Entry }[] | null;
}

const OWN_LEDGERS: Readonly<Record<string, Ledger>> = { UK: 'knowsley', NL: 'safetyHouse', IT: 'eri' };

export async function showDisclosures(visit: PersonalVisit): Promise<PageView> {
  const { words, href, query, person } = visit;
  const asked = readDisclosuresRequest(query, OWN_LEDGERS[person.jurisdiction] ?? 'exchange');
  const { ledger } = asked;
  const answer = await askForPage(visit, asked);
  const cell = answer.cellAt(['disclosures', ledger]);
  const { disclosures } = answer.data as { readonly disclosures?: Partial<Record<Ledger, EntryPage | null>> | null };
  const page = disclosures?.[ledger];
  const at = (change: Partial<DisclosuresRequest>): string =>
    href(addressOf({ ...asked, after: undefined, ...change }));
  const chosen = (code: string, text: string, of: string) => ({ code, text, isChosen: code === of });
  const endCursor = page?.pageInfo?.hasNextPage === true ? page.pageInfo.endCursor : null;
  return {
    template: 'pages/disclosures/disclosures.njk',
    title: words.say('disclosures.title'),
    model: {
      tabs: LEDGERS.map((one) => ({
        text: words.say(`disclosures.ledgers.${one}`),
        address: at({ ledger: one }),
        isCurrent: one === ledger,
      })),
      asked,
      heading: words.say(`disclosures.ledgers.${ledger}`),
      purposes: Object.keys(PURPOSES).map((code) => chosen(code, words.say(`purposes.${code}`), asked.purpose)),
      outcomes: outcomes().map((code) => chosen(code, words.label('DisclosureOutcome', code), asked.outcome)),
      sizes: PAGE_SIZES.map((size) => ({ size, isChosen: asked.first === size })),
      labels: {
        person: fieldLabel(words, 'DisclosureEntry', 'person'),
        role: fieldLabel(words, 'DisclosureEntry', 'role'),
      },
      cell: presentCell(words, href, 'Disclosures', ledger, cell.state === 'value' ? { ...cell, value: '' } : cell),
      entries: (page?.edges ?? []).map(({ node }) => presentEntry(words, node)),
      first: asked.after === undefined ? null : at({}),
      next: endCursor === null ? null : at({ after: endCursor }),
      all: href(`/disclosures?ledger=${ledger}`),
      action: href('/disclosures'),
    },
  };
}

async function askForPage(visit: PersonalVisit, asked: DisclosuresRequest): Promise<GraphAnswer> {
  const { ledger, first, after } = asked;
  const query = disclosuresQuery(ledger);
  const filter = filterOf(asked);
  try {
    const answer = await visit.ask(query, { filter, first, after });
    const isForeign = answer.errors.some(({ extensions }) => extensions?.code === 'BAD_INPUT');
    if (!isForeign || after === undefined) return answer;
  } catch (error) {
    if (!(error instanceof GraphRefusal) || error.code !== 'BAD_INPUT' || after === undefined) throw error;
  }
  // A place in the log as somebody else reads it, from an address that was shared: one's own begins at its beginning.
  return visit.ask(query, { filter, first });
}

function presentEntry(words: PersonalVisit['words'], entry: Entry) {
  const { time, requestId, person, role, purpose, protocols, clauses, outcome, rowCount, subjects } = entry;
  const known = (name: string, otherwise: string): string => (words.knows(name) ? words.say(name) : otherwise);
  return {
    time: words.dateTime(time),
    person: person ?? words.say('disclosures.erased'),
    role: known(`roles.${role}`, role),
    purpose: known(`purposes.${purpose}`, purpose),
    outcome,
    outcomeText: words.label('DisclosureOutcome', outcome),
    rowCount: words.say('disclosures.records', { count: rowCount, number: words.number(rowCount) }),
    protocols: (protocols ?? []).join(', '),
    clauses: (clauses ?? []).join(', '),
    request: words.say('disclosures.request', { id: requestId }),
    subjects: (subjects ?? []).map(({ subject, disclosed, withheld }) => ({
      who: subject === null ? words.say('disclosures.notNamed') : words.say('disclosures.named', { id: subject }),
      disclosed: kindsOf(words, disclosed),
      withheld: kindsOf(words, withheld),
    })),
  };
}

/** The kinds of data among these fields, with the fields of each. */
function kindsOf(words: PersonalVisit['words'], coordinates: readonly Coordinate[] | null) {
  const kinds = new Map<string, string[]>();
  for (const { coordinate, category } of coordinates ?? []) {
    kinds.set(category ?? '', [...(kinds.get(category ?? '') ?? []), coordinate]);
  }
  return [...kinds].map(([category, fields]) => ({
    name: words.say(words.knows(`categories.${category}`) ? `categories.${category}` : 'states.not-recorded'),
    fields: fields.join(', '),
  }));
}
