import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { ConfigurationError, type Environment, isProduction } from './environment';

const LEAST = 32;

/**
 * What an operator's command shows to a running process of the hub, to read what only operators may: in production
 * `CONCORDAT_OPERATOR_TOKEN`; else made at first use and kept in the data folder, readable by this user only.
 */
export function operatorToken(dataFolder: string, env: Environment = process.env): string {
  const configured = env['CONCORDAT_OPERATOR_TOKEN'];
  if (configured) {
    if (configured.length >= LEAST) return configured;
    throw new ConfigurationError(
      `CONCORDAT_OPERATOR_TOKEN has fewer than ${String(LEAST)} characters (for example the output of openssl rand -hex 32)`,
    );
  }
  if (isProduction(env)) {
    throw new ConfigurationError(
      'CONCORDAT_OPERATOR_TOKEN is not set; commands of the operator need it (for example the output of openssl rand -hex 32)',
    );
  }
  const file = path.join(dataFolder, 'keys', 'operator-token');
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(LEAST).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // Another process made it first: both use the same.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

/** Whether an authorization header bears the token; takes as long for a nearly right one. */
export function bearsOperatorToken(authorization: string | undefined, token: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(authorization ?? ''), hash(`Bearer ${token}`));
}
