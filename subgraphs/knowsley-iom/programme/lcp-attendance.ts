import { Column } from 'typeorm';

import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { StageOfChange } from '../vocabularies';

// Its existence is BAND: whoever is told of register and completion alone reads no single day.
@KnowsleyRecordOf({
  table: 'lcp_attendance',
  describes: 'Whether a participant attended one day of the Life Change Programme. Recorded by MALS.',
  discloses: 'PROGRAMME/BAND',
})
export class LcpAttendance extends PersonRecord {
  @Disclosed('PROGRAMME/BAND', 'integer', { describes: 'Which day of the course, from 1.' })
  day!: number | null;

  @Disclosed('PROGRAMME/BAND', 'date', { describes: 'The calendar date, Europe/London.' })
  heldOn!: string | null;

  @Disclosed('PROGRAMME/BAND', 'boolean', { describes: 'Whether the participant was there.' })
  attended!: boolean | null;

  @Disclosed('PROGRAMME/FULL', 'code', {
    vocabulary: StageOfChange,
    describes: 'Stage of change in this session, as the participant placed themselves; not recorded when absent.',
  })
  stageOfChange!: keyof typeof StageOfChange | null;

  /** For the relation; the enrolment leads to its days. */
  @Column('text')
  enrolmentId!: string;
}
