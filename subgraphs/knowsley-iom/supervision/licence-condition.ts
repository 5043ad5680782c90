import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { LicenceConditionKind } from '../vocabularies';

@KnowsleyRecordOf({
  table: 'licence_condition',
  describes: 'A condition of a person’s licence. Recorded by the responsible probation service or company.',
  discloses: 'CUSTODY/FLAG/ORDERS',
})
export class LicenceCondition extends PersonRecord {
  @Disclosed('CUSTODY/FULL/ORDERS', 'code', { vocabulary: LicenceConditionKind, describes: 'What it demands.' })
  kind!: keyof typeof LicenceConditionKind | null;

  @Disclosed('CUSTODY/FULL/ORDERS', 'text', { describes: 'Area or address that it names.', filter: false })
  area!: string | null;

  @Disclosed('CUSTODY/FULL/ORDERS', 'date', { describes: 'First day, Europe/London.' })
  validFrom!: string | null;

  @Disclosed('CUSTODY/FULL/ORDERS', 'date', { describes: 'Last day, Europe/London.' })
  validUntil!: string | null;

  @Disclosed('CUSTODY/FULL/ORDERS', 'date', { describes: 'Day on which it was breached, Europe/London.' })
  breachedOn!: string | null;
}
