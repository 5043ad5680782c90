// What one asked across borders and what became of it; and for those who decide at an owner, what waits for them. Which
// steps somebody may take, the graph says when they are taken: the page offers those that fit where a request stands.
import { presentCell } from '../../graph/present-cell';
import { CROSS_BORDER, ownOwner } from '../lookup/own-owner';
import type { Form } from '../../server/form';
import { purposeName } from '../../server/send-page';
import { type FormFault, formView } from '../form-fields';
import type { PageView, PersonalVisit } from '../page';
import { decisionForms } from './decision-forms';
import { lookupView, readLookups } from './lookup-view';
import { requestsQuery } from './requests.query';
import { reviewView, readReviews } from './review-view';

export async function showRequests(visit: PersonalVisit): Promise<PageView> {
  return requestsView(visit, {}, []);
}

/** @param form what was sent, where it has to be mended */
export async function requestsView(visit: PersonalVisit, form: Form, faults: readonly FormFault[]): Promise<PageView> {
  const { words, href, person, errand, query } = visit;
  const title = words.say('requests.title');
  if (errand.purpose !== CROSS_BORDER) {
    return {
      template: 'layout/message.njk',
      title,
      model: {
        paragraphs: [words.say('requests.otherPurpose', { purpose: purposeName(words, CROSS_BORDER) })],
        next: { text: words.say('requests.changePurpose'), address: '/purpose?return=%2Frequests' },
      },
    };
  }
  const own = ownOwner(person.jurisdiction);
  const answer = await visit.ask(requestsQuery(own));
  const cellOf = (field: string) => presentSection(visit, answer.cellAt([field]));
  const inbox = answer.data['lookupInbox'] as Inbox | null | undefined;
  const reviews = readReviews(answer.data['reviews']);
  const waiting = (inbox?.lookups ?? []).map((lookup) => lookupView(visit, lookup));
  const done = query.get('done') ?? '';
  const forms = decisionForms(visit, form, faults);
  return formView(words, {
    template: 'pages/requests/requests.njk',
    title,
    faults,
    model: {
      done: faults.length === 0 && words.knows(`requests.done.${done}`) ? words.say(`requests.done.${done}`) : null,
      action: href('/requests'),
      lookUp: href('/lookup'),
      mine: cellOf('myLookups'),
      lookups: readLookups(answer.data['myLookups']).map((lookup) => {
        const view = lookupView(visit, lookup);
        return {
          ...view,
          mayRequest: view.state === 'CONFIRMED',
          request: href(`/lookup/request/${encodeURIComponent(view.id)}`),
          requests: view.requests.map((request) => ({ ...request, form: forms.of(request.id) })),
        };
      }),
      file: ownFile(visit),
      inbox: inbox === null || inbox === undefined ? null : countsOf(visit, inbox),
      inboxCell: inbox === undefined || inbox === null ? cellOf('lookupInbox') : null,
      isInboxDown: answer.cellAt(['lookupInbox']).state === 'unavailable',
      reviewsCell: own === undefined ? null : cellOf('reviews'),
      reviews: reviews.map((review) => ({ ...reviewView(visit, review), form: forms.of(review.id) })),
      waiting: waiting.map((lookup) => ({
        ...lookup,
        requests: lookup.requests.map((request) => ({ ...request, form: forms.of(request.id) })),
      })),
      durations: forms.durations,
      handlingCodes: forms.handlingCodes,
      outcomes: forms.outcomes,
    },
  });
}

interface Inbox {
  readonly toConfirm: number | null;
  readonly toDecide: number | null;
  readonly toSecond: number | null;
  readonly lookups: Parameters<typeof lookupView>[1][] | null;
}

/** A section of the page: whether there is anything, or why not. */
function presentSection({ words, href }: PersonalVisit, cell: Parameters<typeof presentCell>[4]) {
  const shown = cell.state === 'value' ? ({ state: 'value', value: '' } as const) : cell;
  return presentCell(words, href, 'LookupSteps', 'state', shown);
}

function countsOf({ words }: PersonalVisit, { toConfirm, toDecide, toSecond }: Inbox): readonly string[] {
  return (
    [
      ['toConfirm', toConfirm],
      ['toDecide', toDecide],
      ['toSecond', toSecond],
    ] as const
  ).map(([name, count]) => words.say(`requests.counts.${name}`, { number: words.number(count ?? 0) }));
}

/** The case file in which a grant shows: at the Safety House a case is named by its own id, elsewhere by its person's. */
function ownFile({ person, errand, href }: PersonalVisit): string | null {
  const { caseReference } = errand;
  return caseReference === undefined || person.jurisdiction === 'NL'
    ? null
    : href(`/people/${encodeURIComponent(caseReference)}`);
}
