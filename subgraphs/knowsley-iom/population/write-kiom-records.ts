import { dateAfter, dateBefore } from '../../common/calendar/calendar-dates';
import { PATHWAY_SERVED } from '../co-opted/served-pathways';
import { HealthNote } from '../health/health-note';
import { Treatment } from '../health/treatment';
import { JointActionGroupDecision } from '../joint-action-group/joint-action-group-decision';
import { CohortMembership } from '../nominals/cohort-membership';
import { Nominal } from '../nominals/nominal';
import { StatusAssessment } from '../nominals/status-assessment';
import { CLASS_OF_OFFENCE } from '../offences/class-of-offence';
import { OutcomeWindow } from '../outcomes/outcome-window';
import { Intervention } from '../pathways/intervention';
import { PathwayStatus } from '../pathways/pathway-status';
import { Referral } from '../referrals/referral';
import { RiskAssessment } from '../referrals/risk-assessment';
import { CommunicationNeed, HealthKind, MerseysideBorough, OffenceCode, Pathway } from '../vocabularies';
import { PLACES, STREETS } from './invented-names';
import { ageBandOn, type PersonFile } from './person-file';
import { ASSESSED_BY_KIOM, BY_HEALTH_AGENCY, BY_KIOM, PRINTED } from './provenances';
import { inventStatus, writeFirstYear } from './write-first-year';
import { writeConcern, writeMovements } from './write-tracking-records';

const codesOf = <Code extends string>(vocabulary: Readonly<Record<Code, unknown>>): Code[] =>
  Object.keys(vocabulary) as Code[];

/** What the partners of KIOM keep together: identity, cohort, decisions, referral, needs, health and outcome. */
export function writeKiomRecords(file: PersonFile): void {
  const { collector, random, anchor, id: subjectId, published } = file;
  const known = dateBefore(anchor, random.integer(200, 900));
  const boroughs = codesOf(MerseysideBorough);
  const nominal: Partial<Nominal> & Pick<Nominal, 'mentorSafetyBand' | 'movedBetweenBoroughs'> = {
    id: subjectId,
    givenName: file.givenName,
    name: `${file.givenName} ${file.familyName}`,
    aliases: random.chance(0.5) ? [`${file.givenName.slice(0, 3)} (alias)`] : [],
    dateOfBirth: file.birthDate,
    birthPlace: random.pick(PLACES),
    sourceReference: `INVENTED-${String(random.integer(100000, 999999))}`,
    sex: file.sex,
    ageBand: ageBandOn(file.birthDate, anchor),
    homeBorough: random.chance(0.6) ? 'KNOWSLEY' : random.pick(boroughs),
    movedBetweenBoroughs: random.pickSome(boroughs, 0, 2),
    address: `${String(random.integer(1, 99))} ${random.pick(STREETS)}, ${random.pick(PLACES)}`,
    phone: `07700 900${String(random.integer(100, 999))}`,
    agreedChannel: random.pick(['Text message in the afternoon', 'Letter', 'Through the mother’s telephone', 'E-mail']),
    mentorSafetyBand: random.pick(['LOW', 'MEDIUM', 'HIGH']),
    communicationNeed: random.pick(codesOf(CommunicationNeed)),
  };
  collector.record(Nominal, published ? PRINTED : BY_KIOM, known, nominal);
  writeMovements(file, nominal.movedBetweenBoroughs ?? []);
  const memberFrom = writeCohort(file);
  writeStatus(file);
  writeDecisions(file);
  writeConcern(file);
  writeReferral(file, nominal.mentorSafetyBand);
  writePathways(file);
  writeHealth(file);
  writeOutcome(file);
  writeFirstYear(file, file.firstEngagement ?? memberFrom);
}

