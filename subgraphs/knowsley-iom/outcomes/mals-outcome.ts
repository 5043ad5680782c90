import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';

@KnowsleyRecordOf({
  table: 'mals_outcome',
  describes: 'What a mentee reached. Recorded by MALS.',
  discloses: 'OUTCOME/FLAG/OTHER',
})
export class MalsOutcome extends PersonRecord {
  @Disclosed('OUTCOME/FULL/OTHER', 'text', { describes: 'What was reached.' })
  achievement!: string | null;

  @Disclosed('OUTCOME/FULL/OTHER', 'date', { describes: 'When, Europe/London.' })
  achievedOn!: string | null;

  @Disclosed('OUTCOME/FULL/EMPLOYED', 'boolean', {
    describes: 'Whether the person came into work or full-time training.',
  })
  employed!: boolean | null;
}
