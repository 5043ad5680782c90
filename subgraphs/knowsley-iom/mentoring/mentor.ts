import { Column } from 'typeorm';

import { Disclosed, Related } from '../../common/records/decorators';
import { KnowsleyRecord, KnowsleyRecordOf } from '../records/knowsley-record';
import { MentorTraining } from './mentor-training';

@KnowsleyRecordOf({
  table: 'mentor',
  describes: 'A volunteer mentor of MALS. Recorded by MALS.',
  discloses: 'STAFF/FLAG',
  subject: 'none',
})
export class Mentor extends KnowsleyRecord {
  @Disclosed('STAFF/FULL', 'text', { describes: 'Given name.' })
  givenName!: string | null;

  @Disclosed('STAFF/FULL', 'text', { describes: 'Whether the mentor is in training, active or resting.' })
  status!: string | null;

  @Disclosed('STAFF/FULL', 'boolean', { describes: 'Whether the mentor has offended in the past.' })
  exOffender!: boolean | null;

  @Disclosed('STAFF/FULL', 'number', { describes: 'Hours of training in all.' })
  trainingHours!: number | null;

  @Disclosed('STAFF/FULL', 'text', { describes: 'State of the personal development plan.' })
  developmentPlan!: string | null;

  @Disclosed('STAFF/FULL', 'date', { describes: 'Last supervision meeting, Europe/London.' })
  supervisedOn!: string | null;

  @Disclosed('STAFF/FULL', 'text', { describes: 'Certificate of mentoring that the mentor holds, in words.' })
  certification!: string | null;

  @Disclosed('STAFF/FULL', 'text', { describes: 'What the mentor needs of supervision, in words.', filter: false })
  supervisionNeeds!: string | null;

  @Related('STAFF/FLAG', () => MentorTraining, { targetKey: 'mentorId', describes: 'Trainings that the mentor took.' })
  trainings!: MentorTraining[];

  /** Pseudonym of the mentor as a requester; for predicates, never shown. */
  @Column('text', { nullable: true })
  person!: string | null;
}
