import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { Provenance } from '../provenance';

@RecordOf({
  table: 'child_concern',
  describes: 'A concern about children around the person concerned. Recorded by youth care.',
  discloses: 'FAMILY_CHILDREN/FLAG',
  anchors: { subject: 'subjectId', case: 'caseId' },
})
@Provenance('FAMILY_CHILDREN/BAND')
export class ChildConcern {
  @Key()
  id!: string;

  @Disclosed('FAMILY_CHILDREN/FLAG', 'reference', { describes: 'Id of the person concerned (Person.id).' })
  subjectId!: string;

  @Disclosed('FAMILY_CHILDREN/FLAG', 'reference', { describes: 'Id of the case.' })
  caseId!: string;

  @Disclosed('FAMILY_CHILDREN/BAND', 'boolean', { describes: 'Whether children are concerned.' })
  childrenConcerned!: boolean | null;

  @Disclosed('FAMILY_CHILDREN/BAND', 'boolean', { describes: 'Whether no contact is wished.' })
  noContactWished!: boolean | null;

  @Disclosed('FAMILY_CHILDREN/BAND', 'boolean', { describes: 'Whether there is a safeguarding concern.' })
  safeguardingConcern!: boolean | null;

  @Disclosed('FAMILY_CHILDREN/FULL', 'text', { describes: 'The concern in words.', filter: false })
  detail!: string | null;
}
