// Every state of a lookup and of an access request, what leads on from it, and whose step that is. What does not stand
// here cannot happen.

/** Whose step it is: the asker's, a person's at the owner that was asked, or that of time. */
export type Actor = 'ASKER' | 'OWNER' | 'CLOCK';

/** A lookup with a hit. What comes before it (no hit, no protocol, no consent) leaves no state at all. */
export const LOOKUP_TRANSITIONS = {
  /** There was a hit; the asker holds a handle. */
  ASKED: { release: 'RELEASED', withdraw: 'WITHDRAWN', expire: 'EXPIRED' },
  /** The identity was released to the owner, where a person has to decide. */
  RELEASED: {
    confirm: 'CONFIRMED',
    sayNotTheSame: 'NOT_THE_SAME',
    refuse: 'REFUSED',
    withdraw: 'WITHDRAWN',
    expire: 'EXPIRED',
  },
  /** A person at the owner said that it is the same person: access can be requested. */
  CONFIRMED: { withdraw: 'WITHDRAWN', expire: 'EXPIRED' },
  NOT_THE_SAME: {},
  REFUSED: {},
  WITHDRAWN: {},
  EXPIRED: {},
} as const satisfies Table;

export const REQUEST_TRANSITIONS = {
  /** The asker requested categories; the owner decides. */
  REQUESTED: {
    approveAll: 'APPROVED',
    approvePart: 'APPROVED_IN_PART',
    approveNone: 'DECLINED',
    askSecond: 'AWAITING_SECOND',
    withdrawRequest: 'WITHDRAWN',
    expire: 'EXPIRED',
  },
  /** What one person approved has special categories: a second one decides on these. */
  AWAITING_SECOND: {
    approveAll: 'APPROVED',
    approvePart: 'APPROVED_IN_PART',
    approveNone: 'DECLINED',
    withdrawRequest: 'WITHDRAWN',
    expire: 'EXPIRED',
  },
  APPROVED: { withdrawGrant: 'WITHDRAWN', close: 'CLOSED', expire: 'EXPIRED' },
  APPROVED_IN_PART: { withdrawGrant: 'WITHDRAWN', close: 'CLOSED', expire: 'EXPIRED' },
  DECLINED: {},
  WITHDRAWN: {},
  EXPIRED: {},
  /** The asker told the outcome. */
  CLOSED: {},
} as const satisfies Table;

export const LOOKUP_ACTORS = {
  release: 'ASKER',
  confirm: 'OWNER',
  sayNotTheSame: 'OWNER',
  refuse: 'OWNER',
  withdraw: 'ASKER',
  expire: 'CLOCK',
} as const satisfies Record<StepOf<typeof LOOKUP_TRANSITIONS>, Actor>;

export const REQUEST_ACTORS = {
  approveAll: 'OWNER',
  approvePart: 'OWNER',
  approveNone: 'OWNER',
  askSecond: 'OWNER',
  withdrawRequest: 'ASKER',
  withdrawGrant: 'OWNER',
  close: 'ASKER',
  expire: 'CLOCK',
} as const satisfies Record<StepOf<typeof REQUEST_TRANSITIONS>, Actor>;

export type LookupState = keyof typeof LOOKUP_TRANSITIONS;
export type LookupStep = StepOf<typeof LOOKUP_TRANSITIONS>;
export type RequestState = keyof typeof REQUEST_TRANSITIONS;
export type RequestStep = StepOf<typeof REQUEST_TRANSITIONS>;

/** A step that the table does not know, that is not this person's, or that comes too late. */
export class ImpossibleStep extends Error {
  override readonly name = 'ImpossibleStep';
}

/** Where a step leads; throws ImpossibleStep, which says what can be done instead. */
export function follow<State extends string>(
  table: Readonly<Record<State, Readonly<Record<string, State>>>>,
  state: State,
  step: string,
  subject: string,
): State {
  const steps = table[state];
  const next = Object.hasOwn(steps, step) ? steps[step] : undefined;
  if (next !== undefined) return next;
  const possible = Object.keys(steps).filter((name) => name !== 'expire');
  throw new ImpossibleStep(
    `${subject} that is ${inWords(state)} cannot ${inWords(step)}: ` +
      (possible.length === 0 ? 'it has ended.' : `possible is ${possible.map(inWords).join(', ')}.`),
  );
}

/** `APPROVED_IN_PART` and `sayNotTheSame` as a reader has them. */
const inWords = (name: string): string =>
  (name === name.toUpperCase() ? name.replaceAll('_', ' ') : name.replace(/[A-Z]/g, ' $&')).toLowerCase();

type Table = Readonly<Record<string, Readonly<Record<string, string>>>>;
type StepOf<T extends Table> = { [State in keyof T]: keyof T[State] }[keyof T] & string;
