import { Agent, request } from 'undici';

import type { TlsIdentity } from '../service/tls';

const PROBE_WITHIN_MS = 1000;
const REMEMBERED_MS = 500;

/** The owners that do not answer `GET /readyz` with 200, in the order in which they are listed. */
export type OwnerProbe = () => Promise<readonly string[]>;

/** Asks every owner at once whether it is ready; an answer is remembered for a moment, so that probing costs little. */
export function createOwnerProbe(owners: Readonly<Record<string, string>>, tls?: TlsIdentity): OwnerProbe {
  // A connection for each probe: none is left open to hold up the end of the process.
  const dispatcher = new Agent({
    pipelining: 0,
    connect: tls === undefined ? {} : { ...tls, rejectUnauthorized: true },
  });
  let last: { readonly at: number; readonly missing: Promise<readonly string[]> } | undefined;
  return () => {
    if (last === undefined || Date.now() - last.at > REMEMBERED_MS) {
      last = { at: Date.now(), missing: findMissing(owners, dispatcher) };
    }
    return last.missing;
  };
}

async function findMissing(owners: Readonly<Record<string, string>>, dispatcher: Agent): Promise<readonly string[]> {
  const answers = await Promise.all(
    Object.entries(owners).map(async ([name, url]) => ((await isReady(url, dispatcher)) ? [] : [name])),
  );
  return answers.flat();
}

async function isReady(url: string, dispatcher: Agent): Promise<boolean> {
  try {
    const { statusCode, body } = await request(new URL('/readyz', url), {
      dispatcher,
      signal: AbortSignal.timeout(PROBE_WITHIN_MS),
    });
    await body.dump();
    return statusCode === 200;
  } catch {
    return false;
  }
}
