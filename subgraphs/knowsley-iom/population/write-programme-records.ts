import { dateAfter, dateBefore, monthsAfter } from '../../common/calendar/calendar-dates';
import { LcpAttendance } from '../programme/lcp-attendance';
import { LcpEnrolment } from '../programme/lcp-enrolment';
import { LcpReflection } from '../programme/lcp-reflection';
import { LcpRegisterEntry } from '../programme/lcp-register-entry';
import { StageOfChange } from '../vocabularies';
import { cohortOf, LCP_DAYS } from './lcp-cohorts';
import type { PersonFile } from './person-file';
import type { PersonPlan } from './person-plan';
import { BY_MALS, byPrison } from './provenances';

const STAGES = Object.keys(StageOfChange) as (keyof typeof StageOfChange)[];

/** A past place on the programme, of a client of MALS. */
export function writeProgramme(file: PersonFile): void {
  const { random, anchor } = file;
  // These two draws were the days of a course of the person alone; they are drawn still, so that nobody else changes.
  random.integer(60, 200);
  const daysAttended = random.integer(2, LCP_DAYS);
  const cohortNumber = random.integer(9, 14);
  random.pick([1, 2, 3]);
  writeEnrolment(file, { cohortNumber, daysAttended, stageOfChange: random.pick(STAGES) });
  writeReflection(file, cohortOf(cohortNumber, random, anchor).endedOn);
}

function writeReflection({ collector, id: subjectId }: PersonFile, writtenOn: string): void {
  collector.record(LcpReflection, BY_MALS, writtenOn, {
    subjectId,
    testimonial: 'The week gave me time to think (invented).',
    goals: 'To be there for my family (invented).',
    contract: 'I shall ring before I am late (invented).',
    evaluation: 'More time for talking would be good (invented).',
  });
}

/** What the prison records of a prisoner for the programme, and the place that MALS gave. */
export function writePrisonProgramme(file: PersonFile): void {
  const { plan, random } = file;
  if (plan.programme === undefined || plan.custody === undefined) return;
  const { choice, cohort } = plan.programme;
  const stream = random.stream('programme');
  writeRegisterEntry(file, plan.custody, choice);
  if (cohort === undefined) return;
  const { startedOn } = cohortOf(cohort, random, file.anchor);
  writeEnrolment(file, {
    cohortNumber: cohort,
    // The course of the youngest cohort is not over.
    daysAttended: dateAfter(startedOn, LCP_DAYS) > file.anchor ? undefined : stream.integer(3, LCP_DAYS),
    stageOfChange: stream.pick(STAGES),
  });
  writeReflection(file, startedOn);
}

function writeRegisterEntry(
  { collector, random, anchor, id: subjectId }: PersonFile,
  { prison }: NonNullable<PersonPlan['custody']>,
  choice: NonNullable<PersonPlan['programme']>['choice'],
): void {
  const referredOn = dateBefore(anchor, 45);
  const recordedOn = dateBefore(anchor, 40);
  collector.record(LcpRegisterEntry, byPrison(prison), referredOn, {
    subjectId,
    voluntary: choice !== 'DECLINED',
    voluntaryRecordedOn: choice === 'NOT_RECORDED' ? null : recordedOn,
    withdrawnOn: choice === 'WITHDRAWN' ? dateBefore(anchor, 6) : null,
    groupSafetyFlag: random.stream('group safety').chance(0.3),
    referralSource: random.stream('source').pick(['PRISON_IN_REACH', 'SELF']),
    referredOn,
  });
}

interface Place {
  readonly cohortNumber: number;
  /** Undefined: the course is not over. */
  readonly daysAttended: number | undefined;
  readonly stageOfChange: keyof typeof StageOfChange;
}

function writeEnrolment(file: PersonFile, { cohortNumber, daysAttended, stageOfChange }: Place): void {
  const { collector, anchor, id: subjectId, plan } = file;
  const random = file.random.stream(`cohort ${String(cohortNumber)}`);
  const cohort = cohortOf(cohortNumber, random, anchor);
  const enrolledOn = dateBefore(cohort.startedOn, 14);
  const releaseInDays = plan.custody?.releaseInDays;
  const days = Array.from({ length: LCP_DAYS }, (_, index) => index + 1);
  const held = days.filter((day) => dateAfter(cohort.startedOn, day - 1) <= anchor);
  const attended = random.pickSome(held, daysAttended ?? held.length, daysAttended ?? held.length);
  const enrolmentId = collector.record(LcpEnrolment, BY_MALS, enrolledOn, {
    subjectId,
    cohortId: cohort.id,
    cohortNumber,
    enrolledOn,
    voluntary: true,
    venue: cohort.venue,
    startedOn: cohort.startedOn,
    endedOn: cohort.endedOn,
    daysAttended: attended.length,
    completed: daysAttended === undefined ? null : daysAttended === LCP_DAYS,
    monthsToRelease:
      typeof releaseInDays === 'number' ? wholeMonths(enrolledOn, dateAfter(anchor, releaseInDays)) : null,
    stageOfChange,
  });
  for (const day of days) {
    const heldOn = dateAfter(cohort.startedOn, day - 1);
    const wasThere = attended.includes(day);
    collector.record(LcpAttendance, BY_MALS, heldOn, {
      subjectId,
      enrolmentId,
      day,
      heldOn,
      attended: held.includes(day) ? wasThere : null,
      stageOfChange: wasThere ? (day === attended.at(-1) ? stageOfChange : random.pick(STAGES)) : null,
    });
  }
}

function wholeMonths(from: string, until: string): number {
  let months = 0;
  while (monthsAfter(from, months + 1) <= until) months += 1;
  return months;
}
