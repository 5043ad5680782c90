import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';

@KnowsleyRecordOf({
  table: 'custody_conduct',
  describes: 'How a prisoner conducted themselves at a date. Assessed by the prison.',
  discloses: 'CUSTODY/FLAG/STATUS',
  single: 'custodyConduct',
  plural: 'custodyConducts',
})
export class CustodyConduct extends PersonRecord {
  @Disclosed('CUSTODY/FULL/STATUS', 'date', { describes: 'Day of the assessment, Europe/London.' })
  assessedOn!: string | null;

  @Disclosed('CUSTODY/BAND/STATUS', 'text', { describes: 'Conduct in a word: good, fair or poor.' })
  band!: string | null;
}
