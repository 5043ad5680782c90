// Somebody at each owner of whom is told: without an index, nothing could be told of anybody.
import { seededRecords, subjectsWith } from '../acceptance/seeded-records';
import type { HubAddress } from '../hub/launch-hub';
import { askTimed, newOfficer } from './officers';
import { adults, PURPOSE, type Sought, soughtOf, type Target } from './steps';

/** An adult with an ordinary case at the Safety House. */
export function ordinaryClient(): Sought {
  const withCase = subjectsWith('Case');
  return someone('Client', 'birthDate', (id) => withCase.has(id));
}

/** An adult participant of ERI who consented to being found by this organisation. */
export function consentingTo(organisation: string): Sought {
  const consenting = subjectsWith(
    'ParticipantConsent',
    ({ values }) =>
      (values['purposes'] as string[]).includes(PURPOSE) &&
      (values['recipients'] as string[]).includes(organisation) &&
      (values['withdrawnAt'] ?? null) === null,
  );
  return someone('Participant', 'birthDate', (id) => consenting.has(id));
}

/** An adult whom the team of Knowsley has on record. */
export const ordinaryNominal = (): Sought => someone('Nominal', 'dateOfBirth', () => true);

function someone(type: string, birth: string, passes: (id: string) => boolean): Sought {
  const record = adults(type, birth).find(({ id }) => passes(id));
  if (record === undefined) {
    throw new Error(`Nobody is seeded who could be looked up, of ${String(seededRecords(type).length)} of ${type}.`);
  }
  return soughtOf(record, birth);
}

/** Asks until the owner indexed its people, and says whom it may. */
export async function untilTold(
  at: Pick<HubAddress, 'gatewayUrl' | 'dataFolder'>,
  persona: string,
  target: Target,
  sought: Sought,
): Promise<void> {
  for (const deadline = Date.now() + 60_000; ;) {
    const { text } = await askTimed(at, newOfficer(persona), target, sought);
    if (text.includes('"band":"PROBABLE"')) return;
    if (Date.now() > deadline) throw new Error(`Nothing is told: ${text}`);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
  }
}
