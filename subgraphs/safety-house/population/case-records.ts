import { dateBefore } from '../../common/calendar/calendar-dates';
import { type Synthetic } from '../../common/loading/synthetic';
import { Case } from '../cases/case';
import { CaseConference } from '../cases/case-conference';
import { CaseOutcome } from '../cases/case-outcome';
import { CaseParticipant } from '../cases/case-participant';
import { CaseReferral } from '../cases/case-referral';
import { PlanAction } from '../cases/plan-action';
import { ScreeningItem } from '../cases/screening-item';
import { ChildConcern } from '../families/child-concern';
import { FamilyMember } from '../families/family-member';
import { HealthNeed } from '../needs/health-need';
import { LivingSituation } from '../needs/living-situation';
import { PathwayNeed } from '../needs/pathway-need';
import { ORGANISATIONS } from '../../../schema/organisations';
import { VictimConstraint } from '../victims/victim-constraint';
import { type Partner, PARTNERS, type PlannedCase } from './planned-cases';
import type { RecordCollector } from './record-collector';
import { recorded } from './recorded';
import { addVictimContact } from './victim-records';

interface CaseInTheMaking {
  readonly id: string;
  readonly subjectId: string;
  readonly number: number;
  readonly planned: PlannedCase;
}

/** A case with all its records. They exist at every stage, so that what a stage hides is there to be hidden. */
export function addCase(
  records: RecordCollector,
  synthetic: Synthetic,
  anchor: string,
  subjectId: string,
  planned: PlannedCase,
  number: number,
): void {
  const making: CaseInTheMaking = { id: synthetic.id('case', number), subjectId, number, planned };
  addCaseRow(records, synthetic, anchor, making);
  addParticipants(records, synthetic, anchor, making);
  addScreening(records, synthetic, anchor, making);
  addNeeds(records, synthetic, anchor, making);
  addFamilyAndVictims(records, synthetic, anchor, making);
  addPlan(records, synthetic, anchor, making);
  addVictimContact(records, synthetic, anchor, { caseId: making.id, subjectId, number });
}

function addCaseRow(records: RecordCollector, synthetic: Synthetic, anchor: string, making: CaseInTheMaking): void {
  const { id, subjectId, number, planned } = making;
  const openedAt = dateBefore(anchor, planned.openedDaysAgo);
  const reopenedBy = { REOPENED: participantsOf(planned)[0], STALE: 'housing corporation', CLOSED: undefined };
  records.add(Case, {
    id,
    subjectId,
    leadOrganisation: participantsOf(planned)[number % 3] ?? 'safety-house',
    theme: synthetic.pick(['FAMILIES_DOMESTIC_VIOLENCE', 'JUVENILE_YOUTH', 'RESETTLEMENT', 'PROLIFIC']),
    stage: planned.stage,
    complexity: planned.complexity,
    municipality: planned.municipality,
    openedAt,
    closedAt: planned.closing === undefined ? null : dateBefore(anchor, 20),
    reopenedAt: planned.closing === undefined || planned.closing === 'CLOSED' ? null : dateBefore(anchor, 12),
    reopenedBy: planned.closing === undefined ? null : (reopenedBy[planned.closing] ?? null),
    processManager: number % 3 === 2 ? 'safety-house.process-manager-2' : 'safety-house.process-manager',
    processDirector: number % 2 === 1 ? 'safety-house.process-director-2' : 'safety-house.process-director',
    ...recorded('safety-house', openedAt),
  });
}

function participantsOf(planned: PlannedCase): Partner[] {
  return PARTNERS.filter((partner) => !planned.absent.includes(partner));
}

function addParticipants(
  records: RecordCollector,
  synthetic: Synthetic,
  anchor: string,
  { id, subjectId, planned }: CaseInTheMaking,
): void {
  const from = dateBefore(anchor, planned.openedDaysAgo);
  const add = (organisation: string, pillar: string, activeUntil: string | null): void =>
    records.add(CaseParticipant, {
      id: synthetic.id('participant', `${id} ${organisation}`),
      subjectId,
      caseId: id,
      organisation,
      pillar,
      role: activeUntil === null ? 'participant' : 'former participant',
      activeFrom: from,
      activeUntil,
      ...recorded('safety-house', from),
    });
  for (const partner of participantsOf(planned)) add(partner, ORGANISATIONS[partner].pillar, null);
  const left = planned.absent[0];
  if (left !== undefined) add(left, ORGANISATIONS[left].pillar, dateBefore(anchor, 5));
  // Housing providers are invited on a needs basis; this one left after it had reopened the case.
  if (planned.closing === 'STALE') add('housing corporation', 'MUNICIPAL', dateBefore(anchor, 4));
}

