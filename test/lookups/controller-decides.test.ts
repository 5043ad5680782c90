// At Knowsley the controller of the record decides, else the council's coordinator: what MALS holds of somebody whom the
// team does not know is MALS's alone to confirm and to approve. The desk by itself: test/lookup/desk.test.ts.
import { Client } from 'pg';

import { type Answer, ask, hub } from '../hub/hub';
import { newOfficer } from './officers';
import { lookUp, PURPOSE, step } from './steps';

const MANAGER = 'mals.manager';
const COORDINATOR = 'kmbc.iom-coordinator';
const DPO = 'merseyside-police.dpo';
const NO_SUCH = /no such lookup/;

const officer = newOfficer('reclassering.probation-officer');
const mentee = { givenName: 'Osbert', familyName: 'Quillinane', birthDate: '1979-08-23' };
const SUBJECT = 'mals-client-of-this-test';

const database = hub.databases['knowsley-iom'];
const admin = new Client({ connectionString: database });

/** Refused in these words. */
function expectRefused({ errors }: Answer, words: RegExp): void {
  expect(errors.map(({ extensions, message }) => [extensions.code, message])).toEqual([
    ['BAD_INPUT', expect.stringMatching(words)],
  ]);
}

/** Lookups that wait for this person, by the own queue and by the inbox. */
async function waitingFor(
  persona: string,
): Promise<{ readonly queue: readonly unknown[]; readonly inbox: readonly string[] }> {
  const { data } = await ask(
    persona,
    PURPOSE,
    '{ knowsleyIdentityReviews(first: 100) { id candidates { id } } lookupInbox { lookups { id } } }',
  );
  const inbox = (data?.lookupInbox as { lookups: { id: string }[] }).lookups.map(({ id }) => id);
  return { queue: data?.knowsleyIdentityReviews as readonly unknown[], inbox };
}

async function record(): Promise<void> {
  const by = "'x', 'x', now(), 'FACT'";
  await admin.query('insert into subject (id) values ($1)', [SUBJECT]);
  await admin.query(
    `insert into mals_client (id, given_name, name, date_of_birth, source_system, recorded_by, recorded_at, basis)
     values ($1, $2, $3, $4, ${by})`,
    [SUBJECT, mentee.givenName, `${mentee.givenName} ${mentee.familyName}`, mentee.birthDate],
  );
  await admin.query(
    `insert into mals_consent (id, subject_id, purposes, categories, recipients, given_on, source_system, recorded_by, recorded_at, basis)
     values ($1, $1, '{CROSS_BORDER_CASE}', '{}', '{reclassering}', '2020-01-01', ${by})`,
    [SUBJECT],
  );
  for (let tries = 0; tries < 100; tries += 1) {
    const { rows } = await admin.query<{ told: boolean }>(
      `select exists (select from lookup_record where subject_id = $1)
         and not exists (select from lookup_outbox) as told`,
      [SUBJECT],
    );
    if (rows[0]?.told === true) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The client of MALS is not indexed.');
}

/** The embedded database belongs to its owner's process alone: nobody can record a client there. */
(database === undefined ? describe.skip : describe)('a client of MALS whom the team does not know', () => {
  let lookup = '';
  let request = '';

  beforeAll(async () => {
    await admin.connect();
    await record();
    const { answer, hit } = await lookUp(officer, 'KNOWSLEY', mentee);
    expect([answer.errors, hit]).toEqual([[], expect.objectContaining({ band: 'PROBABLE' })]);
    const { handle, release } = hit ?? {};
    const { persona, caseReference } = officer;
    const released = await step(persona, 'confirmIdentity', { target: 'KNOWSLEY', handle, release }, caseReference);
    expect(released.data?.confirmIdentity).toMatchObject({ state: 'RELEASED' });
    lookup = (released.data?.confirmIdentity as { id: string }).id;
  }, 60_000);
  afterAll(async () => {
    await admin.query('delete from lookup_grant where subject_id = $1', [SUBJECT]);
    await admin.query('delete from lookup_review where subject_id = $1', [SUBJECT]);
    await admin.query('delete from mals_consent where subject_id = $1', [SUBJECT]);
    await admin.query('delete from mals_client where id = $1', [SUBJECT]);
    await admin.query('delete from subject where id = $1', [SUBJECT]);
    await admin.end();
  });

  it('waits for MALS’s manager, and is shown to nobody else in Knowsley', async () => {
    const { queue, inbox } = await waitingFor(MANAGER);
    expect(queue).toContainEqual({ id: lookup, candidates: [{ id: SUBJECT }] });
    expect(inbox).toContain(lookup);
    for (const other of [COORDINATOR, DPO]) {
      const shown = await waitingFor(other);
      expect(shown.inbox).not.toContain(lookup);
      expect(JSON.stringify(shown.queue)).not.toContain(lookup);
    }
    const others = await ask('mals.coordinator', PURPOSE, '{ lookupInbox { toConfirm } }');
    expect(others.data?.lookupInbox ?? null).toBeNull();
  }, 30_000);

  it('is confirmed by that manager, and not by the council’s coordinator', async () => {
    const confirmation = { lookup, decision: 'CONFIRM', candidate: SUBJECT };
    expectRefused(await step(COORDINATOR, 'decideIdentity', confirmation), NO_SUCH);
    const { data } = await step(MANAGER, 'decideIdentity', confirmation);
    expect(data?.decideIdentity).toMatchObject({ state: 'CONFIRMED' });
  }, 30_000);

  it('is approved, and withdrawn, by that manager alone', async () => {
    const { persona, caseReference } = officer;
    const requested = await step(
      persona,
      'requestAccess',
      { lookup, categories: ['IDENTITY', 'OFFENCE'] },
      caseReference,
    );
    request = (requested.data?.requestAccess as { id: string }).id;
    const some = { request, categories: ['IDENTITY'], duration: 'P1D', handlingCode: 'H1' };
    expectRefused(await step(COORDINATOR, 'decideAccess', some), NO_SUCH);
    // Nobody is named who would agree to what needs two.
    const two = await step(MANAGER, 'decideAccess', { ...some, categories: ['IDENTITY', 'OFFENCE'] });
    expectRefused(two, /No second person is named for this record: leave out/);
    const approved = await step(MANAGER, 'decideAccess', some);
    expect(approved.data?.decideAccess).toMatchObject({ state: 'APPROVED_IN_PART', approved: ['IDENTITY'] });

    const withdraw = (by: string): Promise<Answer> =>
      ask(by, PURPOSE, 'mutation ($id: ID!) { withdrawRequest(id: $id) { state } }', { id: request });
    expectRefused(await withdraw(COORDINATOR), NO_SUCH);
    expect((await withdraw(MANAGER)).data?.withdrawRequest).toEqual({ state: 'WITHDRAWN' });
  }, 30_000);
});

it('what the team holds is not shown to MALS', async () => {
  const { queue } = await waitingFor(MANAGER);
  expect(queue).toEqual([]);
});
