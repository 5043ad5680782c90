import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { Provenance } from '../provenance';
import { ReferralDecision, ReferralSource } from '../vocabularies';

@RecordOf({
  table: 'case_referral',
  describes: 'A referral of a person to the Safety House. Recorded by the organisation that refers.',
  discloses: 'REFERRAL/FLAG',
  anchors: { subject: 'subjectId', case: 'caseId' },
})
@Provenance('REFERRAL/FLAG')
export class CaseReferral {
  @Key()
  id!: string;

  @Disclosed('REFERRAL/FLAG', 'reference', { describes: 'Id of the person concerned (Person.id).' })
  subjectId!: string;

  @Disclosed('REFERRAL/FLAG', 'reference', { describes: 'Id of the case.' })
  caseId!: string;

  @Disclosed('REFERRAL/FULL', 'text', { describes: 'Organisation that referred the person.' })
  referredBy!: string | null;

  @Disclosed('REFERRAL/FULL', 'code', { vocabulary: ReferralSource, describes: 'Where the referral comes from.' })
  source!: keyof typeof ReferralSource | null;

  @Disclosed('REFERRAL/FULL', 'date', { describes: 'Day of the referral, Europe/Amsterdam.' })
  referredOn!: string | null;

  @Disclosed('REFERRAL/FULL', 'text', { describes: 'Why the person was referred.', filter: false })
  reason!: string | null;

  @Disclosed('REFERRAL/FULL', 'code', { vocabulary: ReferralDecision, describes: 'What the Safety House decided.' })
  decision!: keyof typeof ReferralDecision | null;
}
