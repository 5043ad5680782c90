import { dateAfter, dateBefore, monthsAfter } from '../../common/calendar/calendar-dates';
import { MalsHealthNeed } from '../health/mals-health-need';
import { MalsClient } from '../mentoring/mals-client';
import { MalsConsent } from '../mentoring/mals-consent';
import { MalsDisclosure } from '../mentoring/mals-disclosure';
import { MentoringMatch } from '../mentoring/mentoring-match';
import { MentoringSession } from '../mentoring/mentoring-session';
import { MalsOutcome } from '../outcomes/mals-outcome';
import { PathwaySupport } from '../pathways/pathway-support';
import { MentoringReferralReply } from '../referrals/mentoring-referral-reply';
import { CommunicationNeed, Pathway, SessionMode } from '../vocabularies';
import { PLACES, STREETS } from './invented-names';
import type { PersonFile } from './person-file';
import type { MentorPerson } from './person-plan';
import { ASSESSED_BY_MALS, BY_MALS, PRINTED_MENTORING } from './provenances';
import { endOfMatch, STILL_MENTORED } from './published-plans';
import { writeClientContacts } from './write-client-contacts';
import { writeFrequentSessions, writeResearchConsent } from './write-first-year';
import { writePrisonProgramme, writeProgramme } from './write-programme-records';

const PATHWAYS = Object.keys(Pathway) as (keyof typeof Pathway)[];
const MODES = Object.keys(SessionMode) as (keyof typeof SessionMode)[];

/** What MALS keeps on its clients, outside the police network. */
export function writeMentoringRecords(file: PersonFile, mentorIds: Readonly<Record<MentorPerson, string>>): void {
  const { plan } = file;
  const isClient =
    plan.match !== undefined ||
    plan.consents.length > 0 ||
    plan.referral?.stage === 'ACCEPTED' ||
    plan.programme?.cohort !== undefined;
  if (isClient) writeClient(file);
  writeReply(file);
  if (plan.match !== undefined) writeMatch(file, plan.match, mentorIds);
  if (isClient) writeSupport(file);
  writeConsents(file);
  if (isClient) writeResearchConsent(file);
  if (plan.programme !== undefined) writePrisonProgramme(file);
  else if (plan.consents.length > 0 || (isClient && file.random.chance(0.6))) writeProgramme(file);
  if (isClient) writeClientContacts(file);
}

function writeClient({ collector, random, anchor, id, givenName, familyName, birthDate, plan }: PersonFile): void {
  collector.record(MalsClient, BY_MALS, dateBefore(anchor, 20), {
    id,
    givenName,
    name: `${givenName} ${familyName}`,
    dateOfBirth: birthDate,
    agreedChannel: random.pick(['Text message', 'Telephone in the evening', 'E-mail']),
    homeBorough: random.pick(['KNOWSLEY', 'LIVERPOOL', 'ST_HELENS']),
    address: `${String(random.integer(1, 99))} ${random.pick(STREETS)}, ${random.pick(PLACES)}`,
    phone: `07700 900${String(random.integer(100, 999))}`,
    cameBy: plan.programme !== undefined ? 'PRISON_IN_REACH' : plan.nominal ? 'KIOM_JOINT_ACTION_GROUP' : 'SELF',
  });
}

function writeReply({ collector, anchor, id: subjectId, plan, firstEngagement }: PersonFile): void {
  if (plan.referral === undefined || plan.referral.stage === 'OFFERED') return;
  const repliedOn = dateBefore(firstEngagement ?? dateBefore(anchor, 11), 7);
  const accepted = plan.referral.stage === 'ACCEPTED';
  collector.record(MentoringReferralReply, BY_MALS, repliedOn, {
    subjectId,
    repliedOn,
    accepted,
    reason: accepted ? 'A mentor who fits is there.' : 'The person does not wish to be mentored now.',
  });
}

function writeMatch(
  file: PersonFile,
  match: NonNullable<PersonFile['plan']['match']>,
  mentorIds: Readonly<Record<MentorPerson, string>>,
): void {
  const { collector, random, anchor, id: subjectId, published } = file;
  const first = file.firstEngagement ?? anchor;
  const mentorId = mentorIds[match.mentor];
  if (mentorId === undefined) throw new Error(`There is no mentor ${match.mentor}.`);
  const matchedUntil = endOf(file, match.endedDaysAgo, first);
  collector.record(MentoringMatch, published ? PRINTED_MENTORING : BY_MALS, first, {
    subjectId,
    mentorId,
    matchedFrom: first,
    matchedUntil,
    commitmentMonths: random.pick([12, 12, 18, 24]),
  });
  writeSessions(file, match.mentor, first, matchedUntil ?? anchor);
  writeFrequentSessions(file, match.mentor, first, matchedUntil ?? anchor);
  writeDisclosure(file, match);
}

