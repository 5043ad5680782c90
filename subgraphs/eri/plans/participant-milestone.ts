import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { WithProvenance } from '../provenance';
import { MilestoneState, Pathway } from '../vocabularies';

@RecordOf({
  table: 'participant_milestone',
  describes: 'A milestone of a participant’s Life Change plan. Recorded by ERI staff.',
  discloses: 'CASE_PLAN/FLAG/PLAN',
})
@WithProvenance('CASE_PLAN/FLAG/PLAN')
export class ParticipantMilestone {
  @Key()
  id!: string;

  @Disclosed('CASE_PLAN/FLAG/PLAN', 'reference', { describes: 'Id of the participant (Person.id).' })
  subjectId!: string;

  @Disclosed('CASE_PLAN/FLAG/PLAN', 'reference', { describes: 'Id of the plan.' })
  planId!: string | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'text', { filter: false, describes: 'What is to be reached.' })
  milestone!: string | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'code', { vocabulary: Pathway, describes: 'On which pathway.' })
  pathway!: keyof typeof Pathway | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'text', { describes: 'Organisation in charge of it.' })
  organisation!: string | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'date', { describes: 'Due day, Europe/Rome.' })
  due!: string | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'code', { vocabulary: MilestoneState, describes: 'How far it is.' })
  state!: keyof typeof MilestoneState | null;
}
