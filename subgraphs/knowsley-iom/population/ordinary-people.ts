import { dateBefore } from '../../common/calendar/calendar-dates';
import { inventIdentity } from '../../common/loading/invented-identity';
import { identityKnownToTwo } from '../../common/loading/known-to-two';
import type { RecordSet } from '../../common/loading/load-records';
import { canaryOutcome, type OrdinaryBatch, ordinaryId, ordinaryKey } from '../../common/loading/ordinary-people';
import { withRareCodes } from '../../common/loading/rare-codes';
import { Subject } from '../../common/loading/subject';
import { createSynthetic, type Synthetic } from '../../common/loading/synthetic';
import { Mentor } from '../mentoring/mentor';
import { FEMALE_NAMES, MALE_NAMES } from './invented-names';
import {
  AGES_OF_CANARIES,
  AGES_OF_KNOWSLEY,
  CANARY_ENGAGED_DAYS_AGO,
  mentorOf,
  NAME_SHAPES_OF_KNOWSLEY,
  ordinaryPlan,
  PEOPLE_A_PRACTITIONER,
} from './ordinary-plans';
import type { PersonFile } from './person-file';
import { MENTORS, type MentorPerson } from './person-plan';
import { withDefaultMatch, writePerson } from './populate';
import { BY_MALS } from './provenances';
import { RARE_CODES_OF_KNOWSLEY } from './rare-codes';
import { RecordCollector } from './record-collector';

/** Ordinary people of Knowsley: the same records as the named ones have, by the same writers, from drawn plans. */
export function ordinaryPeople(batch: OrdinaryBatch): Iterable<RecordSet> {
  return withRareCodes(batch.seed, 'knowsley-iom', usualPeople(batch), RARE_CODES_OF_KNOWSLEY);
}

function* usualPeople({ seed, anchor, people, from, to }: OrdinaryBatch): Iterable<RecordSet> {
  const synthetic = createSynthetic(seed, 'knowsley-iom');
  const mentors = new RecordCollector(synthetic, ordinaryKey(from));
  const mentorIds = writeColleagues(mentors, synthetic, anchor, from, to);
  yield* mentors.sets();
  // A collector of each person's own numbers the person's records, whatever batch it comes in.
  const rows = new Map<RecordSet['table'], object[]>();
  for (let number = from; number < to; number += 1) {
    const collector = new RecordCollector(synthetic, ordinaryKey(number));
    const canary = canaryOutcome(seed, 'knowsley-iom', number);
    const random = synthetic.stream(ordinaryKey(number));
    const identity =
      identityKnownToTwo(seed, anchor, people, 'knowsley-iom', number) ??
      inventIdentity(
        random.stream('identity'),
        NAME_SHAPES_OF_KNOWSLEY,
        anchor,
        canary === undefined ? AGES_OF_KNOWSLEY : AGES_OF_CANARIES,
      );
    const plan = withDefaultMatch(ordinaryPlan(random.stream('plan'), number, canary !== undefined));
    const id = ordinaryId(seed, 'knowsley-iom', number);
    const file: PersonFile = {
      collector,
      random,
      anchor,
      plan,
      id,
      ...identity,
      ordinary: true,
      ...(canary === undefined ? {} : { canary }),
      ...(plan.match === undefined ? {} : { firstEngagement: firstEngagement(random, anchor, canary !== undefined) }),
    };
    collector.plain(Subject, { id });
    writePerson(file, mentorIds);
    for (const set of collector.sets()) {
      const known = rows.get(set.table);
      if (known === undefined) rows.set(set.table, [...set.rows]);
      else known.push(...set.rows);
    }
  }
  for (const table of RecordCollector.order) {
    const ofTable = rows.get(table);
    if (ofTable !== undefined) yield { table, rows: ofTable };
  }
}

function firstEngagement(random: Synthetic, anchor: string, isCanary: boolean): string {
  const { from, to } = isCanary ? CANARY_ENGAGED_DAYS_AGO : { from: 60, to: 700 };
  return dateBefore(anchor, random.stream('engagement').integer(from, to));
}

/** The mentors whose first mentees are among these people, and the ids of all whom these people may have. */
function writeColleagues(
  collector: RecordCollector,
  synthetic: Synthetic,
  anchor: string,
  from: number,
  to: number,
): Readonly<Record<MentorPerson, string>> {
  const ids = MENTORS.map((person, index): [string, string] => [person, synthetic.id(Mentor.name, index)]);
  for (let number = from; number < to; number += PEOPLE_A_PRACTITIONER) {
    const person = mentorOf(number);
    const random = synthetic.stream(person);
    const id = synthetic.id(Mentor.name, person);
    collector.record(Mentor, BY_MALS, dateBefore(anchor, 500), {
      id,
      givenName: random.pick([...FEMALE_NAMES, ...MALE_NAMES]),
      status: random.chance(0.9) ? 'active' : 'resting',
      exOffender: random.chance(0.5),
      trainingHours: random.integer(20, 60),
      developmentPlan: random.pick(['agreed', 'under way', 'reviewed']),
      supervisedOn: dateBefore(anchor, random.integer(5, 60)),
      person,
    });
    ids.push([person, id]);
  }
  return Object.fromEntries(ids) as Record<MentorPerson, string>;
}
