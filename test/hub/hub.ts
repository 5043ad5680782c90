import { readFileSync } from 'node:fs';
import path from 'node:path';

import { findPersona } from '../../development/personas';
import { mintToken } from '../../development/mint-token';
import { loadProtocols } from '../../protocols/load-protocols';
import type { ProtocolSet } from '../../protocols/protocol';
import { JUSTIFIED } from './justified';
import { type HubAddress, ROOT } from './launch-hub';
import type { Fault, RecordedCall, RecordedFetch } from './recording-proxy';
import { readTruth, type TruthLine } from './truth-file';

export type { TruthLine };

const hubs = JSON.parse(process.env.CONCORDAT_TEST_HUBS ?? '[]') as readonly HubAddress[];

/** The hub that was started for the journeys of this worker, of which Jest runs one file after the other. */
export const hub = hubs[Number(process.env.JEST_WORKER_ID ?? 1) - 1] ?? ({} as HubAddress);

export interface WithheldError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever was asked for; journeys know its shape
  readonly data: Record<string, any> | null | undefined;
  readonly errors: readonly WithheldError[];
  /** What the owners were asked for this request. */
  fetches(): Promise<readonly RecordedFetch[]>;
}

const tokens = new Map<string, Promise<string>>();

let shipped: ProtocolSet | undefined;

/** The agreements that ship with the hub; read once, whatever a test puts in force afterwards. */
export function shippedProtocols(): ProtocolSet {
  return (shipped ??= loadProtocols(path.join(ROOT, 'protocols/agreements'), { synthetic: true }));
}

/** An access token of the hub's development provider; `uepe.officer#2` is another person of that organisation and role. */
export function tokenOf(personaName: string): Promise<string> {
  const known = tokens.get(personaName);
  if (known !== undefined) return known;
  const persona = findPersona(personaName.replace(/#.*/, ''));
  if (persona === undefined) throw new Error(`There is no persona ${personaName}.`);
  const key = JSON.parse(
    readFileSync(path.join(hub.dataFolder, 'keys/development-issuer.jwk.json'), 'utf8'),
  ) as Parameters<typeof mintToken>[1];
  const minted = mintToken({ ...persona, persona: personaName }, key, shippedProtocols(), new Date()).then(
    ({ token }) => token,
  );
  tokens.set(personaName, minted);
  return minted;
}

/** Asks the hub over HTTP, as this persona and for this purpose. */
export async function ask(
  persona: string,
  purpose: string | undefined,
  query: string,
  variables?: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return askWith(
    {
      authorization: `Bearer ${await tokenOf(persona)}`,
      ...(purpose === undefined ? {} : { 'x-purpose': purpose }),
      ...headers,
    },
    query,
    variables,
  );
}

/** Asks the hub over HTTP with these headers, and a justification where they hold none. */
export async function askWith(
  headers: Readonly<Record<string, string>>,
  query: string,
  variables?: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const reply = await post({
    method: 'POST',
    headers: { 'content-type': 'application/json', ...JUSTIFIED, ...headers },
    body: JSON.stringify({ query, ...(variables === undefined ? {} : { variables }) }),
  });
  const text = await reply.text();
  const body = JSON.parse(text) as { data?: Record<string, unknown> | null; errors?: WithheldError[] };
  return {
    status: reply.status,
    headers: reply.headers,
    text,
    data: body.data,
    errors: body.errors ?? [],
    fetches: () => recordedFetches(reply.headers.get('x-request-id') ?? ''),
  };
}

/** A connection that the hub closed while a test was busy with something else has carried nothing: it is asked anew. */
async function post(request: RequestInit): Promise<Response> {
  const address = `${hub.gatewayUrl}/graphql`;
  try {
    return await fetch(address, request);
  } catch (error) {
    const { cause } = error as { cause?: { code?: unknown } };
    if (cause?.code !== 'UND_ERR_SOCKET') throw error;
    return fetch(address, request);
  }
}

async function recordedFetches(requestId: string): Promise<readonly RecordedFetch[]> {
  const reply = await fetch(`${hub.controlUrl}/recorded?requestId=${requestId}`);
  return (await reply.json()) as RecordedFetch[];
}

/** Every call between owners and the exchange, and whatever the exchange was asked, since the hub was started. */
export async function recordedCalls(): Promise<readonly RecordedCall[]> {
  const reply = await fetch(`${hub.controlUrl}/calls`);
  return (await reply.json()) as RecordedCall[];
}

/** Makes an owner fail until it is told `none`. */
export async function setFault(owner: string, fault: Fault): Promise<void> {
  await fetch(`${hub.controlUrl}/fault?owner=${owner}&fault=${fault}`);
}

let truthLines: readonly TruthLine[] | undefined;

/** Every seeded value of the hub. */
export function truth(): readonly TruthLine[] {
  return (truthLines ??= readTruth(readFileSync(path.join(hub.dataFolder, 'truth.json'), 'utf8')));
}
