import { Column } from 'typeorm';

import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecord, KnowsleyRecordOf } from '../records/knowsley-record';

// It concerns no person, so no condition about a person can be met on it: whoever may read single participants alone
// reads number, venue and days at their enrolments.
@KnowsleyRecordOf({
  table: 'lcp_cohort',
  describes: 'A group of the Life Change Programme (LCP) and when it met. Recorded by MALS.',
  discloses: 'PROGRAMME/BAND',
  subject: 'none',
})
export class LcpCohort extends KnowsleyRecord {
  @Disclosed('PROGRAMME/BAND', 'integer', { describes: 'Number of the cohort.' })
  number!: number | null;

  @Disclosed('PROGRAMME/BAND', 'text', { describes: 'Where it meets: a prison, or a place in the community.' })
  venue!: string | null;

  @Disclosed('PROGRAMME/BAND', 'date', { describes: 'First day, Europe/London.' })
  startedOn!: string | null;

  @Disclosed('PROGRAMME/BAND', 'date', { describes: 'Last day, Europe/London.' })
  endedOn!: string | null;

  @Disclosed('PROGRAMME/BAND', 'integer', { describes: 'Number of days of the course.' })
  days!: number | null;

  /** Pseudonym of who runs it; for predicates, never shown. */
  @Column('text', { nullable: true })
  facilitator!: string | null;
}
