import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { Provenance } from '../provenance';
import { OffenceClass, OffenceCode } from '../vocabularies';

@RecordOf({
  table: 'police_offence',
  describes: 'An offence as the police recorded it. Recorded by Politie Haaglanden.',
  discloses: 'OFFENCE/FLAG/RECORD',
})
@Provenance('OFFENCE/FULL/RECORD')
export class PoliceOffence {
  @Key()
  id!: string;

  @Disclosed('OFFENCE/FLAG/RECORD', 'reference', { describes: 'Id of the person concerned (Person.id).' })
  subjectId!: string;

  @Disclosed('OFFENCE/FLAG/RECORD', 'code', { vocabulary: OffenceClass, describes: 'Type of the offence, no more.' })
  offenceType!: keyof typeof OffenceClass | null;

  @Disclosed('OFFENCE/BAND/RECORD', 'code', {
    vocabulary: OffenceCode,
    describes: 'What the offence was, mapped to the shared codes.',
  })
  code!: keyof typeof OffenceCode | null;

  @Disclosed('OFFENCE/BAND/RECORD', 'text', { describes: 'The offence in the words of Dutch law.' })
  localLabel!: string | null;

  @Disclosed('OFFENCE/BAND/RECORD', 'month', { describes: 'Month of the offence, YYYY-MM.', generated: true })
  month!: string | null;

  @Disclosed('OFFENCE/FULL/RECORD', 'date', { describes: 'Day of the offence, Europe/Amsterdam.' })
  offenceDate!: string | null;
}
