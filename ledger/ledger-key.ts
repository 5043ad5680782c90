// The key pair of a ledger: made at the first start, replaced by an entry that both keys sign (rotate-key.ts). The
// ledger says which key is in force; the files only hold them, so that a crash between the entry and the file leaves
// the key of which the ledger speaks.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import { dataFolder } from '../service/data-folder';
import { ConfigurationError, type Environment } from '../service/environment';
import { createDurably, renameDurably, writeDurably } from '../service/write-durably';
import type { KeyRotation } from './entry';
import { type LedgerName, originOf, variablePrefixOf } from './ledger-names';
import { keyInBase64, publicKeyFile, readFirstKeys } from './public-keys';
import { keysAfter } from './rotate-key';
import type { NoteSigner, NoteVerifier } from './signed-note';

/** The variable that names the file of a ledger's private key. */
const keyFileVariable = (ledger: LedgerName): string => `${variablePrefixOf(ledger)}_LEDGER_KEY_FILE`;

/** Refuses a key file that the environment names and that holds no key of ours, before anything listens. */
export function refuseUnreadableKey(ledger: LedgerName, env: Environment): void {
  const file = env[keyFileVariable(ledger)];
  if (file) readSigner(ledger, file, keyFileVariable(ledger));
}

export class LedgerKey {
  private current: NoteSigner;

  private constructor(
    readonly ledger: LedgerName,
    /** The key from which rotations are followed. */
    readonly first: NoteVerifier,
    private readonly file: string,
    private readonly named: string,
  ) {
    this.current = readSigner(ledger, file, named);
  }

  /** The key that the environment names; else that of the data folder, made at the first start. */
  static open(ledger: LedgerName, env: Environment = process.env): LedgerKey {
    const given = env[keyFileVariable(ledger)];
    const file = given || path.join(dataFolder(env), 'keys', `ledger-${ledger}.pem`);
    const named = given ? keyFileVariable(ledger) : 'The key of the ledger';
    const publicFile = publicKeyFile(dataFolder(env), ledger);
    if (!given) makeKey(file, publicFile);
    const known = readFirstKeys(env)(ledger);
    if (known !== undefined) return new LedgerKey(ledger, known, file, named);
    const signer = readSigner(ledger, file, named);
    mkdirSync(path.dirname(publicFile), { recursive: true, mode: 0o700 });
    writeDurably(publicFile, `${keyInBase64(signer)}\n`);
    return new LedgerKey(ledger, signer, file, named);
  }

  get signer(): NoteSigner {
    return this.current;
  }

  /**
   * Takes up the key that these rotations lead to, wherever it lies: in the file, or in one that a crash left beside
   * it. False where the key in force is not here, and then nothing may be signed.
   */
  settle(rotations: readonly KeyRotation[]): boolean {
    const inForce = keysAfter(this.first, rotations)?.at(-1);
    if (inForce === undefined) return false;
    const wanted = keyInBase64(inForce);
    if (keyInBase64(this.current) === wanted) return true;
    const prepared = this.preparedFile(wanted);
    // Another process of this owner may have moved it into place already.
    if (existsSync(prepared)) renameDurably(prepared, this.file);
    this.current = readSigner(this.ledger, this.file, this.named);
    return keyInBase64(this.current) === wanted;
  }

  /** Makes the next key and keeps it beside the present one, before any entry speaks of it. */
  prepareNext(): NoteSigner {
    const next = { name: originOf(this.ledger), ...generateKeyPairSync('ed25519') };
    writeDurably(this.preparedFile(keyInBase64(next)), pemOf(next.privateKey));
    return next;
  }

  /** Removes a prepared key of which no entry speaks, and never will. */
  forgetPrepared(next: NoteSigner): void {
    rmSync(this.preparedFile(keyInBase64(next)), { force: true });
  }

  private preparedFile(publicKey: string): string {
    return `${this.file}.next-${Buffer.from(publicKey, 'base64').toString('hex').slice(0, 16)}`;
  }
}

function makeKey(file: string, publicFile: string): void {
  if (existsSync(file)) return;
  if (existsSync(publicFile)) {
    throw new ConfigurationError(
      `${file} is gone, and the ledger was signed by it: restore it. Without it nobody can tell this ledger from a false one.`,
    );
  }
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  createDurably(file, pemOf(generateKeyPairSync('ed25519').privateKey));
}

const pemOf = (key: KeyObject): string => key.export({ format: 'pem', type: 'pkcs8' }).toString();

function readSigner(ledger: LedgerName, file: string, named: string): NoteSigner {
  const refuse = (why: string): never => {
    throw new ConfigurationError(
      `${named} ${JSON.stringify(file)} ${why} (make one by: openssl genpkey -algorithm ed25519 -out ${path.basename(file)})`,
    );
  };
  let privateKey: KeyObject;
  try {
    privateKey = createPrivateKey(readFileSync(file, 'utf8'));
  } catch {
    return refuse('cannot be read as a private key in PEM');
  }
  if (privateKey.asymmetricKeyType !== 'ed25519') {
    return refuse(`is a key of the kind ${String(privateKey.asymmetricKeyType)}, not Ed25519`);
  }
  return { name: originOf(ledger), privateKey, publicKey: createPublicKey(privateKey) };
}
