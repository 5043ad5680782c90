import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { Provenance } from '../provenance';
import { NeedState, Pathway } from '../vocabularies';

@RecordOf({
  table: 'pathway_need',
  describes: 'A need of the person on one pathway. Recorded by the participants of the case.',
  discloses: 'PATHWAY_NEEDS/FLAG',
  anchors: { subject: 'subjectId', case: 'caseId' },
})
@Provenance('PATHWAY_NEEDS/FLAG')
export class PathwayNeed {
  @Key()
  id!: string;

  @Disclosed('PATHWAY_NEEDS/FLAG', 'reference', { describes: 'Id of the person concerned (Person.id).' })
  subjectId!: string;

  @Disclosed('PATHWAY_NEEDS/FLAG', 'reference', { describes: 'Id of the case.' })
  caseId!: string;

  @Disclosed('PATHWAY_NEEDS/BAND', 'code', { vocabulary: Pathway, describes: 'Pathway of the need.' })
  need!: keyof typeof Pathway | null;

  @Disclosed('PATHWAY_NEEDS/FULL', 'code', { vocabulary: NeedState, describes: 'Where it stands.' })
  state!: keyof typeof NeedState | null;

  @Disclosed('PATHWAY_NEEDS/FULL', 'text', { describes: 'Who works on it.' })
  provider!: string | null;
}
