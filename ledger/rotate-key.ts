import { sign, verify } from 'node:crypto';

import type { KeyRotation } from './entry';
import { type NoteSigner, type NoteVerifier, publicKeyOf, rawPublicKey } from './signed-note';

const statement = (name: string, newKey: string): Buffer =>
  Buffer.from(`concordat ledger key v1\n${name}\n${newKey}\n`);

/** States that a ledger's key is replaced, signed by the key that ends and by the one that begins. */
export function rotateKey(old: NoteSigner, next: NoteSigner): KeyRotation {
  const newKey = rawPublicKey(next.publicKey).toString('base64');
  const stated = statement(old.name, newKey);
  return {
    newKey,
    signedByOld: sign(null, stated, old.privateKey).toString('base64'),
    signedByNew: sign(null, stated, next.privateKey).toString('base64'),
  };
}

/** The key that a rotation leads to; undefined where either signature is not good. */
export function keyAfterRotation(
  { name, publicKey }: NoteVerifier,
  { newKey, signedByOld, signedByNew }: KeyRotation,
): NoteVerifier | undefined {
  const raw = Buffer.from(newKey, 'base64');
  if (raw.length !== 32) return undefined;
  const next = publicKeyOf(raw);
  const stated = statement(name, newKey);
  const good =
    verify(null, stated, publicKey, Buffer.from(signedByOld, 'base64')) &&
    verify(null, stated, next, Buffer.from(signedByNew, 'base64'));
  return good ? { name, publicKey: next } : undefined;
}

/** Every key that a ledger had, the first one first; undefined where a rotation does not follow. */
export function keysAfter(first: NoteVerifier, rotations: readonly KeyRotation[]): readonly NoteVerifier[] | undefined {
  const keys = [first];
  for (const rotation of rotations) {
    const next = keyAfterRotation(keys.at(-1) ?? first, rotation);
    if (next === undefined) return undefined;
    keys.push(next);
  }
  return keys;
}
