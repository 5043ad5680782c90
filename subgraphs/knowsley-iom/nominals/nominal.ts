import { Disclosed, Key, RecordOf, Related } from '../../common/records/decorators';
import { Offence } from '../offences/offence';

@RecordOf({
  table: 'nominal',
  describes: 'A person whom Knowsley integrated offender management works with.',
  discloses: 'IDENTITY/FLAG/GIVEN_NAME',
  anchors: { subject: 'id' },
})
export class Nominal {
  @Key()
  id!: string;

  @Disclosed('IDENTITY/FULL/GIVEN_NAME', 'text', { describes: 'Given name.' })
  givenName!: string | null;

  @Disclosed('IDENTITY/FULL/NAME', 'text', { describes: 'Full name.' })
  name!: string | null;

  @Related('OFFENCE/FLAG/RECORD', () => Offence, { by: 'id', describes: 'Recorded offences.' })
  offences!: Offence[];
}