function addScreening(
  records: RecordCollector,
  synthetic: Synthetic,
  anchor: string,
  { id, subjectId, planned }: CaseInTheMaking,
): void {
  const day = dateBefore(anchor, planned.openedDaysAgo - 2);
  records.add(CaseReferral, {
    id: synthetic.id('referral', id),
    subjectId,
    caseId: id,
    referredBy: 'reclassering',
    source: 'PROBATION_TO_SAFETY_HOUSE',
    referredOn: dateBefore(anchor, planned.openedDaysAgo + 7),
    reason: synthetic.pick([
      'Several services are involved without a common plan.',
      'Returns to prison again and again.',
    ]),
    decision: planned.stage === 'SCREENING' ? 'PENDING' : 'ACCEPTED',
    ...recorded('reclassering', day),
  });
  for (const contributedBy of ['reclassering', 'politie-haaglanden']) {
    records.add(ScreeningItem, {
      id: synthetic.id('screening item', `${id} ${contributedBy}`),
      subjectId,
      caseId: id,
      offenceType: synthetic.pick(['BURGLARY', 'ROBBERY', 'VIOLENCE', 'DRUGS', 'DOMESTIC_VIOLENCE']),
      context: synthetic.pick(['At night, with others.', 'After a quarrel at home.', 'To pay for a debt.']),
      actionsAlreadyTaken: synthetic.pick([
        'Weekly reports to probation.',
        'A warning was given.',
        'Was visited at home.',
      ]),
      sentenceProgress: synthetic.pick(['Half of the sentence served.', 'Community order under way.']),
      contributedBy,
      ...recorded(contributedBy, day, 'FACT', 'agency portal'),
      quality: synthetic.pick(['ROBUST', 'PARTIAL', 'UNVERIFIED']),
    });
  }
  records.add(CaseConference, {
    id: synthetic.id('conference', id),
    subjectId,
    caseId: id,
    heldOn: dateBefore(anchor, planned.openedDaysAgo - 10),
    attendees: participantsOf(planned),
    decisions: synthetic.pick(['One plan, one lead.', 'Meet again in four weeks.']),
    nonComplianceResponse: 'The lead organisation calls the participants together.',
    ...recorded('safety-house', day),
  });
}

function addNeeds(
  records: RecordCollector,
  synthetic: Synthetic,
  anchor: string,
  { id, subjectId, planned }: CaseInTheMaking,
): void {
  const day = dateBefore(anchor, Math.max(1, planned.openedDaysAgo - 15));
  for (const need of synthetic.pickSome(
    ['ACCOMMODATION', 'EMPLOYMENT_TRAINING_EDUCATION', 'FINANCE_BENEFITS_DEBT'],
    1,
    3,
  )) {
    records.add(PathwayNeed, {
      id: synthetic.id('pathway need', `${id} ${need}`),
      subjectId,
      caseId: id,
      need,
      state: synthetic.pick(['OPEN', 'IN_PROGRESS', 'MET']),
      provider: synthetic.pick(['Municipality', 'Aftercare team', 'Probation']),
      ...recorded('den-haag', day, 'ASSESSMENT'),
    });
  }
  const treating = planned.treatedElsewhere ? ['mental health service'] : ['forensic-care', 'youth-care'];
  for (const treatingOrganisation of treating) {
    records.add(HealthNeed, {
      id: synthetic.id('health need', `${id} ${treatingOrganisation}`),
      subjectId,
      caseId: id,
      needExists: true,
      needStatement: synthetic.pick(['Needs help with sleep and stress.', 'Needs support to stay off substances.']),
      treatingOrganisation,
      detail: synthetic.pick(['Anxiety disorder, weekly therapy.', 'Addiction treatment, stable on medication.']),
      ...recorded(treatingOrganisation, day, 'ASSESSMENT'),
    });
  }
  records.add(LivingSituation, {
    id: synthetic.id('living situation', id),
    subjectId,
    caseId: id,
    housing: synthetic.pick(['Stays with a friend.', 'Rents a room.', 'Has no fixed place.']),
    dayActivity: synthetic.pick(['None.', 'Works two days a week.', 'Looks for work.']),
    debts: synthetic.pick(['About 3,000 euro.', 'Several creditors.', 'None known.']),
    ...recorded('den-haag', day),
  });
}

