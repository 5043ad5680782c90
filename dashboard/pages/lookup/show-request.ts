// Fourth step of a lookup: after a person at the owner confirmed who it is, the asker requests what is needed.
import { graphShape } from '../../graph/graph-shape';
import { faultText, takeStep } from '../../graph/take-step';
import { chosenOf } from '../../server/form';
import { choicesOf, type FormFault, faultOf, formView } from '../form-fields';
import { type ActingVisit, type GoOn, NothingThere, type PageView, type PersonalVisit } from '../page';
import { lookupView, readLookups } from '../requests/lookup-view';
import { MY_LOOKUPS_QUERY } from '../requests/requests.query';
import { REQUEST_QUERY } from './lookup.query';
import { CROSS_BORDER } from './own-owner';
import { stepOf } from './show-why';

const CATEGORIES = 'RequestedCategory';

export async function showRequest(visit: PersonalVisit): Promise<PageView> {
  return requestView(visit, [], []);
}

export async function sendRequest(visit: ActingVisit): Promise<PageView | GoOn> {
  const { form, words, href } = visit;
  const lookup = visit.params['id'] ?? '';
  const known = graphShape().codesOf(CATEGORIES);
  const categories = chosenOf(form, 'categories').filter((code) => known.includes(code));
  if (categories.length === 0) {
    return requestView(visit, categories, [{ field: 'categories', text: words.say('fieldFaults.categories') }]);
  }
  const step = await takeStep(visit.ask, REQUEST_QUERY, 'request', { input: { lookup, categories } });
  if (step.taken) return { goOn: `${href('/requests')}?done=requested` };
  return requestView(visit, categories, [{ field: 'categories', text: faultText(words, step.fault) }]);
}

async function requestView(
  visit: PersonalVisit,
  chosen: readonly string[],
  faults: readonly FormFault[],
): Promise<PageView> {
  const { words, href, params, errand } = visit;
  const id = params['id'] ?? '';
  if (errand.purpose !== CROSS_BORDER) throw new NothingThere();
  const answer = await visit.ask(MY_LOOKUPS_QUERY);
  const lookup = readLookups(answer.data['myLookups']).find((one) => one.id === id);
  if (lookup === undefined) throw new NothingThere();
  return formView(words, {
    template: 'pages/lookup/request.njk',
    title: words.say('lookup.request.title'),
    faults,
    model: {
      step: stepOf(visit, 4),
      lookup: lookupView(visit, lookup),
      mayRequest: lookup.state === 'CONFIRMED',
      waits: lookup.state === 'RELEASED',
      categories: choicesOf(words, CATEGORIES, graphShape().codesOf(CATEGORIES), chosen),
      categoriesFault: faultOf(faults, 'categories'),
      action: href(`/lookup/request/${encodeURIComponent(id)}`),
      requests: href('/requests'),
    },
  });
}
