import { Column } from 'typeorm';

import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { Pathway, SessionMode } from '../vocabularies';

// Its existence is FULL: whoever is given only counts reads MentoringSummary and no single session.
@KnowsleyRecordOf({
  table: 'mentoring_session',
  describes: 'A mentoring session. Recorded by MALS.',
  discloses: 'MENTORING_RECORD/FULL/SESSIONS',
})
export class MentoringSession extends PersonRecord {
  @Disclosed('MENTORING_RECORD/FULL/SESSIONS', 'date', { describes: 'Day of the session, Europe/London.' })
  heldOn!: string | null;

  @Disclosed('MENTORING_RECORD/FULL/SESSIONS', 'code', { vocabulary: SessionMode, describes: 'How it was held.' })
  mode!: keyof typeof SessionMode | null;

  @Disclosed('MENTORING_RECORD/FULL/SESSIONS', 'number', { describes: 'Length in hours, in quarters of an hour.' })
  durationHours!: number | null;

  @Disclosed('MENTORING_RECORD/FULL/SESSIONS', 'texts', {
    vocabulary: Pathway,
    describes: 'Pathways that it was about.',
  })
  pathwaysSupported!: (keyof typeof Pathway)[] | null;

  @Disclosed('MENTOR_NOTES/FULL', 'text', { describes: 'The mentor’s own notes: a confidence.', filter: false })
  notes!: string | null;

  /** Pseudonym of the mentor who wrote the notes; for predicates, never shown. */
  @Column('text', { nullable: true })
  author!: string | null;
}
