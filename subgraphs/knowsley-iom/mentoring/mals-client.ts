import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecord, KnowsleyRecordOf } from '../records/knowsley-record';
import { MerseysideBorough, ReferralSource } from '../vocabularies';
import { MentoringRelations } from './mentoring-relations';

@KnowsleyRecordOf({
  table: 'mals_client',
  describes: 'A client of the mentoring charity MALS, whether or not the person is a nominal. Recorded by MALS.',
  discloses: 'IDENTITY/FLAG/GIVEN_NAME',
  subject: 'itself',
})
@MentoringRelations()
export class MalsClient extends KnowsleyRecord {
  @Disclosed('IDENTITY/FULL/GIVEN_NAME', 'text', { describes: 'Given name.' })
  givenName!: string | null;

  @Disclosed('IDENTITY/FULL/NAME', 'text', { describes: 'Full name.' })
  name!: string | null;

  @Disclosed('IDENTITY/FULL/IDENTIFIERS', 'date', { describes: 'Date of birth.' })
  dateOfBirth!: string | null;

  @Disclosed('CONTACT/FULL/CHANNEL', 'text', { describes: 'How the person wishes to be reached.', filter: false })
  agreedChannel!: string | null;

  @Disclosed('CONTACT/BAND/AREA', 'code', { vocabulary: MerseysideBorough, describes: 'Home borough.' })
  homeBorough!: keyof typeof MerseysideBorough | null;

  @Disclosed('CONTACT/FULL/ADDRESS', 'text', { describes: 'Address.', filter: false })
  address!: string | null;

  @Disclosed('CONTACT/FULL/ADDRESS', 'text', { describes: 'Telephone number.', filter: false })
  phone!: string | null;

  @Disclosed('REFERRAL/FULL', 'code', { vocabulary: ReferralSource, describes: 'How the person came to MALS.' })
  cameBy!: keyof typeof ReferralSource | null;
}
