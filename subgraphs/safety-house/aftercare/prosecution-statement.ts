import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { Provenance } from '../provenance';

@RecordOf({
  table: 'prosecution_statement',
  describes:
    'What the public prosecutor states to the aftercare team, for the housing and work routes. Recorded by Openbaar ' +
    'Ministerie Den Haag.',
  discloses: 'OFFENCE/FLAG/ELIGIBILITY',
})
@Provenance('OFFENCE/FULL/ELIGIBILITY')
export class ProsecutionStatement {
  @Key()
  id!: string;

  @Disclosed('OFFENCE/FLAG/ELIGIBILITY', 'reference', { describes: 'Id of the person concerned (Person.id).' })
  subjectId!: string;

  @Disclosed('OFFENCE/FULL/ELIGIBILITY', 'boolean', { describes: 'Whether prosecutions are outstanding, and no more.' })
  outstandingProsecutions!: boolean | null;

  @Disclosed('OFFENCE/FULL/ELIGIBILITY', 'date', { describes: 'Day of the statement, Europe/Amsterdam.' })
  statedOn!: string | null;
}
