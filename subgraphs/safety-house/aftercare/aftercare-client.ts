import { Disclosed, Key, RecordOf, Related } from '../../common/records/decorators';
import { Provenance } from '../provenance';
import { AftercareHealthNeed } from './aftercare-health-need';
import { AftercareNeed } from './aftercare-need';
import { HousingApplication } from './housing-application';
import { ProbationStatement } from './probation-statement';
import { ProsecutionStatement } from './prosecution-statement';
import { WorkApplication } from './work-application';

/** Key and person are one: an aftercare client's id is Person.id. */
@RecordOf({
  table: 'aftercare_client',
  describes:
    'A prisoner who is to be released, as the aftercare team (nazorg) knows the person from the notices of the prison ' +
    'and, once the person agreed, from its own work. Recorded by the aftercare team.',
  discloses: 'IDENTITY/FLAG/GIVEN_NAME',
  anchors: { subject: 'id' },
})
@Provenance('AFTERCARE/FULL')
export class AftercareClient {
  @Key()
  id!: string;

  @Disclosed('IDENTITY/FULL/GIVEN_NAME', 'text', { describes: 'Given name.' })
  givenName!: string | null;

  @Disclosed('IDENTITY/FULL/NAME', 'text', { describes: 'Full name.' })
  name!: string | null;

  @Disclosed('IDENTITY/FULL/IDENTIFIERS', 'date', { describes: 'Date of birth.' })
  birthDate!: string | null;

  @Disclosed('DEMOGRAPHIC/FULL', 'integer', { describes: 'Age in completed years on the day of the prison’s notice.' })
  age!: number | null;

  @Disclosed('CONTACT/BAND/AREA', 'text', { describes: 'Municipality in which the person is registered.' })
  municipality!: string | null;

  @Disclosed('CONTACT/FULL/ADDRESS', 'text', { describes: 'Last address of the person.', filter: false })
  address!: string | null;

  @Disclosed('CONTACT/FULL/CHANNEL', 'text', { describes: 'Telephone number.', filter: false })
  phone!: string | null;

  @Disclosed('CUSTODY/FULL/PLACE', 'text', { describes: 'Prison that gave notice.' })
  prison!: string | null;

  @Disclosed('CUSTODY/FULL/RELEASE', 'date', { describes: 'Expected or actual day of release, Europe/Amsterdam.' })
  releaseDate!: string | null;

  @Disclosed('AFTERCARE/FULL', 'date', {
    describes: 'Day of the first contact after release, Europe/Amsterdam; none before it.',
  })
  firstContactOn!: string | null;

  @Disclosed('AFTERCARE/FULL', 'boolean', {
    describes:
      'Whether the first contact was within the first 72 hours after release, counted as three days since the release ' +
      'is known by its day.',
  })
  contactedWithin72Hours!: boolean | null;

  @Disclosed('AFTERCARE/FULL', 'texts', { describes: 'Living essentials that were given for the first 72 hours.' })
  livingEssentials!: string[] | null;

  @Related('AFTERCARE/FLAG', () => AftercareNeed, { by: 'id', describes: 'The five needs of aftercare.' })
  needs!: AftercareNeed[];

  @Related('HEALTH/FLAG', () => AftercareHealthNeed, { by: 'id', describes: 'What stands behind the need of care.' })
  healthNeeds!: AftercareHealthNeed[];

  @Related('HOUSING/FLAG', () => HousingApplication, { by: 'id', describes: 'Applications for the housing route.' })
  housingApplications!: HousingApplication[];

  @Related('EMPLOYMENT_FINANCE/FLAG/STATUS', () => WorkApplication, {
    by: 'id',
    describes: 'Applications for the work route.',
  })
  workApplications!: WorkApplication[];

  @Related('OFFENCE/FLAG/ELIGIBILITY', () => ProsecutionStatement, {
    by: 'id',
    describes: 'What the public prosecutor stated for the routes.',
  })
  prosecutionStatements!: ProsecutionStatement[];

  @Related('OFFENCE/FLAG/ELIGIBILITY', () => ProbationStatement, {
    by: 'id',
    describes: 'What probation stated for the routes.',
  })
  probationStatements!: ProbationStatement[];
}