function writeCohort({ collector, random, anchor, id: subjectId, plan }: PersonFile): string {
  const since = random.integer(120, 900);
  const byHand = plan.cohort === 'ADDED_BY_HAND' || plan.cohort === 'REVIEW_PAST';
  const addedDaysAgo = plan.cohort === 'REVIEW_PAST' ? random.integer(91, 200) : 10;
  const memberFrom = dateBefore(anchor, byHand ? addedDaysAgo : since);
  collector.record(CohortMembership, ASSESSED_BY_KIOM, memberFrom, {
    subjectId,
    status: plan.cohort === 'LEFT' ? 'LEFT' : byHand ? 'ADDED_BY_HAND' : 'MEMBER',
    borough: 'KNOWSLEY',
    inclusionReason: byHand ? 'Partners are more concerned than the score shows (invented).' : null,
    memberFrom,
    memberUntil: plan.cohort === 'LEFT' ? dateBefore(anchor, random.integer(30, 100)) : null,
    reviewDue: byHand ? dateAfter(memberFrom, 90) : null,
  });
  return memberFrom;
}

function writeStatus({ collector, random, anchor, id: subjectId }: PersonFile): void {
  const assessedOn = dateBefore(anchor, random.integer(5, 120));
  collector.record(StatusAssessment, ASSESSED_BY_KIOM, assessedOn, {
    subjectId,
    assessedOn,
    ...inventStatus(random),
  });
}

function writeDecisions({ collector, random, anchor, id: subjectId }: PersonFile): void {
  for (let meeting = random.integer(1, 2); meeting > 0; meeting -= 1) {
    const meetingDate = dateBefore(anchor, meeting * 28 + random.integer(0, 6));
    collector.record(JointActionGroupDecision, BY_KIOM, meetingDate, {
      subjectId,
      meetingDate,
      decision: random.pick([
        'Stay on weekly contact',
        'Refer to mentoring',
        'Visit at home together',
        'Review the licence',
      ]),
      action: random.pick([
        'Arrange a three-way meeting',
        'Ask housing for a place',
        'Check the bus pass',
        'Book a health check',
      ]),
      organisation: random.pick(['kmbc', 'merseyside-police', 'nps', 'merseyside-crc']),
      due: dateAfter(meetingDate, 28),
    });
  }
}

function writeReferral(file: PersonFile, safetyBand: Nominal['mentorSafetyBand']): void {
  const { collector, random, anchor, id: subjectId, plan } = file;
  if (plan.referral === undefined) return;
  const { from, stage, consent } = plan.referral;
  const referredOn = file.firstEngagement === undefined ? dateBefore(anchor, 25) : dateBefore(file.firstEngagement, 14);
  const decidedOn = stage === 'OFFERED' ? null : dateAfter(referredOn, 7);
  const offenceClass = CLASS_OF_OFFENCE[file.published?.priorCodes[0] ?? random.pick(codesOf(OffenceCode))];
  const mayKnow = plan.match?.mayKnowOffence === true;
  collector.record(Referral, { ...BY_KIOM, recordedBy: from }, referredOn, {
    subjectId,
    stage,
    source: random.pick(['KIOM_JOINT_ACTION_GROUP', 'PRISON_IN_REACH', 'MAPPA']),
    fromOrganisation: from,
    toOrganisation: 'mals',
    referredOn,
    decidedOn,
    reason: 'A mentor would help with everyday matters (invented).',
    pathwaysRequested: requestedPathways(file),
    offenceClass,
    offenceClassForMentor: mayKnow ? offenceClass : null,
    consentRecordedOn: consent === 'MISSING' ? null : decidedOn,
    consentWithdrawnOn: consent === 'WITHDRAWN' ? dateBefore(anchor, 3) : null,
  });
  if (plan.match === undefined) return;
  const assessedOn = decidedOn ?? referredOn;
  const assess = (assessed: NonNullable<RiskAssessment['assessed']>, mentorMayKnowOffence: boolean): void => {
    collector.record(RiskAssessment, ASSESSED_BY_KIOM, assessedOn, {
      subjectId,
      assessed,
      safetyBand,
      constraints:
        assessed === 'GROUP'
          ? 'Not in a group with former associates (invented).'
          : 'In public places only (invented).',
      mentorMayKnowOffence,
      assessedOn,
      reviewDue: dateAfter(anchor, 365),
    });
  };
  assess('MATCH', mayKnow);
  if (random.stream('group').chance(0.3)) assess('GROUP', false);
}

