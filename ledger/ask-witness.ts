import { Agent, request } from 'undici';

import type { TlsIdentity } from '../service/tls';
import { readWitnessAnswer, WITNESS_PATH, type WitnessAnswer, type WitnessRequest } from './witness-request';

/** Asks one witness to countersign; undefined where it does not answer as one. */
export interface WitnessClient {
  ask(asked: WitnessRequest): Promise<WitnessAnswer | undefined>;
  close(): Promise<void>;
}

const PATIENCE_MS = 3_000;
const MAX_ANSWER_BYTES = 65_536;

export function createWitnessClient(url: string, tls: TlsIdentity | undefined): WitnessClient {
  const dispatcher = new Agent({
    pipelining: 0,
    maxResponseSize: MAX_ANSWER_BYTES,
    connect: tls === undefined ? {} : { ...tls, rejectUnauthorized: true },
  });
  return {
    async ask(asked) {
      try {
        const { body } = await request(new URL(WITNESS_PATH, url), {
          dispatcher,
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(asked),
          signal: AbortSignal.timeout(PATIENCE_MS),
        });
        return readWitnessAnswer(await body.text());
      } catch {
        return undefined;
      }
    },
    close: () => dispatcher.destroy(),
  };
}
