// Takes a step in the graph by a mutation. What the graph does not accept is told by its code and, where it names one,
// the field that is to be mended: its message is English, and may repeat what somebody typed.
import type { Words } from '../words/words';
import { GraphRefusal, GraphUnreachable } from './ask-graph';
import type { GraphAnswer, GraphError, Path } from './graph-answer';

/** Why a step was not taken. */
export interface StepFault {
  readonly code: string;
  /** The field of the input that is to be mended. */
  readonly field?: string;
  /** Seconds to wait. */
  readonly retryAfter?: number;
  readonly clause?: { readonly protocol: string; readonly clause: string };
}

type Step =
  | { readonly taken: true; readonly answer: GraphAnswer; readonly value: Readonly<Record<string, unknown>> }
  | { readonly taken: false; readonly fault: StepFault };

/** The gateway itself does not answer: not a code of the graph's. */
const UNREACHABLE = 'UNREACHABLE';

/** Refusals that sign-in or another purpose mends; the way of the request knows how. */
const MENDED_ELSEWHERE = new Set([
  'UNAUTHENTICATED',
  'PURPOSE_REQUIRED',
  'PURPOSE_NOT_ALLOWED',
  'JUSTIFICATION_REQUIRED',
]);

type Ask = (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<GraphAnswer>;

/** @param field the mutation's name in the answer */
export async function takeStep(
  ask: Ask,
  query: string,
  field: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Step> {
  try {
    const answer = await ask(query, variables);
    const value = answer.data[field];
    if (typeof value === 'object' && value !== null) {
      return { taken: true, answer, value: value as Readonly<Record<string, unknown>> };
    }
    return { taken: false, fault: faultAt(answer.errors, []) ?? { code: 'INTERNAL' } };
  } catch (error) {
    if (error instanceof GraphUnreachable) return { taken: false, fault: { code: UNREACHABLE } };
    if (error instanceof GraphRefusal && !MENDED_ELSEWHERE.has(error.code)) {
      return { taken: false, fault: faultOf({ message: error.message, extensions: { code: error.code } }) };
    }
    throw error;
  }
}

/** The first error at a path or behind it. */
export function faultAt(errors: readonly GraphError[], path: Path): StepFault | undefined {
  const found = errors.find((error) => path.every((part, index) => error.path?.[index] === part));
  return found === undefined ? undefined : faultOf(found);
}

function faultOf({ message, extensions = {} }: GraphError): StepFault {
  const { code = 'INTERNAL', retryAfter, protocol, clause } = extensions;
  const field = code === 'BAD_INPUT' ? namedField(message) : undefined;
  return {
    code,
    ...(field === undefined ? {} : { field }),
    ...(typeof retryAfter === 'number' ? { retryAfter } : {}),
    ...(typeof protocol === 'string' && typeof clause === 'string' ? { clause: { protocol, clause } } : {}),
  };
}

/** A message about bad input begins with the field that it is about. */
function namedField(message: string): string | undefined {
  if (message.includes('x-case-reference')) return 'caseReference';
  return /^"(\w+)"/.exec(message)?.[1];
}

/** A fault in words: of the field where there are some, else of the code. */
export function faultText(words: Words, { code, field, retryAfter, clause }: StepFault): string {
  if (field !== undefined && words.knows(`fieldFaults.${field}`)) return words.say(`fieldFaults.${field}`);
  const text = words.say(words.knows(`stepFaults.${code}`) ? `stepFaults.${code}` : 'stepFaults.OTHER');
  const cited = clause === undefined || clause.protocol === 'DEFAULT-DENY' ? undefined : words.say('clause', clause);
  return [
    text,
    ...(cited === undefined ? [] : [`(${cited})`]),
    ...(retryAfter === undefined ? [] : [words.say('stepFaults.wait', { seconds: words.number(retryAfter) })]),
  ].join(' ');
}
