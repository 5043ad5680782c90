import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';

@KnowsleyRecordOf({
  table: 'mentoring_referral_reply',
  describes: 'What MALS answered to a referral. Recorded by MALS.',
  discloses: 'REFERRAL/FLAG',
  plural: 'mentoringReferralReplies',
})
export class MentoringReferralReply extends PersonRecord {
  @Disclosed('REFERRAL/FULL', 'date', { describes: 'Day of the answer, Europe/London.' })
  repliedOn!: string | null;

  @Disclosed('REFERRAL/FULL', 'boolean', { describes: 'Whether MALS and the person accepted.' })
  accepted!: boolean | null;

  @Disclosed('REFERRAL/FULL', 'text', { describes: 'Why not, or what was agreed.', filter: false })
  reason!: string | null;
}
