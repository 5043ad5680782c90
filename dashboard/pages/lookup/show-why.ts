// First step of a lookup: for which own case, why, and what a lookup does to a person. It begins an errand of this tab,
// so that case and reason stand beside all that follows.
import { textOf } from '../../server/form';
import { purposeName } from '../../server/send-page';
import { type FormFault, formView, textField } from '../form-fields';
import type { ActingVisit, GoOn, PageView, PersonalVisit } from '../page';
import { CROSS_BORDER, ownOwner } from './own-owner';

interface GivenReason {
  readonly caseReference: string;
  readonly justification: string;
}

export async function showWhy(visit: PersonalVisit): Promise<PageView> {
  const { caseReference = '', justification = '', purpose } = visit.errand;
  // A reason that was given for something else is none for this.
  return whyView(visit, purpose === CROSS_BORDER ? { caseReference, justification } : empty, []);
}
const empty: GivenReason = { caseReference: '', justification: '' };

export async function sendWhy(visit: ActingVisit): Promise<PageView | GoOn> {
  const { form, words } = visit;
  const given = { caseReference: textOf(form, 'caseReference'), justification: textOf(form, 'justification') };
  const faults: FormFault[] = [];
  if (given.caseReference === '') {
    faults.push({ field: 'caseReference', text: words.say('lookup.faults.noReference') });
  }
  if (given.justification === '') {
    faults.push({ field: 'justification', text: words.say('purposePage.faults.JUSTIFICATION_REQUIRED') });
  }
  if (textOf(form, 'understood') !== 'yes') {
    faults.push({ field: 'understood', text: words.say('lookup.faults.notUnderstood') });
  }
  if (faults.length > 0) return whyView(visit, given, faults);
  const begun = await visit.begin({ purpose: CROSS_BORDER, ...given });
  if ('key' in begun) return { goOn: `/p/${begun.key}/lookup/who` };
  const { refusedBy } = begun;
  const name = `purposePage.faults.${refusedBy}`;
  const text = words.say(words.knows(name) ? name : 'purposePage.faults.OTHER');
  return whyView(visit, given, [{ field: refusedBy === 'BAD_INPUT' ? 'caseReference' : 'justification', text }]);
}

function whyView(visit: PersonalVisit, given: GivenReason, faults: readonly FormFault[]): PageView {
  const { words, href, person } = visit;
  const isOpen = ownOwner(person.jurisdiction) !== undefined && person.purposes.includes(CROSS_BORDER);
  return formView(words, {
    template: 'pages/lookup/why.njk',
    title: words.say('lookup.why.title'),
    faults,
    model: {
      isOpen,
      step: stepOf(visit, 1),
      purpose: purposeName(words, CROSS_BORDER),
      reference: {
        ...textField(words, 'lookup.fields', 'caseReference', given.caseReference, faults),
        hint: words.say(`lookup.why.referenceHint.${isOpen ? person.jurisdiction : 'UK'}`),
      },
      justification: {
        ...textField(words, 'lookup.fields', 'justification', given.justification, faults),
        hint: words.say('lookup.why.justificationHint'),
      },
      effects: ['told', 'recorded', 'consequences', 'wrongPerson', 'notProof'].map((name) =>
        words.say(`lookup.effects.${name}`),
      ),
      understoodFault: faults.find(({ field }) => field === 'understood')?.text ?? null,
      action: href('/lookup'),
      requests: href('/requests'),
    },
  });
}

/** Where one is among the four steps. */
export function stepOf({ words }: PersonalVisit, step: number): string {
  return words.say('lookup.step', {
    step: words.number(step),
    of: words.number(4),
    name: words.say(`lookup.steps.${STEPS[step - 1] ?? 'why'}`),
  });
}
const STEPS = ['why', 'who', 'answer', 'request'] as const;