function addFamilyAndVictims(
  records: RecordCollector,
  synthetic: Synthetic,
  anchor: string,
  { id, subjectId, planned }: CaseInTheMaking,
): void {
  const day = dateBefore(anchor, Math.max(1, planned.openedDaysAgo - 15));
  records.add(FamilyMember, {
    id: synthetic.id('family member', id),
    subjectId,
    caseId: id,
    relation: synthetic.pick(['Child', 'Sister', 'Mother']),
    custody: synthetic.pick(['With the other parent.', 'With the grandparents.']),
    contactWish: synthetic.pick(['Wishes contact under supervision.', 'Wishes no contact.']),
    schoolSupport: synthetic.pick(['Has a mentor at school.', 'None.']),
    ...recorded('youth-care', day),
  });
  records.add(ChildConcern, {
    id: synthetic.id('child concern', id),
    subjectId,
    caseId: id,
    childrenConcerned: synthetic.chance(0.7),
    noContactWished: synthetic.chance(0.4),
    safeguardingConcern: synthetic.chance(0.3),
    detail: synthetic.pick(['Sleeps badly after visits.', 'Has questions about the detention.']),
    ...recorded('youth-care', day, 'ASSESSMENT'),
  });
  records.add(VictimConstraint, {
    id: synthetic.id('victim constraint', id),
    subjectId,
    caseId: id,
    protectedArea: `Within 500 m of ${synthetic.pick(['Fabelplein', 'Voorbeeldstraat', 'Nergenspad'])}`,
    noContact: synthetic.chance(0.8),
    reason: synthetic.pick(['Asked for after threats.', 'Imposed with the sentence.']),
    ...recorded('politie-haaglanden', day),
  });
}

function addPlan(
  records: RecordCollector,
  synthetic: Synthetic,
  anchor: string,
  { id, subjectId, planned }: CaseInTheMaking,
): void {
  const day = dateBefore(anchor, Math.max(1, planned.openedDaysAgo - 18));
  for (const horizon of ['SHORT', 'LONG']) {
    const organisation = synthetic.pick(['reclassering', 'den-haag', 'forensic-care']);
    records.add(PlanAction, {
      id: synthetic.id('plan action', `${id} ${horizon}`),
      subjectId,
      caseId: id,
      horizon,
      goal: synthetic.pick(['A place of one’s own.', 'Work that lasts.', 'No new debts.']),
      action: synthetic.pick(['Apply for the waiting list.', 'Go along to interviews.', 'Weekly budget talk.']),
      organisation,
      due: dateBefore(anchor, horizon === 'SHORT' ? -60 : -240),
      status: synthetic.pick(['PLANNED', 'UNDER_WAY', 'DONE']),
      impactReview: synthetic.pick(['Too early to say.', 'Attends, and talks about it.']),
      concernsVictim: false,
      ...recorded(organisation, day),
    });
  }
  records.add(PlanAction, {
    id: synthetic.id('plan action', `${id} victim`),
    subjectId,
    caseId: id,
    horizon: 'SHORT',
    goal: 'No contact with the victim.',
    action: 'Tell the victim desk of every leave.',
    organisation: 'politie-haaglanden',
    due: dateBefore(anchor, -30),
    status: 'UNDER_WAY',
    impactReview: 'Too early to say.',
    concernsVictim: true,
    ...recorded('politie-haaglanden', day),
  });
  records.add(CaseOutcome, {
    id: synthetic.id('case outcome', id),
    subjectId,
    caseId: id,
    stage: planned.stage === 'CLOSED' ? 'EVALUATION' : planned.stage,
    indicator: 'Living situation',
    result: synthetic.pick(['Better than at the start.', 'Unchanged.']),
    reoffending: synthetic.chance(0.3),
    ...recorded('safety-house', day, 'ASSESSMENT'),
  });
}
