import { CASE_STAGES } from '../../../protocols/predicates';
import { ownerPredicate } from '../../common/disclosure/owner-predicates';

const STAGES_IN_ORDER = `array[${CASE_STAGES.map((stage) => `'${stage}'`).join(', ')}]`;

/** A participant whose first day has come and whose last has not passed, of a case. */
const ACTIVE_PARTICIPANT = `participant.active_from <= nullif(current_setting('concordat.today', true), '')::date
      and (participant.active_until is null
        or participant.active_until >= nullif(current_setting('concordat.today', true), '')::date)`;

/** Statements about a case of the Safety House; those of a conjunction must hold for one and the same case. */
export const casePredicates = [
  ownerPredicate(
    'participantOfCase',
    'case',
    `select participant.case_id from case_participant participant
      where participant.organisation = current_setting('concordat.organisation', true)
      and ${ACTIVE_PARTICIPANT}`,
  ),
  ownerPredicate('caseComplex', 'case', `select c.id from safety_case c where c.complexity = 'COMPLEX'`),
  ownerPredicate(
    'caseOpen',
    'case',
    `select c.id from safety_case c
      where c.stage <> 'CLOSED'
        and (c.closed_at is null
          or c.closed_at > nullif(current_setting('concordat.today', true), '')::date
          or (c.reopened_at <= nullif(current_setting('concordat.today', true), '')::date
            and exists (select 1 from case_participant participant
              where participant.case_id = c.id and participant.organisation = c.reopened_by
              and ${ACTIVE_PARTICIPANT})))`,
  ),
  ownerPredicate('caseStageIs', 'case', 'select c.id from safety_case c where c.stage = p_stage', {
    arguments: { stage: 'text' },
  }),
  ownerPredicate(
    'caseStageAtLeast',
    'case',
    `select c.id from safety_case c
      where array_position(${STAGES_IN_ORDER}, c.stage) >= array_position(${STAGES_IN_ORDER}, p_stage)`,
    { arguments: { stage: 'text' } },
  ),
  ownerPredicate(
    'timeBox',
    'case',
    `select c.id from safety_case c
      where c.opened_at <= nullif(current_setting('concordat.today', true), '')::date
        and c.opened_at + 7 * p_weeks >= nullif(current_setting('concordat.today', true), '')::date`,
    { arguments: { weeks: 'integer' } },
  ),
  // An area narrows what the organisation's territory allows; it never widens it.
  ownerPredicate(
    'territoryOf',
    'case',
    `select c.id from safety_case c
      join organisation_territory territory on territory.municipality = c.municipality
      where territory.organisation = current_setting('concordat.organisation', true)
        and coalesce(nullif(current_setting('concordat.area', true), ''), c.municipality) = c.municipality`,
  ),
  ownerPredicate(
    'actionConcernsVictim',
    'record',
    'select action.id from plan_action action where action.concerns_victim',
    { recordTypes: ['PlanAction'] },
  ),
  // The same function about both kinds of case: each clause meets the one that its other predicates are about.
  ownerPredicate(
    'appointedTo',
    ['case', 'extremismCase'],
    `select c.id from safety_case c
      where nullif(current_setting('concordat.person', true), '') =
        case p_as when 'PROCESS_MANAGER' then c.process_manager when 'PROCESS_DIRECTOR' then c.process_director end
    union all
    select e.id from extremism_case e
      where p_as = 'PROCESS_DIRECTOR'
        and e.process_director = nullif(current_setting('concordat.person', true), '')
    union all
    select liaison.case_id from victim_liaison_appointment liaison
      where p_as = 'VICTIM_LIAISON'
        and liaison.person = nullif(current_setting('concordat.person', true), '')
        and liaison.active_from <= nullif(current_setting('concordat.today', true), '')::date
        and (liaison.active_until is null
          or liaison.active_until >= nullif(current_setting('concordat.today', true), '')::date)`,
    { arguments: { as: 'text' } },
  ),
];
