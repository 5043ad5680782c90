import { Column } from 'typeorm';

import { Disclosed, Related } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { Mentor } from './mentor';

@KnowsleyRecordOf({
  table: 'mentoring_match',
  describes: 'That a mentor works with a mentee. Recorded by MALS.',
  discloses: 'MENTORING_RECORD/FLAG/SESSIONS',
  plural: 'mentoringMatches',
})
export class MentoringMatch extends PersonRecord {
  @Disclosed('MENTORING_RECORD/FULL/SESSIONS', 'date', { describes: 'First day of the match, Europe/London.' })
  matchedFrom!: string | null;

  @Disclosed('MENTORING_RECORD/FULL/SESSIONS', 'date', {
    describes: 'Last day of the match, Europe/London; not recorded while it lasts.',
  })
  matchedUntil!: string | null;

  @Disclosed('MENTORING_RECORD/FULL/SESSIONS', 'integer', {
    describes: 'Months for which the mentor committed themselves.',
  })
  commitmentMonths!: number | null;

  @Related('STAFF/FLAG', () => Mentor, { targetKey: 'id', by: 'mentorId', many: false, describes: 'The mentor.' })
  mentor!: Mentor | null;

  /** For the relation and for predicates; who mentors is disclosed by `mentor` alone. */
  @Column('text', { nullable: true })
  mentorId!: string | null;
}
