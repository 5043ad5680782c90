import { GraphRefusal } from '../../graph/ask-graph';
import type { GraphAnswer } from '../../graph/graph-answer';
import { clauseOf } from '../../graph/present-cell';
import type { Visit } from '../page';

/** Why the graph did not do, or not give, what was asked. */
export interface Refusal {
  readonly code: string;
  readonly text: string;
  /** What the graph says of the very question: it has no other language. */
  readonly detail: string | null;
  readonly clause: { readonly text: string; readonly address: string } | null;
  readonly reference: string | null;
}

const BAD_INPUT = 'BAD_INPUT';

/** The first refusal at this field of an answer; undefined where there is none. */
export function refusalAt({ words, href }: Visit, answer: GraphAnswer, field: string): Refusal | undefined {
  const error = answer.errors.find(({ path, extensions }) => path?.[0] === field && extensions?.code !== undefined);
  if (error === undefined || (answer.data[field] ?? null) !== null) return undefined;
  const code = error.extensions?.code ?? '';
  const cell = answer.cellAt([field]);
  return {
    code,
    text: words.say(words.knows(`refusals.${code}`) ? `refusals.${code}` : 'refusals.OTHER'),
    detail: code === BAD_INPUT ? error.message : null,
    clause: cell.state === 'withheld' ? clauseOf(words, href, cell.by) : null,
    reference: reference(words, answer.requestId),
  };
}

/** The refusal of a question whose values the graph could not read; any other fault is not of the form. */
export function refusedInput({ words }: Visit, error: unknown): Refusal {
  if (!(error instanceof GraphRefusal) || error.code !== BAD_INPUT) throw error;
  return {
    code: BAD_INPUT,
    text: words.say('refusals.BAD_INPUT'),
    detail: error.message,
    clause: null,
    reference: reference(words, error.requestId),
  };
}

/** The status of a page that shows it. */
export function statusOf(refusal: Refusal | undefined): number {
  if (refusal === undefined) return 200;
  return ['SOURCE_UNAVAILABLE', 'LEDGER_UNAVAILABLE', 'SNAPSHOTS_DIFFER', 'INTERNAL'].includes(refusal.code)
    ? 503
    : 422;
}

function reference(words: Visit['words'], requestId: string | undefined): string | null {
  return requestId === undefined ? null : words.say('faults.reference', { reference: requestId });
}
