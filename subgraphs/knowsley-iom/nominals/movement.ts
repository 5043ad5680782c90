import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { PoliceArea } from '../vocabularies';

@KnowsleyRecordOf({
  table: 'movement',
  describes:
    'That a person moved from one area to another: what makes an offender cross-border. Recorded by the KIOM team.',
  discloses: 'CONTACT/FLAG/AREA',
})
export class Movement extends PersonRecord {
  @Disclosed('CONTACT/BAND/AREA', 'code', { vocabulary: PoliceArea, describes: 'Area that the person left.' })
  fromArea!: keyof typeof PoliceArea | null;

  @Disclosed('CONTACT/BAND/AREA', 'code', { vocabulary: PoliceArea, describes: 'Area to which the person moved.' })
  toArea!: keyof typeof PoliceArea | null;

  @Disclosed('CONTACT/BAND/AREA', 'month', { describes: 'Month of the movement, YYYY-MM.', generated: true })
  month!: string | null;

  @Disclosed('CONTACT/FULL/AREA', 'date', { describes: 'Day of the movement, Europe/London.' })
  movedOn!: string | null;
}
