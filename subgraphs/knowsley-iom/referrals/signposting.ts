import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { Pathway } from '../vocabularies';

@KnowsleyRecordOf({
  table: 'signposting',
  describes: 'That a client was pointed to an agency for something that stands in the way. Recorded by MALS.',
  discloses: 'REFERRAL/FLAG',
  single: 'signposting',
  plural: 'signpostings',
})
export class Signposting extends PersonRecord {
  @Disclosed('REFERRAL/FULL', 'date', { describes: 'Day of the session in which it was done, Europe/London.' })
  sessionOn!: string | null;

  @Disclosed('REFERRAL/FULL', 'code', { vocabulary: Pathway, describes: 'Pathway on which the barrier lies.' })
  barrierPathway!: keyof typeof Pathway | null;

  @Disclosed('REFERRAL/FULL', 'text', { describes: 'Agency to which the client was pointed.' })
  agency!: string | null;

  @Disclosed('REFERRAL/FULL', 'boolean', { describes: 'Whether the client wished to go there.' })
  acceptedByPerson!: boolean | null;
}
