import { ownerPredicate } from '../../common/disclosure/owner-predicates';

const TODAY = "nullif(current_setting('concordat.today', true), '')::date";
const ORGANISATION = "current_setting('concordat.organisation', true)";

/** Statements about the clients of the aftercare team (SHH-AFTERCARE). Without a date nothing holds. */
export const aftercarePredicates = [
  ownerPredicate(
    'clientAgreed',
    'subject',
    `select agreement.subject_id from aftercare_agreement agreement
      where agreement.organisation = ${ORGANISATION}
        and agreement.agreed_on <= ${TODAY}
        and (agreement.withdrawn_on is null or agreement.withdrawn_on > ${TODAY})`,
  ),
  ownerPredicate(
    'adult',
    'subject',
    `select client.id from aftercare_client client
      where client.birth_date + interval '18 years' <= ${TODAY}
    union all
    select client.id from client where client.birth_date + interval '18 years' <= ${TODAY}`,
  ),
  ownerPredicate(
    'livesInTerritory',
    'subject',
    `select client.id from aftercare_client client
      join organisation_territory territory on territory.municipality = client.municipality
      where territory.organisation = ${ORGANISATION}`,
  ),
  // The release is known by its day: 72 hours are three days.
  ownerPredicate(
    'withinHoursOfRelease',
    'subject',
    `select client.id from aftercare_client client
      where client.release_date + p_hours / 24 >= ${TODAY}`,
    { arguments: { hours: 'integer' } },
  ),
  // A provider that were told "not eligible", and of neither age nor homelessness, would know of probation or of
  // prosecutions: such an application is no placement request, and is as if it were not there.
  ownerPredicate(
    'providerOfNeed',
    'record',
    `select need.id from aftercare_need need where need.provider = ${ORGANISATION}
    union all
    select need.subject_id from aftercare_need need where need.provider = ${ORGANISATION}
    union all
    select need.id from aftercare_health_need need where need.provider = ${ORGANISATION}
    union all
    select application.id from housing_application application
      where application.provider = ${ORGANISATION}
        and application.reasons <@ array['AGE', 'NOT_HOMELESS', 'HOMELESS']`,
    { recordTypes: ['AftercareClient', 'AftercareNeed', 'AftercareHealthNeed', 'HousingApplication'] },
  ),
];
