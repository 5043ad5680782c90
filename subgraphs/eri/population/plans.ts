import { dateAfter, monthsAfter } from '../../common/calendar/calendar-dates';
import type { RecordSet } from '../../common/loading/load-records';
import type { Synthetic } from '../../common/loading/synthetic';
import { ParticipantMilestone } from '../plans/participant-milestone';
import { ParticipantPlan } from '../plans/participant-plan';
import { MilestoneState, Pathway } from '../vocabularies';
import type { InventedPerson } from './invented-people';
import { recordedByEri } from './recorded-by-eri';

const GOALS = ['Work of one’s own', 'A home by the end of the year', 'To be a good parent again', 'To help others'];
const MILESTONES = ['First visit', 'Papers in order', 'First month completed', 'Talk with the family'];
const ORGANISATIONS = ['eri', 'cisap', 'turin-d1', 'ufficio-pio'];
const MILESTONES_A_PLAN = 2;

/** Three of four participants have a plan: some that has ended, some that goes on. */
export function* planRecords(
  synthetic: Synthetic,
  participants: readonly InventedPerson[],
  anchor: string,
): Iterable<RecordSet> {
  const random = synthetic.stream('plans');
  const states = Object.keys(MilestoneState);
  const pathways = Object.keys(Pathway);
  const planned = participants
    .filter(({ number }) => number % 4 !== 3)
    .map(({ number, id }) => {
      const plannedFrom = monthsAfter(anchor, -random.integer(1, 18));
      return { number, id: synthetic.id('plan', number), subjectId: id, plannedFrom };
    });
  yield {
    table: ParticipantPlan,
    rows: planned.map(({ id, subjectId, plannedFrom }) => ({
      id,
      subjectId,
      plannedFrom,
      plannedUntil: monthsAfter(plannedFrom, 12),
      goal: random.pick(GOALS),
      ...recordedByEri(plannedFrom),
    })),
  };
  yield {
    table: ParticipantMilestone,
    rows: planned.flatMap(({ number, id, subjectId, plannedFrom }) =>
      Array.from({ length: MILESTONES_A_PLAN }, (_, index) => ({
        id: synthetic.id('milestone', `${String(number)}-${String(index + 1)}`),
        subjectId,
        planId: id,
        milestone: random.pick(MILESTONES),
        pathway: pathways[(number + index) % pathways.length],
        organisation: random.pick(ORGANISATIONS),
        due: dateAfter(plannedFrom, random.integer(30, 330)),
        state: states[(number + index) % states.length],
        ...recordedByEri(plannedFrom),
      })),
    ),
  };
}
