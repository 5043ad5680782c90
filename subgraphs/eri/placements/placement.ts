import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { WithProvenance } from '../provenance';
import { PlacementState } from '../vocabularies';

@RecordOf({
  table: 'placement',
  describes: 'A placement of a participant with a local employer, from its offer on. Recorded by ERI staff.',
  discloses: 'EMPLOYMENT_FINANCE/FLAG/EMPLOYABILITY',
})
@WithProvenance('EMPLOYMENT_FINANCE/FLAG/EMPLOYABILITY')
export class Placement {
  @Key()
  id!: string;

  @Disclosed('EMPLOYMENT_FINANCE/FLAG/EMPLOYABILITY', 'reference', { describes: 'Id of the participant (Person.id).' })
  subjectId!: string;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/EMPLOYABILITY', 'text', { describes: 'Name of the employer.' })
  employer!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/EMPLOYABILITY', 'text', {
    describes: 'The employer’s organisation on this hub; null when it has not joined.',
  })
  employerPartner!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/EMPLOYABILITY', 'text', {
    describes: 'Organisation that pays for or supports the placement.',
  })
  supportedBy!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/EMPLOYABILITY', 'text', {
    describes: 'Area of skill that the participant brings.',
  })
  skillArea!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/EMPLOYABILITY', 'text', { describes: 'When the participant can work.' })
  availability!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/EMPLOYABILITY', 'code', {
    vocabulary: PlacementState,
    describes: 'How far the placement has come.',
  })
  state!: keyof typeof PlacementState | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/EMPLOYABILITY', 'date', { describes: 'Day of the offer, Europe/Rome.' })
  offeredOn!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/EMPLOYABILITY', 'date', {
    describes: 'Day on which it was accepted, Europe/Rome.',
  })
  acceptedOn!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/EMPLOYABILITY', 'date', { describes: 'Day on which it ended, Europe/Rome.' })
  endedOn!: string | null;
}
