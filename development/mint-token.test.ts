import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importJWK, jwtVerify } from 'jose';
import { protocolSet } from '../protocols/load-protocols';
import { DEVELOPMENT_ISSUER, developmentIssuerKey, GATEWAY_AUDIENCE, issuerKeyFile } from './issuer-key';
import { mintToken } from './mint-token';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'concordat-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('keeps one key, readable by its user only, though several processes make it at once', async () => {
  const keys = await Promise.all([1, 2, 3].map(() => developmentIssuerKey(folder)));
  expect(new Set(keys.map(({ kid }) => kid)).size).toBe(1);
  expect(await developmentIssuerKey(folder)).toEqual(keys[0]);
  expect(statSync(issuerKeyFile(folder)).mode & 0o777).toBe(0o600);
});

it('says who asks, where they work, and for how long the token is good', async () => {
  const key = await developmentIssuerKey(folder);
  const { d: _secret, ...publicKey } = key;
  const now = new Date();
  const persona = {
    persona: 'rijswijk.social-team',
    organisation: 'rijswijk',
    role: 'social-team',
    area: 'Rijswijk',
  } as const;
  const { token } = await mintToken(persona, key, protocolSet([]), now);
  const { payload, protectedHeader } = await jwtVerify(token, await importJWK(publicKey, 'ES256'), {
    issuer: DEVELOPMENT_ISSUER,
    audience: GATEWAY_AUDIENCE,
  });
  expect(protectedHeader.kid).toBe(key.kid);
  expect(payload).toMatchObject({
    sub: 'rijswijk.social-team',
    organisation: 'rijswijk',
    area: 'Rijswijk',
    purposes: [],
  });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(12 * 3600);
});
