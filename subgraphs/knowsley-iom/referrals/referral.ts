import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { OffenceClass, Pathway, ReferralSource, ReferralStage } from '../vocabularies';

@KnowsleyRecordOf({
  table: 'referral',
  describes: 'A referral of a person by an organisation of the KIOM to another service, such as mentoring.',
  discloses: 'REFERRAL/FLAG',
})
export class Referral extends PersonRecord {
  @Disclosed('REFERRAL/FULL', 'code', { vocabulary: ReferralStage, describes: 'Offered, accepted or declined.' })
  stage!: keyof typeof ReferralStage | null;

  @Disclosed('REFERRAL/FULL', 'code', { vocabulary: ReferralSource, describes: 'How the referral came about.' })
  source!: keyof typeof ReferralSource | null;

  @Disclosed('REFERRAL/FULL', 'text', { describes: 'Organisation that refers.' })
  fromOrganisation!: string | null;

  @Disclosed('REFERRAL/FULL', 'text', { describes: 'Organisation to which the person is referred.' })
  toOrganisation!: string | null;

  @Disclosed('REFERRAL/FULL', 'date', { describes: 'Day of the referral, Europe/London.' })
  referredOn!: string | null;

  @Disclosed('REFERRAL/FULL', 'date', { describes: 'Day on which it was accepted or declined, Europe/London.' })
  decidedOn!: string | null;

  @Disclosed('REFERRAL/FULL', 'text', { describes: 'Why the person is referred.', filter: false })
  reason!: string | null;

  @Disclosed('REFERRAL/FULL', 'texts', { vocabulary: Pathway, describes: 'Pathways on which help is asked.' })
  pathwaysRequested!: (keyof typeof Pathway)[] | null;

  @Disclosed('OFFENCE/FLAG/RECORD', 'code', {
    vocabulary: OffenceClass,
    describes: 'Class of the main offence, without code or date.',
  })
  offenceClass!: keyof typeof OffenceClass | null;

  @Disclosed('OFFENCE/FLAG/RECORD', 'code', {
    vocabulary: OffenceClass,
    describes:
      'The class as the risk assessment words it for the mentor; not recorded where the mentor is not to know.',
  })
  offenceClassForMentor!: keyof typeof OffenceClass | null;

  @Disclosed('CONSENT/FULL', 'date', {
    describes: 'Day on which the person consented to what this referral shares, Europe/London.',
  })
  consentRecordedOn!: string | null;

  @Disclosed('CONSENT/FULL', 'date', { describes: 'Day on which the person withdrew that consent, Europe/London.' })
  consentWithdrawnOn!: string | null;
}
