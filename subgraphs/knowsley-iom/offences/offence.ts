import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { Confidence, MerseysideBorough, OffenceClass, OffenceCode, PoliceArea } from '../vocabularies';

@KnowsleyRecordOf({
  table: 'offence',
  describes: 'A recorded criminal offence. Recorded by Merseyside Police from the Police National Computer.',
  discloses: 'OFFENCE/FLAG/RECORD',
})
export class Offence extends PersonRecord {
  @Disclosed('OFFENCE/FLAG/RECORD', 'code', { vocabulary: OffenceClass, describes: 'Coarse class of the offence.' })
  offenceClass!: keyof typeof OffenceClass | null;

  @Disclosed('OFFENCE/BAND/RECORD', 'code', { vocabulary: OffenceCode, describes: 'What the offence was.' })
  code!: keyof typeof OffenceCode | null;

  @Disclosed('OFFENCE/BAND/RECORD', 'month', { describes: 'Month of the offence, YYYY-MM.', generated: true })
  month!: string | null;

  @Disclosed('OFFENCE/FULL/RECORD', 'date', { describes: 'Day on which the offence was committed, Europe/London.' })
  offenceDate!: string | null;

  @Disclosed('OFFENCE/FULL/RECORD', 'date', { describes: 'Day of the conviction, Europe/London.' })
  convictionDate!: string | null;

  @Disclosed('OFFENCE/FULL/RECORD', 'date', {
    describes: 'Day from which the conviction is spent, as the police state it; never computed here.',
  })
  spentFrom!: string | null;

  @Disclosed('OFFENCE/FULL/RECORD', 'code', {
    vocabulary: MerseysideBorough,
    describes: 'Borough of the offence; not recorded where it was committed outside Merseyside.',
  })
  borough!: keyof typeof MerseysideBorough | null;

  @Disclosed('OFFENCE/FULL/RECORD', 'code', {
    vocabulary: PoliceArea,
    describes: 'Area of the offence: a borough of Merseyside, or the neighbouring force.',
  })
  area!: keyof typeof PoliceArea | null;

  @Disclosed('OFFENCE/FULL/RECORD', 'integer', {
    describes: 'Gravity, on the scale that is named beside it; not recorded until the police supply a scale.',
  })
  gravity!: number | null;

  @Disclosed('OFFENCE/FULL/RECORD', 'text', { describes: 'Scale of the gravity and its version.' })
  gravityScaleVersion!: string | null;

  @Disclosed('OFFENCE/FLAG/RECORD', 'boolean', {
    describes: 'Whether the dates were reconstructed, because the published case study prints only a window.',
  })
  reconstructed!: boolean | null;

  @Disclosed('OFFENCE/BAND/RECORD', 'code', {
    vocabulary: Confidence,
    describes: 'How sure the label of a published case is; not recorded for others.',
  })
  labelConfidence!: keyof typeof Confidence | null;
}
