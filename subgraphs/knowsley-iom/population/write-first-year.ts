// What is recorded of ordinary people within twelve months of their entry into the cohort, for the statistics that are
// told of these months. All of it is drawn in streams of its own, so that nothing else of anybody depends on it.
import { dateAfter, dateBefore, monthsAfter } from '../../common/calendar/calendar-dates';
import { drawFrom, type Weighted } from '../../common/loading/invented-identity';
import type { Synthetic } from '../../common/loading/synthetic';
import { MalsConsent } from '../mentoring/mals-consent';
import { MentoringSession } from '../mentoring/mentoring-session';
import { StatusAssessment } from '../nominals/status-assessment';
import { PathwayStatus } from '../pathways/pathway-status';
import { Pathway } from '../vocabularies';
import type { PersonFile } from './person-file';
import type { MentorPerson } from './person-plan';
import { ASSESSED_BY_KIOM, BY_MALS } from './provenances';

const PATHWAYS = Object.keys(Pathway) as (keyof typeof Pathway)[];

export const SHARE_ASSESSED_IN_FIRST_YEAR = 0.85;
export const SHARE_NEED_STATED_AT_ENTRY = 0.85;
/** Of mentees, those who meet more often than others in the first year. */
export const SHARE_MEETING_OFTEN = 0.2;
/** Of the clients of MALS: consent to research. */
export const RESEARCH_CONSENT: Weighted<'NONE' | 'ACTIVE' | 'WITHDRAWN' | 'EXPIRED'> = [
  [40, 'NONE'],
  [50, 'ACTIVE'],
  [7, 'WITHDRAWN'],
  [3, 'EXPIRED'],
];

/** What an assessment says of somebody's circumstances. */
export function inventStatus(
  random: Synthetic,
): Pick<StatusAssessment, 'housing' | 'employment' | 'training' | 'benefits' | 'relationship'> {
  return {
    housing: random.pick(['Own tenancy', 'With family', 'Hostel', 'No fixed home']),
    employment: random.pick(['No work', 'Casual work', 'Part-time work', 'Full-time work']),
    training: random.pick(['None', 'Construction card course', 'Functional skills']),
    benefits: random.pick(['None claimed', 'Claim made', 'In payment', 'Sanctioned']),
    relationship: random.pick(['Lives alone', 'With partner and children', 'Separated, sees the children']),
  };
}

/** A need that was stated at entry, and an assessment near the end of the first year. */
export function writeFirstYear({ collector, anchor, id: subjectId, ...file }: PersonFile, enteredOn: string): void {
  if (file.ordinary === undefined) return;
  const random = file.random.stream('first year');
  const assessedOn = dateAfter(enteredOn, random.integer(250, 350));
  if (random.chance(SHARE_ASSESSED_IN_FIRST_YEAR) && assessedOn <= anchor) {
    collector.record(StatusAssessment, ASSESSED_BY_KIOM, assessedOn, {
      subjectId,
      assessedOn,
      ...inventStatus(random),
    });
  }
  if (!random.chance(SHARE_NEED_STATED_AT_ENTRY)) return;
  const pathway = random.pick(PATHWAYS);
  collector.record(PathwayStatus, ASSESSED_BY_KIOM, enteredOn, {
    subjectId,
    pathway,
    need: `A need on the pathway ${pathway.toLowerCase().replaceAll('_', ' ')} at entry (invented)`,
    state: random.pick(['OPEN', 'IN_PROGRESS', 'MET']),
    interventionBy: random.pick(['kmbc', 'merseyside-crc']),
    since: enteredOn,
    outcome: random.pick(['Nothing yet', 'First appointment kept', 'Place found']),
  });
}

/** Further sessions in the first year of some matches, noted by the mentor. */
export function writeFrequentSessions(
  { collector, id: subjectId, ...file }: PersonFile,
  author: MentorPerson,
  first: string,
  last: string,
): void {
  if (file.ordinary === undefined) return;
  const random = file.random.stream('frequent sessions');
  if (!random.chance(SHARE_MEETING_OFTEN)) return;
  for (let week = random.integer(8, 16); week > 0; week -= 1) {
    const heldOn = dateAfter(first, 7 * week);
    if (heldOn >= last) continue;
    collector.record(MentoringSession, BY_MALS, heldOn, {
      subjectId,
      heldOn,
      mode: 'FACE_TO_FACE',
      durationHours: 1,
      pathwaysSupported: random.pickSome(PATHWAYS, 1, 2),
      notes: null,
      author,
    });
  }
}

/** Whether MALS may use what it knows of a client for research. */
export function writeResearchConsent({ collector, anchor, id: subjectId, ...file }: PersonFile): void {
  if (file.ordinary === undefined) return;
  const random = file.random.stream('research consent');
  const state = drawFrom(random, RESEARCH_CONSENT);
  if (state === 'NONE') return;
  const givenOn = dateBefore(anchor, random.integer(100, 400));
  collector.record(MalsConsent, BY_MALS, givenOn, {
    subjectId,
    purposes: ['EVALUATION_RESEARCH'],
    categories: ['MENTORING_RECORD', 'PROGRAMME'],
    recipients: ['ljmu'],
    givenOn,
    expiresOn: state === 'EXPIRED' ? dateBefore(anchor, 95) : monthsAfter(anchor, 24),
    withdrawnOn: state === 'WITHDRAWN' ? dateBefore(anchor, random.integer(5, 80)) : null,
    form: 'On paper',
  });
}
