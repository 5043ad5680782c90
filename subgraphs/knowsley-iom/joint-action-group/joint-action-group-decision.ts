import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';

// The action is BAND and what was decided FULL: an agency that is to do something is told no more than that.
@KnowsleyRecordOf({
  table: 'joint_action_group_decision',
  describes: 'What the joint action group decided about a person, and who is to do it. Recorded by the KIOM team.',
  discloses: 'CASE_PLAN/FLAG/MEETING',
})
export class JointActionGroupDecision extends PersonRecord {
  @Disclosed('CASE_PLAN/FULL/MEETING', 'date', { describes: 'Day of the meeting, Europe/London.' })
  meetingDate!: string | null;

  @Disclosed('CASE_PLAN/FULL/MEETING', 'text', { describes: 'What was decided.', filter: false })
  decision!: string | null;

  @Disclosed('CASE_PLAN/BAND/MEETING', 'text', { describes: 'What is to be done.', filter: false })
  action!: string | null;

  @Disclosed('CASE_PLAN/BAND/MEETING', 'text', { describes: 'Organisation that is to do it.' })
  organisation!: string | null;

  @Disclosed('CASE_PLAN/BAND/MEETING', 'date', { describes: 'Day by which it is to be done, Europe/London.' })
  due!: string | null;
}
