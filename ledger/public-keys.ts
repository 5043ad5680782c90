import { readFileSync } from 'node:fs';
import path from 'node:path';

import { z } from 'zod';

import { dataFolder } from '../service/data-folder';
import { ConfigurationError, type Environment, readEnvironment } from '../service/environment';
import { LEDGER_NAMES, type LedgerName, originOf } from './ledger-names';
import { type NoteVerifier, publicKeyOf, rawPublicKey } from './signed-note';

/** The first public key of a ledger, from which its rotations are followed; undefined where nobody told it. */
export type FirstKeys = (ledger: LedgerName) => NoteVerifier | undefined;

const EXAMPLE = '{"eri":"t9d+x1AlU/Abbv49jpyc9ViMb+r4MtYRdqLdNJg+XFo="}';
const VARIABLE = 'LEDGER_PUBLIC_KEYS';

const given = z
  .string()
  .transform((text, context): Readonly<Record<string, string>> => {
    try {
      const keys = z.record(z.string(), z.string()).parse(JSON.parse(text));
      const known: readonly string[] = LEDGER_NAMES;
      if (Object.entries(keys).every(([name, key]) => known.includes(name) && keyOfBase64(name, key) !== undefined)) {
        return keys;
      }
    } catch {
      // Told below, as one fault.
    }
    context.addIssue({
      code: 'custom',
      message: `is not a JSON object of ledgers (${LEDGER_NAMES.join(', ')}) and base64 of 32 bytes`,
    });
    return z.NEVER;
  })
  .optional()
  // A public key is no secret: the operator must see which one is wrong.
  .meta({ example: EXAMPLE, secret: false });

/** Where a data folder has the first public key of a ledger, in base64. */
export const publicKeyFile = (folder: string, ledger: LedgerName): string =>
  path.join(folder, 'keys', `ledger-${ledger}.pub`);

/**
 * The keys that `LEDGER_PUBLIC_KEYS` tells; a ledger that it does not name is looked up in the data folder, each time
 * anew until it is there, since the processes of a hub make their keys while they start.
 */
export function readFirstKeys(env: Environment = process.env): FirstKeys {
  const told = readToldKeys(env);
  const found = new Map<LedgerName, NoteVerifier>();
  return (ledger) => {
    const known = told(ledger) ?? found.get(ledger);
    if (known !== undefined) return known;
    const key = readKeyFile(publicKeyFile(dataFolder(env), ledger));
    const verifier = key === undefined ? undefined : keyOfBase64(originOf(ledger), key);
    if (verifier !== undefined) found.set(ledger, verifier);
    return verifier;
  };
}

/** Only the keys that the environment itself tells, and not those of whoever wrote a folder or an export. */
export function readToldKeys(env: Environment = process.env): FirstKeys {
  const { [VARIABLE]: told = {} } = readEnvironment({ [VARIABLE]: given }, env);
  return (ledger) => {
    const key = told[ledger];
    return key === undefined ? undefined : keyOfBase64(originOf(ledger), key);
  };
}

/** A public key of base64 of its 32 bytes; undefined where it is none. */
export function keyOfBase64(name: string, key: string): NoteVerifier | undefined {
  const raw = Buffer.from(key, 'base64');
  if (raw.length !== 32 || raw.toString('base64') !== key) return undefined;
  try {
    return { name, publicKey: publicKeyOf(raw) };
  } catch {
    return undefined;
  }
}

export const keyInBase64 = ({ publicKey }: NoteVerifier): string => rawPublicKey(publicKey).toString('base64');

function readKeyFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new ConfigurationError(`The public key ${file} cannot be read (${code ?? 'unknown'})`);
  }
}
