// Offences and scores of risk are released by two persons at the owner: the second agrees, or takes them out.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { mintToken } from '../../development/mint-token';
import { findPersona } from '../../development/personas';
import { subjectsWith } from '../acceptance/seeded-records';
import { type Answer, ask, askWith, hub, shippedProtocols } from '../hub/hub';
import { newOfficer } from './officers';
import { adults, type Asker, lookUp, PURPOSE, soughtOf, step } from './steps';

const MANAGER = 'safety-house.process-manager';
const DIRECTOR = 'safety-house.process-director';
const offenders = adults('Client', 'birthDate').filter(
  ({ id }) => subjectsWith('Case').has(id) && subjectsWith('PoliceOffence').has(id),
);

/** A confirmed lookup of Turin’s at the Safety House, and a request on it. */
async function requested(
  asker: Asker,
  index: number,
  categories: readonly string[],
): Promise<{ readonly request: string; readonly subject: string }> {
  const person = offenders[index];
  if (person === undefined) throw new Error('Too few are seeded who could be looked up.');
  const { answer, hit } = await lookUp(asker, 'SAFETY_HOUSE', soughtOf(person, 'birthDate'));
  expect([answer.errors, hit]).toEqual([[], expect.objectContaining({ band: 'PROBABLE' })]);
  const { persona, caseReference } = asker;
  const { handle, release } = hit ?? {};
  const released = await step(persona, 'confirmIdentity', { target: 'SAFETY_HOUSE', handle, release }, caseReference);
  const lookup = (released.data?.confirmIdentity as { id: string }).id;
  await step(MANAGER, 'decideIdentity', { lookup, decision: 'CONFIRM', candidate: person.id });
  const { data } = await step(persona, 'requestAccess', { lookup, categories }, caseReference);
  return { request: (data?.requestAccess as { id: string }).id, subject: person.id };
}

const approve = (request: string, categories: readonly string[]): Promise<Answer> =>
  step(MANAGER, 'decideAccess', { request, categories, duration: 'P1D', handlingCode: 'H2' });

/** The same person as another role: a pseudonym is one person's. */
async function asSecondBy(person: string, request: string): Promise<Answer> {
  const persona = findPersona(DIRECTOR);
  if (persona === undefined) throw new Error(`There is no persona ${DIRECTOR}.`);
  const key = JSON.parse(
    readFileSync(path.join(hub.dataFolder, 'keys/development-issuer.jwk.json'), 'utf8'),
  ) as Parameters<typeof mintToken>[1];
  const { token } = await mintToken({ ...persona, persona: person }, key, shippedProtocols(), new Date());
  return askWith(
    { authorization: `Bearer ${token}`, 'x-purpose': PURPOSE },
    'mutation ($input: SecondDecisionInput!) { decideAccessAsSecond(input: $input) { id state } }',
    { input: { request, agrees: true } },
  );
}

async function file({ persona, caseReference, subject }: Asker): Promise<unknown> {
  const { data } = await ask(
    persona,
    PURPOSE,
    'query ($id: ID!) { person(id: $id) { safetyHouseClient { id name policeOffences { month } } } }',
    { id: subject },
    { 'x-case-reference': caseReference },
  );
  return (data?.person as { safetyHouseClient: unknown } | null)?.safetyHouseClient ?? null;
}

it.each([['OFFENCE'], ['RISK_SCORE']])(
  'one person releases no %s: a second one does',
  async (special) => {
    const asker = newOfficer('uepe.officer');
    const { request, subject } = await requested(asker, special === 'OFFENCE' ? 0 : 1, ['IDENTITY', special]);
    const first = await approve(request, ['IDENTITY', special]);
    expect(first.data?.decideAccess).toMatchObject({ state: 'AWAITING_SECOND', approved: ['IDENTITY', special] });
    expect(await file(asker)).toBeNull();

    // Neither the first person again, nor the same one in the role of the second, nor who asks.
    for (const answer of [
      await approve(request, ['IDENTITY']),
      await step(MANAGER, 'decideAccessAsSecond', { request, agrees: true }),
      await asSecondBy(MANAGER, request),
      await step(asker.persona, 'decideAccessAsSecond', { request, agrees: true }),
    ]) {
      expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT']);
    }
    const waiting = await ask(DIRECTOR, PURPOSE, '{ lookupInbox { toSecond } }');
    expect(waiting.data?.lookupInbox).toEqual({ toSecond: 1 });
    expect(await file(asker)).toBeNull();

    const second = await step(DIRECTOR, 'decideAccessAsSecond', { request, agrees: true });
    expect(second.data?.decideAccessAsSecond).toMatchObject({ state: 'APPROVED', approved: ['IDENTITY', special] });
    const months = [{ month: expect.stringMatching(/^\d{4}-\d{2}$/) as unknown }];
    expect(await file(asker)).toMatchObject({
      id: subject,
      name: expect.any(String) as unknown,
      ...(special === 'OFFENCE' ? { policeOffences: expect.arrayContaining(months) as unknown } : {}),
    });
  },
  60_000,
);

it('who does not agree takes out what needs two, and no more', async () => {
  const asker = newOfficer('uepe.officer');
  const { request, subject } = await requested(asker, 2, ['IDENTITY', 'OFFENCE', 'RISK_SCORE']);
  await approve(request, ['IDENTITY', 'OFFENCE', 'RISK_SCORE']);
  const second = await step(DIRECTOR, 'decideAccessAsSecond', { request, agrees: false });
  expect(second.data?.decideAccessAsSecond).toMatchObject({ state: 'APPROVED_IN_PART', approved: ['IDENTITY'] });
  const shown = await file(asker);
  expect(shown).toMatchObject({ id: subject });
  expect(JSON.stringify(shown)).not.toContain('month":"');

  // Where nothing else was asked for, nothing is granted.
  const alone = await requested(asker, 3, ['OFFENCE']);
  await approve(alone.request, ['OFFENCE']);
  const refused = await step(DIRECTOR, 'decideAccessAsSecond', { request: alone.request, agrees: false });
  expect(refused.data?.decideAccessAsSecond).toMatchObject({ state: 'DECLINED', approved: [] });
}, 60_000);
