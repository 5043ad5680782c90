import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What a command of the operator shows to a running owner whose database is embedded, to read what only operators may.
 * Made at first use, and kept in the data folder, readable by this user only: whoever can read it can read the
 * database beside it.
 */
export function operatorToken(dataFolder: string): string {
  const file = path.join(dataFolder, 'keys', 'operator-token');
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // Another process made it first: both use the same.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
}

/** Whether an authorization header bears the token; takes as long for a nearly right one. */
export function bearsOperatorToken(authorization: string | undefined, token: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(authorization ?? ''), hash(`Bearer ${token}`));
}
