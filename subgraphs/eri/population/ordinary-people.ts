// Ordinary people of ERI, drawn from the same states as the named ones. The shares are invented.
import { drawFrom, inventIdentity, type NameShapeName, type Weighted } from '../../common/loading/invented-identity';
import { identityKnownToTwo } from '../../common/loading/known-to-two';
import type { RecordSet } from '../../common/loading/load-records';
import {
  CANARY_EVERY,
  canaryOutcome,
  type OrdinaryBatch,
  ordinaryId,
  ordinaryKey,
  PEOPLE_A_BATCH,
} from '../../common/loading/ordinary-people';
import { Subject } from '../../common/loading/subject';
import { createSynthetic, type Synthetic } from '../../common/loading/synthetic';
import { Participant } from '../participants/participant';
import {
  ageBandOf,
  type ConsentState,
  INTAKE_CONSENTS,
  type InventedPerson,
  INVITED_ONLY,
  INVITERS,
} from './invented-people';
import { invitationRecords, participantRecords } from './populate';
import { type PlannedRun, programmeRecords } from './programme';
import { workRecords } from './work';

export const NAME_SHAPES_OF_TURIN: Weighted<NameShapeName> = [
  [58, 'ITALIAN'],
  [17, 'ARABIC'],
  [10, 'BALKAN'],
  [9, 'ROMA'],
  [6, 'TURKISH'],
];
export const AGES_OF_TURIN = { from: 19, to: 61 } as const;
/** Of a hundred people, so many take or took part; the others were invited only. */
export const SHARE_PARTICIPANTS = 0.82;
/** Of a hundred participants, so many are minors. */
export const SHARE_MINORS = 0.08;
/** So many people, by their numbers, are one run of the programme. */
export const PEOPLE_A_RUN = 12;
/** Three runs in four have ended. */
export const RUNS_STARTED_DAYS_AGO = [500, 330, 160, 15] as const;
/** A canary takes part in a run that began so long ago that the twelve months after it are over. */
const RUN_OF_CANARIES_STARTED_DAYS_AGO = Math.max(...RUNS_STARTED_DAYS_AGO);
/** Adults when such a run began. */
export const AGES_OF_CANARIES = { from: 20, to: AGES_OF_TURIN.to } as const;
/** Of ordinary participants of such a run: at liberty from before it on, and taken back for a new offence. */
export const SHARE_FREE = 0.7;
export const SHARE_RETURNED = 0.3;
/** Consent to research; canaries give it, whatever their coin. */
export const RESEARCH_CONSENT: Weighted<ConsentState | undefined> = [
  [40, undefined],
  [50, 'active'],
  [7, 'withdrawn'],
  [3, 'expired'],
];
/** The development persona mentors these runs, the last of which goes on; every other run has a mentor of its own. */
const MENTORS_OF_FIRST_RUNS = [3, 7, 11].map((run) => [run, 'eri.mentor'] as const);

/** The numbers of ordinary people begin here, so that no record of theirs has the key of a named one’s. */
const FIRST_NUMBER = 1_000_000;

/**
 * A whole batch is always drawn, since its tables are drawn one after the other, and those beyond `to` are left out of
 * it: so a person is the same however many come after.
 */
export function* ordinaryPeople(batch: OrdinaryBatch): Iterable<RecordSet> {
  const wanted = new Set(
    Array.from({ length: batch.to - batch.from }, (_, index) => ordinaryId(batch.seed, 'eri', batch.from + index)),
  );
  for (const { table, rows } of wholeBatch({ ...batch, to: batch.from + PEOPLE_A_BATCH })) {
    const kept = rows.filter((row) => {
      const { id, subjectId } = row as { readonly id: string; readonly subjectId?: string };
      const subject = table === Subject || table === Participant ? id : subjectId;
      return subject === undefined || wanted.has(subject);
    });
    yield { table, rows: kept };
  }
}

function* wholeBatch(batch: OrdinaryBatch): Iterable<RecordSet> {
  const { seed, anchor, from, to } = batch;
  const synthetic = createSynthetic(seed, 'eri');
  const people = Array.from({ length: to - from }, (_, index) => inventOrdinary(batch, from + index));
  const participants = people.filter(({ isParticipant }) => isParticipant);
  const drawn = { ...synthetic, stream: (name: string) => synthetic.stream(`${ordinaryKey(from)} ${name}`) };
  yield { table: Subject, rows: people.map(({ id }) => ({ id })) };
  yield* invitationRecords(drawn, people, anchor);
  yield* participantRecords(drawn, participants, anchor);
  yield* programmeRecords(drawn, participants, anchor, runsOf(from, to));
  yield* workRecords(drawn, participants, anchor);
}

