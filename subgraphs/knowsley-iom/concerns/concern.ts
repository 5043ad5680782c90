import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';

@KnowsleyRecordOf({
  table: 'concern',
  describes:
    'Something in the work with a person that does not go as it should, who is to put it right and by when (the ' +
    'troubleshooting of the partnership). Recorded by the KIOM team.',
  discloses: 'CASE_PLAN/FLAG/MEETING',
})
export class Concern extends PersonRecord {
  @Disclosed('CASE_PLAN/FULL/MEETING', 'text', { describes: 'What it is about.', filter: false })
  about!: string | null;

  @Disclosed('CASE_PLAN/FULL/MEETING', 'text', { describes: 'Organisation that raised it.' })
  raisedBy!: string | null;

  @Disclosed('CASE_PLAN/FULL/MEETING', 'date', { describes: 'Day on which it was raised, Europe/London.' })
  raisedOn!: string | null;

  @Disclosed('CASE_PLAN/FULL/MEETING', 'text', { describes: 'Organisation that is to put it right.' })
  owner!: string | null;

  @Disclosed('CASE_PLAN/FULL/MEETING', 'date', { describes: 'Day by which it is to be put right, Europe/London.' })
  due!: string | null;

  @Disclosed('CASE_PLAN/FULL/MEETING', 'text', {
    describes: 'Organisation to which it went because the owner could not put it right; not recorded before that.',
  })
  escalatedTo!: string | null;

  @Disclosed('CASE_PLAN/FULL/MEETING', 'text', {
    describes: 'How it was put right; not recorded while it is open.',
    filter: false,
  })
  resolution!: string | null;
}
