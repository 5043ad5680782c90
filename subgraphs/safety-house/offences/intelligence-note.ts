import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { Provenance } from '../provenance';

@RecordOf({
  table: 'intelligence_note',
  describes: 'A note of intelligence of the police. Recorded by Politie Haaglanden.',
  discloses: 'POLICE_INTELLIGENCE/FLAG',
})
@Provenance('POLICE_INTELLIGENCE/FULL')
export class IntelligenceNote {
  @Key()
  id!: string;

  @Disclosed('POLICE_INTELLIGENCE/FLAG', 'reference', { describes: 'Id of the person concerned (Person.id).' })
  subjectId!: string;

  @Disclosed('POLICE_INTELLIGENCE/FLAG', 'boolean', { describes: 'That intelligence exists, and no more.' })
  intelligenceExists!: boolean | null;

  @Disclosed('POLICE_INTELLIGENCE/FULL', 'text', { describes: 'The note.', filter: false })
  text!: string | null;
}
