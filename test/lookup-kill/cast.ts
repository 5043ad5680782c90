// Who takes part in lookups while processes are killed: read from the seeded records by hand.
import { recordsIn, type SeededRecord } from '../acceptance/seeded-records';
import type { TruthLine } from '../hub/truth-file';
import { managedBy } from '../policy/knowsley-states';
import type { HubProcess } from '../ledger-kill/separate-hub';
import { adultsOf, dayIn, PURPOSE, type Sought, soughtOf, type Target } from '../lookups/steps';

/** One direction in which is asked. */
export interface Direction {
  readonly asker: string;
  readonly askersOwner: Exclude<HubProcess, 'gateway' | 'exchange'>;
  readonly mutation: string;
  readonly caseReference: string;
  readonly caseSubject: string;
  readonly target: Target;
  readonly askedOwner: Exclude<HubProcess, 'gateway' | 'exchange'>;
  readonly field: string;
  readonly decider: string;
  readonly reviews: string;
  readonly view: string;
  readonly sought: Sought;
  readonly soughtId: string;
}

export interface Cast {
  readonly directions: readonly Direction[];
  /** A participant whose only way into the index is a consent that will be withdrawn. */
  readonly withdraws: string;
}

const DESKS = {
  KNOWSLEY: {
    askedOwner: 'knowsley-iom',
    field: 'knowsley',
    decider: 'kmbc.iom-coordinator',
    reviews: 'knowsleyIdentityReviews',
    view: 'nominal { id }',
  },
  SAFETY_HOUSE: {
    askedOwner: 'safety-house',
    field: 'safetyHouse',
    decider: 'safety-house.process-manager',
    reviews: 'safetyHouseIdentityReviews',
    view: 'safetyHouseClient { id }',
  },
  ERI: {
    askedOwner: 'eri',
    field: 'eri',
    decider: 'eri.staff',
    reviews: 'eriIdentityReviews',
    view: 'participant { id }',
  },
} as const;

/** Five directions, no two of which count as questions of one person at one owner. */
export function castOf(lines: readonly TruthLine[]): Cast {
  const records = recordsIn(lines);
  const all = (type: string): readonly SeededRecord[] => records.get(type) ?? [];
  const today = new Date().toISOString().slice(0, 10);
  const active = new Set(
    all('CaseParticipant')
      .filter(
        ({ values }) =>
          values['organisation'] === 'reclassering' &&
          dayIn(values['activeFrom']) <= today &&
          dayIn(values['activeUntil']) >= today,
      )
      .map(({ values }) => values['caseId']),
  );
  const cases = all('Case');
  const ofReclassering = cases.find(({ id, values }) => active.has(id) && values['stage'] !== 'CLOSED');
  const invited = all('Invitation').find(
    ({ values }) => values['invitedBy'] === 'uepe' && values['accepted'] === true,
  )?.subject;
  const managed = all('Nominal').find((record) =>
    managedBy('nps.probation-officer')({ ...record, subject: record.subject ?? null, shownTo: {} }),
  )?.subject;
  const consenting = (organisation?: string): ReadonlySet<string | undefined> =>
    new Set(
      all('ParticipantConsent')
        .filter(
          ({ values }) =>
            (values['purposes'] as string[]).includes(PURPOSE) &&
            (organisation === undefined || (values['recipients'] as string[]).includes(organisation)) &&
            (values['withdrawnAt'] ?? null) === null,
        )
        .map(({ subject }) => subject),
    );
  const nominals = adultsOf(all('Nominal'), 'dateOfBirth');
  const withCase = new Set(cases.map(({ subject }) => subject));
  const clients = adultsOf(all('Client'), 'birthDate').filter(({ id }) => withCase.has(id));
  const participants = adultsOf(all('Participant'), 'birthDate');
  const consented = participants.find(({ id }) => consenting('reclassering').has(id));
  const withdraws = participants.findLast(({ id }) => consenting().has(id) && id !== consented?.id);
  const asked = {
    uepe: {
      asker: 'uepe.officer',
      askersOwner: 'eri',
      mutation: 'eriLookUpPerson',
      caseReference: invited ?? '',
      caseSubject: invited ?? '',
    },
    nps: {
      asker: 'nps.probation-officer',
      askersOwner: 'knowsley-iom',
      mutation: 'knowsleyLookUpPerson',
      caseReference: managed ?? '',
      caseSubject: managed ?? '',
    },
    reclassering: {
      asker: 'reclassering.probation-officer',
      askersOwner: 'safety-house',
      mutation: 'safetyHouseLookUpPerson',
      caseReference: ofReclassering?.id ?? '',
      caseSubject: ofReclassering?.subject ?? '',
    },
  } as const;
  const direction = (
    by: keyof typeof asked,
    target: Target,
    sought: SeededRecord | undefined,
    birth: string,
  ): Direction => {
    if (sought === undefined || asked[by].caseReference === '')
      throw new Error(`Nobody is seeded for ${by} to ask ${target} about.`);
    return { ...asked[by], ...DESKS[target], target, sought: soughtOf(sought, birth), soughtId: sought.id };
  };
  if (withdraws === undefined) throw new Error('Nobody is seeded who could withdraw a consent.');
  return {
    directions: [
      direction('uepe', 'KNOWSLEY', nominals[0], 'dateOfBirth'),
      direction('nps', 'SAFETY_HOUSE', clients[0], 'birthDate'),
      direction('reclassering', 'ERI', consented, 'birthDate'),
      direction('reclassering', 'KNOWSLEY', nominals[1], 'dateOfBirth'),
      direction('uepe', 'SAFETY_HOUSE', clients[1], 'birthDate'),
    ],
    withdraws: withdraws.id,
  };
}