/** Two of the pathways, told by the key of the person so that needs and referral agree. */
function requestedPathways(file: PersonFile): (keyof typeof Pathway)[] {
  return file.random.stream('requested').pickSome(codesOf(Pathway), 2, 2);
}

function writePathways(file: PersonFile): void {
  const { collector, random, anchor, id: subjectId } = file;
  const requested = requestedPathways(file);
  const others = random.pickSome(
    codesOf(Pathway).filter((pathway) => !requested.includes(pathway)),
    2,
    3,
  );
  const served = file.plan.coOpted === undefined ? undefined : PATHWAY_SERVED[file.plan.coOpted.agency];
  const missing = served === undefined || [...requested, ...others].includes(served) ? [] : [served];
  for (const pathway of [...requested, ...others, ...missing]) {
    const since = dateBefore(anchor, random.integer(20, 300));
    collector.record(PathwayStatus, ASSESSED_BY_KIOM, since, {
      subjectId,
      pathway,
      need: `A need on the pathway ${pathway.toLowerCase().replaceAll('_', ' ')} (invented)`,
      state: random.pick(['OPEN', 'IN_PROGRESS', 'MET']),
      interventionBy: random.pick(['kmbc', 'mals', 'merseyside-crc']),
      since,
      outcome: random.pick(['Nothing yet', 'First appointment kept', 'Place found']),
    });
  }
  for (const pathway of [requested[0], others[0]]) {
    const startedOn = dateBefore(anchor, random.integer(60, 200));
    collector.record(Intervention, BY_KIOM, startedOn, {
      subjectId,
      organisation: random.pick(['kmbc', 'merseyside-crc', 'nps']),
      pathway: pathway ?? null,
      kind: random.pick(['Advice', 'Course', 'Accompanied appointment']),
      startedOn,
      endedOn: dateAfter(startedOn, random.integer(5, 50)),
      hours: random.integer(1, 24),
    });
  }
}

function writeHealth({ collector, random, anchor, id: subjectId, plan }: PersonFile): void {
  if (plan.health !== undefined) {
    collector.plain(Treatment, {
      subjectId,
      organisation: 'mental-health',
      startedOn: dateBefore(anchor, 300),
      endedOn: plan.health === 'TREATED' ? null : dateBefore(anchor, 40),
    });
  }
  if (plan.health === undefined && !random.chance(0.6)) return;
  const notedOn = dateBefore(anchor, random.integer(50, 250));
  collector.record(HealthNote, BY_HEALTH_AGENCY, notedOn, {
    subjectId,
    kind: random.pick(codesOf(HealthKind)),
    notedOn,
    text: 'Seen at the clinic; a further appointment is agreed (invented).',
  });
}

function writeOutcome({ collector, id: subjectId, plan, published, firstEngagement }: PersonFile): void {
  if (firstEngagement === undefined || plan.match === undefined) return;
  const [printed3, printed6, printed12] = published?.reoffences ?? [];
  collector.record(OutcomeWindow, published ? PRINTED : BY_KIOM, firstEngagement, {
    subjectId,
    firstEngagement,
    printedPriorOffences: published?.priorOffences ?? null,
    printedReoffences3: printed3 ?? null,
    printedReoffences6: printed6 ?? null,
    printedReoffences12: printed12 ?? null,
    confidence: published?.confidence ?? null,
    contradiction: published === undefined || published.note === '' ? null : published.note,
  });
}
