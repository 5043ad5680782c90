import { Disclosed, Key, RecordOf, Related } from '../../common/records/decorators';
import { WithProvenance } from '../provenance';
import { ParticipantMilestone } from './participant-milestone';

@RecordOf({
  table: 'participant_plan',
  describes: 'A participant’s Life Change plan of twelve months. Recorded by ERI staff.',
  discloses: 'CASE_PLAN/FLAG/PLAN',
})
@WithProvenance('CASE_PLAN/FLAG/PLAN')
export class ParticipantPlan {
  @Key()
  id!: string;

  @Disclosed('CASE_PLAN/FLAG/PLAN', 'reference', { describes: 'Id of the participant (Person.id).' })
  subjectId!: string;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'date', { describes: 'First day, Europe/Rome.' })
  plannedFrom!: string | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'date', { describes: 'Last day, Europe/Rome.' })
  plannedUntil!: string | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'text', { filter: false, describes: 'What the plan is to reach.' })
  goal!: string | null;

  @Related('CASE_PLAN/FLAG/PLAN', () => ParticipantMilestone, {
    targetKey: 'planId',
    describes: 'Milestones of this plan.',
  })
  milestones!: ParticipantMilestone[];
}
