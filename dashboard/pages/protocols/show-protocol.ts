// One agreement: its text in three languages, its clauses, and who sees what by it.
import { GraphUnreachable } from '../../graph/ask-graph';
import { LANGUAGE_NAMES, LANGUAGES } from '../../words/languages';
import { NothingThere, type PageView, type Visit } from '../page';
import { purposeText } from './purpose-text';
import { type Clause, whoSeesWhat } from './who-sees-what';

export const PROTOCOL_QUERY = `query Protocol($id: ID!) {
  protocol(id: $id) {
    id version status inForce jurisdictions disclosers signatories recipients purposes
    title { en nl it }
    text { en nl it }
    legalBasis { stated proposed proposedIs }
    inForceFrom inForceUntil reviewDue reviewCompulsory
    clauses {
      id disclosers recipients purposes permitsNothingYet
      text { en nl it }
      permits { category level facets }
      conditions { predicate words }
    }
    residualClause
    residualText { en nl it }
    obligations
    grounds { document quote }
  }
}`;

type Trilingual = Readonly<Record<'en' | 'nl' | 'it', string | null>>;

interface Protocol {
  readonly id: string;
  readonly version: string;
  readonly status: string;
  readonly inForce: boolean;
  readonly signatories: readonly string[] | null;
  readonly purposes: readonly string[] | null;
  readonly title: Trilingual;
  readonly text: Trilingual;
  readonly legalBasis: { readonly stated: string | null; readonly proposed: readonly string[] | null } | null;
  readonly inForceFrom: string | null;
  readonly inForceUntil: string | null;
  readonly reviewDue: string | null;
  readonly clauses:
    | readonly (Clause & {
        readonly id: string;
        readonly text: Trilingual;
        readonly permitsNothingYet: string | null;
        readonly conditions: readonly { readonly words: string }[];
      })[]
    | null;
  readonly residualClause: string | null;
  readonly residualText: Trilingual | null;
  readonly obligations: readonly string[] | null;
  readonly grounds: readonly { readonly document: string; readonly quote: string }[] | null;
}

export async function showProtocol(visit: Visit): Promise<PageView> {
  const { words, params, href } = visit;
  const answer = await visit.ask(PROTOCOL_QUERY, { id: params['id'] ?? '' });
  const cell = answer.cellAt(['protocol']);
  if (cell.state === 'unavailable') throw new GraphUnreachable('the agreements cannot be had');
  if (cell.state !== 'value') throw new NothingThere();
  const protocol = cell.value as Protocol;
  const clauses = protocol.clauses ?? [];
  const date = (value: string | null): string => (value === null ? words.say('protocols.noDate') : words.date(value));
  return {
    template: 'pages/protocols/protocol.njk',
    title: protocol.title[words.language] ?? protocol.id,
    model: {
      id: protocol.id,
      back: href('/protocols'),
      facts: [
        { label: words.say('protocols.version'), text: protocol.version },
        { label: words.say('protocols.status'), text: words.label('ProtocolStatus', protocol.status) },
        {
          label: words.say('protocols.today'),
          text: words.say(protocol.inForce ? 'protocols.inForce' : 'protocols.notInForce'),
        },
        { label: words.say('protocols.from'), text: date(protocol.inForceFrom) },
        { label: words.say('protocols.until'), text: date(protocol.inForceUntil) },
        { label: words.say('protocols.reviewDue'), text: date(protocol.reviewDue) },
        { label: words.say('protocols.signatories'), text: (protocol.signatories ?? []).map(words.party).join('; ') },
        {
          label: words.say('protocols.purposes'),
          text: (protocol.purposes ?? []).map((name) => purposeText(words, name)).join('; '),
        },
        {
          label: words.say('protocols.legalBasis'),
          text:
            protocol.legalBasis?.stated ??
            protocol.legalBasis?.proposed?.join('; ') ??
            words.say('states.not-recorded'),
        },
      ],
      texts: LANGUAGES.map((language) => ({
        language,
        name: LANGUAGE_NAMES[language],
        text: protocol.text[language] ?? '',
      })),
      // Nobody sees anything yet by a clause that waits for its machinery.
      matrix: whoSeesWhat(
        words,
        clauses.filter(({ permitsNothingYet }) => permitsNothingYet === null),
      ),
      clauses: clauses.map((clause) => ({
        id: clause.id,
        permitsNothingYet: clause.permitsNothingYet,
        texts: LANGUAGES.map((language) => ({ language, text: clause.text[language] ?? '' })),
        recipients: clause.recipients.map(words.party).join('; '),
        permits: clause.permits.map(({ category, level, facets }) =>
          words.say('protocols.upTo', {
            category: words.say(`categories.${category}`),
            level: words.say(`levels.${level}`),
            facets:
              facets === null || facets.length === 0
                ? ''
                : ` (${facets.map((facet) => words.say(`facets.${facet}`)).join(', ')})`,
          }),
        ),
        conditions: clause.conditions.map((condition) => condition.words),
      })),
      residual:
        protocol.residualClause === null
          ? null
          : { id: protocol.residualClause, text: protocol.residualText?.[words.language] ?? '' },
      grounds: protocol.grounds ?? [],
    },
  };
}
