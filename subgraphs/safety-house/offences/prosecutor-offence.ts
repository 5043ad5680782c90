import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { Provenance } from '../provenance';
import { OffenceClass, OffenceCode, ProsecutionDecision } from '../vocabularies';

@RecordOf({
  table: 'prosecutor_offence',
  describes: 'An offence as the public prosecutor recorded it. Recorded by Openbaar Ministerie Den Haag.',
  discloses: 'OFFENCE/FLAG/RECORD',
})
@Provenance('OFFENCE/FULL/RECORD')
export class ProsecutorOffence {
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

  @Disclosed('OFFENCE/FULL/RECORD', 'date', { describes: 'Day of the conviction, Europe/Amsterdam.' })
  convictionDate!: string | null;

  @Disclosed('OFFENCE/FULL/RECORD', 'code', { vocabulary: ProsecutionDecision, describes: 'What was decided.' })
  decision!: keyof typeof ProsecutionDecision | null;
}
