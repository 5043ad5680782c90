import type { RecordSet } from '../../common/loading/load-records';
import { dateAfter } from '../../common/calendar/calendar-dates';
import { type Synthetic } from '../../common/loading/synthetic';
import { ProgrammeAttendance } from '../programme/programme-attendance';
import { ProgrammeEnrolment, ProgrammeRunMentor } from '../programme/programme-group';
import { ProgrammeRun } from '../programme/programme-run';
import { ProgrammeWeek } from '../programme/programme-week';
import type { InventedPerson } from './invented-people';
import { recordedByEri } from './recorded-by-eri';

const WEEKS = 8;
/** Enrolled in a run that goes on, and has not come to a meeting yet. */
const NEVER_CAME = 29;

/** A run of the programme with its group, by the numbers of the participants. */
export interface PlannedRun {
  readonly name: string;
  readonly startedDaysAgo: number;
  readonly venue: string;
  readonly holds: (number: number) => boolean;
  readonly mentor: string;
  readonly mentorUntilDaysAgo?: number;
  /** The key of an ordinary run; the named ones go by their place in the list. */
  readonly key?: string;
}

/** Numbers in a range, both ends included. */
function from(first: number, last: number): PlannedRun['holds'] {
  return (number) => number >= first && number <= last;
}

/** Two runs that have ended and two that go on, with their groups and mentors. */
const RUNS: readonly PlannedRun[] = [
  {
    name: 'First invented run',
    startedDaysAgo: 420,
    venue: 'Collegno',
    holds: from(0, 7),
    mentor: 'eri.mentor',
    mentorUntilDaysAgo: 360,
  },
  {
    name: 'Second invented run',
    startedDaysAgo: 190,
    venue: 'Grugliasco',
    holds: from(8, 17),
    mentor: 'eri.mentor-2',
    mentorUntilDaysAgo: 130,
  },
  { name: 'Third invented run', startedDaysAgo: 20, venue: 'Collegno', holds: from(18, 26), mentor: 'eri.mentor' },
  { name: 'Fourth invented run', startedDaysAgo: 12, venue: 'Turin', holds: from(27, 31), mentor: 'eri.mentor-2' },
];

/** Whether somebody’s run has ended, so that there is an outcome to record. */
export function hasFinished({ number, finished }: InventedPerson): boolean {
  return finished ?? number <= 17;
}

export function* programmeRecords(
  synthetic: Synthetic,
  participants: readonly InventedPerson[],
  anchor: string,
  planned: readonly PlannedRun[] = RUNS,
): Iterable<RecordSet> {
  const random = synthetic.stream('programme');
  const dayOf = (daysAgo: number, week: number): string => dateAfter(anchor, 7 * (week - 1) - daysAgo);
  const runs = planned.map((run, index) => ({ ...run, id: synthetic.id('run', run.key ?? index) }));
  const groupOf = ({ holds }: (typeof runs)[number]): readonly InventedPerson[] =>
    participants.filter(({ number }) => holds(number));

  yield {
    table: ProgrammeRun,
    rows: runs.map(({ id, name, startedDaysAgo, venue }) => ({
      id,
      name,
      startsOn: dayOf(startedDaysAgo, 1),
      endsOn: dayOf(startedDaysAgo, WEEKS),
      weeks: WEEKS,
      weeklyHours: 4,
      venue,
      ...recordedByEri(dayOf(startedDaysAgo, 1)),
    })),
  };
  yield {
    table: ProgrammeWeek,
    rows: runs.flatMap(({ id, startedDaysAgo, key }, run) =>
      Array.from({ length: WEEKS }, (_, index) => ({
        id: synthetic.id('week', `${key ?? String(run)}-${String(index + 1)}`),
        runId: id,
        week: index + 1,
        kind: index < 2 ? 'MODEL' : 'NEEDS',
        heldOn: dayOf(startedDaysAgo, index + 1),
        hours: 4,
        ...recordedByEri(dayOf(startedDaysAgo, 1)),
      })),
    ),
  };
  yield {
    table: ProgrammeRunMentor,
    rows: runs.map((run, index) => ({
      id: synthetic.id('run mentor', run.key ?? index),
      runId: run.id,
      person: run.mentor,
      until: run.mentorUntilDaysAgo === undefined ? null : dateAfter(anchor, -run.mentorUntilDaysAgo),
    })),
  };
  yield {
    table: ProgrammeEnrolment,
    rows: runs.flatMap((run) =>
      groupOf(run).map(({ number, id }) => ({ id: synthetic.id('enrolment', number), runId: run.id, subjectId: id })),
    ),
  };
  yield {
    table: ProgrammeAttendance,
    rows: runs.flatMap((run) =>
      groupOf(run).flatMap(({ number, id }) =>
        Array.from({ length: WEEKS }, (_, index) => {
          const heldOn = dayOf(run.startedDaysAgo, index + 1);
          return {
            id: synthetic.id('attendance', `${String(number)}-${String(index + 1)}`),
            subjectId: id,
            runId: run.id,
            week: index + 1,
            weekKind: index < 2 ? 'MODEL' : 'NEEDS',
            heldOn,
            attended: heldOn > anchor ? null : random.chance(0.9) && number !== NEVER_CAME,
            ...recordedByEri(heldOn > anchor ? anchor : heldOn),
          };
        }),
      ),
    ),
  };
}
