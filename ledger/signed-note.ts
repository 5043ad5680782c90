// The signed-note form of C2SP (https://c2sp.org/signed-note): a text that ends in a newline, an empty line, and one
// line a signature: an em dash, the name of the key, and base64 of the key's id (four bytes) and the signature.
import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** A public key by which notes are verified, under the name that signature lines bear. */
export interface NoteVerifier {
  readonly name: string;
  readonly publicKey: KeyObject;
}

export interface NoteSigner extends NoteVerifier {
  readonly privateKey: KeyObject;
}

export interface SignedNote {
  /** The signed text, with its last newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

interface NoteSignature {
  readonly name: string;
  readonly keyId: string;
  readonly signature: Buffer;
}

const ED25519 = 0x01;

/** The raw 32 bytes of an Ed25519 public key. */
export function rawPublicKey(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
}

/** An Ed25519 public key of its raw 32 bytes. */
export function publicKeyOf(raw: Buffer): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' });
}

function keyIdOf(name: string, publicKey: KeyObject): string {
  return createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.of(ED25519))
    .update(rawPublicKey(publicKey))
    .digest()
    .subarray(0, 4)
    .toString('hex');
}

export function signNote(text: string, { name, privateKey, publicKey }: NoteSigner): SignedNote {
  return addSignature({ text, signatures: [] }, { name, privateKey, publicKey });
}

/** The note with one more signature; of several of the same key the last one stays. */
export function addSignature(note: SignedNote, { name, privateKey, publicKey }: NoteSigner): SignedNote {
  const keyId = keyIdOf(name, publicKey);
  const signature = sign(null, Buffer.from(note.text), privateKey);
  const others = note.signatures.filter((other) => other.name !== name || other.keyId !== keyId);
  return { ...note, signatures: [...others, { name, keyId, signature }] };
}

/** Whether the note bears this verifier's signature over its text. */
export function isSignedBy(note: SignedNote, { name, publicKey }: NoteVerifier): boolean {
  const keyId = keyIdOf(name, publicKey);
  return note.signatures.some(
    (line) =>
      line.name === name && line.keyId === keyId && verify(null, Buffer.from(note.text), publicKey, line.signature),
  );
}

export function printNote({ text, signatures }: SignedNote): string {
  const lines = signatures.map(
    ({ name, keyId, signature }) =>
      `— ${name} ${Buffer.concat([Buffer.from(keyId, 'hex'), signature]).toString('base64')}\n`,
  );
  return `${text}\n${lines.join('')}`;
}

const SIGNATURE_LINE = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/;

/** Reads a printed note; undefined for what is none. */
export function readNote(printed: string): SignedNote | undefined {
  const end = printed.lastIndexOf('\n\n');
  if (end < 0) return undefined;
  const lines = printed.slice(end + 2).split('\n');
  if (lines.pop() !== '') return undefined;
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const [, name, encoded] = SIGNATURE_LINE.exec(line) ?? [];
    if (name === undefined || encoded === undefined) return undefined;
    const bytes = Buffer.from(encoded, 'base64');
    if (bytes.length < 5) return undefined;
    signatures.push({ name, keyId: bytes.subarray(0, 4).toString('hex'), signature: bytes.subarray(4) });
  }
  return signatures.length === 0 ? undefined : { text: printed.slice(0, end + 1), signatures };
}
