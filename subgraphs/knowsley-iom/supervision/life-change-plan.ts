import { Disclosed, Related } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { PlanMilestone } from './plan-milestone';

@KnowsleyRecordOf({
  table: 'life_change_plan',
  describes: 'A supervised person’s Life Change plan of twelve months. Recorded by probation.',
  discloses: 'CASE_PLAN/FLAG/PLAN',
})
export class LifeChangePlan extends PersonRecord {
  @Disclosed('CASE_PLAN/FULL/PLAN', 'date', { describes: 'First day, Europe/London.' })
  plannedFrom!: string | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'date', { describes: 'Last day, Europe/London.' })
  plannedUntil!: string | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'text', { describes: 'What the plan is to reach.', filter: false })
  goal!: string | null;

  @Related('CASE_PLAN/FLAG/PLAN', () => PlanMilestone, { targetKey: 'planId', describes: 'Milestones of this plan.' })
  milestones!: PlanMilestone[];
}