function endOf({ anchor, published }: PersonFile, endedDaysAgo: number | undefined, first: string): string | null {
  if (published !== undefined) return STILL_MENTORED.has(published.name) ? null : endOfMatch(first);
  return endedDaysAgo === undefined ? null : dateBefore(anchor, endedDaysAgo);
}

/** Sessions spread evenly over the match, with lengths in quarters of an hour that sum exactly to the hours told. */
function writeSessions(file: PersonFile, mentor: MentorPerson, first: string, last: string): void {
  const { collector, random, id: subjectId, published } = file;
  const sessions = published?.sessions ?? random.integer(5, 12);
  const quarters = (published?.hours ?? sessions) * 4;
  const end = published === undefined ? last : endOfMatch(first);
  const days = (Date.parse(end) - Date.parse(first)) / 86_400_000;
  for (let number = 0; number < sessions; number += 1) {
    const heldOn = dateAfter(first, Math.floor((number * days) / sessions));
    const upToNow = Math.floor(((number + 1) * quarters) / sessions);
    const before = Math.floor((number * quarters) / sessions);
    // The first sessions were noted by somebody else, so that a mentor's own notes can be told from a colleague's.
    const author = number === 0 ? (mentor === 'mals.mentor-3' ? 'mals.mentor-4' : 'mals.mentor-3') : mentor;
    const noted = published === undefined || number < 3 || number >= sessions - 3;
    collector.record(MentoringSession, published ? PRINTED_MENTORING : BY_MALS, heldOn, {
      subjectId,
      heldOn,
      mode: random.pick(MODES),
      durationHours: (upToNow - before) / 4,
      pathwaysSupported: random.pickSome(PATHWAYS, 1, 2),
      notes: noted ? `Talked about the week; agreed on the next step ${String(number + 1)} (invented).` : null,
      author,
    });
  }
}

function writeDisclosure(
  { collector, anchor, id: subjectId, plan }: PersonFile,
  match: NonNullable<PersonFile['plan']['match']>,
): void {
  // Whoever is mentored by one of the two personas has confided something that was not passed on.
  const confided = match.mentor === 'mals.mentor' || match.mentor === 'mals.mentor-2' ? 'HARM_NOT_RELEASED' : undefined;
  const disclosure = plan.disclosure ?? confided;
  if (disclosure === undefined) return;
  const released = disclosure !== 'HARM_NOT_RELEASED';
  const harm = disclosure !== 'RELEASED_WITHOUT_HARM';
  const heardOn = dateBefore(anchor, 15);
  collector.record(MalsDisclosure, ASSESSED_BY_MALS, heardOn, {
    subjectId,
    kind: harm ? 'A threat' : 'An unreported theft',
    heardOn,
    content: 'What was said in confidence (invented).',
    seriousHarm: harm,
    decision: released ? 'Released by the manager (invented).' : 'To be talked over with the person first (invented).',
    releasedFor: released ? (harm ? 'SERIOUS_HARM' : 'AGREED_BY_PERSON') : null,
    reportedTo: released ? (plan.supervision?.organisation ?? null) : null,
    releasedAt: released ? new Date(`${dateBefore(anchor, 14)}T09:30:00Z`) : null,
    author: match.mentor,
  });
}

function writeSupport({ collector, random, anchor, id: subjectId }: PersonFile): void {
  for (const pathway of random.pickSome(PATHWAYS, 2, 3)) {
    const since = dateBefore(anchor, random.integer(15, 150));
    collector.record(PathwaySupport, BY_MALS, since, {
      subjectId,
      pathway,
      support: 'Goes along to appointments (invented)',
      state: random.pick(['OPEN', 'IN_PROGRESS', 'MET']),
      since,
    });
  }
  const achievedOn = dateBefore(anchor, random.integer(5, 100));
  collector.record(MalsOutcome, BY_MALS, achievedOn, {
    subjectId,
    achievement: random.pick(['Housing application made', 'Course begun', 'Came into work', 'Saw a drug service']),
    achievedOn,
    employed: random.chance(0.3),
  });
  collector.record(MalsHealthNeed, ASSESSED_BY_MALS, achievedOn, {
    subjectId,
    needExists: random.chance(0.8),
    communicationNeed: random.pick(Object.keys(CommunicationNeed) as (keyof typeof CommunicationNeed)[]),
    detail: 'Reads slowly and likes to be told (invented).',
  });
}

function writeConsents({ collector, anchor, id: subjectId, plan }: PersonFile): void {
  for (const { to, categories, state } of plan.consents) {
    const givenOn = dateBefore(anchor, 90);
    collector.record(MalsConsent, BY_MALS, givenOn, {
      subjectId,
      purposes: ['IOM_CASE_MANAGEMENT'],
      categories: [...categories],
      recipients: [to],
      givenOn,
      expiresOn: state === 'EXPIRED' ? dateBefore(anchor, 2) : monthsAfter(anchor, 24),
      withdrawnOn: state === 'WITHDRAWN' ? dateBefore(anchor, 5) : null,
      form: 'On paper',
    });
  }
}
