import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';

@KnowsleyRecordOf({
  table: 'mentoring_summary',
  describes:
    'How many sessions and hours of mentoring a person had: counts without a single session. Computed from MALS’ sessions.',
  discloses: 'MENTORING_RECORD/FLAG/SESSIONS',
  single: 'mentoringSummary',
  plural: 'mentoringSummaries',
})
export class MentoringSummary extends PersonRecord {
  @Disclosed('MENTORING_RECORD/BAND/SESSIONS', 'integer', { describes: 'Number of sessions.' })
  sessions!: number | null;

  @Disclosed('MENTORING_RECORD/BAND/SESSIONS', 'number', { describes: 'Hours in all.' })
  hours!: number | null;

  @Disclosed('MENTORING_RECORD/BAND/SESSIONS', 'date', { describes: 'Day of the last session, Europe/London.' })
  lastSeen!: string | null;
}
