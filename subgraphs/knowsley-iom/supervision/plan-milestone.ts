import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { MilestoneState, Pathway } from '../vocabularies';

@KnowsleyRecordOf({
  table: 'plan_milestone',
  describes: 'A milestone of a Life Change plan. Recorded by probation.',
  discloses: 'CASE_PLAN/FLAG/PLAN',
})
export class PlanMilestone extends PersonRecord {
  @Disclosed('CASE_PLAN/FLAG/PLAN', 'reference', { describes: 'Id of the plan.' })
  planId!: string | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'text', { describes: 'What is to be reached.', filter: false })
  milestone!: string | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'code', { vocabulary: Pathway, describes: 'On which pathway.' })
  pathway!: keyof typeof Pathway | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'text', { describes: 'Organisation in charge of it.' })
  organisation!: string | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'date', { describes: 'Due day, Europe/London.' })
  due!: string | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'code', { vocabulary: MilestoneState, describes: 'How far it is.' })
  state!: keyof typeof MilestoneState | null;
}
