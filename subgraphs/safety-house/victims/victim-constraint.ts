import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { Provenance } from '../provenance';

@RecordOf({
  table: 'victim_constraint',
  describes:
    'What protects a victim from the person concerned, without the victim. Recorded by police, public prosecutor or probation.',
  discloses: 'VICTIM/FLAG',
  anchors: { subject: 'subjectId', case: 'caseId' },
})
@Provenance('VICTIM/BAND')
export class VictimConstraint {
  @Key()
  id!: string;

  @Disclosed('VICTIM/FLAG', 'reference', { describes: 'Id of the person concerned (Person.id).' })
  subjectId!: string;

  @Disclosed('VICTIM/FLAG', 'reference', { describes: 'Id of the case.' })
  caseId!: string;

  @Disclosed('VICTIM/BAND', 'text', { describes: 'Area to stay away from.', filter: false })
  protectedArea!: string | null;

  @Disclosed('VICTIM/BAND', 'boolean', { describes: 'Whether contact is banned.' })
  noContact!: boolean | null;

  @Disclosed('VICTIM/FULL', 'text', {
    describes: 'Why, in the words of the one who recorded it. For victim liaison alone.',
    filter: false,
  })
  reason!: string | null;
}
