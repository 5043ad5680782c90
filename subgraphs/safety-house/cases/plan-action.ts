import { Column } from 'typeorm';

import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { Provenance } from '../provenance';
import { PlanActionStatus, PlanHorizon } from '../vocabularies';

@RecordOf({
  table: 'plan_action',
  describes: 'An action of the reintegration plan of a case. Recorded by the organisation that carries it out.',
  discloses: 'CASE_PLAN/FLAG/PLAN',
  anchors: { subject: 'subjectId', case: 'caseId' },
})
@Provenance('CASE_PLAN/FLAG/PLAN')
export class PlanAction {
  @Key()
  id!: string;

  @Disclosed('CASE_PLAN/FLAG/PLAN', 'reference', { describes: 'Id of the person concerned (Person.id).' })
  subjectId!: string;

  @Disclosed('CASE_PLAN/FLAG/PLAN', 'reference', { describes: 'Id of the case.' })
  caseId!: string;

  @Disclosed('CASE_PLAN/BAND/PLAN', 'code', { vocabulary: PlanHorizon, describes: 'Short or longer term.' })
  horizon!: keyof typeof PlanHorizon | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'text', { describes: 'What the action is to achieve.', filter: false })
  goal!: string | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'text', { describes: 'What is done.', filter: false })
  action!: string | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'text', { describes: 'Who does it, in the words of the plan.' })
  organisation!: string | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'date', { describes: 'When it is due, Europe/Amsterdam.' })
  due!: string | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'code', { vocabulary: PlanActionStatus, describes: 'Where it stands.' })
  status!: keyof typeof PlanActionStatus | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'text', { describes: 'What the review found of its impact.', filter: false })
  impactReview!: string | null;

  /** Whether it concerns the victim. Decides who sees; not shown. */
  @Column('boolean', { nullable: true })
  concernsVictim!: boolean | null;
}
