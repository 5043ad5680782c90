import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { Provenance } from '../provenance';

@RecordOf({
  table: 'aftercare_health_need',
  describes: 'What stands behind the need of care of a client of the aftercare team. Recorded by the aftercare team.',
  discloses: 'HEALTH/FLAG',
})
@Provenance('HEALTH/FULL')
export class AftercareHealthNeed {
  @Key()
  id!: string;

  @Disclosed('HEALTH/FLAG', 'reference', { describes: 'Id of the person concerned (Person.id).' })
  subjectId!: string;

  @Disclosed('HEALTH/FLAG', 'boolean', { describes: 'That care is needed, and no more.' })
  careNeeded!: boolean | null;

  @Disclosed('HEALTH/FULL', 'text', { describes: 'Organisation that provides the care.' })
  provider!: string | null;

  @Disclosed('HEALTH/FULL', 'text', { describes: 'Which care, for its provider alone.', filter: false })
  detail!: string | null;
}
