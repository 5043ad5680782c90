import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { SessionMode } from '../vocabularies';

// A facet of its own: whoever is told the dates and hours of mentoring is not told that somebody called for help.
@KnowsleyRecordOf({
  table: 'helpline_contact',
  describes: 'A contact of a client with the helpline of MALS. Recorded by MALS.',
  discloses: 'MENTORING_RECORD/FULL/HELPLINE',
})
export class HelplineContact extends PersonRecord {
  @Disclosed('MENTORING_RECORD/FULL/HELPLINE', 'instant', { describes: 'When it began, UTC.' })
  contactedAt!: Date | null;

  @Disclosed('MENTORING_RECORD/FULL/HELPLINE', 'integer', { describes: 'Length in minutes.' })
  minutes!: number | null;

  @Disclosed('MENTORING_RECORD/FULL/HELPLINE', 'code', { vocabulary: SessionMode, describes: 'How it was held.' })
  mode!: keyof typeof SessionMode | null;

  @Disclosed('MENTORING_RECORD/FULL/HELPLINE', 'text', { describes: 'What kind of contact it was, in a word.' })
  kind!: string | null;

  @Disclosed('MENTORING_RECORD/FULL/HELPLINE', 'text', {
    describes: 'Organisation or person to whom it was handed; not recorded where it ended there.',
  })
  handedTo!: string | null;

  @Disclosed('MENTORING_RECORD/FULL/HELPLINE', 'boolean', { describes: 'Whether it pointed to serious harm.' })
  seriousHarm!: boolean | null;

  @Disclosed('MENTOR_NOTES/FULL', 'text', { describes: 'What was said: a confidence.', filter: false })
  content!: string | null;
}
