import { createHash, createHmac, hkdfSync } from 'node:crypto';

import { maskKeys, type MaskKeys } from '../../../disclosure-control/masks';
import { OWNERS } from '../../../schema/owners';
import type { Environment } from '../../../service/environment';
import { SecretFile } from '../../../service/secret-file';
import type { LookupOwner } from '../peers/asker';

const SECRET_BYTES = 32;

/**
 * What an owner's noise, pseudonyms and masks hang on. It never leaves the owner, and unlike a lookup key it is not
 * replaced: with another key the noise of people who were counted before would be drawn anew, and two draws tell more
 * than one.
 */
export class ResearchKey {
  /** Tells keys apart; says nothing of the secret. 16 hexadecimal digits. */
  readonly id: string;
  readonly masks: MaskKeys;
  readonly #noise: Buffer;
  readonly #rows: Buffer;

  constructor(secret: Buffer) {
    const derive = (use: string): Buffer =>
      Buffer.from(hkdfSync('sha256', secret, '', `concordat research ${use} v1`, SECRET_BYTES));
    this.#noise = derive('noise');
    this.#rows = derive('rows');
    this.masks = maskKeys(derive('masks'));
    this.id = fingerprintOf(this.masks.publicKey);
  }

  /** The key of the file that the environment names; else that of the data folder, made at the first start. */
  static open(owner: LookupOwner, env: Environment): ResearchKey {
    const variable = `${OWNERS[owner].variable}_RESEARCH_KEY_FILE`;
    const form = { bytes: SECRET_BYTES, most: 1, wanted: 'a research key is one and is not replaced' };
    const [secret] = SecretFile.open(variable, `research-${owner}.secret`, 'The research key', form, env).read();
    return new ResearchKey(secret as Buffer);
  }

  /** For the noise of cells. */
  get noise(): Buffer {
    return this.#noise;
  }

  /** For the digests of rows. */
  get rows(): Buffer {
    return this.#rows;
  }

  /** The same for the same person in every snapshot, and of no use without the key. */
  pseudonymOf(subject: string): string {
    return createHmac('sha256', this.#rows).update(`pseudonym\n${subject}`).digest('hex').slice(0, 32);
  }
}

/** By which two operators compare a public mask key. */
export function fingerprintOf(publicKey: Buffer): string {
  return createHash('sha256').update('concordat research key v1\n').update(publicKey).digest('hex').slice(0, 16);
}
