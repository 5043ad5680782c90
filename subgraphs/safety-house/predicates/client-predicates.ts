import { ownerPredicate } from '../../common/disclosure/owner-predicates';

/**
 * Statements about the person or a single record, from who asks. A setting that is not set reads as an empty string, which equals no
 * organisation: it yields no rows.
 */
export const clientPredicates = [
  ownerPredicate(
    'ownCaseload',
    'subject',
    `select assignment.subject_id from client_assignment assignment
      where assignment.organisation = current_setting('concordat.organisation', true)
        and assignment.active_from <= nullif(current_setting('concordat.today', true), '')::date
        and (assignment.active_until is null
          or assignment.active_until >= nullif(current_setting('concordat.today', true), '')::date)`,
  ),
  // Of the single need: a person treated by two organisations is not an open file to both.
  ownerPredicate(
    'ownPatient',
    'record',
    `select need.id from health_need need
      where need.treating_organisation = current_setting('concordat.organisation', true)`,
    { recordTypes: ['HealthNeed'] },
  ),
  ownerPredicate(
    'controlledBy',
    'subject',
    `select offence.subject_id from police_offence offence
      where offence.recorded_by = current_setting('concordat.organisation', true)
    union all
    select note.subject_id from intelligence_note note
      where note.recorded_by = current_setting('concordat.organisation', true)
    union all
    select offence.subject_id from prosecutor_offence offence
      where offence.recorded_by = current_setting('concordat.organisation', true)
    union all
    select statement.subject_id from prosecution_statement statement
      where statement.recorded_by = current_setting('concordat.organisation', true)
    union all
    select statement.subject_id from probation_statement statement
      where statement.recorded_by = current_setting('concordat.organisation', true)`,
  ),
];
