import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { HealthKind } from '../vocabularies';

@KnowsleyRecordOf({
  table: 'health_note',
  describes: 'A health note. Written and controlled by the practitioner’s agency.',
  discloses: 'HEALTH/FLAG',
})
export class HealthNote extends PersonRecord {
  @Disclosed('HEALTH/FLAG', 'code', { vocabulary: HealthKind, describes: 'What the note is about.' })
  kind!: keyof typeof HealthKind | null;

  @Disclosed('HEALTH/FULL', 'date', { describes: 'Day of the note, Europe/London.' })
  notedOn!: string | null;

  @Disclosed('HEALTH/FULL', 'text', { describes: 'The note itself.', filter: false })
  text!: string | null;
}
