// The steps that are taken from the page of requests: by who asked, by who decides, and by the second person.
import { type StepFault, faultText, takeStep } from '../../graph/take-step';
import { chosenOf, type Form, textOf } from '../../server/form';
import { CROSS_BORDER } from '../lookup/own-owner';
import type { FormFault } from '../form-fields';
import type { ActingVisit, GoOn, PageView } from '../page';
import { STEP_QUERIES } from './requests.query';
import { requestsView } from './show-requests';

type StepName = keyof typeof STEP_QUERIES;

interface ReadStep {
  readonly name: StepName;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What is then said to have been done. */
  readonly done: string;
}

/** What is missing in a form: the words for it, and which of its fields. */
interface Missing {
  readonly missing: string;
  readonly at: 'step' | 'handling';
}

export async function actOnRequests(visit: ActingVisit): Promise<PageView | GoOn> {
  const { form, words, href, errand } = visit;
  if (errand.purpose !== CROSS_BORDER) return { goOn: href('/requests') };
  const id = textOf(form, 'id');
  const read = readStep(textOf(form, 'step'), id, form);
  if (read === undefined) return { goOn: href('/requests') };
  if ('missing' in read) {
    return requestsView(visit, form, [{ field: `${read.at}-${id}`, text: words.say(`fieldFaults.${read.missing}`) }]);
  }
  const step = await takeStep(visit.ask, STEP_QUERIES[read.name], 'step', read.variables);
  if (step.taken) return { goOn: `${href('/requests')}?done=${read.done}` };
  return requestsView(visit, form, [faultAtField(id, step.fault, faultText(words, step.fault))]);
}

/** Reads a form; undefined for one that is none of ours. */
export function readStep(step: string, id: string, form: Form): ReadStep | Missing | undefined {
  switch (step) {
    case 'identity':
      return readIdentity(id, textOf(form, 'answer'));
    case 'decide':
      return readDecision(id, form);
    case 'second': {
      const answer = textOf(form, 'answer');
      if (answer !== 'agree' && answer !== 'disagree') return { missing: 'answer', at: 'step' };
      return { name: 'second', variables: { input: { request: id, agrees: answer === 'agree' } }, done: 'seconded' };
    }
    case 'withdraw':
      return { name: 'withdraw', variables: { id }, done: 'withdrawn' };
    case 'close': {
      const outcome = textOf(form, 'outcome');
      if (outcome === '') return { missing: 'outcome', at: 'step' };
      return { name: 'close', variables: { input: { request: id, outcome } }, done: 'closed' };
    }
    default:
      return undefined;
  }
}

function readIdentity(lookup: string, answer: string): ReadStep | Missing {
  const [decision = '', candidate] = answer.split(/:(.*)/s);
  if (decision === '') return { missing: 'answer', at: 'step' };
  const input = { lookup, decision, ...(decision === 'CONFIRM' ? { candidate } : {}) };
  return { name: 'identity', variables: { input }, done: 'identity' };
}

function readDecision(request: string, form: Form): ReadStep | Missing {
  const answer = textOf(form, 'answer');
  if (answer === 'none') return { name: 'decide', variables: { input: { request, categories: [] } }, done: 'declined' };
  if (answer !== 'all' && answer !== 'part') return { missing: 'answer', at: 'step' };
  const categories = chosenOf(form, answer === 'all' ? 'requested' : 'categories');
  if (categories.length === 0) return { missing: 'approved', at: 'step' };
  const handlingCode = textOf(form, 'handlingCode');
  if (handlingCode === '') return { missing: 'handlingCode', at: 'handling' };
  const duration = textOf(form, 'duration');
  return { name: 'decide', variables: { input: { request, categories, handlingCode, duration } }, done: 'decided' };
}

function faultAtField(id: string, { field }: StepFault, text: string): FormFault {
  const at = field === 'handlingCode' ? 'handling' : field === 'duration' ? 'duration' : 'step';
  return { field: `${at}-${id}`, text };
}
