// Every form carries a token of its session, without which nothing is changed. Pages are compressed, so the token is
// written with a mask of its own on each page: otherwise its length among other text could be measured away.
import { randomBytes } from 'node:crypto';
import { csrfSync } from 'csrf-sync';
import type { Request } from 'express';

const { generateToken, csrfSynchronisedProtection } = csrfSync({
  getTokenFromRequest: (request) => unmask((request.body as Readonly<Record<string, unknown>> | undefined)?.['_csrf']),
  size: 32,
});

/** Refuses a POST without the token of its session. */
export const refuseForeignForms = csrfSynchronisedProtection;

/** The token for a form of this session. */
export function formToken(request: Request): string {
  const token = Buffer.from(generateToken(request), 'utf8');
  const mask = randomBytes(token.length);
  const masked = Buffer.from(token.map((byte, index) => byte ^ (mask[index] ?? 0)));
  return `${mask.toString('base64url')}.${masked.toString('base64url')}`;
}

function unmask(sent: unknown): string | undefined {
  if (typeof sent !== 'string') return undefined;
  const [mask, masked] = sent.split('.').map((part) => Buffer.from(part, 'base64url'));
  if (mask === undefined || masked === undefined || mask.length !== masked.length) return undefined;
  return Buffer.from(masked.map((byte, index) => byte ^ (mask[index] ?? 0))).toString('utf8');
}
