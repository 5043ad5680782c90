// The group in which keys are blinded: ristretto255, by libsodium. What is hashed to a point, and how an owner's number
// follows from its secret, is as RFC 9497 (OPRF, ristretto255-SHA512, mode 0) has it, so that its vectors hold here.
import { createHash, randomBytes } from 'node:crypto';

import sodium from 'libsodium-wrappers-sumo';

export type Point = Uint8Array;
export type Scalar = Uint8Array;

export const POINT_BYTES = 32;

/** Resolves when the arithmetic can be used: whoever enters this room waits for it. */
export const groupReady = (): Promise<void> => sodium.ready;

const CONTEXT = Buffer.from('OPRFV1-\x00-ristretto255-SHA512', 'latin1');

/** The point of a text. Nobody knows its logarithm, so that nothing follows from one evaluation for another. */
export function hashToGroup(text: string): Point {
  return sodium.crypto_core_ristretto255_from_hash(expandMessage(Buffer.from(text, 'utf8'), 'HashToGroup-'));
}

/** An owner's number, from its secret of 32 bytes. */
export function deriveScalar(secret: Uint8Array, info: string): Scalar {
  const told = Buffer.from(info, 'utf8');
  const derived = Buffer.concat([secret, Buffer.from([told.length >> 8, told.length & 0xff]), told]);
  for (let counter = 0; counter < 256; counter += 1) {
    const wide = expandMessage(Buffer.concat([derived, Buffer.from([counter])]), 'DeriveKeyPair');
    const scalar = sodium.crypto_core_ristretto255_scalar_reduce(wide);
    if (!sodium.is_zero(scalar)) return scalar;
  }
  throw new Error('No number follows from this secret.');
}

/** Twice as many random bits as are kept: libsodium's own choice takes ten times as long and is no better. */
export const randomScalar = (): Scalar => sodium.crypto_core_ristretto255_scalar_reduce(randomBytes(64));
export const randomPoint = (): Point => sodium.crypto_core_ristretto255_from_hash(randomBytes(64));

export const invert = (scalar: Scalar): Scalar => sodium.crypto_core_ristretto255_scalar_invert(scalar);
export const multiplyBase = (scalar: Scalar): Point => sodium.crypto_scalarmult_ristretto255_base(scalar);

/** Throws where the point is none, or the result would be the identity. */
export const multiply = (scalar: Scalar, point: Point): Point => sodium.crypto_scalarmult_ristretto255(scalar, point);

/** The identity is a point of the group, too: see isIdentity. */
export const isPoint = (bytes: Uint8Array): boolean =>
  bytes.length === POINT_BYTES && sodium.crypto_core_ristretto255_is_valid_point(bytes);
export const isIdentity = (point: Point): boolean => sodium.is_zero(point);

/** `expand_message_xmd` of RFC 9380 with SHA-512, for the 64 bytes that are one block of it. */
function expandMessage(message: Uint8Array, use: string): Buffer {
  const tag = Buffer.concat([Buffer.from(use), CONTEXT]);
  const ending = Buffer.concat([tag, Buffer.from([tag.length])]);
  const sha512 = (...parts: readonly Uint8Array[]): Buffer =>
    createHash('sha512').update(Buffer.concat(parts)).digest();
  const first = sha512(Buffer.alloc(128), message, Buffer.from([0, 64, 0]), ending);
  return sha512(first, Buffer.from([1]), ending);
}
