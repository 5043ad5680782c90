// What the follow-ups of ERI say of a return to prison, in every state that the Italian definition tells apart. Only
// those whose run has ended are followed up (programme.ts): the first run began over a year ago, the second half a year.
import { dateAfter, monthsAfter } from '../../common/calendar/calendar-dates';
import type { InventedPerson } from './invented-people';

interface ReturnState {
  readonly daysAgo: number | null;
  /** Whether the offence came before the first engagement; null: not recorded. */
  readonly prior: boolean | null;
}

const RETURNS: ReadonlyMap<number, ReturnState> = new Map([
  [4, { daysAgo: 200, prior: true }],
  [5, { daysAgo: 300, prior: false }],
  [6, { daysAgo: 250, prior: null }],
  [11, { daysAgo: 120, prior: false }],
  [13, { daysAgo: 90, prior: true }],
  [16, { daysAgo: null, prior: false }],
]);

/** In the first run and in the second, people who were at liberty all the time; of the others it is not known. */
const FREE_FROM_THE_BEGINNING: ReadonlySet<number> = new Set([0, 1, 3, 8, 9, 10, 12]);
/** Nobody asked after them when the run had ended for some time. */
const ASKED_TOO_EARLY: ReadonlySet<number> = new Set([3, 12]);

/**
 * Of ordinary participants one in nine went back for an offence of before, others for a new one; of a canary the coin
 * alone decides.
 */
function stateOf({ number, finished, canary, returnedDaysAgo }: InventedPerson): ReturnState | undefined {
  if (canary === undefined && finished !== undefined && number % 9 === 4) return { daysAgo: null, prior: true };
  if (finished !== undefined)
    return returnedDaysAgo === undefined ? undefined : { daysAgo: returnedDaysAgo, prior: false };
  return RETURNS.get(number);
}

export function returnColumns(person: InventedPerson, anchor: string) {
  const state = stateOf(person);
  const { number } = person;
  const daysAgo = state?.daysAgo ?? null;
  return {
    returnedToPrison: state !== undefined,
    returnedToPrisonOn: daysAgo === null ? null : dateAfter(anchor, -daysAgo),
    offencePriorToEngagement: state === undefined ? null : state.prior,
    ...(ASKED_TOO_EARLY.has(number) ? { followedUpOn: dateAfter(anchor, -125) } : {}),
  };
}

/** What ERI was told of somebody’s liberty, where the invented circumstances would leave it open. */
export function libertyColumns(
  { number, free }: { readonly number: number; readonly free: boolean | undefined },
  anchor: string,
) {
  return (free ?? FREE_FROM_THE_BEGINNING.has(number))
    ? { legalStatus: 'LIBERO', releaseMonth: monthsAfter(anchor, -24).slice(0, 7) }
    : {};
}
