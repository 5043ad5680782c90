// What somebody came to do: one purpose, with the reason in the person's own words. It belongs to a tab, not to the
// person: its key stands in every address (`/p/<key>/cohort`), so that two tabs with two purposes never mix, and is
// of use only in the session that made it (docs/decisions/0023).
import { randomBytes } from 'node:crypto';
import type { SessionData } from 'express-session';
import type { Purpose } from '../../schema/purposes';

export interface Errand {
  readonly key: string;
  readonly purpose: Purpose;
  readonly caseReference?: string;
  readonly justification?: string;
}

const AT_ONCE = 20;

/** Remembers a new errand in the session, the oldest one forgotten when there are too many. */
export function beginErrand(session: Partial<SessionData>, reason: Omit<Errand, 'key'>): Errand {
  const errand = { ...reason, key: randomBytes(6).toString('base64url') };
  session.errands = [...(session.errands ?? []), errand].slice(-AT_ONCE);
  return errand;
}

export function findErrand(session: Partial<SessionData>, key: string): Errand | undefined {
  return session.errands?.find((errand) => errand.key === key);
}

/** The latest, for an address that names none: a bookmark, a link that somebody shared. */
export function latestErrand(session: Partial<SessionData>): Errand | undefined {
  return session.errands?.at(-1);
}

/** Splits `/p/<key>/cohort?x=y` into the key and `/cohort?x=y`. */
export function splitAddress(address: string): { readonly key: string | undefined; readonly address: string } {
  const [, key, rest = ''] = /^\/p\/([\w-]{1,32})(?=\/|\?|$)(.*)$/s.exec(address) ?? [];
  return key === undefined ? { key, address } : { key, address: rest.startsWith('/') ? rest : `/${rest}` };
}
