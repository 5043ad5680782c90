import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { Provenance } from '../provenance';
import { CustodyStatus, DetentionStartReason } from '../vocabularies';

@RecordOf({
  table: 'detention',
  describes: 'A stay of the person in custody. Recorded from the prison’s notices.',
  discloses: 'CUSTODY/FLAG/STATUS',
})
@Provenance('CUSTODY/FULL/STATUS')
export class Detention {
  @Key()
  id!: string;

  @Disclosed('CUSTODY/FLAG/STATUS', 'reference', { describes: 'Id of the person concerned (Person.id).' })
  subjectId!: string;

  @Disclosed('CUSTODY/BAND/STATUS', 'code', { vocabulary: CustodyStatus, describes: 'Where the person stands.' })
  status!: keyof typeof CustodyStatus | null;

  @Disclosed('CUSTODY/FULL/STATUS', 'date', { describes: 'First day, Europe/Amsterdam.' })
  startDate!: string | null;

  @Disclosed('CUSTODY/FULL/STATUS', 'code', { vocabulary: DetentionStartReason, describes: 'Why it began.' })
  startReason!: keyof typeof DetentionStartReason | null;

  @Disclosed('CUSTODY/FULL/PLACE', 'text', { describes: 'Prison.' })
  prison!: string | null;

  @Disclosed('CUSTODY/FULL/RELEASE', 'date', { describes: 'Expected or actual day of release, Europe/Amsterdam.' })
  releaseDate!: string | null;
}
