import { OffenceCode as codes } from '../../../schema/vocabularies';
import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { vocabularyEnum } from '../../common/records/vocabulary-enum';

export const OffenceCode = vocabularyEnum('OffenceCode', codes, 'Offence labels of the published case studies.');

@RecordOf({
  table: 'offence',
  describes: 'A recorded criminal offence. Recorded by Merseyside Police from the Police National Computer.',
  discloses: 'OFFENCE/FLAG/RECORD',
})
export class Offence {
  @Key()
  id!: string;

  @Disclosed('OFFENCE/FLAG/RECORD', 'reference', { describes: 'Id of the person concerned (Person.id).' })
  subjectId!: string;

  @Disclosed('OFFENCE/BAND/RECORD', 'code', { vocabulary: OffenceCode, describes: 'What the offence was.' })
  code!: keyof typeof OffenceCode | null;

  @Disclosed('OFFENCE/FULL/RECORD', 'date', { describes: 'Day on which the offence was committed, Europe/London.' })
  offenceDate!: string | null;

  @Disclosed('OFFENCE/BAND/RECORD', 'month', { describes: 'Month of the offence, YYYY-MM.', generated: true })
  month!: string | null;
}
