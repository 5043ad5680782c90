import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { Provenance } from '../provenance';

@RecordOf({
  table: 'probation_statement',
  describes: 'What probation states to the aftercare team, for the housing route. Recorded by Reclassering.',
  discloses: 'OFFENCE/FLAG/ELIGIBILITY',
})
@Provenance('OFFENCE/FULL/ELIGIBILITY')
export class ProbationStatement {
  @Key()
  id!: string;

  @Disclosed('OFFENCE/FLAG/ELIGIBILITY', 'reference', { describes: 'Id of the person concerned (Person.id).' })
  subjectId!: string;

  @Disclosed('OFFENCE/FULL/ELIGIBILITY', 'boolean', { describes: 'Whether the person is on probation, and no more.' })
  onProbation!: boolean | null;

  @Disclosed('OFFENCE/FULL/ELIGIBILITY', 'date', { describes: 'Day of the statement, Europe/Amsterdam.' })
  statedOn!: string | null;
}
