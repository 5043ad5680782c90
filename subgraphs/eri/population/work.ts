import type { RecordSet } from '../../common/loading/load-records';
import { dateAfter } from '../../common/calendar/calendar-dates';
import { type Synthetic } from '../../common/loading/synthetic';
import { ParticipantOutcome } from '../outcomes/participant-outcome';
import { JobScholarship } from '../placements/job-scholarship';
import { Placement } from '../placements/placement';
import { SocialEnterpriseMembership } from '../placements/social-enterprise-membership';
import type { InventedPerson } from './invented-people';
import { hasFinished } from './programme';
import { recordedByEri } from './recorded-by-eri';

const FOUNDATION = 'ufficio-pio';
const ON_HUB = { employer: 'Panificio Immaginario', employerPartner: 'employer' };
const NOT_ON_HUB = { employer: 'Officina Ipotetica', employerPartner: null };

/** The placements in the order of the participants, again from the start after eight; the sixth has none. */
const PLACEMENTS = [
  { ...ON_HUB, supportedBy: FOUNDATION, state: 'ACCEPTED' },
  { ...ON_HUB, supportedBy: FOUNDATION, state: 'OFFERED' },
  { ...NOT_ON_HUB, supportedBy: null, state: 'ACCEPTED' },
  { ...ON_HUB, supportedBy: FOUNDATION, state: 'ENDED' },
  { ...ON_HUB, supportedBy: null, state: 'ACCEPTED' },
  undefined,
  { ...ON_HUB, supportedBy: null, state: 'DECLINED' },
  { ...NOT_ON_HUB, supportedBy: FOUNDATION, state: 'ACCEPTED' },
] as const;

const SKILL_AREAS = ['Baking', 'Building maintenance', 'Gardening', 'Metal work', 'Cleaning', 'Warehouse'];
const AVAILABILITIES = ['Mornings', 'Afternoons', 'Full time', 'Weekdays from next month'];
const SECTORS = ['Building', 'Food', 'Public green', 'Care of buildings'];

export function* workRecords(
  synthetic: Synthetic,
  participants: readonly InventedPerson[],
  anchor: string,
): Iterable<RecordSet> {
  const random = synthetic.stream('work');
  yield {
    table: Placement,
    rows: participants.flatMap(({ number, id }) => {
      const placement = PLACEMENTS[number % PLACEMENTS.length];
      if (placement === undefined) return [];
      const offeredOn = dateAfter(anchor, -random.integer(60, 120));
      const wasAccepted = placement.state === 'ACCEPTED' || placement.state === 'ENDED';
      return [
        {
          id: synthetic.id('placement', number),
          subjectId: id,
          ...placement,
          skillArea: random.pick(SKILL_AREAS),
          availability: random.pick(AVAILABILITIES),
          offeredOn,
          acceptedOn: wasAccepted ? dateAfter(offeredOn, 10) : null,
          endedOn: placement.state === 'ENDED' ? dateAfter(offeredOn, 45) : null,
          ...recordedByEri(offeredOn),
        },
      ];
    }),
  };
  yield {
    table: JobScholarship,
    rows: participants
      .filter(({ number }) => number % 5 !== 1)
      .map(({ number, id }) => {
        const startsOn = dateAfter(anchor, -random.integer(20, 200));
        return {
          id: synthetic.id('scholarship', number),
          subjectId: id,
          kind: random.pick(SKILL_AREAS),
          months: 3,
          sector: random.pick(SECTORS),
          funder: 'Ufficio Pio',
          startsOn,
          outcome:
            dateAfter(startsOn, 92) > anchor ? null : random.pick(['Completed', 'Completed and kept on', 'Left early']),
          ...recordedByEri(startsOn),
        };
      }),
  };
  yield {
    table: SocialEnterpriseMembership,
    rows: participants
      .filter(({ number }) => number % 3 === 0)
      .map(({ number, id }) => {
        const joinedOn = dateAfter(anchor, -random.integer(10, 300));
        return {
          id: synthetic.id('membership', number),
          subjectId: id,
          enterprise: 'Cooperativa Esempio',
          activity: random.pick(SKILL_AREAS),
          funding: 'Foundation grant',
          joinedOn,
          ...recordedByEri(joinedOn),
        };
      }),
  };
  yield {
    table: ParticipantOutcome,
    rows: participants.filter(hasFinished).map(({ number, id, canary = number % 9 === 4 }) => ({
      id: synthetic.id('outcome', number),
      subjectId: id,
      employed: random.chance(0.4),
      returnedToPrison: canary,
      offencePriorToEngagement: canary ? number % 9 === 4 : null,
      mentorLater: number % 6 === 2,
      followedUpOn: dateAfter(anchor, -random.integer(5, 60)),
      ...recordedByEri(dateAfter(anchor, -5)),
    })),
  };
}
