import { dateAfter, dateBefore, monthsAfter } from '../../common/calendar/calendar-dates';
import { CoOptedRequest } from '../co-opted/co-opted-request';
import { PathwayConsent } from '../co-opted/pathway-consent';
import { PATHWAY_SERVED } from '../co-opted/served-pathways';
import { HealthNote } from '../health/health-note';
import { JointActionGroupDecision } from '../joint-action-group/joint-action-group-decision';
import { PlanMilestone } from '../supervision/plan-milestone';
import type { PersonFile } from './person-file';
import type { PersonPlan } from './person-plan';
import { BY_HEALTH_AGENCY, BY_KIOM, byProbation } from './provenances';

/** Requests to co-opted agencies, consents to them, and what they are to do. */
export function writeCoOptedRecords(file: PersonFile): void {
  const { collector, anchor, id: subjectId, plan } = file;
  if (plan.coOpted === undefined) return;
  const { agency, request } = plan.coOpted;
  const requestedOn = dateBefore(anchor, 50);
  if (request !== 'NONE') {
    collector.record(CoOptedRequest, BY_KIOM, requestedOn, {
      subjectId,
      organisation: agency,
      pathway: request === 'OTHER_NEED' ? 'FINANCE_BENEFITS_DEBT' : PATHWAY_SERVED[agency],
      requestedOn,
      endedOn: request === 'ENDED' ? dateBefore(anchor, 7) : null,
    });
  }
  writeConsent(file, plan.coOpted);
  const meetingDate = dateBefore(anchor, 21);
  collector.record(JointActionGroupDecision, BY_KIOM, meetingDate, {
    subjectId,
    meetingDate,
    decision: 'An agency is asked to help (invented).',
    action: 'See the person this month (invented)',
    organisation: agency,
    due: dateAfter(meetingDate, 28),
  });
  if (agency === 'drug-service') {
    collector.record(HealthNote, BY_HEALTH_AGENCY, requestedOn, {
      subjectId,
      kind: 'SUBSTANCE_MISUSE',
      notedOn: requestedOn,
      text: 'Substitution is being tried (invented).',
    });
  }
}

/** Consent is given to the partner that asks the agency, for that agency alone. */
function writeConsent(
  { collector, random, anchor, id: subjectId, plan }: PersonFile,
  { agency, consent, consentToHealth = false }: NonNullable<PersonPlan['coOpted']>,
): void {
  if (consent === 'MISSING') return;
  const givenOn = dateBefore(anchor, 60);
  const recordedBy = random.stream('consent').pick(['kmbc', plan.supervision?.organisation ?? 'kmbc']);
  collector.record(PathwayConsent, { ...BY_KIOM, recordedBy }, givenOn, {
    subjectId,
    recipient: consent === 'TO_ANOTHER' ? 'dwp' : agency,
    categories: ['IDENTITY', 'CONTACT', 'PATHWAY_NEEDS', 'CASE_PLAN', ...(consentToHealth ? ['HEALTH'] : [])],
    givenOn,
    expiresOn: consent === 'EXPIRED' ? dateBefore(anchor, 1) : monthsAfter(anchor, 24),
    withdrawnOn: consent === 'WITHDRAWN' ? dateBefore(anchor, 4) : null,
    form: 'On paper',
  });
}

/** A milestone of the plan that is for the agency to reach. */
export function writeCoOptedMilestone(file: PersonFile, planId: string, startedOn: string): void {
  const { collector, id: subjectId, plan } = file;
  if (plan.coOpted === undefined || plan.supervision === undefined) return;
  collector.record(PlanMilestone, byProbation(plan.supervision.organisation), startedOn, {
    subjectId,
    planId,
    milestone: 'A first appointment is kept (invented)',
    pathway: PATHWAY_SERVED[plan.coOpted.agency],
    organisation: plan.coOpted.agency,
    due: dateAfter(startedOn, 120),
    state: 'PLANNED',
  });
}
