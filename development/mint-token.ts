import { importJWK, type JWK, SignJWT } from 'jose';
import { purposesOf } from '../protocols/decide';
import type { ProtocolSet } from '../protocols/protocol';
import type { Purpose } from '../schema/purposes';
import { DEVELOPMENT_ISSUER, GATEWAY_AUDIENCE } from './issuer-key';
import type { Persona } from './personas';

const TWELVE_HOURS = 12 * 60 * 60;

/** An access token of the development provider for a persona, good for twelve hours and every purpose it may have. */
export async function mintToken(
  { persona, organisation, role, area }: Persona,
  key: JWK,
  protocols: ProtocolSet,
  now: Date,
): Promise<{ token: string; purposes: readonly Purpose[] }> {
  const purposes = purposesOf(protocols, organisation, role, now);
  const issuedAt = Math.floor(now.getTime() / 1000);
  const token = await new SignJWT({ organisation, role, ...(area === undefined ? {} : { area }), purposes })
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', ...(key.kid === undefined ? {} : { kid: key.kid }) })
    .setIssuer(DEVELOPMENT_ISSUER)
    .setAudience(GATEWAY_AUDIENCE)
    .setSubject(persona)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + TWELVE_HOURS)
    .sign(await importJWK(key, 'ES256'));
  return { token, purposes };
}
