// The key of the development identity provider: whoever can read the file can be anybody in this hub.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { ConfigurationError } from '../service/environment';
import { refuseProduction } from './refuse-production';

export const DEVELOPMENT_ISSUER = 'https://development.concordat.example';
export const GATEWAY_AUDIENCE = 'concordat-gateway';

/** Where the private key is kept. */
export function issuerKeyFile(dataFolder: string): string {
  return path.join(dataFolder, 'keys', 'development-issuer.jwk.json');
}

/** The private key of the development provider, made at first use and readable by this user only. */
export async function developmentIssuerKey(dataFolder: string): Promise<JWK> {
  refuseProduction('the development identity provider');
  const file = issuerKeyFile(dataFolder);
  return readKey(file) ?? (await createKey(file));
}

async function createKey(file: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const key: JWK = { ...jwk, alg: 'ES256', use: 'sig', kid: await calculateJwkThumbprint(jwk) };
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, `${JSON.stringify(key, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    return key;
  } catch (error) {
    // Another process made it first: both must use the same.
    const made = readKey(file);
    if (made !== undefined) return made;
    throw error;
  }
}

function readKey(file: string): JWK | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return JSON.parse(text) as JWK;
  } catch {
    throw new ConfigurationError(`${file} is not a key in JSON: remove it, and a new one is made`);
  }
}
