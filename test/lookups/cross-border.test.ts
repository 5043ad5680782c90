// The whole way of a cross-border lookup over HTTP, in all six directions: a hit, the release of the identity, a person's
// confirmation, a request, an approval with an end, the one federated case file, and its expiry. DOMAIN.md C.1 test 22.
import { DESKS } from '../../subgraphs/common/lookup/desk/desks';
import { ask } from '../hub/hub';
import { readLedger } from '../hub/read-ledger';
import { type SeededRecord, seededRecords, subjectsWith } from '../acceptance/seeded-records';
import { managedBy } from '../policy/knowsley-states';
import { caseOf } from './officers';
import { adults, type Asker, lookUp, PURPOSE, soughtOf, step, type Target } from './steps';

/** Open cases of these askers, read from the seeded records by hand and not by the hub's own rule. */
function caseOfNps(): Asker {
  const managed = seededRecords('Nominal').find((record) =>
    managedBy('nps.probation-officer')({ ...record, subject: record.subject ?? null, shownTo: {} }),
  );
  const subject = managed?.subject ?? '';
  return { persona: 'nps.probation-officer', mutation: 'knowsleyLookUpPerson', caseReference: subject, subject };
}
const askerOf = (persona: string): Asker => ({ persona, ...caseOf(persona) });

const consentedTo =
  (organisation: string) =>
  (subject: string | undefined): boolean =>
    subjectsWith(
      'ParticipantConsent',
      ({ values }) =>
        (values['purposes'] as string[]).includes(PURPOSE) &&
        (values['recipients'] as string[]).includes(organisation) &&
        (values['withdrawnAt'] ?? null) === null,
    ).has(subject ?? '');

interface Direction {
  readonly asker: Asker;
  readonly target: Target;
  readonly decider: string;
  readonly reviews: string;
  readonly sought: SeededRecord | undefined;
  readonly birth: string;
  /** The record in the federated case file, with a value that was approved. */
  readonly view: string;
}

const knowsley = () => ({
  target: 'KNOWSLEY' as const,
  decider: 'kmbc.iom-coordinator',
  reviews: 'knowsleyIdentityReviews',
  birth: 'dateOfBirth',
  view: 'nominal { id name }',
});
const safetyHouse = () => ({
  target: 'SAFETY_HOUSE' as const,
  decider: 'safety-house.process-manager',
  reviews: 'safetyHouseIdentityReviews',
  birth: 'birthDate',
  view: 'safetyHouseClient { id name }',
});
const eri = () => ({
  target: 'ERI' as const,
  decider: 'eri.staff',
  reviews: 'eriIdentityReviews',
  birth: 'birthDate',
  view: 'participant { id name }',
});

const nominals = adults('Nominal', 'dateOfBirth');
const clients = adults('Client', 'birthDate').filter(({ id }) => subjectsWith('Case').has(id));
const participants = adults('Participant', 'birthDate');

const DIRECTIONS: readonly (readonly [string, () => Direction])[] = [
  ['from Knowsley to The Hague', () => ({ ...safetyHouse(), asker: caseOfNps(), sought: clients[0] })],
  [
    'from Knowsley to Turin',
    () => ({ ...eri(), asker: caseOfNps(), sought: participants.find(({ id }) => consentedTo('nps')(id)) }),
  ],
  [
    'from The Hague to Knowsley',
    () => ({ ...knowsley(), asker: askerOf('reclassering.probation-officer'), sought: nominals[0] }),
  ],
  [
    'from The Hague to Turin',
    () => ({
      ...eri(),
      asker: askerOf('reclassering.probation-officer'),
      sought: participants.find(({ id }) => consentedTo('reclassering')(id)),
    }),
  ],
  ['from Turin to Knowsley', () => ({ ...knowsley(), asker: askerOf('uepe.officer'), sought: nominals[1] })],
  ['from Turin to The Hague', () => ({ ...safetyHouse(), asker: askerOf('uepe.officer'), sought: clients[1] })],
];

const LASTS_MS = 4_000;

