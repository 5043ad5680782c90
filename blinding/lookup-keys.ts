// An owner's lookup keys: one line of base64 for each version, the oldest first. There are two lines only while a new
// key takes the place of the old one (rotate-lookup-key.ts says when which of them is used).
import { randomBytes } from 'node:crypto';

import { type OwnerName, OWNERS } from '../schema/owners';
import type { Environment } from '../service/environment';
import { SecretFile } from '../service/secret-file';
import { LookupKey, SECRET_BYTES } from './lookup-key';

/** Whose people are looked up: the exchange has none, and no key. */
export type LookupOwner = Exclude<OwnerName, 'exchange'>;

/** The variable that names the file of an owner's lookup keys. */
const keyFileVariable = (owner: LookupOwner): string => `${OWNERS[owner].variable}_LOOKUP_KEY_FILE`;

/** Refuses a key file that the environment names and that holds no key of ours, before anything listens. */
export function refuseUnreadableLookupKeys(owner: LookupOwner, env: Environment): void {
  if (env[keyFileVariable(owner)]) keyFileOf(owner, env).read();
}

/** A key that is lost costs no data: what it tagged is tagged anew, by the rotation that follows. */
function keyFileOf(owner: LookupOwner, env: Environment): SecretFile {
  const form = { bytes: SECRET_BYTES, most: 2, wanted: 'one key, or two while it is replaced' };
  return SecretFile.open(keyFileVariable(owner), `lookup-${owner}.secret`, 'The lookup key', form, env);
}

export class LookupKeys {
  private constructor(
    private readonly file: SecretFile,
    private keys: readonly LookupKey[],
  ) {}

  /** The keys of the file that the environment names; else those of the data folder, made at the first start. */
  static async open(owner: LookupOwner, env: Environment = process.env): Promise<LookupKeys> {
    const file = keyFileOf(owner, env);
    return new LookupKeys(file, await keysOf(file.read()));
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
        `${this.file.named} ${JSON.stringify(this.file.file)} has no key ${id}: restore the file, or begin a rotation.`,
      );
    }
    return key;
  }

  /** Makes the next version beside the present one, before anything speaks of it; the one that is prepared already. */
  async prepareNext(): Promise<LookupKey> {
    const secrets = this.file.read();
    if (secrets.length === 1) {
      secrets.push(randomBytes(SECRET_BYTES));
      this.file.write(secrets);
    }
    this.keys = await keysOf(secrets);
    return this.keys.at(-1) as LookupKey;
  }

  /** Forgets every version but this one. */
  async keepOnly(id: string): Promise<void> {
    const kept = this.get(id);
    const secrets = this.file.read();
    const keys = await keysOf(secrets);
    this.file.write(secrets.filter((_, index) => keys[index]?.id === id));
    this.keys = [kept];
  }
}

const keysOf = (secrets: readonly Buffer[]): Promise<LookupKey[]> =>
  Promise.all(secrets.map((secret) => LookupKey.ofSecret(secret)));
