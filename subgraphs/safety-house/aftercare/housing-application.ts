import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { Provenance } from '../provenance';
import { PlacementReason, RouteReason, RouteStatus } from '../vocabularies';

/** The levels part what a provider may be told (BAND) from what never leaves the team (FULL). */
@RecordOf({
  table: 'housing_application',
  describes: 'An application for the housing route: four months of assisted living. Recorded by the aftercare team.',
  discloses: 'HOUSING/FLAG',
})
@Provenance('HOUSING/FULL')
export class HousingApplication {
  @Key()
  id!: string;

  @Disclosed('HOUSING/FLAG', 'reference', { describes: 'Id of the person concerned (Person.id).' })
  subjectId!: string;

  @Disclosed('HOUSING/BAND', 'text', { describes: 'What place is asked for, and from when.', filter: false })
  placementRequest!: string | null;

  @Disclosed('HOUSING/BAND', 'code', { vocabulary: RouteStatus, describes: 'Where the application stands.' })
  status!: keyof typeof RouteStatus | null;

  @Disclosed('HOUSING/BAND', 'boolean', { describes: 'Whether the person is eligible, by the rule in `definition`.' })
  eligible!: boolean | null;

  @Disclosed('HOUSING/BAND', 'texts', {
    vocabulary: PlacementReason,
    describes: 'Why not, as far as it is age or homelessness.',
  })
  placementReasons!: (keyof typeof PlacementReason)[] | null;

  @Disclosed('HOUSING/FULL', 'texts', {
    vocabulary: RouteReason,
    describes: 'Every reason why not. It never leaves the aftercare team.',
  })
  reasons!: (keyof typeof RouteReason)[] | null;

  @Disclosed('HOUSING/FULL', 'date', { describes: 'Day on which it was decided, Europe/Amsterdam.' })
  decidedOn!: string | null;

  @Disclosed('HOUSING/FULL', 'boolean', { describes: 'Whether the person is homeless.' })
  homeless!: boolean | null;

  @Disclosed('HOUSING/FULL', 'text', { describes: 'Organisation that is asked for the place.' })
  provider!: string | null;

  @Disclosed('HOUSING/FULL', 'boolean', { describes: 'Whether the four months were extended.' })
  extended!: boolean | null;
}