describe.each(DIRECTIONS)('%s', (_name, direction) => {
  it('a case file opens after a hit, a person’s confirmation and an approval, and closes by itself', async () => {
    const { asker, target, decider, reviews, sought, birth, view } = direction();
    if (sought === undefined) throw new Error('Nobody is seeded who could be looked up.');
    const file = async (persona = asker.persona, caseReference = asker.caseReference) => {
      const { data } = await ask(
        persona,
        PURPOSE,
        `query ($id: ID!) { person(id: $id) { ${view} } }`,
        { id: asker.subject },
        { 'x-case-reference': caseReference },
      );
      return (
        Object.values((data?.person ?? {}) as Record<string, { id: string; name: string | null } | null>)[0] ?? null
      );
    };

    const { hit, answer } = await lookUp(asker, target, soughtOf(sought, birth));
    expect(answer.errors).toEqual([]);
    expect(hit).toMatchObject({ band: 'PROBABLE', matchedOn: expect.arrayContaining(['BIRTH_DATE']) });
    expect(answer.text).not.toContain(sought.id);
    expect(await file()).toBeNull();

    const released = await step(
      asker.persona,
      'confirmIdentity',
      { target, handle: hit?.handle, release: hit?.release },
      asker.caseReference,
    );
    expect(released.data?.confirmIdentity).toMatchObject({ state: 'RELEASED', target });
    const lookup = (released.data?.confirmIdentity as { id: string }).id;

    const queue = await ask(
      decider,
      PURPOSE,
      `{ ${reviews} { id givenName candidates { id band explanations { en bits } } } }`,
    );
    const review = (
      queue.data?.[reviews] as { id: string; givenName: string; candidates: { id: string; band: string }[] }[]
    ).find(({ id }) => id === lookup);
    expect(review).toMatchObject({ givenName: sought.values['givenName'] });
    expect(review?.candidates[0]).toMatchObject({ id: sought.id, explanations: expect.any(Array) });

    // Who read the queue, and about whom, is on record at the owner.
    const { owner } = DESKS[target];
    const readBy = (await readLedger(owner)).filter(
      ({ entry: { organisation, subjects } }) =>
        decider.startsWith(`${organisation}.`) &&
        subjects.some(({ disclosed }) => disclosed.includes('IdentityReview.candidates')),
    );
    expect(readBy.flatMap(({ texts }) => texts.map(({ text }) => text))).toContain(sought.id);

    // Before it is decided nothing can be requested, and who asked cannot decide.
    const tooSoon = await step(
      asker.persona,
      'requestAccess',
      { lookup, categories: ['IDENTITY'] },
      asker.caseReference,
    );
    expect(tooSoon.errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT']);
    const own = await step(asker.persona, 'decideIdentity', { lookup, decision: 'CONFIRM', candidate: sought.id });
    expect(own.errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT']);

    const confirmed = await step(decider, 'decideIdentity', { lookup, decision: 'CONFIRM', candidate: sought.id });
    expect(confirmed.data?.decideIdentity).toMatchObject({ state: 'CONFIRMED' });
    const requested = await step(
      asker.persona,
      'requestAccess',
      { lookup, categories: ['IDENTITY', 'CASE_PLAN'] },
      asker.caseReference,
    );
    const request = (requested.data?.requestAccess as { id: string }).id;
    expect(await file()).toBeNull();

    const tooLong = await step(decider, 'decideAccess', {
      request,
      categories: ['IDENTITY'],
      duration: 'P15D',
      handlingCode: 'H1',
    });
    expect(tooLong.errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT']);
    const approved = await step(decider, 'decideAccess', {
      request,
      categories: ['IDENTITY'],
      duration: `PT${String(LASTS_MS / 1000)}S`,
      handlingCode: 'H1',
    });
    expect(approved.data?.decideAccess).toMatchObject({ state: 'APPROVED_IN_PART', approved: ['IDENTITY'] });
    const until = Date.now() + LASTS_MS;

    expect(await file()).toEqual({ id: sought.id, name: sought.values['name'] });
    // Nobody else's grant, and not for another case.
    expect(await file(asker.persona, 'another-case')).toBeNull();
    for (const other of ['merseyside-police.officer', 'politie-haaglanden.officer'])
      expect(await file(other)).toBeNull();

    await new Promise((resolve) => setTimeout(resolve, Math.max(0, until - Date.now()) + 500));
    expect(await file()).toBeNull();
    const mine = await ask(asker.persona, PURPOSE, '{ myLookups { id state requests { id state } } }');
    const followed = (mine.data?.myLookups as { id: string; requests: { id: string; state: string }[] }[]).find(
      ({ id }) => id === lookup,
    );
    expect(followed?.requests).toEqual([{ id: request, state: 'EXPIRED' }]);
  }, 90_000);
});
