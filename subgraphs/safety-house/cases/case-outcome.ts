import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { Provenance } from '../provenance';
import { CaseStage } from '../vocabularies';

@RecordOf({
  table: 'case_outcome',
  describes: 'An outcome of a case, as evaluated. Recorded by the process manager.',
  discloses: 'OUTCOME/FLAG/OTHER',
  anchors: { subject: 'subjectId', case: 'caseId' },
})
@Provenance('OUTCOME/FLAG/OTHER')
export class CaseOutcome {
  @Key()
  id!: string;

  @Disclosed('OUTCOME/FLAG/OTHER', 'reference', { describes: 'Id of the person concerned (Person.id).' })
  subjectId!: string;

  @Disclosed('OUTCOME/FLAG/OTHER', 'reference', { describes: 'Id of the case.' })
  caseId!: string;

  @Disclosed('OUTCOME/BAND/OTHER', 'code', { vocabulary: CaseStage, describes: 'Stage at which it was established.' })
  stage!: keyof typeof CaseStage | null;

  @Disclosed('OUTCOME/FULL/OTHER', 'text', { describes: 'What was looked at.' })
  indicator!: string | null;

  @Disclosed('OUTCOME/FULL/OTHER', 'text', { describes: 'What was found.', filter: false })
  result!: string | null;

  @Disclosed('OUTCOME/FULL/REOFFENDING', 'boolean', {
    describes:
      'Whether custody began again for a new offence (the Dutch definition; recall, remand and unpaid fines are none).',
  })
  reoffending!: boolean | null;
}
