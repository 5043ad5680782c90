import { GraphUnreachable } from '../../graph/ask-graph';
import type { GraphAnswer } from '../../graph/graph-answer';
import type { PageView, Visit } from '../page';

export const PROTOCOLS_QUERY = `query Protocols {
  protocols { id version status inForce jurisdictions title { en nl it } reviewDue }
}`;

interface ProtocolRow {
  readonly id: string;
  readonly version: string;
  readonly status: string;
  readonly inForce: boolean;
  readonly jurisdictions: readonly string[];
  readonly title: Readonly<Record<'en' | 'nl' | 'it', string>>;
}

/** All agreements of today, for the list and for the public page. */
export function protocolRows({ words, href }: Visit, answer: GraphAnswer) {
  return ((answer.data['protocols'] ?? []) as readonly ProtocolRow[]).map((protocol) => ({
    id: protocol.id,
    title: protocol.title[words.language],
    version: protocol.version,
    status: words.label('ProtocolStatus', protocol.status),
    isInForce: protocol.inForce,
    inForce: words.say(protocol.inForce ? 'protocols.inForce' : 'protocols.notInForce'),
    places: protocol.jurisdictions.map((place) => placeName(words, place)).join(', '),
    address: href(`/protocols/${encodeURIComponent(protocol.id)}`),
  }));
}

function placeName(words: Visit['words'], place: string): string {
  return words.knows(`jurisdictions.${place}`) ? words.say(`jurisdictions.${place}`) : place;
}

export async function showProtocols(visit: Visit): Promise<PageView> {
  const answer = await visit.ask(PROTOCOLS_QUERY);
  if (answer.cellAt(['protocols']).state === 'unavailable') throw new GraphUnreachable('the agreements cannot be had');
  return {
    template: 'pages/protocols/protocols.njk',
    title: visit.words.say('protocols.title'),
    model: { protocols: protocolRows(visit, answer) },
  };
}
