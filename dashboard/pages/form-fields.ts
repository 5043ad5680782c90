// Forms as templates show them: a field with its label, hint, value and fault, and above the form all that is wrong.
import type { Words } from '../words/words';
import type { PageView } from './page';

/** What is wrong, and the id of the element at which it is mended. */
export interface FormFault {
  readonly field: string;
  readonly text: string;
}

interface TextFieldView {
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly value: string;
  readonly fault: string | null;
}

/** @param named where the labels stand among the words; a hint stands there as the name with `Hint` */
export function textField(
  words: Words,
  named: string,
  name: string,
  value: string,
  faults: readonly FormFault[],
): TextFieldView {
  return {
    name,
    label: words.say(`${named}.${name}`),
    hint: words.knows(`${named}.${name}Hint`) ? words.say(`${named}.${name}Hint`) : null,
    value,
    fault: faultOf(faults, name),
  };
}

export function faultOf(faults: readonly FormFault[], field: string): string | null {
  return faults.find((fault) => fault.field === field)?.text ?? null;
}

/** One of several that can be chosen. */
export interface ChoiceView {
  readonly code: string;
  readonly text: string;
  readonly isChosen: boolean;
}

export function choicesOf(
  words: Words,
  vocabulary: string,
  codes: readonly string[],
  chosen: readonly string[] = [],
): readonly ChoiceView[] {
  return codes.map((code) => ({ code, text: words.label(vocabulary, code), isChosen: chosen.includes(code) }));
}

/** A page with a form: what is wrong is said in its title, above it, and at the fields. */
export function formView(
  words: Words,
  page: Omit<PageView, 'status'> & { readonly faults: readonly FormFault[] },
): PageView {
  const { template, title, faults, model } = page;
  return {
    template,
    title: faults.length === 0 ? title : words.say('faultPrefix', { title }),
    status: faults.length === 0 ? 200 : 422,
    model: { ...model, heading: title, faults },
  };
}
