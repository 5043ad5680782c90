import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { Provenance } from '../provenance';
import { RouteReason, RouteStatus } from '../vocabularies';

@RecordOf({
  table: 'work_application',
  describes: 'An application for the work route. Recorded by the aftercare team.',
  discloses: 'EMPLOYMENT_FINANCE/FLAG/STATUS',
})
@Provenance('EMPLOYMENT_FINANCE/FULL/STATUS')
export class WorkApplication {
  @Key()
  id!: string;

  @Disclosed('EMPLOYMENT_FINANCE/FLAG/STATUS', 'reference', { describes: 'Id of the person concerned (Person.id).' })
  subjectId!: string;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/STATUS', 'code', {
    vocabulary: RouteStatus,
    describes: 'Where the application stands.',
  })
  status!: keyof typeof RouteStatus | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/STATUS', 'boolean', {
    describes: 'Whether the person is eligible, by the rule in `definition`.',
  })
  eligible!: boolean | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/STATUS', 'texts', {
    vocabulary: RouteReason,
    describes: 'Every reason why not. It never leaves the aftercare team.',
  })
  reasons!: (keyof typeof RouteReason)[] | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/STATUS', 'date', {
    describes: 'Day on which it was decided, Europe/Amsterdam.',
  })
  decidedOn!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/STATUS', 'boolean', { describes: 'Whether a mentor goes along.' })
  mentoring!: boolean | null;
}
