/**
 * The invented people with an ordinary case, by the state that each is to show. For every condition of SHH-CASE there
 * are people for whom it alone fails, and people for whom all hold, in The Hague, in Rijswijk and in Delft (whose
 * officers see only their own municipality).
 */
export const PARTNERS = [
  'politie-haaglanden',
  'om-den-haag',
  'reclassering',
  'youth-care',
  'forensic-care',
  'den-haag',
  'rijswijk',
  'delft',
  'child-protection',
] as const;
export type Partner = (typeof PARTNERS)[number];

export interface PlannedCase {
  readonly stage: 'SCREENING' | 'DEVELOPING' | 'SHORT_TERM_PLAN' | 'LONG_TERM_PLAN' | 'EVALUATION' | 'CLOSED';
  readonly municipality: string;
  readonly complexity: 'COMPLEX' | 'STRAIGHTFORWARD' | null;
  readonly openedDaysAgo: number;
  /** Not participants: the first of them left, the others never took part. */
  readonly absent: readonly Partner[];
  /** CLOSED long ago; REOPENED by a participant; STALE: reopened by a partner that has left, so not open. */
  readonly closing?: 'CLOSED' | 'REOPENED' | 'STALE';
  /** Treated by a service outside the Safety House; otherwise by the clinic and by youth care, each for its own need. */
  readonly treatedElsewhere?: true;
}

const JUSTICE_AND_YOUTH = ['politie-haaglanden', 'reclassering', 'youth-care'] as const;
const PROSECUTION_AND_CLINIC = ['om-den-haag', 'forensic-care', 'child-protection'] as const;

function repeat(times: number, planned: Partial<PlannedCase> & Pick<PlannedCase, 'stage'>): PlannedCase[] {
  return Array.from({ length: times }, () => ({
    municipality: 'The Hague',
    complexity: planned.stage === 'SCREENING' ? null : 'COMPLEX',
    openedDaysAgo: planned.stage === 'SCREENING' ? 21 : 200,
    absent: [],
    ...planned,
  }));
}

/** The same state in both municipalities that have officers of their own. */
function inBoth(times: number, planned: Partial<PlannedCase> & Pick<PlannedCase, 'stage'>): PlannedCase[] {
  return [
    ...repeat(times, { ...planned, municipality: 'The Hague' }),
    ...repeat(times, { ...planned, municipality: 'Rijswijk' }),
  ];
}

function inDelft(times: number, planned: Partial<PlannedCase> & Pick<PlannedCase, 'stage'>): PlannedCase[] {
  return repeat(times, { ...planned, municipality: 'Delft' });
}

/** Each partner is absent from two of the four: from one in The Hague, from one in Rijswijk, or two of its own. */
function withAbsentPartners(planned: Partial<PlannedCase> & Pick<PlannedCase, 'stage'>): PlannedCase[] {
  return [
    ...repeat(1, { ...planned, municipality: 'The Hague', absent: [...JUSTICE_AND_YOUTH, 'den-haag'] }),
    ...repeat(1, { ...planned, municipality: 'The Hague', absent: ['den-haag', ...PROSECUTION_AND_CLINIC] }),
    ...repeat(1, { ...planned, municipality: 'Rijswijk', absent: ['rijswijk', ...JUSTICE_AND_YOUTH] }),
    ...repeat(1, { ...planned, municipality: 'Rijswijk', absent: [...PROSECUTION_AND_CLINIC, 'rijswijk'] }),
  ];
}

export const PLANNED_CASES: readonly PlannedCase[] = [
  // All conditions hold.
  ...inBoth(2, { stage: 'SCREENING' }),
  ...inBoth(2, { stage: 'DEVELOPING', openedDaysAgo: 50 }),
  ...inBoth(1, { stage: 'DEVELOPING', openedDaysAgo: 50, treatedElsewhere: true }),
  ...inBoth(2, { stage: 'SHORT_TERM_PLAN' }),
  ...inBoth(1, { stage: 'LONG_TERM_PLAN', treatedElsewhere: true }),
  ...inBoth(1, { stage: 'EVALUATION', openedDaysAgo: 500 }),
  ...inBoth(1, { stage: 'DEVELOPING', closing: 'REOPENED', openedDaysAgo: 700 }),
  // Elsewhere in Haaglanden: the partners for the whole region see it, the two municipalities do not.
  ...repeat(2, { stage: 'SCREENING', municipality: 'Delft' }),
  ...repeat(2, { stage: 'SHORT_TERM_PLAN', municipality: 'Zoetermeer' }),
  // Outside Haaglanden: in nobody's territory.
  ...repeat(2, { stage: 'SCREENING', municipality: 'Leiden' }),
  ...repeat(2, { stage: 'SHORT_TERM_PLAN', municipality: 'Leiden' }),
  // Screening that lasts longer than eight weeks.
  ...inBoth(2, { stage: 'SCREENING', openedDaysAgo: 80 }),
  // Found complex, and still at the stage of screening.
  ...inBoth(2, { stage: 'SCREENING', complexity: 'COMPLEX' }),
  ...withAbsentPartners({ stage: 'SCREENING' }),
  ...withAbsentPartners({ stage: 'SHORT_TERM_PLAN' }),
  // Never found complex.
  ...inBoth(1, { stage: 'SHORT_TERM_PLAN', complexity: 'STRAIGHTFORWARD' }),
  ...inBoth(1, { stage: 'EVALUATION', complexity: null }),
  ...inBoth(2, { stage: 'SCREENING', closing: 'STALE', openedDaysAgo: 40 }),
  ...inBoth(2, { stage: 'EVALUATION', closing: 'STALE', openedDaysAgo: 600 }),
  ...inBoth(1, { stage: 'CLOSED', closing: 'CLOSED', openedDaysAgo: 900 }),
  // The same states in Delft, whose social team sees only its own municipality too. They come last, so that the people
  // above stay who they are.
  ...inDelft(3, { stage: 'SCREENING' }),
  ...inDelft(3, { stage: 'DEVELOPING', openedDaysAgo: 50 }),
  ...inDelft(3, { stage: 'SHORT_TERM_PLAN' }),
  ...inDelft(1, { stage: 'DEVELOPING', closing: 'REOPENED', openedDaysAgo: 700 }),
  ...inDelft(2, { stage: 'SCREENING', openedDaysAgo: 80 }),
  ...inDelft(2, { stage: 'SHORT_TERM_PLAN', absent: ['delft', ...JUSTICE_AND_YOUTH] }),
  ...inDelft(2, { stage: 'SHORT_TERM_PLAN', absent: [...PROSECUTION_AND_CLINIC, 'delft'] }),
  ...inDelft(2, { stage: 'SHORT_TERM_PLAN', complexity: 'STRAIGHTFORWARD' }),
  ...inDelft(2, { stage: 'EVALUATION', closing: 'STALE', openedDaysAgo: 600 }),
  ...inDelft(1, { stage: 'CLOSED', closing: 'CLOSED', openedDaysAgo: 900 }),
];

/** People who are clients of a service and in no case. */
export const PLANNED_CLIENTS_WITHOUT_CASE = 4;
