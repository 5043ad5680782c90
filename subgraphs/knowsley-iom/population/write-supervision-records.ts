import { dateAfter, dateBefore } from '../../common/calendar/calendar-dates';
import { CustodyConduct } from '../custody/custody-conduct';
import { CustodyEpisode } from '../custody/custody-episode';
import { LicenceCondition } from '../supervision/licence-condition';
import { LifeChangePlan } from '../supervision/life-change-plan';
import { MeetingConstraint } from '../supervision/meeting-constraint';
import { OffenderManager } from '../supervision/offender-manager';
import { PlanMilestone } from '../supervision/plan-milestone';
import { Supervision } from '../supervision/supervision';
import { LicenceConditionKind, Pathway } from '../vocabularies';
import type { PersonFile } from './person-file';
import { writeMappaRegister } from './write-tracking-records';
import { byPrison, byProbation } from './provenances';
import { writeCoOptedMilestone } from './write-co-opted-records';

/** What probation and the prisons keep: supervision, plan, licence and custody. */
export function writeSupervisionRecords(file: PersonFile): void {
  writeSupervision(file);
  writePastSupervision(file);
  writeCustody(file);
  writeMappaRegister(file);
}

function writeSupervision(file: PersonFile): void {
  const { collector, random, anchor, id: subjectId, plan } = file;
  const { supervision } = plan;
  if (supervision === undefined) return;
  const { organisation, practitioner, risk, handover } = supervision;
  const startedOn = dateBefore(anchor, random.integer(60, 400));
  collector.record(Supervision, byProbation(organisation, 'ASSESSMENT'), startedOn, {
    subjectId,
    regime: organisation === 'nps' ? 'STATUTORY_NPS' : 'STATUTORY_CRC',
    responsibleOrganisation: organisation,
    leadPractitioner: `${organisation}, since ${startedOn}`,
    riskOfHarm: risk ?? null,
    startedOn,
    endedOn: null,
    handoverFrom: handover === undefined ? null : organisation,
    handoverTo: handover?.to ?? null,
    handoverOpenedOn: handover === undefined ? null : dateBefore(anchor, 30),
    handoverCompletedOn: handover?.completed === true ? dateBefore(anchor, 9) : null,
  });
  collector.record(OffenderManager, byProbation(organisation), startedOn, {
    subjectId,
    name: `Practitioner ${numberOf(practitioner)} of ${organisation} (invented)`,
    organisation,
    telephone: `0151 496 0${String(random.integer(100, 999))}`,
    inChargeFrom: startedOn,
    inChargeUntil: null,
    practitioner,
  });
  collector.record(LicenceCondition, byProbation(organisation), startedOn, {
    subjectId,
    kind: random.pick(Object.keys(LicenceConditionKind) as (keyof typeof LicenceConditionKind)[]),
    area: random.pick(['Kirkby town centre', 'An address in Huyton', 'The retail park in Prescot']),
    validFrom: startedOn,
    validUntil: dateAfter(anchor, random.integer(100, 500)),
    breachedOn: random.chance(0.3) ? dateBefore(anchor, random.integer(10, 50)) : null,
  });
  collector.record(MeetingConstraint, byProbation(organisation), startedOn, {
    subjectId,
    exclusionArea: random.chance(0.5),
    nonAssociation: random.chance(0.4),
  });
  const planId = collector.record(LifeChangePlan, byProbation(organisation), startedOn, {
    subjectId,
    plannedFrom: startedOn,
    plannedUntil: dateAfter(startedOn, 365),
    goal: 'A settled home and steady work (invented)',
  });
  for (const [index, milestone] of ['Open a bank account', 'Finish the course', 'Keep the tenancy'].entries()) {
    collector.record(PlanMilestone, byProbation(organisation), startedOn, {
      subjectId,
      planId,
      milestone,
      pathway: random.pick(Object.keys(Pathway) as (keyof typeof Pathway)[]),
      organisation: random.pick(['kmbc', 'mals', organisation]),
      due: dateAfter(startedOn, 90 * (index + 1)),
      state: random.pick(['PLANNED', 'UNDER_WAY', 'REACHED', 'MISSED']),
    });
  }
  writeCoOptedMilestone(file, planId, startedOn);
}

