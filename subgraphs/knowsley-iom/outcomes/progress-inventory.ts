import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';

// The items are the owner's own and are not published: an answer names its item by number, and no wording is invented.
@KnowsleyRecordOf({
  table: 'progress_inventory',
  describes: 'A short structured inventory of a client’s progress, given out and perhaps completed. Recorded by MALS.',
  discloses: 'OUTCOME/FLAG/OTHER',
  single: 'progressInventory',
  plural: 'progressInventories',
})
export class ProgressInventory extends PersonRecord {
  @Disclosed('OUTCOME/BAND/OTHER', 'text', { describes: 'Version of the instrument.' })
  instrumentVersion!: string | null;

  @Disclosed('OUTCOME/BAND/OTHER', 'date', { describes: 'Day on which it was given out, Europe/London.' })
  issuedOn!: string | null;

  @Disclosed('OUTCOME/BAND/OTHER', 'date', {
    describes: 'Day on which it was completed, Europe/London; not recorded while it is not.',
  })
  completedOn!: string | null;

  @Disclosed('OUTCOME/FULL/OTHER', 'texts', { describes: 'The answers, each as number of the item and value: 3=2.' })
  answers!: string[] | null;
}
