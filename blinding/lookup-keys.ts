// An owner's lookup keys: one line of base64 for each version, the oldest first. There are two lines only while a new
// key takes the place of the old one (rotate-lookup-key.ts says when which of them is used).
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import path from 'node:path';

import { type OwnerName, OWNERS } from '../schema/owners';
import { dataFolder } from '../service/data-folder';
import { ConfigurationError, type Environment } from '../service/environment';
import { createDurably, writeDurably } from '../service/write-durably';
import { LookupKey, SECRET_BYTES } from './lookup-key';

/** Whose people are looked up: the exchange has none, and no key. */
export type LookupOwner = Exclude<OwnerName, 'exchange'>;

/** The variable that names the file of an owner's lookup keys. */
const keyFileVariable = (owner: LookupOwner): string => `${OWNERS[owner].variable}_LOOKUP_KEY_FILE`;

/** Refuses a key file that the environment names and that holds no key of ours, before anything listens. */
export function refuseUnreadableLookupKeys(owner: LookupOwner, env: Environment): void {
  const file = env[keyFileVariable(owner)];
  if (file) readSecrets(file, keyFileVariable(owner));
}

export class LookupKeys {
  private constructor(
    private readonly file: string,
    private readonly named: string,
    private keys: readonly LookupKey[],
  ) {}

  /** The keys of the file that the environment names; else those of the data folder, made at the first start. */
  static async open(owner: LookupOwner, env: Environment = process.env): Promise<LookupKeys> {
    const given = env[keyFileVariable(owner)];
    const file = given || path.join(dataFolder(env), 'keys', `lookup-${owner}.secret`);
    const named = given ? keyFileVariable(owner) : 'The lookup key';
    // A key that is lost costs no data: what it tagged is tagged anew, by the rotation that follows.
    if (!given && !existsSync(file)) {
      mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
      createDurably(file, textOf([randomBytes(SECRET_BYTES)]));
    }
    return new LookupKeys(file, named, await keysOf(readSecrets(file, named)));
  }

  /** All versions, the oldest first. */
  get all(): readonly LookupKey[] {
    return this.keys;
  }

  /** The version of this id; throws where it is not here, because what it was meant for would be left undone. */
  get(id: string): LookupKey {
    const key = this.keys.find((known) => known.id === id);
    if (key === undefined) {
      throw new Error(
        `${this.named} ${JSON.stringify(this.file)} has no key ${id}: restore the file, or begin a rotation.`,
      );
    }
    return key;
  }

  /** Makes the next version beside the present one, before anything speaks of it; the one that is prepared already. */
  async prepareNext(): Promise<LookupKey> {
    const secrets = readSecrets(this.file, this.named);
    if (secrets.length === 1) {
      secrets.push(randomBytes(SECRET_BYTES));
      writeDurably(this.file, textOf(secrets));
    }
    this.keys = await keysOf(secrets);
    return this.keys.at(-1) as LookupKey;
  }

  /** Forgets every version but this one. */
  async keepOnly(id: string): Promise<void> {
    const kept = this.get(id);
    const secrets = readSecrets(this.file, this.named);
    const keys = await keysOf(secrets);
    writeDurably(this.file, textOf(secrets.filter((_, index) => keys[index]?.id === id)));
    this.keys = [kept];
  }
}

const keysOf = (secrets: readonly Buffer[]): Promise<LookupKey[]> =>
  Promise.all(secrets.map((secret) => LookupKey.ofSecret(secret)));

const textOf = (secrets: readonly Buffer[]): string =>
  secrets.map((secret) => `${secret.toString('base64')}\n`).join('');

function readSecrets(file: string, named: string): Buffer[] {
  const refuse = (why: string): never => {
    throw new ConfigurationError(
      `${named} ${JSON.stringify(file)} ${why} (make one by: openssl rand -base64 ${SECRET_BYTES} > ${path.basename(file)})`,
    );
  };
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return refuse(`cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
  const lines = text.split('\n').filter((line) => line !== '');
  if (lines.length < 1 || lines.length > 2)
    return refuse(`has ${lines.length} lines: one key, or two while it is replaced`);
  const secrets = lines.map((line) => Buffer.from(line, 'base64'));
  const wrong = secrets.findIndex(
    (secret, index) => secret.length !== SECRET_BYTES || secret.toString('base64') !== lines[index],
  );
  if (wrong >= 0) return refuse(`has no base64 of ${SECRET_BYTES} bytes in line ${wrong + 1}`);
  if (secrets.length === 2 && secrets[0]?.equals(secrets[1] as Buffer)) return refuse('has the same key twice');
  return secrets;
}
