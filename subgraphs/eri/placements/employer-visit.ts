import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { WithProvenance } from '../provenance';

// Neither skills, nor availability, nor a scholarship: no partner is told of a visit, nor one employer of another.
@RecordOf({
  table: 'employer_visit',
  describes: 'A visit of a participant to a local employer, arranged by ERI. Recorded by ERI staff.',
  discloses: 'EMPLOYMENT_FINANCE/FLAG/STATUS',
})
@WithProvenance('EMPLOYMENT_FINANCE/FLAG/STATUS')
export class EmployerVisit {
  @Key()
  id!: string;

  @Disclosed('EMPLOYMENT_FINANCE/FLAG/STATUS', 'reference', { describes: 'Id of the participant (Person.id).' })
  subjectId!: string;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/STATUS', 'text', { describes: 'Name of the employer.' })
  employer!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/STATUS', 'text', { describes: 'Area of skill that was shown.' })
  skillArea!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/STATUS', 'date', { describes: 'Day of the visit, Europe/Rome.' })
  visitedOn!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/STATUS', 'reference', {
    describes: 'Id of the placement to which it led; null: to none.',
  })
  placementId!: string | null;
}
