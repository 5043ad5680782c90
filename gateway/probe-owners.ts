import { request } from 'undici';

const PROBE_WITHIN_MS = 1000;
const REMEMBERED_MS = 500;

/** The owners that do not answer `GET /readyz` with 200, in the order in which they are listed. */
export type OwnerProbe = () => Promise<readonly string[]>;

/** Asks every owner at once whether it is ready; an answer is remembered for a moment, so that probing costs little. */
export function createOwnerProbe(owners: Readonly<Record<string, string>>): OwnerProbe {
  let last: { readonly at: number; readonly missing: Promise<readonly string[]> } | undefined;
  return () => {
    if (last === undefined || Date.now() - last.at > REMEMBERED_MS) {
      last = { at: Date.now(), missing: findMissing(owners) };
    }
    return last.missing;
  };
}

async function findMissing(owners: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const answers = await Promise.all(
    Object.entries(owners).map(async ([name, url]) => ((await isReady(url)) ? [] : [name])),
  );
  return answers.flat();
}

async function isReady(url: string): Promise<boolean> {
  try {
    const { statusCode, body } = await request(new URL('/readyz', url), {
      signal: AbortSignal.timeout(PROBE_WITHIN_MS),
    });
    await body.dump();
    return statusCode === 200;
  } catch {
    return false;
  }
}
