import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { Provenance } from '../provenance';

@RecordOf({
  table: 'spatial_order',
  describes: 'An order to stay away from an area (gebiedsverbod). Recorded by who issued it.',
  discloses: 'CUSTODY/FLAG/ORDERS',
})
@Provenance('CUSTODY/FULL/ORDERS')
export class SpatialOrder {
  @Key()
  id!: string;

  @Disclosed('CUSTODY/FLAG/ORDERS', 'reference', { describes: 'Id of the person concerned (Person.id).' })
  subjectId!: string;

  @Disclosed('CUSTODY/FULL/ORDERS', 'text', { describes: 'Who issued it; the sources of the published case name two.' })
  issuedBy!: string | null;

  @Disclosed('CUSTODY/FULL/ORDERS', 'text', { describes: 'Area to stay away from.', filter: false })
  area!: string | null;

  @Disclosed('CUSTODY/FULL/ORDERS', 'date', { describes: 'First day, Europe/Amsterdam.' })
  validFrom!: string | null;

  @Disclosed('CUSTODY/FULL/ORDERS', 'date', { describes: 'Last day, Europe/Amsterdam.' })
  validUntil!: string | null;

  @Disclosed('CUSTODY/FULL/ORDERS', 'boolean', { describes: 'Whether it was extended.' })
  extended!: boolean | null;

  @Disclosed('CUSTODY/FULL/ORDERS', 'boolean', { describes: 'Whether it was breached.' })
  breached!: boolean | null;

  @Disclosed('CUSTODY/FULL/ORDERS', 'text', {
    describes: 'Where the sources of the record disagree: both versions, each with its source.',
    filter: false,
  })
  contradiction!: string | null;
}
