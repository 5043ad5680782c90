import type { RecordSet } from '../../common/loading/load-records';
import { Subject } from '../../common/loading/subject';
import { dateBefore } from '../../common/calendar/calendar-dates';
import { createSynthetic, type Synthetic } from '../../common/loading/synthetic';
import { Mentor } from '../mentoring/mentor';
import { FAMILY_NAMES, FEMALE_NAMES, MALE_NAMES } from './invented-names';
import { INVENTED_PLANS } from './invented-plans';
import type { PersonFile } from './person-file';
import { writeCohorts } from './lcp-cohorts';
import { MENTORS, type MentorPerson, type PersonPlan } from './person-plan';
import { BY_MALS } from './provenances';
import { firstEngagementOf, publishedPlan } from './published-plans';
import { readPublishedCases } from './read-published-cases';
import { RecordCollector } from './record-collector';
import { writeMentorTrainings } from './write-client-contacts';
import { writeCoOptedRecords } from './write-co-opted-records';
import { writeKiomRecords } from './write-kiom-records';
import { writeMentoringRecords } from './write-mentoring-records';
import { writePoliceRecords } from './write-police-records';
import { writeSupervisionRecords } from './write-supervision-records';

/**
 * The people of a development database: the fifteen published cases, whose printed figures are kept exactly, and
 * invented ones in every state of which a clause speaks. The same seed and anchor date give the same people.
 */
export function* populate(seed: string, anchor: string): Iterable<RecordSet> {
  const synthetic = createSynthetic(seed, 'knowsley-iom');
  const collector = new RecordCollector(synthetic);
  const mentorIds = writeMentors(collector, synthetic, anchor);
  writeMentorTrainings(collector, synthetic, anchor, Object.values(mentorIds));
  writeCohorts(collector, synthetic, anchor);
  for (const file of [
    ...publishedFiles(collector, synthetic, anchor),
    ...inventedFiles(collector, synthetic, anchor),
  ]) {
    collector.plain(Subject, { id: file.id });
    writePerson(file, mentorIds);
  }
  yield* collector.sets();
}

/** All records of one person. */
export function writePerson(file: PersonFile, mentorIds: Readonly<Record<MentorPerson, string>>): void {
  if (file.plan.nominal) {
    writeKiomRecords(file);
    writePoliceRecords(file);
    writeSupervisionRecords(file);
    writeCoOptedRecords(file);
  }
  writeMentoringRecords(file, mentorIds);
}

function publishedFiles(collector: RecordCollector, synthetic: Synthetic, anchor: string): readonly PersonFile[] {
  return readPublishedCases().map((published, index) => {
    const random = synthetic.stream(`published ${published.name}`);
    return {
      collector,
      random,
      anchor,
      published,
      plan: publishedPlan(published.name, index),
      id: synthetic.id('person', published.name),
      givenName: published.name,
      familyName: random.pick(FAMILY_NAMES),
      sex: published.name === 'Shelly' ? ('FEMALE' as const) : ('MALE' as const),
      birthDate: dateBefore('2013-01-01', random.integer(20 * 365, 45 * 365)),
      firstEngagement: firstEngagementOf(index),
    };
  });
}

function inventedFiles(collector: RecordCollector, synthetic: Synthetic, anchor: string): readonly PersonFile[] {
  return INVENTED_PLANS.map((state, index) => {
    const random = synthetic.stream(`person ${String(index)}`);
    const plan = withDefaultMatch(state);
    const sex = random.chance(0.2) ? ('FEMALE' as const) : ('MALE' as const);
    const firstEngagement =
      plan.match === undefined ? {} : { firstEngagement: dateBefore(anchor, random.integer(60, 700)) };
    return {
      collector,
      random,
      anchor,
      plan,
      id: synthetic.id('person', index),
      givenName: random.pick(sex === 'FEMALE' ? FEMALE_NAMES : MALE_NAMES),
      familyName: random.pick(FAMILY_NAMES),
      sex,
      birthDate: dateBefore(anchor, random.integer(19 * 365, 58 * 365)),
      ...firstEngagement,
    };
  });
}

/** Whoever consented to what MALS tells, or confided something, is mentored. */
export function withDefaultMatch(plan: PersonPlan): PersonPlan {
  if (plan.match !== undefined || (plan.consents.length === 0 && plan.disclosure === undefined)) return plan;
  return { ...plan, match: { mentor: 'mals.mentor-4', mayKnowOffence: false } };
}

function writeMentors(
  collector: RecordCollector,
  synthetic: Synthetic,
  anchor: string,
): Readonly<Record<MentorPerson, string>> {
  const random = synthetic.stream('mentors');
  const ids = MENTORS.map((person) => [
    person,
    collector.record(Mentor, BY_MALS, dateBefore(anchor, 500), {
      givenName: random.pick([...FEMALE_NAMES, ...MALE_NAMES]),
      status: 'active',
      exOffender: random.chance(0.5),
      trainingHours: random.integer(20, 60),
      developmentPlan: random.pick(['agreed', 'under way', 'reviewed']),
      supervisedOn: dateBefore(anchor, random.integer(5, 60)),
      certification: 'Certificate of peer mentoring (invented)',
      supervisionNeeds: 'A talk after each helpline evening (invented)',
      person,
    }),
  ]);
  return Object.fromEntries(ids) as Record<MentorPerson, string>;
}
