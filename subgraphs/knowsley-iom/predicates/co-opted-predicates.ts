import { type OwnerPredicate, ownerPredicate } from '../../common/disclosure/owner-predicates';
import { PATHWAY_SERVED_SQL } from '../co-opted/served-pathways';
import { ASKED_BY, holdsToday } from './asked-by';

/** A request that holds today, to the requester's organisation, about a pathway that it serves. */
const requestToRequester = `q.organisation = ${ASKED_BY.organisation} and ${holdsToday('q.requested_on', 'q.ended_on')}
  and (q.organisation, q.pathway) in (values ${PATHWAY_SERVED_SQL})`;

/** The need of a person that was selected for the requester's organisation: ids of pathway statuses and health notes. */
export const NEED_SELECTED_FOR_AGENCY = `
  select p.id from pathway_status p join co_opted_request q on q.subject_id = p.subject_id and q.pathway = p.pathway
  where ${requestToRequester}
  union
  select h.id from health_note h join co_opted_request q on q.subject_id = h.subject_id
    and (q.pathway, h.kind) in (values ('SUBSTANCE_MISUSE', 'SUBSTANCE_MISUSE'), ('HEALTH_WELLBEING', 'MENTAL_HEALTH'))
  where ${requestToRequester}`;

/** What a co-opted agency has to do with a person. */
export const CO_OPTED_PREDICATES: readonly OwnerPredicate[] = [
  ownerPredicate(
    'providerOfNeed',
    'record',
    `select q.subject_id from co_opted_request q where ${requestToRequester}`,
    // The file of the person: its id is the person's.
    { recordTypes: ['Nominal'] },
  ),
  ownerPredicate(
    'assignedToRequester',
    'record',
    `select m.id from plan_milestone m join co_opted_request q on q.subject_id = m.subject_id
     where m.organisation = q.organisation and ${requestToRequester}
     union
     select d.id from joint_action_group_decision d join co_opted_request q on q.subject_id = d.subject_id
     where d.organisation = q.organisation and ${requestToRequester}`,
    { recordTypes: ['PlanMilestone', 'JointActionGroupDecision'] },
  ),
];