function runsOf(from: number, to: number): readonly PlannedRun[] {
  const runs: PlannedRun[] = [];
  for (let number = from; number < to; number += PEOPLE_A_RUN) {
    const run = number / PEOPLE_A_RUN;
    const startedDaysAgo = startOf(run);
    const persona = MENTORS_OF_FIRST_RUNS.find(([of]) => of === run)?.[1];
    runs.push({
      key: ordinaryKey(run),
      name: `Ordinary invented run ${String(run + 1)}`,
      startedDaysAgo,
      venue: ['Collegno', 'Grugliasco', 'Turin', 'Rivoli'][run % 4] ?? 'Collegno',
      holds: (participant) => runOf(participant - FIRST_NUMBER) === run,
      mentor: persona ?? `eri.mentor-${String(3 + run)}`,
      ...(hasEnded(run) ? { mentorUntilDaysAgo: startedDaysAgo - 60 } : {}),
    });
  }
  return runs;
}

/** By its number; a canary goes to the run before that began long enough ago. */
function runOf(number: number): number {
  const run = Math.floor(number / PEOPLE_A_RUN);
  return number % CANARY_EVERY === 0 ? run - (run % RUNS_STARTED_DAYS_AGO.length) : run;
}

function startOf(run: number): number {
  return RUNS_STARTED_DAYS_AGO[run % RUNS_STARTED_DAYS_AGO.length] ?? 15;
}

function hasEnded(run: number): boolean {
  return startOf(run) > 60;
}

function inventOrdinary({ seed, anchor, people }: OrdinaryBatch, number: number): InventedPerson {
  const random = createSynthetic(seed, 'eri').stream(ordinaryKey(number));
  const canary = canaryOutcome(seed, 'eri', number);
  const isParticipant = canary !== undefined || random.chance(SHARE_PARTICIPANTS);
  const minor = random.chance(SHARE_MINORS) ? { from: 16, to: 17 } : AGES_OF_TURIN;
  const ages = canary === undefined ? minor : AGES_OF_CANARIES;
  const identity =
    identityKnownToTwo(seed, anchor, people, 'eri', number) ??
    inventIdentity(random.stream('identity'), NAME_SHAPES_OF_TURIN, anchor, ages);
  const answer = isParticipant ? undefined : random.pick(INVITED_ONLY);
  const invitedBy = isParticipant ? random.pick(INVITERS) : random.pick(INVITERS.filter((by) => by !== undefined));
  const run = runOf(number);
  return {
    number: FIRST_NUMBER + number,
    id: ordinaryId(seed, 'eri', number),
    givenName: identity.givenName,
    name: identity.familyName,
    birthDate: identity.birthDate,
    ageBand: ageBandOf(yearsBetween(identity.birthDate, anchor)),
    female: identity.sex === 'FEMALE',
    ...(invitedBy === undefined ? {} : { invitedBy }),
    accepted: answer === undefined ? true : answer.accepted,
    intakeConsent: answer?.intakeConsent ?? random.pick(INTAKE_CONSENTS),
    isParticipant,
    finished: hasEnded(run),
    ...firstYearOf(random.stream('first year'), startOf(run), canary),
  };
}

/** What became of somebody in the first year, and whether researchers may be told: drawn apart from everything else. */
function firstYearOf(
  random: Synthetic,
  startedDaysAgo: number,
  canary: boolean | undefined,
): Pick<InventedPerson, 'canary' | 'free' | 'returnedDaysAgo' | 'askedDaysAgo' | 'researchConsent'> {
  const researchConsent = canary === undefined ? drawFrom(random, RESEARCH_CONSENT) : 'active';
  const free = random.chance(SHARE_FREE) || canary !== undefined;
  const returned = random.chance(SHARE_RETURNED);
  const returnedDaysAgo = startedDaysAgo - random.integer(70, 330);
  const isLongAgo = startedDaysAgo >= RUN_OF_CANARIES_STARTED_DAYS_AGO;
  return {
    ...(canary === undefined ? {} : { canary }),
    ...(researchConsent === undefined ? {} : { researchConsent }),
    ...(isLongAgo ? { askedDaysAgo: startedDaysAgo - random.integer(240, 350) } : {}),
    ...(isLongAgo && free ? { free } : {}),
    ...(isLongAgo && (canary ?? returned) ? { returnedDaysAgo } : {}),
  };
}

function yearsBetween(birthDate: string, day: string): number {
  return Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (day.slice(5) < birthDate.slice(5) ? 1 : 0);
}
