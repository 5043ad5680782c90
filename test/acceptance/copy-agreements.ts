import { cpSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../hub/launch-hub';

/** A copy of the agreements that ship, to spoil one of them; returns its folder. */
export function copyAgreements(folder: string): string {
  const agreements = path.join(folder, 'agreements');
  cpSync(path.join(ROOT, 'protocols/agreements'), agreements, { recursive: true });
  return agreements;
}
