// The small forms of a request: what is chosen in them, and what is wrong with the one that was sent.
import { graphShape } from '../../graph/graph-shape';
import { chosenOf, type Form, textOf } from '../../server/form';
import { type ChoiceView, choicesOf, type FormFault, faultOf } from '../form-fields';
import type { PersonalVisit } from '../page';

/** For how long access is given, ISO 8601; the longest is what the agreements allow. */
const DURATIONS = ['P1D', 'P3D', 'P7D', 'P14D'] as const;

/** One form: what was sent in it, and what is wrong with it. Fields are told apart by the id of what they are about. */
interface FormState {
  readonly answer: string;
  readonly categories: readonly string[];
  readonly handlingCode: string;
  readonly duration: string;
  readonly outcome: string;
  readonly fault: string | null;
  readonly handlingFault: string | null;
  readonly durationFault: string | null;
}

interface DecisionForms {
  /** The form about the lookup or request of this id. */
  of(id: string): FormState;
  readonly durations: readonly { readonly code: string; readonly text: string }[];
  readonly handlingCodes: readonly ChoiceView[];
  readonly outcomes: readonly ChoiceView[];
}

export function decisionForms({ words }: PersonalVisit, form: Form, faults: readonly FormFault[]): DecisionForms {
  const of = (id: string): FormState => {
    const isSent = textOf(form, 'id') === id;
    const sent = (name: string, otherwise = ''): string => (isSent ? textOf(form, name) : otherwise);
    return {
      answer: sent('answer'),
      categories: isSent ? chosenOf(form, 'categories') : [],
      handlingCode: sent('handlingCode'),
      duration: sent('duration', 'P14D'),
      outcome: sent('outcome'),
      fault: faultOf(faults, `step-${id}`),
      handlingFault: faultOf(faults, `handling-${id}`),
      durationFault: faultOf(faults, `duration-${id}`),
    };
  };
  return {
    of,
    durations: DURATIONS.map((code) => {
      const days = Number(/\d+/.exec(code)?.[0]);
      return { code, text: words.say('requests.days', { count: days, number: words.number(days) }) };
    }),
    handlingCodes: choicesOf(words, 'HandlingCode', graphShape().codesOf('HandlingCode')),
    outcomes: choicesOf(words, 'LookupOutcome', graphShape().codesOf('LookupOutcome')),
  };
}
