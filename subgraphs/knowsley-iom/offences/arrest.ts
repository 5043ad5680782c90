import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { OffenceCode } from '../vocabularies';

@KnowsleyRecordOf({
  table: 'arrest',
  describes: 'An arrest. It is no conviction. Recorded by Merseyside Police.',
  discloses: 'OFFENCE/FLAG/RECORD',
})
export class Arrest extends PersonRecord {
  @Disclosed('OFFENCE/BAND/RECORD', 'code', { vocabulary: OffenceCode, describes: 'On suspicion of what.' })
  code!: keyof typeof OffenceCode | null;

  @Disclosed('OFFENCE/BAND/RECORD', 'month', { describes: 'Month of the arrest, YYYY-MM.', generated: true })
  month!: string | null;

  @Disclosed('OFFENCE/FULL/RECORD', 'date', { describes: 'Day of the arrest, Europe/London.' })
  arrestDate!: string | null;

  @Disclosed('OFFENCE/FULL/RECORD', 'text', { describes: 'What came of it.' })
  outcome!: string | null;
}
