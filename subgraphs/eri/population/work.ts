import type { RecordSet } from '../../common/loading/load-records';
import { dateAfter } from '../../common/calendar/calendar-dates';
import { type Synthetic } from '../../common/loading/synthetic';
import { ParticipantOutcome } from '../outcomes/participant-outcome';
import { EmployerVisit } from '../placements/employer-visit';
import { JobScholarship } from '../placements/job-scholarship';
import { Placement } from '../placements/placement';
import { SocialEnterprise } from '../placements/social-enterprise';
import { SocialEnterpriseMembership } from '../placements/social-enterprise-membership';
import type { InventedPerson } from './invented-people';
import { hasFinished } from './programme';
import { recordedByEri } from './recorded-by-eri';
import { returnColumns } from './returns';

const FOUNDATION = 'ufficio-pio';
/** Eight local employers, as many as the reports count; none of them exists. */
const VISITED = [
  'Panificio Immaginario',
  'Officina Ipotetica',
  'Vivaio di Prova',
  'Falegnameria Esempio',
  'Mensa Supposta',
  'Lavanderia Finta',
  'Magazzino Inventato',
  'Tipografia Presunta',
];
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

const ENTERPRISE = 'Cooperativa Esempio';
const SKILL_AREAS = ['Baking', 'Building maintenance', 'Gardening', 'Metal work', 'Cleaning', 'Warehouse'];
const AVAILABILITIES = ['Mornings', 'Afternoons', 'Full time', 'Weekdays from next month'];
const SECTORS = ['Building', 'Food', 'Public green', 'Care of buildings'];

/** The one enterprise that came of the programme; members of every kind of population belong to it. */
export function socialEnterprise(synthetic: Synthetic, anchor: string): RecordSet {
  const foundedOn = dateAfter(anchor, -320);
  return {
    table: SocialEnterprise,
    rows: [
      {
        id: synthetic.id('enterprise', 1),
        name: ENTERPRISE,
        activity: 'Care of buildings and gardens',
        funding: 'Foundation grant',
        foundedOn,
        members: 10,
        ...recordedByEri(foundedOn),
      },
    ],
  };
}

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
  const visits = synthetic.stream('visits');
  yield {
    table: EmployerVisit,
    rows: participants
      .filter(({ number }) => number % 3 !== 2)
      .map(({ number, id }) => {
        const visitedOn = dateAfter(anchor, -visits.integer(125, 160));
        return {
          id: synthetic.id('employer visit', number),
          subjectId: id,
          employer: VISITED[number % VISITED.length],
          skillArea: visits.pick(SKILL_AREAS),
          visitedOn,
          placementId:
            number % 2 === 0 && PLACEMENTS[number % PLACEMENTS.length] !== undefined
              ? synthetic.id('placement', number)
              : null,
          ...recordedByEri(visitedOn),
        };
      }),
  };
  const enterpriseId = synthetic.id('enterprise', 1);
  yield {
    table: SocialEnterpriseMembership,
    rows: participants
      .filter(({ number }) => number % 3 === 0)
      .map(({ number, id }) => {
        const joinedOn = dateAfter(anchor, -random.integer(10, 300));
        return {
          id: synthetic.id('membership', number),
          subjectId: id,
          // Of some ERI knows the name of the enterprise only.
          enterpriseId: number % 9 === 6 ? null : enterpriseId,
          enterprise: ENTERPRISE,
          activity: random.pick(SKILL_AREAS),
          funding: 'Foundation grant',
          joinedOn,
          ...recordedByEri(joinedOn),
        };
      }),
  };
  yield {
    table: ParticipantOutcome,
    rows: participants.filter(hasFinished).map((person) => ({
      id: synthetic.id('outcome', person.number),
      subjectId: person.id,
      employed: random.chance(0.4),
      mentorLater: person.number % 6 === 2,
      followedUpOn: dateAfter(anchor, -random.integer(5, 60)),
      ...returnColumns(person, anchor),
      ...recordedByEri(dateAfter(anchor, -5)),
    })),
  };
  const asked = synthetic.stream('asked in the first year');
  yield {
    table: ParticipantOutcome,
    rows: participants.flatMap(({ number, id, askedDaysAgo }) => {
      if (askedDaysAgo === undefined) return [];
      const followedUpOn = dateAfter(anchor, -askedDaysAgo);
      return [
        {
          id: synthetic.id('outcome', `${String(number)}-first-year`),
          subjectId: id,
          employed: asked.chance(0.1) ? null : asked.chance(0.4),
          mentorLater: null,
          followedUpOn,
          returnedToPrison: null,
          returnedToPrisonOn: null,
          offencePriorToEngagement: null,
          ...recordedByEri(followedUpOn),
        },
      ];
    }),
  };
}
