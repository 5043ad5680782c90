import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';

@KnowsleyRecordOf({
  table: 'pathway_consent',
  describes:
    'That a person consents to one co-opted agency being told, for the service on a pathway. Recorded by the partner of KIOM that tells.',
  discloses: 'CONSENT/FLAG',
})
export class PathwayConsent extends PersonRecord {
  @Disclosed('CONSENT/FULL', 'text', { describes: 'The one agency that may be told.' })
  recipient!: string | null;

  @Disclosed('CONSENT/FULL', 'texts', {
    describes: 'Categories of data that the consent names; health only where it stands here.',
  })
  categories!: string[] | null;

  @Disclosed('CONSENT/FULL', 'date', { describes: 'Day on which it was given, Europe/London.' })
  givenOn!: string | null;

  @Disclosed('CONSENT/FULL', 'date', { describes: 'First day on which it no longer holds, Europe/London.' })
  expiresOn!: string | null;

  @Disclosed('CONSENT/FULL', 'date', { describes: 'Day on which it was withdrawn, Europe/London.' })
  withdrawnOn!: string | null;

  @Disclosed('CONSENT/FULL', 'text', { describes: 'On paper, by voice or electronically.' })
  form!: string | null;
}
