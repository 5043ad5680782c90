import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';

@KnowsleyRecordOf({
  table: 'meeting_constraint',
  describes:
    'What somebody who meets the person must know of orders: yes or no, never the order itself. Recorded by probation.',
  discloses: 'CUSTODY/FLAG/MEETING_CONSTRAINTS',
})
export class MeetingConstraint extends PersonRecord {
  @Disclosed('CUSTODY/FLAG/MEETING_CONSTRAINTS', 'boolean', { describes: 'Whether there is an area to keep out of.' })
  exclusionArea!: boolean | null;

  @Disclosed('CUSTODY/FLAG/MEETING_CONSTRAINTS', 'boolean', { describes: 'Whether there are people not to be met.' })
  nonAssociation!: boolean | null;
}
