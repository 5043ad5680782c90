import { Column } from 'typeorm';

import { Disclosed, Related } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { StageOfChange } from '../vocabularies';
import { LcpAttendance } from './lcp-attendance';
import { LcpCohort } from './lcp-cohort';

// Register and completion are FLAG, which a prison is told; attendance is BAND, which an offender manager is told; the
// stage of change is FULL, which stays with MALS.
@KnowsleyRecordOf({
  table: 'lcp_enrolment',
  describes: 'A voluntary place on the Life Change Programme (LCP). Recorded by MALS.',
  discloses: 'PROGRAMME/FLAG',
})
export class LcpEnrolment extends PersonRecord {
  @Disclosed('PROGRAMME/FLAG', 'integer', { describes: 'Number of the cohort of the programme.' })
  cohortNumber!: number | null;

  @Disclosed('PROGRAMME/FLAG', 'date', { describes: 'Day on which MALS entered the person, Europe/London.' })
  enrolledOn!: string | null;

  @Disclosed('PROGRAMME/FLAG', 'boolean', { describes: 'Whether the place was taken voluntarily.' })
  voluntary!: boolean | null;

  @Disclosed('PROGRAMME/BAND', 'text', { describes: 'Where the programme was held.' })
  venue!: string | null;

  @Disclosed('PROGRAMME/BAND', 'date', { describes: 'First day, Europe/London.' })
  startedOn!: string | null;

  @Disclosed('PROGRAMME/BAND', 'date', { describes: 'Last day, Europe/London.' })
  endedOn!: string | null;

  @Disclosed('PROGRAMME/BAND', 'integer', { describes: 'Days attended, of five.' })
  daysAttended!: number | null;

  @Disclosed('PROGRAMME/FLAG', 'boolean', { describes: 'Whether the person completed it.' })
  completed!: boolean | null;

  @Disclosed('PROGRAMME/FULL', 'integer', {
    describes: 'Whole months from the enrolment to the expected release; not recorded outside prison.',
  })
  monthsToRelease!: number | null;

  @Disclosed('PROGRAMME/FULL', 'code', { vocabulary: StageOfChange, describes: 'Stage of change at the last session.' })
  stageOfChange!: keyof typeof StageOfChange | null;

  @Related('PROGRAMME/BAND', () => LcpAttendance, {
    targetKey: 'enrolmentId',
    describes: 'The days of the course, as they were attended.',
  })
  attendances!: LcpAttendance[];

  @Related('PROGRAMME/BAND', () => LcpCohort, {
    targetKey: 'id',
    by: 'cohortId',
    many: false,
    describes: 'The group.',
  })
  cohort!: LcpCohort | null;

  /** For the relation and for predicates. */
  @Column('text', { nullable: true })
  cohortId!: string | null;
}
