import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { Provenance } from '../provenance';
import { AftercareNeedKind, NeedState } from '../vocabularies';

/** A provider is told its own need: the level is BAND, below what the team alone sees of a client. */
@RecordOf({
  table: 'aftercare_need',
  describes: 'One of the five needs of a client of the aftercare team. Recorded by the aftercare team.',
  discloses: 'AFTERCARE/FLAG',
})
@Provenance('AFTERCARE/FULL')
export class AftercareNeed {
  @Key()
  id!: string;

  @Disclosed('AFTERCARE/FLAG', 'reference', { describes: 'Id of the person concerned (Person.id).' })
  subjectId!: string;

  @Disclosed('AFTERCARE/BAND', 'code', { vocabulary: AftercareNeedKind, describes: 'Which of the five needs.' })
  need!: keyof typeof AftercareNeedKind | null;

  @Disclosed('AFTERCARE/BAND', 'code', { vocabulary: NeedState, describes: 'Where it stands.' })
  status!: keyof typeof NeedState | null;

  @Disclosed('AFTERCARE/BAND', 'text', { describes: 'Organisation that provides for it.' })
  provider!: string | null;
}
