import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { mintToken } from '../../development/mint-token';
import { findPersona } from '../../development/personas';
import { seededRecords } from '../acceptance/seeded-records';
import { shippedProtocols } from '../hub/hub';
import { JUSTIFIED } from '../hub/justified';
import type { HubAddress } from '../hub/launch-hub';
import { type Asker, PURPOSE, type Sought, type Target } from './steps';

const TODAY = new Date().toISOString().slice(0, 10);
const lasts = (from: unknown, until: unknown): boolean =>
  typeof from === 'string' && from <= TODAY && (typeof until !== 'string' || until > TODAY);

/** The first open case of an organisation of The Hague, read from the seeded records and not by the hub's own rule. */
function caseInTheHague(organisation: string): { readonly caseReference: string; readonly subject: string } {
  const active = new Set(
    seededRecords('CaseParticipant')
      .filter(({ values }) => values['organisation'] === organisation)
      .filter(({ values }) => lasts(values['activeFrom'], values['activeUntil']))
      .map(({ values }) => values['caseId']),
  );
  const open = seededRecords('Case').find(({ id, values }) => active.has(id) && values['stage'] !== 'CLOSED');
  return { caseReference: open?.id ?? '', subject: open?.subject ?? '' };
}

/** An open case of a persona’s organisation. */
export function caseOf(persona: string): Pick<Asker, 'mutation' | 'caseReference' | 'subject'> {
  const [organisation = ''] = persona.split('.');
  if (organisation === 'merseyside-police') {
    const member = seededRecords('CohortMembership').find(
      ({ values }) => values['status'] === 'MEMBER' && lasts(values['memberFrom'], values['memberUntil']),
    );
    const subject = member?.subject ?? '';
    return { mutation: 'knowsleyLookUpPerson', caseReference: subject, subject };
  }
  if (organisation === 'uepe') {
    const invited = seededRecords('Invitation').find(
      ({ values }) => values['invitedBy'] === organisation && values['accepted'] === true,
    );
    const subject = invited?.subject ?? '';
    return { mutation: 'eriLookUpPerson', caseReference: subject, subject };
  }
  return { mutation: 'safetyHouseLookUpPerson', ...caseInTheHague(organisation) };
}

/**
 * Another officer of that organisation and role, whom no test had before, with an open case of the organisation: an
 * officer asks three questions at once and then one in three minutes.
 */
export function newOfficer(persona: string): Asker {
  return { persona: `${persona}#${randomUUID()}`, ...caseOf(persona) };
}

/** What came back, byte for byte, and how long it took from outside. */
export interface TimedAnswer {
  readonly status: number;
  readonly text: string;
  /** But for the request's own id, and the second at which it was sent. */
  readonly headers: string;
  readonly milliseconds: number;
}

const OF_ITS_OWN = new Set(['x-request-id', 'date']);
const FIELDS = { KNOWSLEY: 'knowsley', SAFETY_HOUSE: 'safetyHouse', ERI: 'eri' } as const;

/** Asks a hub, which need not be the one of the journeys, and takes the time. */
export async function askTimed(
  hub: Pick<HubAddress, 'gatewayUrl' | 'dataFolder'>,
  { persona, mutation, caseReference }: Asker,
  target: Target,
  person: Sought,
): Promise<TimedAnswer> {
  const known = findPersona(persona.replace(/#.*/, ''));
  if (known === undefined) throw new Error(`There is no persona ${persona}.`);
  const key = JSON.parse(
    readFileSync(path.join(hub.dataFolder, 'keys/development-issuer.jwk.json'), 'utf8'),
  ) as Parameters<typeof mintToken>[1];
  const { token } = await mintToken({ ...known, persona }, key, shippedProtocols(), new Date());
  const hit = 'band matchedOn handle release expiresAt nextStep';
  const request = {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'x-purpose': PURPOSE,
      'x-case-reference': caseReference,
      ...JUSTIFIED,
    },
    body: JSON.stringify({
      // One name for all owners, so that answers about different ones can be compared, too.
      query: `mutation ($input: LookUpPersonInput!) { answer: ${mutation}(input: $input) { hit: ${FIELDS[target]} { ${hit} } } }`,
      variables: { input: { targets: [target], person } },
    }),
  };
  const sentAt = performance.now();
  const reply = await fetch(`${hub.gatewayUrl}/graphql`, request);
  const text = await reply.text();
  const milliseconds = performance.now() - sentAt;
  const headers = [...reply.headers].filter(([name]) => !OF_ITS_OWN.has(name)).sort();
  return { status: reply.status, text, headers: JSON.stringify(headers), milliseconds };
}
