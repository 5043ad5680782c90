import { monthsAfter } from '../../common/calendar/calendar-dates';
import type { ItalianLegalStatus, ParticipantCensoredReason } from '../vocabularies';

/** The windows of the project measure, in months; the Italian definition states none. */
export const REOFFENDING_WINDOWS = [3, 6, 12] as const;

/** What ERI recorded at one follow-up. */
export interface FollowUp {
  readonly followedUpOn: string | null;
  readonly returnedToPrison: boolean | null;
  readonly returnedToPrisonOn: string | null;
  readonly offencePriorToEngagement: boolean | null;
}

/** What is known of one participant. */
export interface ReturnFacts {
  /** First meeting that the participant attended. */
  readonly firstEngagement: string | null;
  readonly legalStatus: keyof typeof ItalianLegalStatus | null;
  /** YYYY-MM, past or expected. */
  readonly releaseMonth: string | null;
  readonly followUps: readonly FollowUp[];
}

export interface CountedReturn {
  readonly returned: boolean | null;
  readonly returnedOn: string | null;
  readonly priorOffenceExcluded: boolean;
  readonly censoredReason: keyof typeof ParticipantCensoredReason | null;
}

/**
 * Italian reoffending (DOMAIN.md A.5): a return to prison after the first engagement and within the window, for an
 * offence that was not committed before it. An observed return always counts. Without one, a window that was not
 * followed to its end, or of which the participant may have spent a part in prison, says nothing: it is never a zero.
 */
export function countReturn(facts: ReturnFacts, windowMonths: number, today: string): CountedReturn {
  const { firstEngagement, followUps } = facts;
  if (firstEngagement === null) return censored('NOT_ENGAGED', false);
  const windowEnd = monthsAfter(firstEngagement, windowMonths);
  const returns = followUps.filter(({ returnedToPrison }) => returnedToPrison === true);
  const within = returns.filter(
    ({ returnedToPrisonOn: on }) => on !== null && on > firstEngagement && on <= windowEnd && on <= today,
  );
  const excluded = within.some(({ offencePriorToEngagement }) => offencePriorToEngagement === true);
  const [first] = within
    .filter(({ offencePriorToEngagement }) => offencePriorToEngagement === false)
    .map(({ returnedToPrisonOn }) => returnedToPrisonOn)
    .sort();
  if (first !== undefined) {
    return { returned: true, returnedOn: first, priorOffenceExcluded: excluded, censoredReason: null };
  }
  const unstated =
    within.some(({ offencePriorToEngagement }) => offencePriorToEngagement === null) ||
    returns.some(({ returnedToPrisonOn }) => returnedToPrisonOn === null);
  if (unstated) return censored('NOT_STATED', excluded);
  if (windowEnd > today) return censored('WINDOW_RUNS', excluded);
  if (excluded || !wasFreeFrom(firstEngagement, facts)) return censored('NOT_FREE', excluded);
  const lastFollowedUp =
    followUps
      .map(({ followedUpOn }) => followedUpOn ?? '')
      .sort()
      .at(-1) ?? '';
  if (lastFollowedUp < windowEnd) return censored('NOT_FOLLOWED_UP', false);
  return { returned: false, returnedOn: null, priorOffenceExcluded: false, censoredReason: null };
}

/** Known by the month: a release in the month of the engagement may have come after it. */
function wasFreeFrom(day: string, { legalStatus, releaseMonth }: ReturnFacts): boolean {
  if (releaseMonth !== null) return releaseMonth < day.slice(0, 7);
  return legalStatus !== null && legalStatus !== 'DETENUTO' && legalStatus !== 'SEMILIBERTA';
}

function censored(
  censoredReason: keyof typeof ParticipantCensoredReason,
  priorOffenceExcluded: boolean,
): CountedReturn {
  return { returned: null, returnedOn: null, priorOffenceExcluded, censoredReason };
}
