import { dateAfter, dateBefore } from '../../common/calendar/calendar-dates';
import type { Synthetic } from '../../common/loading/synthetic';
import { LcpCohort } from '../programme/lcp-cohort';
import { BY_MALS } from './provenances';
import type { RecordCollector } from './record-collector';

/** Who runs groups of the programme; the first is a development persona. */
export const FACILITATOR = 'mals.facilitator';
const FACILITATOR_COLLEAGUE = 'mals.facilitator-2';
export const LCP_DAYS = 5;

interface PlannedCohort {
  readonly venue: string;
  readonly startedDaysAgo: number;
  readonly facilitator: string;
}

const COHORTS: Readonly<Record<number, PlannedCohort>> = {
  9: { venue: 'hmp-liverpool', startedDaysAgo: 200, facilitator: FACILITATOR_COLLEAGUE },
  10: { venue: 'Community centre in Kirkby', startedDaysAgo: 170, facilitator: FACILITATOR },
  11: { venue: 'hmp-kennet', startedDaysAgo: 140, facilitator: FACILITATOR_COLLEAGUE },
  12: { venue: 'hmp-liverpool', startedDaysAgo: 110, facilitator: FACILITATOR_COLLEAGUE },
  13: { venue: 'Community centre in Kirkby', startedDaysAgo: 85, facilitator: FACILITATOR_COLLEAGUE },
  14: { venue: 'hmp-kennet', startedDaysAgo: 60, facilitator: FACILITATOR_COLLEAGUE },
  // One in each prison that is new; the second still has days to come.
  15: { venue: 'hmp-liverpool', startedDaysAgo: 20, facilitator: FACILITATOR },
  16: { venue: 'hmp-kennet', startedDaysAgo: 2, facilitator: FACILITATOR },
  17: { venue: 'hmp-liverpool', startedDaysAgo: 18, facilitator: FACILITATOR_COLLEAGUE },
};

/** A cohort with its days; any generator of the same seed gives the same id. */
export interface CohortOfPlan {
  readonly id: string;
  readonly venue: string;
  readonly startedOn: string;
  readonly endedOn: string;
}

export function cohortOf(number: number, synthetic: Synthetic, anchor: string): CohortOfPlan {
  const planned = COHORTS[number];
  if (planned === undefined) throw new Error(`No cohort ${String(number)} is planned.`);
  const startedOn = dateBefore(anchor, planned.startedDaysAgo);
  return {
    id: synthetic.id('LcpCohort', number),
    venue: planned.venue,
    startedOn,
    endedOn: dateAfter(startedOn, LCP_DAYS - 1),
  };
}

/** The groups of the Life Change Programme. */
export function writeCohorts(collector: RecordCollector, synthetic: Synthetic, anchor: string): void {
  for (const [key, { facilitator }] of Object.entries(COHORTS)) {
    const number = Number(key);
    const cohort = cohortOf(number, synthetic, anchor);
    collector.record(LcpCohort, BY_MALS, dateBefore(cohort.startedOn, 30), {
      ...cohort,
      number,
      days: LCP_DAYS,
      facilitator,
    });
  }
}
