/**
 * The invented cases of extremism, by the state that each is to show: for every condition of SHH-EXTREMISM there are
 * cases in which it alone fails. Days count from the anchor date, negative into the past.
 */
type TriangleParty = 'den-haag' | 'rijswijk' | 'politie-haaglanden' | 'om-den-haag';

export interface PlannedExtremism {
  readonly parties: readonly TriangleParty[];
  /** How many of the parties, in their order, approved. */
  readonly approvals: number;
  readonly proposedDay: number;
  readonly reviewDay: number | null;
  readonly judicialReview: boolean;
  readonly age: number;
  readonly childProtection: boolean;
  /** Number of the persona of the process director, of the approvers and of the judge. */
  readonly director: 1 | 2;
  readonly approvers: 1 | 2;
  /** The person also has an ordinary case, which shows nothing of this. */
  readonly alsoOrdinary: boolean;
}

const APPROVED: PlannedExtremism = {
  parties: ['den-haag', 'politie-haaglanden', 'om-den-haag'],
  approvals: 2,
  proposedDay: -90,
  reviewDay: 100,
  judicialReview: true,
  age: 26,
  childProtection: false,
  director: 1,
  approvers: 1,
  alsoOrdinary: false,
};
const PROPOSED: PlannedExtremism = {
  ...APPROVED,
  approvals: 0,
  proposedDay: -4,
  reviewDay: null,
  judicialReview: false,
};

export const PLANNED_EXTREMISM: readonly PlannedExtremism[] = [
  APPROVED,
  { ...APPROVED, approvals: 3, alsoOrdinary: true },
  { ...APPROVED, director: 2 },
  { ...APPROVED, approvals: 3, director: 2, alsoOrdinary: true },
  // Minors, with and without child protection.
  { ...APPROVED, age: 16, childProtection: true },
  { ...APPROVED, age: 17, childProtection: true, alsoOrdinary: true },
  { ...APPROVED, age: 16 },
  { ...APPROVED, age: 15 },
  // Approved by one party only, and proposed too long ago to be seen as a proposal.
  { ...APPROVED, approvals: 1 },
  { ...APPROVED, approvals: 1, alsoOrdinary: true },
  { ...APPROVED, reviewDay: -5 },
  { ...APPROVED, reviewDay: -40, alsoOrdinary: true },
  { ...APPROVED, reviewDay: null },
  { ...APPROVED, reviewDay: 300 },
  { ...APPROVED, judicialReview: false },
  { ...APPROVED, judicialReview: false, alsoOrdinary: true },
  // One of the three is no party: another municipality's mayor, or two parties only.
  { ...APPROVED, parties: ['rijswijk', 'politie-haaglanden', 'om-den-haag'] },
  { ...APPROVED, parties: ['rijswijk', 'politie-haaglanden', 'om-den-haag'] },
  { ...APPROVED, parties: ['den-haag', 'om-den-haag'] },
  { ...APPROVED, parties: ['den-haag', 'om-den-haag'] },
  { ...APPROVED, parties: ['den-haag', 'politie-haaglanden'] },
  { ...APPROVED, parties: ['den-haag', 'politie-haaglanden'] },
  PROPOSED,
  { ...PROPOSED, approvals: 1, proposedDay: -10, alsoOrdinary: true },
  // Proposed to others.
  { ...PROPOSED, approvers: 2, director: 2 },
  { ...PROPOSED, approvers: 2, director: 2 },
  // Proposed, and not approved within 14 days.
  { ...PROPOSED, proposedDay: -20 },
  { ...PROPOSED, proposedDay: -33 },
];
