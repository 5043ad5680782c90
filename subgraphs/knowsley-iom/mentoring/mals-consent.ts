import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';

@KnowsleyRecordOf({
  table: 'mals_consent',
  describes: 'To what a mentee consented: who may be told, what, and for which purpose. Recorded by MALS.',
  discloses: 'CONSENT/FLAG',
})
export class MalsConsent extends PersonRecord {
  @Disclosed('CONSENT/FULL', 'texts', { describes: 'Purposes, as x-purpose names them.' })
  purposes!: string[] | null;

  @Disclosed('CONSENT/FULL', 'texts', { describes: 'Categories of data that the consent names.' })
  categories!: string[] | null;

  @Disclosed('CONSENT/FULL', 'texts', { describes: 'Organisations that may be told.' })
  recipients!: string[] | null;

  @Disclosed('CONSENT/FULL', 'date', { describes: 'Day on which it was given, Europe/London.' })
  givenOn!: string | null;

  @Disclosed('CONSENT/FULL', 'date', { describes: 'First day on which it no longer holds, Europe/London.' })
  expiresOn!: string | null;

  @Disclosed('CONSENT/FULL', 'date', { describes: 'Day on which it was withdrawn, Europe/London.' })
  withdrawnOn!: string | null;

  @Disclosed('CONSENT/FULL', 'text', { describes: 'On paper, by voice or electronically.' })
  form!: string | null;
}
