// How the hub's processes believe each other when they are not on one machine: each shows a certificate, and takes a
// connection only from who shows one of the same authority. The loopback alone needs none.
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ConfigurationError, type Environment, isLoopback, isProduction, readEnvironment } from './environment';

/** What a process shows of itself, and whose certificates it believes; all in PEM. */
export interface TlsIdentity {
  readonly cert: string;
  readonly key: string;
  /** The authority that signs the certificates of the hub's own processes, and of nobody else. */
  readonly ca: string;
}

const PARTS = ['CERT', 'KEY', 'CA'] as const;
type Part = (typeof PARTS)[number];

/** Reads `<prefix>_TLS_CERT_FILE`, `_TLS_KEY_FILE` and `_TLS_CA_FILE`: all three, or none for the loopback. */
export function readTlsIdentity(prefix: string, env: Environment): TlsIdentity | undefined {
  const variableOf = (part: Part): string => `${prefix}_TLS_${part}_FILE`;
  const fileVariable = z.string().optional().meta({ secret: false });
  const files = readEnvironment(Object.fromEntries(PARTS.map((part) => [variableOf(part), fileVariable])), env);
  if (PARTS.every((part) => files[variableOf(part)] === undefined)) return undefined;

  const faults: string[] = [];
  const readPart = <T>(part: Part, parse: (pem: string) => T): { pem: string; parsed: T } | undefined => {
    const file = files[variableOf(part)];
    const what = part === 'KEY' ? 'private key' : 'certificate';
    if (file === undefined) {
      const example = path.posix.join('/etc/concordat', `${part.toLowerCase()}.pem`);
      faults.push(`${variableOf(part)} is not set (for example ${variableOf(part)}=${example})`);
      return undefined;
    }
    try {
      const pem = readFileSync(file, 'utf8');
      return { pem, parsed: parse(pem) };
    } catch {
      faults.push(`${variableOf(part)} ${JSON.stringify(file)} cannot be read as a ${what} in PEM`);
      return undefined;
    }
  };
  const cert = readPart('CERT', (pem) => new X509Certificate(pem));
  const key = readPart('KEY', createPrivateKey);
  const ca = readPart('CA', (pem) => new X509Certificate(pem));
  if (cert && key && !cert.parsed.checkPrivateKey(key.parsed)) {
    faults.push(`${variableOf('KEY')} is not the key of the certificate in ${variableOf('CERT')}`);
  }
  for (const [part, read] of [
    ['CERT', cert],
    ['CA', ca],
  ] as const) {
    if (read && Date.parse(read.parsed.validTo) < Date.now()) {
      faults.push(`${variableOf(part)} has expired on ${read.parsed.validTo}: renew it`);
    }
  }
  if (faults.length > 0 || !cert || !key || !ca) throw new ConfigurationError(faults);
  return { cert: cert.pem, key: key.pem, ca: ca.pem };
}

/** Refuses to listen in the clear on an address that others can reach: whoever is on the way could read and ask. */
export function refuseOpenHost(prefix: string, env: Environment): void {
  const host = env[`${prefix}_HOST`];
  if (!host || isLoopback(host) || PARTS.some((part) => env[`${prefix}_TLS_${part}_FILE`])) return;
  throw new ConfigurationError(
    `${prefix}_HOST ${JSON.stringify(host)} is not the loopback and would be served without TLS: set ` +
      `${prefix}_TLS_CERT_FILE, ${prefix}_TLS_KEY_FILE and ${prefix}_TLS_CA_FILE, or ${prefix}_HOST=127.0.0.1`,
  );
}

/** Node's own switch against all verification of certificates must not be left on where real people's data is. */
export function refuseUnverifiedTls(env: Environment): void {
  if (isProduction(env) && env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') {
    throw new ConfigurationError('NODE_TLS_REJECT_UNAUTHORIZED "0" believes anybody: remove it in production');
  }
}

/** Where a process of this machine answers, by whether it has a certificate. */
export function localAddress(prefix: string, port: number, env: Environment): string {
  return `${env[`${prefix}_TLS_CERT_FILE`] ? 'https' : 'http'}://127.0.0.1:${port}`;
}
