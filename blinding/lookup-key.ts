import { createHash, createHmac, hkdfSync } from 'node:crypto';

import sodium from 'libsodium-wrappers-sumo';

import { deriveScalar, groupReady, hashToGroup, multiply, multiplyBase, type Scalar } from './group';
import { inTurns } from './in-turns';
import { readPoints, writePoint } from './points';
import { tagOf } from './tag';

export const SECRET_BYTES = 32;

/** Where an identity may be sealed to: the key's public half, and which key it is. */
export interface SealingKey {
  readonly id: string;
  /** Base64 of 32 bytes. */
  readonly publicKey: string;
}

/**
 * One version of an owner's lookup key. From its secret follow the number that makes tags, the pair to which identities
 * are sealed, and what digests of repeated questions are keyed with. None of them can be printed or logged.
 */
export class LookupKey {
  /** Tells versions apart; says nothing of the secret. 16 hexadecimal digits. */
  readonly id: string;
  readonly #digestKey: Buffer;
  readonly #scalar: Scalar;
  readonly #sealing: { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array };

  private constructor(secret: Uint8Array) {
    const derive = (use: string): Buffer =>
      Buffer.from(hkdfSync('sha256', secret, '', `concordat lookup ${use} v1`, 32));
    this.#scalar = deriveScalar(secret, 'concordat lookup tags v1');
    this.#sealing = sodium.crypto_box_seed_keypair(derive('sealing'));
    this.#digestKey = derive('digest');
    const hash = createHash('sha256').update('concordat lookup key v1\n').update(multiplyBase(this.#scalar)).digest();
    this.id = hash.subarray(0, 8).toString('hex');
  }

  static async ofSecret(secret: Uint8Array): Promise<LookupKey> {
    if (secret.length !== SECRET_BYTES) throw new RangeError(`A lookup key follows from ${SECRET_BYTES} bytes.`);
    await groupReady();
    return new LookupKey(secret);
  }

  get sealingKey(): SealingKey {
    return { id: this.id, publicKey: Buffer.from(this.#sealing.publicKey).toString('base64') };
  }

  /**
   * Evaluates the points of another owner's question: neither who is sought nor what comes of it can be seen. Throws
   * UnusablePoints before any of them is evaluated.
   */
  async evaluate(points: readonly string[]): Promise<readonly string[]> {
    return inTurns(readPoints(points), (point) => writePoint(multiply(this.#scalar, point)));
  }

  /** The tags of own people's match keys, to be pushed to the exchange. */
  async tagsOf(keys: readonly string[]): Promise<readonly string[]> {
    if (keys.includes('')) throw new RangeError('A match key is empty: it would be everybody’s.');
    return inTurns(keys, (key) => tagOf(multiply(this.#scalar, hashToGroup(key))));
  }

  /** What was sealed to this key; undefined where it was not, or was altered. */
  unseal(sealed: Uint8Array): Uint8Array | undefined {
    try {
      return sodium.crypto_box_seal_open(sealed, this.#sealing.publicKey, this.#sealing.privateKey);
    } catch {
      return undefined;
    }
  }

  /** A keyed digest: without this key nobody can try out what it was made from. */
  digest(text: string): string {
    return createHmac('sha256', this.#digestKey).update(text).digest('hex');
  }
}
