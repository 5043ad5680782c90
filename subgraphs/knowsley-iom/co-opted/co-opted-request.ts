import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { Pathway } from '../vocabularies';

// A decision of the joint action group rather than a referral: a referral to mentoring is shown to MALS in full, and
// whom else the person was sent to is none of its business.
@KnowsleyRecordOf({
  table: 'co_opted_request',
  describes:
    'That a co-opted agency is asked to help with one need of a person. Recorded by the partner of KIOM that asks.',
  discloses: 'CASE_PLAN/FLAG/MEETING',
})
export class CoOptedRequest extends PersonRecord {
  @Disclosed('CASE_PLAN/FULL/MEETING', 'text', { describes: 'The agency, as schema/organisations names it.' })
  organisation!: string | null;

  @Disclosed('CASE_PLAN/FULL/MEETING', 'code', { vocabulary: Pathway, describes: 'The pathway of the one need.' })
  pathway!: keyof typeof Pathway | null;

  @Disclosed('CASE_PLAN/FULL/MEETING', 'date', { describes: 'Day on which the agency was asked, Europe/London.' })
  requestedOn!: string | null;

  @Disclosed('CASE_PLAN/FULL/MEETING', 'date', {
    describes: 'First day on which it no longer holds, Europe/London; not recorded while it does.',
  })
  endedOn!: string | null;
}
