import { isPurpose } from '../../../schema/purposes';
import { graphShape } from '../../graph/graph-shape';
import { type Ledger, LEDGERS } from './disclosures.query';

/** What an address asks of the log; whatever it holds else is left out. */
export interface DisclosuresRequest {
  readonly ledger: Ledger;
  /** Calendar dates. */
  readonly from: string;
  readonly to: string;
  readonly person: string;
  readonly role: string;
  readonly purpose: string;
  readonly protocols: string;
  readonly outcome: string;
  readonly first: number;
  readonly after: string | undefined;
}

export const PAGE_SIZES = [20, 50, 100] as const;
const LONGEST_WORD = 200;

export function readDisclosuresRequest(query: URLSearchParams, own: Ledger): DisclosuresRequest {
  const word = (name: string): string => (query.get(name) ?? '').trim().slice(0, LONGEST_WORD);
  const day = (name: string): string => (isDay(word(name)) ? word(name) : '');
  const purpose = word('purpose');
  return {
    ledger: LEDGERS.find((one) => one === query.get('ledger')) ?? own,
    ...{ from: day('from'), to: day('to') },
    ...{ person: word('person'), role: word('role'), protocols: word('protocols') },
    purpose: isPurpose(purpose) ? purpose : '',
    outcome: outcomes().find((outcome) => outcome === word('outcome')) ?? '',
    first: PAGE_SIZES.find((size) => String(size) === query.get('first')) ?? PAGE_SIZES[0],
    after: query.get('after') ?? undefined,
  };
}

/** What may become of a request. */
export function outcomes(): readonly string[] {
  return graphShape().codesOf('DisclosureOutcome');
}

/** What the graph is asked with; a day counts as a whole, in UTC as ledgers do. */
export function filterOf({ from, to, ledger: _ledger, first: _first, after: _after, ...words }: DisclosuresRequest) {
  const time = {
    ...(from === '' ? {} : { from: `${from}T00:00:00.000Z` }),
    ...(to === '' ? {} : { to: `${to}T23:59:59.999Z` }),
  };
  return {
    ...(Object.keys(time).length === 0 ? {} : { time }),
    ...Object.fromEntries(Object.entries(words).filter(([, value]) => value !== '')),
  };
}

/** The address that asks for this. */
export function addressOf({ after, first, ...asked }: DisclosuresRequest): string {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''));
  if (first !== PAGE_SIZES[0]) query.set('first', String(first));
  if (after !== undefined) query.set('after', after);
  return `/disclosures?${query.toString()}`;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
