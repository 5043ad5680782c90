import { Column } from 'typeorm';

import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';

@KnowsleyRecordOf({
  table: 'mals_disclosure',
  describes:
    'Something that a mentee confided, such as an unreported crime, and what was decided on it. Recorded by MALS.',
  discloses: 'MENTOR_NOTES/FLAG',
})
export class MalsDisclosure extends PersonRecord {
  @Disclosed('MENTOR_NOTES/FULL', 'text', { describes: 'What kind of thing was confided.' })
  kind!: string | null;

  @Disclosed('MENTOR_NOTES/FULL', 'date', { describes: 'Day on which it was heard, Europe/London.' })
  heardOn!: string | null;

  @Disclosed('MENTOR_NOTES/FULL', 'text', { describes: 'What was confided.', filter: false })
  content!: string | null;

  @Disclosed('MENTOR_NOTES/FULL', 'boolean', { describes: 'Whether it points to serious harm.' })
  seriousHarm!: boolean | null;

  @Disclosed('MENTOR_NOTES/FULL', 'text', { describes: 'What the MALS manager decided.', filter: false })
  decision!: string | null;

  @Disclosed('MENTOR_NOTES/FULL', 'text', { describes: 'Why it was released: SERIOUS_HARM or AGREED_BY_PERSON.' })
  releasedFor!: string | null;

  @Disclosed('MENTOR_NOTES/FULL', 'text', { describes: 'Organisation to which it was reported; not recorded before.' })
  reportedTo!: string | null;

  @Disclosed('MENTOR_NOTES/FULL', 'instant', { describes: 'When the MALS manager released it, UTC.' })
  releasedAt!: Date | null;

  /** Pseudonym of the mentor who recorded it; for predicates, never shown. */
  @Column('text', { nullable: true })
  author!: string | null;
}
