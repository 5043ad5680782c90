// Why a lookup may answer nothing, each with somebody who is really seeded so.
import { type SeededRecord, seededRecords, subjectsWith } from '../acceptance/seeded-records';
import type { HubAddress } from '../hub/launch-hub';
import { askTimed, newOfficer, type TimedAnswer } from './officers';
import { PURPOSE, type Sought, soughtOf, type Target } from './steps';
import { mannWhitney, quartilePermutation } from './two-samples';

export interface Silence {
  readonly name: string;
  readonly sought: Sought;
}

/** Reasons of one owner to say nothing to officers of these organisations; the first is that it knows nobody so named. */
export interface SilentOwner {
  readonly name: string;
  readonly officers: readonly string[];
  readonly target: Target;
  readonly silences: readonly [Silence, ...Silence[]];
}

const NOBODY: Silence = {
  name: 'nobody of that name',
  sought: { givenName: 'Quirijntje', familyName: 'Onvindbaarstra', birthDate: '1971-07-23' },
};
const EIGHTEEN_YEARS_AGO = `${String(new Date().getFullYear() - 18)}${new Date().toISOString().slice(4, 10)}`;

const consents = (record: SeededRecord): boolean => (record.values['purposes'] as string[]).includes(PURPOSE);
const isLive = ({ values }: SeededRecord): boolean => (values['withdrawnAt'] ?? null) === null;
const names = (record: SeededRecord, organisation: string): boolean =>
  consents(record) && (record.values['recipients'] as string[]).includes(organisation);

function known(name: string, record: SeededRecord | undefined, birth: string): Silence {
  if (record === undefined) throw new Error(`Nobody is seeded of whom it could be said: ${name}.`);
  return { name, sought: soughtOf(record, birth) };
}

/** Adults with names and a whole birth date, of whom a lookup could tell if it might. */
function findable(type: string, birth: string): readonly SeededRecord[] {
  return seededRecords(type).filter(({ values }) => {
    const date = values[birth];
    return typeof date === 'string' && date < EIGHTEEN_YEARS_AGO && typeof values['givenName'] === 'string';
  });
}

/** Somebody of whom all is known that a lookup asks for, and who is not yet an adult. */
function young(type: string, birth: string): SeededRecord | undefined {
  return seededRecords(type).find(({ values }) => {
    const date = values[birth];
    return typeof date === 'string' && date > EIGHTEEN_YEARS_AGO && typeof values['givenName'] === 'string';
  });
}

/** At ERI, asked by police and probation of The Hague: consent is missing, or age. */
export function silencesAtEri(): SilentOwner {
  const officers = ['reclassering.probation-officer', 'politie-haaglanden.officer'];
  const organisations = officers.map((officer) => officer.replace(/\..*/, ''));
  const participants = findable('Participant', 'birthDate');
  const consenting = subjectsWith('ParticipantConsent', (each) => consents(each) && isLive(each));
  const [first = ''] = organisations;
  const withdrawn = subjectsWith('ParticipantConsent', (each) => !isLive(each) && names(each, first));
  return {
    name: 'ERI, asked from The Hague',
    officers,
    target: 'ERI',
    silences: [
      NOBODY,
      known(
        'without consent',
        participants.find(({ id }) => !consenting.has(id) && !withdrawn.has(id)),
        'birthDate',
      ),
      known(
        'consent withdrawn',
        participants.find(({ id }) => !consenting.has(id) && withdrawn.has(id)),
        'birthDate',
      ),
      known('under eighteen', young('Participant', 'birthDate'), 'birthDate'),
    ],
  };
}

/** At the Safety House, asked by Turin: known through extremism alone, or without an ordinary case. */
export function silencesAtTheSafetyHouse(): SilentOwner {
  const clients = subjectsWith('Case');
  const extremism = seededRecords('ExtremismCase').find(
    ({ subject, values }) =>
      !clients.has(subject ?? '') &&
      !seededRecords('Client').some(({ id }) => id === subject) &&
      typeof values['dateOfBirth'] === 'string' &&
      values['dateOfBirth'] < EIGHTEEN_YEARS_AGO,
  );
  const values = extremism?.values ?? {};
  return {
    name: 'the Safety House, asked from Turin',
    officers: ['uepe.officer'],
    target: 'SAFETY_HOUSE',
    silences: [
      NOBODY,
      known(
        'through extremism alone',
        extremism && {
          ...extremism,
          values: { givenName: values['subjectGivenName'], name: values['subjectName'], born: values['dateOfBirth'] },
        },
        'born',
      ),
    ],
  };
}

