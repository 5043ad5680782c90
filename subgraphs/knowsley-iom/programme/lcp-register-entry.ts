import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { ReferralSource } from '../vocabularies';

@KnowsleyRecordOf({
  table: 'lcp_register_entry',
  describes:
    'What a prison records of a prisoner for the Life Change Programme: the free choice, and how the person came to it. Recorded by the prison.',
  discloses: 'PROGRAMME/FLAG',
  single: 'lcpRegisterEntry',
  plural: 'lcpRegisterEntries',
})
export class LcpRegisterEntry extends PersonRecord {
  @Disclosed('PROGRAMME/FULL', 'boolean', { describes: 'Whether the person volunteered.' })
  voluntary!: boolean | null;

  @Disclosed('PROGRAMME/FULL', 'date', {
    describes: 'Day on which that free choice was recorded, Europe/London; without it nobody is told of it.',
  })
  voluntaryRecordedOn!: string | null;

  @Disclosed('PROGRAMME/FULL', 'date', { describes: 'Day on which the person took it back, Europe/London.' })
  withdrawnOn!: string | null;

  @Disclosed('RISK_SCORE/FLAG/GROUP_SAFETY', 'boolean', {
    describes: 'Whether something must be minded for the safety of the group: yes or no, without the reason.',
  })
  groupSafetyFlag!: boolean | null;

  @Disclosed('REFERRAL/FULL', 'code', {
    vocabulary: ReferralSource,
    describes: 'How the person came to the programme.',
  })
  referralSource!: keyof typeof ReferralSource | null;

  @Disclosed('REFERRAL/FULL', 'date', { describes: 'Day on which the person was put forward, Europe/London.' })
  referredOn!: string | null;
}
