import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { WithProvenance } from '../provenance';
import { ProgrammeWeekKind } from '../vocabularies';

@RecordOf({
  table: 'programme_week',
  describes:
    'One weekly meeting of a run of the Italian Life Change Programme: in weeks 1 and 2 the model, in weeks 3 to 8 the ' +
    'needs. Concerns no single person. Recorded by ERI staff.',
  discloses: 'PROGRAMME/FLAG',
  anchors: {},
})
@WithProvenance('PROGRAMME/FLAG')
export class ProgrammeWeek {
  @Key()
  id!: string;

  @Disclosed('PROGRAMME/FULL', 'reference', { describes: 'Id of the run.' })
  runId!: string | null;

  @Disclosed('PROGRAMME/FULL', 'integer', { describes: 'Week of the run, 1 to 8.' })
  week!: number | null;

  @Disclosed('PROGRAMME/FULL', 'code', { vocabulary: ProgrammeWeekKind, describes: 'What the week is about.' })
  kind!: keyof typeof ProgrammeWeekKind | null;

  @Disclosed('PROGRAMME/FULL', 'date', { describes: 'Day of the meeting, Europe/Rome.' })
  heldOn!: string | null;

  @Disclosed('PROGRAMME/FULL', 'number', { describes: 'Length of the meeting in hours.' })
  hours!: number | null;
}
