// The secret by which the dashboard and the development identity provider know each other: made at first use, and kept
// where only this user reads it.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { refuseProduction } from '../refuse-production';

export function dashboardClientSecret(dataFolder: string): string {
  refuseProduction('the development identity provider');
  const file = path.join(dataFolder, 'keys', 'dashboard-client.secret');
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
