import { Disclosed, Key, RecordOf, Related } from '../../common/records/decorators';
import { WithProvenance } from '../provenance';
import { ProgrammeWeekKind } from '../vocabularies';
import { ProgrammeRun } from './programme-run';

@RecordOf({
  table: 'programme_attendance',
  describes: 'One week of the programme for one participant. Recorded by ERI staff.',
  discloses: 'PROGRAMME/FLAG',
})
@WithProvenance('PROGRAMME/FLAG')
export class ProgrammeAttendance {
  @Key()
  id!: string;

  @Disclosed('PROGRAMME/FLAG', 'reference', { describes: 'Id of the participant (Person.id).' })
  subjectId!: string;

  @Disclosed('PROGRAMME/FULL', 'reference', { describes: 'Id of the run.' })
  runId!: string | null;

  @Disclosed('PROGRAMME/FULL', 'integer', { describes: 'Week of the run, 1 to 8.' })
  week!: number | null;

  @Disclosed('PROGRAMME/FULL', 'code', { vocabulary: ProgrammeWeekKind, describes: 'What the week was about.' })
  weekKind!: keyof typeof ProgrammeWeekKind | null;

  @Disclosed('PROGRAMME/FULL', 'date', { describes: 'Day of the meeting, Europe/Rome.' })
  heldOn!: string | null;

  @Disclosed('PROGRAMME/FULL', 'boolean', { describes: 'Whether the participant attended; null before the meeting.' })
  attended!: boolean | null;

  @Related('PROGRAMME/FLAG', () => ProgrammeRun, { by: 'runId', targetKey: 'id', many: false, describes: 'The run.' })
  run!: ProgrammeRun | null;
}
