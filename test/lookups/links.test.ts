// A link and a grant are recorded on both sides: the asker's owner keeps for whose case there was a hit and what was
// granted on it, and nothing of the person elsewhere. Read from its database beside the hub.
import { Client } from 'pg';

import { adults, type Asker, lookUp, PURPOSE, soughtOf, step } from './steps';
import { ask, hub } from '../hub/hub';
import { subjectsWith } from '../acceptance/seeded-records';
import { newOfficer } from './officers';

const MANAGER = 'safety-house.process-manager';
const clients = adults('Client', 'birthDate').filter(({ id }) => subjectsWith('Case').has(id));

interface KeptLink {
  readonly subject: string;
  readonly target: string;
  readonly categories: readonly string[];
  readonly handlingCode: string;
  readonly until: Date;
  readonly isEnded: boolean;
}

const database = hub.databases['eri'];
const admin = new Client({ connectionString: database });

async function linkOf(request: string): Promise<readonly KeptLink[]> {
  const { rows } = await admin.query<KeptLink>(
    `select h.subject_id as subject, h.target, g.categories, g.handling_code as "handlingCode", g.until,
       g.ended_at is not null as "isEnded"
     from lookup_received_grant g join lookup_told_hit h on h.id = g.lookup where g.id = $1`,
    [request],
  );
  return rows;
}

const hitsOf = async ({ persona }: Asker): Promise<readonly unknown[]> =>
  (await admin.query<{ row: unknown }>('select to_jsonb(h) as row from lookup_told_hit h where person = $1', [persona]))
    .rows;

/** A confirmed lookup of the officer's at the Safety House. */
async function confirmed(asker: Asker, index: number): Promise<string> {
  const person = clients[index];
  if (person === undefined) throw new Error('Too few are seeded who could be looked up.');
  const { hit } = await lookUp(asker, 'SAFETY_HOUSE', soughtOf(person, 'birthDate'));
  const { handle, release } = hit ?? {};
  const { persona, caseReference } = asker;
  const released = await step(persona, 'confirmIdentity', { target: 'SAFETY_HOUSE', handle, release }, caseReference);
  const lookup = (released.data?.confirmIdentity as { id: string }).id;
  const decided = await step(MANAGER, 'decideIdentity', { lookup, decision: 'CONFIRM', candidate: person.id });
  expect(decided.data?.decideIdentity).toMatchObject({ state: 'CONFIRMED' });
  return lookup;
}

async function requested({ persona, caseReference }: Asker, lookup: string): Promise<string> {
  const { data } = await step(
    persona,
    'requestAccess',
    { lookup, categories: ['IDENTITY', 'CASE_PLAN'] },
    caseReference,
  );
  return (data?.requestAccess as { id: string }).id;
}

async function approve(request: string, categories: readonly string[] = ['IDENTITY']): Promise<unknown> {
  const { data } = await step(MANAGER, 'decideAccess', { request, categories, duration: 'P1D', handlingCode: 'H2' });
  return data?.decideAccess;
}

/** The embedded database belongs to its owner's process alone; kill.test.ts reads it when that has ended. */
(database === undefined ? describe.skip : describe)('the asker’s owner', () => {
  const officer = newOfficer('uepe.officer');
  let lookup = '';
  let request = '';
  beforeAll(async () => {
    await admin.connect();
  });
  afterAll(() => admin.end());

  it('keeps nothing of a miss', async () => {
    const nobody = { givenName: 'Quirijntje', familyName: 'Onvindbaarstra', birthDate: '1971-07-26' };
    const { hit } = await lookUp(officer, 'SAFETY_HOUSE', nobody);
    expect([hit, await hitsOf(officer)]).toEqual([null, []]);
  }, 30_000);

  it('keeps of a hit for whose case it was, and nothing of who was found', async () => {
    lookup = await confirmed(officer, 20);
    const hits = await hitsOf(officer);
    expect(hits).toEqual([
      { row: expect.objectContaining({ id: lookup, subject_id: officer.subject, target: 'safety-house' }) as unknown },
    ]);
    const found = clients[20];
    for (const told of [found?.id, found?.values['givenName'], found?.values['birthDate']]) {
      expect(JSON.stringify(hits)).not.toContain(String(told));
    }
    request = await requested(officer, lookup);
    expect(await linkOf(request)).toEqual([]);
  }, 30_000);

  it('keeps what was granted on it, once however often the step is taken', async () => {
    expect(await approve(request)).toMatchObject({ state: 'APPROVED_IN_PART' });
    expect(await approve(request)).toMatchObject({ state: 'APPROVED_IN_PART' });
    const [link, ...more] = await linkOf(request);
    expect([link, more]).toEqual([
      {
        subject: officer.subject,
        target: 'safety-house',
        categories: ['IDENTITY'],
        handlingCode: 'H2',
        until: expect.any(Date) as unknown,
        isEnded: false,
      },
      [],
    ]);
    const mine = await ask(officer.persona, PURPOSE, '{ myLookups { requests { id expiresAt } } }');
    const followed = (mine.data?.myLookups as { requests: { id: string; expiresAt: string }[] }[])
      .flatMap(({ requests }) => requests)
      .find(({ id }) => id === request);
    expect(link?.until).toEqual(new Date(followed?.expiresAt ?? ''));
  }, 30_000);

  it('notes that it ended when the asker closes', async () => {
    const { persona, caseReference } = officer;
    await step(persona, 'closeRequest', { request, outcome: 'NO_ACTION_NEEDED' }, caseReference);
    expect(await linkOf(request)).toMatchObject([{ isEnded: true }]);
  }, 30_000);

  it('notes that it ended when the owner takes it back', async () => {
    const taken = await requested(officer, lookup);
    await approve(taken);
    expect(await linkOf(taken)).toMatchObject([{ isEnded: false }]);
    await ask(MANAGER, PURPOSE, 'mutation ($id: ID!) { withdrawRequest(id: $id) { state } }', { id: taken });
    expect(await linkOf(taken)).toMatchObject([{ isEnded: true }]);
  }, 30_000);

  it('keeps nothing of what was declined', async () => {
    const declined = await requested(officer, lookup);
    expect(await approve(declined, [])).toMatchObject({ state: 'DECLINED' });
    expect(await linkOf(declined)).toEqual([]);
  }, 30_000);
});
