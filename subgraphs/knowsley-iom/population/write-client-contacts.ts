import { dateAfter, dateBefore } from '../../common/calendar/calendar-dates';
import type { Synthetic } from '../../common/loading/synthetic';
import { HelplineContact } from '../helpline/helpline-contact';
import { MentorTraining } from '../mentoring/mentor-training';
import { ProgressInventory } from '../outcomes/progress-inventory';
import { Signposting } from '../referrals/signposting';
import { Pathway, SessionMode } from '../vocabularies';
import type { PersonFile } from './person-file';
import { BY_MALS } from './provenances';
import type { RecordCollector } from './record-collector';

const PATHWAYS = Object.keys(Pathway) as (keyof typeof Pathway)[];
const MODES = Object.keys(SessionMode) as (keyof typeof SessionMode)[];
/** How many items the invented instrument has; the owner's own are not published. */
const ITEMS = 6;

/** What MALS keeps on a client beside the mentoring itself: helpline, progress inventories, signposting. */
export function writeClientContacts({ collector, anchor, id: subjectId, plan, ...file }: PersonFile): void {
  const random = file.random.stream('client contacts');
  for (let contacts = random.integer(1, 2); contacts > 0; contacts -= 1) {
    const day = dateBefore(anchor, random.integer(3, 120));
    const seriousHarm = random.chance(0.15);
    collector.record(HelplineContact, BY_MALS, day, {
      subjectId,
      contactedAt: new Date(`${day}T${String(random.integer(10, 21))}:${random.pick(['05', '20', '45'])}:00Z`),
      minutes: random.integer(3, 50),
      mode: random.pick(MODES),
      kind: random.pick(['Advice', 'A crisis', 'Somebody to talk to']),
      handedTo: seriousHarm ? 'The manager of MALS' : random.pick([null, 'The mentor']),
      seriousHarm,
      content: 'What was said on the telephone (invented).',
    });
  }
  for (const issuedDaysAgo of [random.integer(100, 160), random.integer(5, 60)]) {
    const issuedOn = dateBefore(anchor, issuedDaysAgo);
    // Completion tails off, as the report found.
    const drawn = random.chance(issuedDaysAgo > 90 ? 0.7 : 0.4);
    // Somebody released has one to hide from the prison, whatever is drawn.
    const released = plan.programme !== undefined && plan.custody?.releasedDaysAgo !== undefined;
    const completed = drawn || (released && issuedDaysAgo > 90);
    collector.record(ProgressInventory, BY_MALS, issuedOn, {
      subjectId,
      instrumentVersion: 'invented-1',
      issuedOn,
      completedOn: completed ? dateAfter(issuedOn, random.integer(0, 5)) : null,
      answers: completed
        ? Array.from({ length: ITEMS }, (_, index) => `${String(index + 1)}=${String(random.integer(1, 5))}`)
        : null,
    });
  }
  for (let pointed = random.integer(1, 2); pointed > 0; pointed -= 1) {
    const sessionOn = dateBefore(anchor, random.integer(10, 150));
    collector.record(Signposting, BY_MALS, sessionOn, {
      subjectId,
      sessionOn,
      barrierPathway: random.pick(PATHWAYS),
      agency: random.pick(['cab', 'dwp', 'knowsley-housing', 'drug-service']),
      acceptedByPerson: random.chance(0.7),
    });
  }
}

/** The trainings of the mentors. */
export function writeMentorTrainings(
  collector: RecordCollector,
  synthetic: Synthetic,
  anchor: string,
  mentorIds: readonly string[],
): void {
  const random = synthetic.stream('mentor trainings');
  for (const mentorId of mentorIds) {
    for (const subjectMatter of ['Listening', 'Boundaries and confidences', 'Safeguarding']) {
      const heldOn = dateBefore(anchor, random.integer(60, 480));
      collector.record(MentorTraining, BY_MALS, heldOn, {
        mentorId,
        subjectMatter,
        heldOn,
        hours: random.integer(2, 12),
      });
    }
  }
}
