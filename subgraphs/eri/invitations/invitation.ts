import { Disclosed, Key, RecordOf, Related } from '../../common/records/decorators';
import { WithProvenance } from '../provenance';
import { AgeBand, ItalianLegalStatus, Pathway } from '../vocabularies';
import { InvitationConsent } from './invitation-consent';

@RecordOf({
  table: 'invitation',
  describes:
    'An invitation to the Italian Life Change Programme, with what the inviting service said of the person in it. ' +
    'Recorded by CISAP, Social services Turin District 1 or UEPE; taking part is the person’s own decision.',
  discloses: 'REFERRAL/FLAG',
})
@WithProvenance('REFERRAL/FLAG')
export class Invitation {
  @Key()
  id!: string;

  @Disclosed('REFERRAL/FLAG', 'reference', { describes: 'Id of the person invited (Person.id).' })
  subjectId!: string;

  @Disclosed('REFERRAL/FULL', 'text', { describes: 'Organisation that invited: cisap, turin-d1 or uepe.' })
  invitedBy!: string | null;

  @Disclosed('REFERRAL/FULL', 'date', { describes: 'Day of the invitation, Europe/Rome.' })
  invitedOn!: string | null;

  @Disclosed('REFERRAL/FULL', 'boolean', { describes: 'Whether the person accepted; null while not answered.' })
  accepted!: boolean | null;

  @Disclosed('REFERRAL/FULL', 'date', { describes: 'Day on which the person answered, Europe/Rome.' })
  answeredOn!: string | null;

  @Disclosed('IDENTITY/FULL/GIVEN_NAME', 'text', { describes: 'Given name, as the inviting service stated it.' })
  givenName!: string | null;

  @Disclosed('IDENTITY/FULL/NAME', 'text', { describes: 'Family name, as the inviting service stated it.' })
  name!: string | null;

  @Disclosed('IDENTITY/FULL/IDENTIFIERS', 'date', { describes: 'Date of birth, as the inviting service stated it.' })
  birthDate!: string | null;

  @Disclosed('CONTACT/FULL/CHANNEL', 'text', { describes: 'Telephone number at which the person may be called.' })
  phone!: string | null;

  @Disclosed('CONTACT/FULL/CHANNEL', 'text', { describes: 'Way of contact that the person agreed to.' })
  agreedChannel!: string | null;

  @Disclosed('DEMOGRAPHIC/BAND', 'code', { vocabulary: AgeBand, describes: 'Age band on the day of the invitation.' })
  ageBand!: keyof typeof AgeBand | null;

  @Disclosed('PATHWAY_NEEDS/FULL', 'texts', {
    vocabulary: Pathway,
    describes: 'Basic needs that the inviting service stated.',
  })
  basicNeeds!: readonly (keyof typeof Pathway)[] | null;

  @Disclosed('CUSTODY/BAND/STATUS', 'code', {
    vocabulary: ItalianLegalStatus,
    describes: 'Legal status, without dates or places.',
  })
  legalStatus!: keyof typeof ItalianLegalStatus | null;

  @Disclosed('CUSTODY/BAND/RELEASE', 'month', { describes: 'Month of release, YYYY-MM, past or expected.' })
  releaseMonth!: string | null;

  @Disclosed('RISK_SCORE/FLAG/GROUP_SAFETY', 'boolean', {
    describes: 'Whether something must be minded for the safety of a group.',
  })
  groupSafetyFlag!: boolean | null;

  @Disclosed('HEALTH/FULL', 'text', {
    filter: false,
    describes: 'Health need that the inviting service stated, in its words.',
  })
  healthNeed!: string | null;

  @Related('CONSENT/FLAG', () => InvitationConsent, {
    targetKey: 'invitationId',
    describes: 'Consents given with this invitation.',
  })
  consents!: InvitationConsent[];
}