/** In which place somebody stands among the people of the same role, in a word. */
function numberOf(practitioner: string): string {
  const number = /-(\d+)$/.exec(practitioner)?.[1] ?? '1';
  return { '1': 'One', '2': 'Two' }[number] ?? number;
}

/** A supervision that ended, by the persona of the same organisation: who was in charge once is not in charge now. */
function writePastSupervision({ collector, random, anchor, id: subjectId, plan }: PersonFile): void {
  const { supervision } = plan;
  if (supervision?.practitioner.endsWith('-2') !== true || !random.chance(0.3)) return;
  const { organisation } = supervision;
  const startedOn = dateBefore(anchor, random.integer(700, 900));
  const endedOn = dateBefore(anchor, random.integer(450, 600));
  collector.record(Supervision, byProbation(organisation, 'ASSESSMENT'), startedOn, {
    subjectId,
    regime: 'NON_STATUTORY',
    responsibleOrganisation: organisation,
    leadPractitioner: `${organisation}, until ${endedOn}`,
    riskOfHarm: random.pick(['LOW', 'HIGH']),
    startedOn,
    endedOn,
  });
  collector.record(OffenderManager, byProbation(organisation), startedOn, {
    subjectId,
    name: `Practitioner One of ${organisation} (invented)`,
    organisation,
    telephone: `0151 496 0${String(random.integer(100, 999))}`,
    inChargeFrom: startedOn,
    inChargeUntil: endedOn,
    practitioner: supervision.practitioner.replace(/-2$/, ''),
  });
}

function writeCustody(file: PersonFile): void {
  const { collector, random, anchor, id: subjectId, plan, published } = file;
  const { custody } = plan;
  if (custody !== undefined) {
    const startedOn = dateBefore(anchor, 300);
    const releasedOn = custody.releasedDaysAgo === undefined ? null : dateBefore(anchor, custody.releasedDaysAgo);
    const drawn = releasedOn ?? dateAfter(anchor, random.integer(30, 400));
    const { releaseInDays } = custody;
    const expectedRelease =
      releaseInDays === undefined ? drawn : releaseInDays === null ? null : dateAfter(anchor, releaseInDays);
    collector.record(CustodyEpisode, byPrison(custody.prison), startedOn, {
      subjectId,
      status: releasedOn === null ? 'PRISON' : 'LICENCE',
      startReason: random.pick(['NEW_OFFENCE', 'RECALL', 'REMAND']),
      sentence: '18 months (invented)',
      prison: custody.prison,
      wing: random.pick(['A', 'B', 'C']),
      startedOn,
      releasedOn,
      expectedRelease,
    });
    collector.record(CustodyConduct, { ...byPrison(custody.prison), basis: 'ASSESSMENT' }, dateBefore(anchor, 100), {
      subjectId,
      assessedOn: dateBefore(anchor, 100),
      band: random.pick(['good', 'fair', 'poor']),
    });
  }
  // The published cases were at liberty while they are observed, as their figures demand.
  if (published !== undefined ? published.name !== 'Peter' : !random.chance(0.6)) return;
  const prison = random.pick(['hmp-liverpool', 'hmp-kennet'] as const);
  const began = published === undefined ? dateBefore(anchor, random.integer(800, 1100)) : '2012-02-06';
  const ended = published === undefined ? dateAfter(began, random.integer(60, 400)) : '2012-11-05';
  const [startedOn, releasedOn] = beforeEngagement(file, began, ended);
  // What is long past is known from the national records alone.
  collector.record(CustodyEpisode, { ...byPrison(prison), sourceSystem: 'PINS' }, startedOn, {
    subjectId,
    status: 'AT_LIBERTY',
    startReason: 'NEW_OFFENCE',
    sentence: 'A past sentence (invented)',
    prison,
    wing: random.pick(['A', 'B', 'C']),
    startedOn,
    releasedOn,
    expectedRelease: releasedOn,
  });
}

/** A canary was at liberty from its first engagement on: a past sentence that reached into it was served before. */
function beforeEngagement(
  { canary, firstEngagement }: PersonFile,
  startedOn: string,
  releasedOn: string,
): readonly [string, string] {
  if (canary === undefined || firstEngagement === undefined || releasedOn <= firstEngagement)
    return [startedOn, releasedOn];
  return [dateBefore(startedOn, 2 * 365), dateBefore(releasedOn, 2 * 365)];
}