/** At ERI, asked by Merseyside Police on a hub without that decision (without-adequacy.ts): somebody who consented to that. */
export function silencesWithoutAdequacy(): SilentOwner {
  const consenting = subjectsWith('ParticipantConsent', (each) => isLive(each) && names(each, 'merseyside-police'));
  return {
    name: 'ERI, asked from Knowsley without an adequacy decision',
    officers: ['merseyside-police.officer'],
    target: 'ERI',
    silences: [
      NOBODY,
      known(
        'no adequacy decision',
        findable('Participant', 'birthDate').find(({ id }) => consenting.has(id)),
        'birthDate',
      ),
    ],
  };
}

/** At the Safety House, asked from Knowsley: known through aftercare alone, which is voluntary, or under eighteen. */
export function silencesOfAftercare(): SilentOwner {
  const clients = new Set(seededRecords('Client').map(({ id }) => id));
  return {
    name: 'the Safety House, asked from Knowsley',
    officers: ['merseyside-police.officer'],
    target: 'SAFETY_HOUSE',
    silences: [
      NOBODY,
      known(
        'through aftercare alone',
        findable('AftercareClient', 'birthDate').find(({ id }) => !clients.has(id)),
        'birthDate',
      ),
      known('under eighteen', young('Client', 'birthDate'), 'birthDate'),
    ],
  };
}

/** At Knowsley, asked from The Hague: mentored by MALS without a consent to this. */
export function silencesAtKnowsley(): SilentOwner {
  const nominals = new Set(seededRecords('Nominal').map(({ id }) => id));
  const consenting = subjectsWith('MalsConsent', consents);
  return {
    name: 'Knowsley, asked from The Hague',
    officers: ['reclassering.probation-officer', 'politie-haaglanden.officer'],
    target: 'KNOWSLEY',
    silences: [
      NOBODY,
      known(
        'mentored without consent',
        findable('MalsClient', 'dateOfBirth').find(({ id }) => !nominals.has(id) && !consenting.has(id)),
        'dateOfBirth',
      ),
    ],
  };
}

/** Asks for every reason in turn, so many times, each time as another officer; what came back, by reason. */
export async function askSilences(
  hub: Pick<HubAddress, 'gatewayUrl' | 'dataFolder'>,
  { officers, target, silences }: SilentOwner,
  times: number,
  beforeEach: (asked: number) => Promise<void> = () => Promise.resolve(),
): Promise<ReadonlyMap<string, readonly TimedAnswer[]>> {
  const answers = new Map<string, TimedAnswer[]>(silences.map(({ name }) => [name, []]));
  let asked = 0;
  for (let round = 0; round < times; round += 1) {
    // Each reason comes first, second and so on as often as the others.
    for (let place = 0; place < silences.length; place += 1) {
      const silence = silences[(round + place) % silences.length] ?? silences[0];
      await beforeEach(asked);
      asked += 1;
      const officer = newOfficer(officers[round % officers.length] ?? '');
      answers.get(silence.name)?.push(await askTimed(hub, officer, target, silence.sought));
    }
  }
  return answers;
}

/** Status, body and headers of all of these answers, each of them once. */
export function differentBytes(answers: ReadonlyMap<string, readonly TimedAnswer[]>): readonly string[] {
  const all = [...answers.values()].flat();
  return [...new Set(all.map(({ status, text, headers }) => `${String(status)} ${text} ${headers}`))];
}

/**
 * How likely each reason's times are to differ so from those of nobody, if they are of one distribution: by two tests, the
 * more telling one counted twice.
 */
export function likelihoods(answers: ReadonlyMap<string, readonly TimedAnswer[]>): ReadonlyMap<string, number> {
  const [nobody = [], ...others] = [...answers.values()].map((each) => each.map(({ milliseconds }) => milliseconds));
  const [, ...reasons] = [...answers.keys()];
  return new Map(
    reasons.map((name, index) => {
      const times = others[index] ?? [];
      return [name, Math.min(1, 2 * Math.min(mannWhitney(nobody, times), quartilePermutation(nobody, times)))];
    }),
  );
}

/** The same answers, but that every one with a reason left a little later: what the comparison has to notice. */
export function answeredLater(
  answers: ReadonlyMap<string, readonly TimedAnswer[]>,
  milliseconds: number,
): ReadonlyMap<string, readonly TimedAnswer[]> {
  return new Map(
    [...answers].map(([name, each], index) => [
      name,
      each.map((answer) => ({ ...answer, milliseconds: answer.milliseconds + (index === 0 ? 0 : milliseconds) })),
    ]),
  );
}
