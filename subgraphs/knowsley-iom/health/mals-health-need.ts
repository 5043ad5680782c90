import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { CommunicationNeed } from '../vocabularies';

@KnowsleyRecordOf({
  table: 'mals_health_need',
  describes: 'That a mentee has a health or communication need; whoever must know more asks MALS. Recorded by MALS.',
  discloses: 'HEALTH/FLAG',
})
export class MalsHealthNeed extends PersonRecord {
  @Disclosed('HEALTH/FLAG', 'boolean', { describes: 'Whether there is a need.' })
  needExists!: boolean | null;

  @Disclosed('HEALTH/FLAG', 'code', {
    vocabulary: CommunicationNeed,
    describes: 'What to mind in talking and writing.',
  })
  communicationNeed!: keyof typeof CommunicationNeed | null;

  @Disclosed('HEALTH/FULL', 'text', { describes: 'The need, in words.', filter: false })
  detail!: string | null;
}
