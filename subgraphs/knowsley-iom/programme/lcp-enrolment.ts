import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { StageOfChange } from '../vocabularies';

// Attendance and completion are BAND: they are told where the stage of change is not.
@KnowsleyRecordOf({
  table: 'lcp_enrolment',
  describes: 'A voluntary place on the Life Change Programme (LCP). Recorded by MALS.',
  discloses: 'PROGRAMME/FLAG',
})
export class LcpEnrolment extends PersonRecord {
  @Disclosed('PROGRAMME/BAND', 'integer', { describes: 'Number of the cohort of the programme.' })
  cohortNumber!: number | null;

  @Disclosed('PROGRAMME/BAND', 'text', { describes: 'Where the programme was held.' })
  venue!: string | null;

  @Disclosed('PROGRAMME/BAND', 'date', { describes: 'First day, Europe/London.' })
  startedOn!: string | null;

  @Disclosed('PROGRAMME/BAND', 'date', { describes: 'Last day, Europe/London.' })
  endedOn!: string | null;

  @Disclosed('PROGRAMME/BAND', 'integer', { describes: 'Days attended, of five.' })
  daysAttended!: number | null;

  @Disclosed('PROGRAMME/BAND', 'boolean', { describes: 'Whether the person completed it.' })
  completed!: boolean | null;

  @Disclosed('PROGRAMME/FULL', 'code', { vocabulary: StageOfChange, describes: 'Stage of change at the last session.' })
  stageOfChange!: keyof typeof StageOfChange | null;
}
