import { Column } from 'typeorm';

import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecord, KnowsleyRecordOf } from '../records/knowsley-record';

@KnowsleyRecordOf({
  table: 'mentor_training',
  describes: 'A training that a mentor took. Recorded by MALS.',
  discloses: 'STAFF/FLAG',
  subject: 'none',
})
export class MentorTraining extends KnowsleyRecord {
  @Disclosed('STAFF/FULL', 'text', { describes: 'What it was about.' })
  subjectMatter!: string | null;

  @Disclosed('STAFF/FULL', 'date', { describes: 'Day of the training, Europe/London.' })
  heldOn!: string | null;

  @Disclosed('STAFF/FULL', 'number', { describes: 'Hours of it.' })
  hours!: number | null;

  /** For the relation; the mentor leads to the trainings. */
  @Column('text')
  mentorId!: string;
}
