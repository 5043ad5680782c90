import { Disclosed, Key, RecordOf, Related } from '../../common/records/decorators';
import { WithProvenance } from '../provenance';
import { ProgrammeAttendance } from './programme-attendance';
import { ProgrammeWeek } from './programme-week';

@RecordOf({
  table: 'programme_run',
  describes:
    'One run of the Italian Life Change Programme: eight weekly meetings of four hours. Concerns no single person. Recorded by ERI staff.',
  discloses: 'PROGRAMME/FLAG',
  anchors: {},
})
@WithProvenance('PROGRAMME/FLAG')
export class ProgrammeRun {
  @Key()
  id!: string;

  @Disclosed('PROGRAMME/FULL', 'text', { describes: 'Name of the run, for example by its season.' })
  name!: string | null;

  @Disclosed('PROGRAMME/FULL', 'date', { describes: 'Day of the first meeting, Europe/Rome.' })
  startsOn!: string | null;

  @Disclosed('PROGRAMME/FULL', 'date', { describes: 'Day of the last meeting, Europe/Rome.' })
  endsOn!: string | null;

  @Disclosed('PROGRAMME/FULL', 'integer', { describes: 'Number of weekly meetings.' })
  weeks!: number | null;

  @Disclosed('PROGRAMME/FULL', 'number', { describes: 'Length of a meeting in hours.' })
  weeklyHours!: number | null;

  @Disclosed('PROGRAMME/FULL', 'text', { describes: 'Municipality that gives the rooms.' })
  venue!: string | null;

  @Related('PROGRAMME/FLAG', () => ProgrammeAttendance, { targetKey: 'runId', describes: 'Who attended which week.' })
  attendances!: ProgrammeAttendance[];

  @Related('PROGRAMME/FLAG', () => ProgrammeWeek, { targetKey: 'runId', describes: 'Its weekly meetings.' })
  meetings!: ProgrammeWeek[];
}
