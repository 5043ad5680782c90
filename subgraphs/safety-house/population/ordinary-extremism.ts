import { drawFrom, type Weighted } from '../../common/loading/invented-identity';
import type { Synthetic } from '../../common/loading/synthetic';
import type { PlannedExtremism } from './planned-extremism';

/** Who is a party to a case of extremism; all shares are invented. */
export const PARTIES: Weighted<PlannedExtremism['parties']> = [
  [50, ['den-haag', 'politie-haaglanden', 'om-den-haag']],
  [10, ['rijswijk', 'politie-haaglanden', 'om-den-haag']],
  [25, ['den-haag', 'om-den-haag']],
  [15, ['den-haag', 'politie-haaglanden']],
];
export const EXTREMISM_STATE: Weighted<'APPROVED' | 'OPEN_PROPOSAL' | 'LAPSED_PROPOSAL'> = [
  [45, 'APPROVED'],
  [45, 'OPEN_PROPOSAL'],
  [10, 'LAPSED_PROPOSAL'],
];
export const REVIEW_DAY: Weighted<number | null> = [
  [60, 100],
  [20, -20],
  [10, 300],
  [10, null],
];
export const SHARE_JUDICIAL_REVIEW = 0.6;
export const SHARE_MINORS = 0.35;
export const SHARE_OF_MINORS_WITH_CHILD_PROTECTION = 0.3;
export const SHARE_OF_FIRST_DIRECTOR_AND_APPROVERS = 0.8;

export function ordinaryExtremism(random: Synthetic): PlannedExtremism {
  const state = drawFrom(random, EXTREMISM_STATE);
  const isMinor = random.chance(SHARE_MINORS);
  const first = random.chance(SHARE_OF_FIRST_DIRECTOR_AND_APPROVERS) ? 1 : 2;
  return {
    parties: drawFrom(random, PARTIES),
    approvals: state === 'APPROVED' ? random.integer(2, 3) : random.integer(0, 1),
    proposedDay:
      state === 'APPROVED' ? -90 : -(state === 'OPEN_PROPOSAL' ? random.integer(1, 12) : random.integer(16, 40)),
    reviewDay: state === 'APPROVED' ? drawFrom(random, REVIEW_DAY) : null,
    judicialReview: state === 'APPROVED' && random.chance(SHARE_JUDICIAL_REVIEW),
    age: isMinor ? random.integer(15, 17) : random.integer(19, 40),
    childProtection: isMinor && random.chance(SHARE_OF_MINORS_WITH_CHILD_PROTECTION),
    director: first,
    approvers: first,
    alsoOrdinary: false,
  };
}
