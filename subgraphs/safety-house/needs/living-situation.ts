import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { Provenance } from '../provenance';

@RecordOf({
  table: 'living_situation',
  describes: 'Where the person lives and on what. Recorded by the municipality and the participants of the case.',
  discloses: 'HOUSING/FLAG',
  anchors: { subject: 'subjectId', case: 'caseId' },
})
@Provenance('HOUSING/FLAG')
export class LivingSituation {
  @Key()
  id!: string;

  @Disclosed('HOUSING/FLAG', 'reference', { describes: 'Id of the person concerned (Person.id).' })
  subjectId!: string;

  @Disclosed('HOUSING/FLAG', 'reference', { describes: 'Id of the case.' })
  caseId!: string;

  @Disclosed('HOUSING/FULL', 'text', { describes: 'Where and how the person lives.', filter: false })
  housing!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/STATUS', 'text', { describes: 'Work or other activity by day.', filter: false })
  dayActivity!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/STATUS', 'text', { describes: 'Debts, in words.', filter: false })
  debts!: string | null;

  @Disclosed('HOUSING/FULL', 'text', {
    describes: 'Where the sources of the record disagree: both versions, each with its source.',
    filter: false,
  })
  contradiction!: string | null;
}
