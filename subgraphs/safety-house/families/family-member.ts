import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { Provenance } from '../provenance';

@RecordOf({
  table: 'family_member',
  describes: 'A member of the family of the person concerned. Recorded by youth care.',
  discloses: 'FAMILY_CHILDREN/FULL',
  anchors: { subject: 'subjectId', case: 'caseId' },
})
@Provenance('FAMILY_CHILDREN/FULL')
export class FamilyMember {
  @Key()
  id!: string;

  @Disclosed('FAMILY_CHILDREN/FULL', 'reference', { describes: 'Id of the person concerned (Person.id).' })
  subjectId!: string;

  @Disclosed('FAMILY_CHILDREN/FULL', 'reference', { describes: 'Id of the case.' })
  caseId!: string;

  @Disclosed('FAMILY_CHILDREN/FULL', 'text', { describes: 'Relation to the person concerned.' })
  relation!: string | null;

  @Disclosed('FAMILY_CHILDREN/FULL', 'text', { describes: 'Who has custody of the child.', filter: false })
  custody!: string | null;

  @Disclosed('FAMILY_CHILDREN/FULL', 'text', { describes: 'What contact the family member wishes.', filter: false })
  contactWish!: string | null;

  @Disclosed('FAMILY_CHILDREN/FULL', 'text', { describes: 'Support at school.', filter: false })
  schoolSupport!: string | null;
}
