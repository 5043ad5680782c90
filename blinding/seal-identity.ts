// The identity that an asker releases goes to one owner, for one handle: the exchange carries it and cannot read it,
// cannot tell its length, and cannot hand it in under another handle.
import sodium from 'libsodium-wrappers-sumo';

import { canonicalForm, type CanonicalValue } from '../ledger/canonical-form';
import { groupReady } from './group';
import type { LookupKey, SealingKey } from './lookup-key';

/** Every sealed identity is as long: names, aliases and dates in full need a fifth of it. */
const PADDED_BYTES = 2048;

export type Identity = Readonly<Record<string, CanonicalValue>>;

/** What an identity is released for; opened under anything else, it is refused. */
export interface SealedFor {
  /** The hash of the handle (subgraphs/exchange/lookups/handle.ts). */
  readonly handle: string;
  readonly asker: string;
  readonly target: string;
}

/** The message says what is wrong with the sealed text, and nothing of what it holds. */
export class SealNotOpened extends Error {
  override readonly name = 'SealNotOpened';
}

/** Seals an identity to an owner: `<id of the key>.<base64>`. */
export async function sealIdentity(identity: Identity, sealedFor: SealedFor, to: SealingKey): Promise<string> {
  await groupReady();
  const text = Buffer.from(canonicalForm({ identity, sealedFor: { ...sealedFor } }), 'utf8');
  // Padding takes at least one byte.
  if (text.length >= PADDED_BYTES) {
    throw new RangeError(
      `This identity has ${text.length} bytes in canonical form: fewer than ${PADDED_BYTES} can be sealed.`,
    );
  }
  const publicKey = new Uint8Array(Buffer.from(to.publicKey, 'base64'));
  const sealed = sodium.crypto_box_seal(sodium.pad(text, PADDED_BYTES), publicKey);
  return `${to.id}.${Buffer.from(sealed).toString('base64')}`;
}

/** Opens what was sealed to one of these keys for exactly this; throws SealNotOpened. */
export async function openIdentity(
  sealed: string,
  sealedFor: SealedFor,
  keys: readonly LookupKey[],
): Promise<Identity> {
  await groupReady();
  const [id = '', text = ''] = sealed.split('.');
  const key = keys.find((known) => known.id === id);
  if (key === undefined)
    throw new SealNotOpened('This identity is sealed to a key that is not in use here (any more).');
  const opened = key.unseal(new Uint8Array(Buffer.from(text, 'base64')));
  if (opened?.length !== PADDED_BYTES)
    throw new SealNotOpened('This identity is not sealed as it must be, or was altered.');
  const content = readContent(opened);
  if (content === undefined) throw new SealNotOpened('This identity is not in its canonical form.');
  if (canonicalForm(content.sealedFor) !== canonicalForm({ ...sealedFor })) {
    throw new SealNotOpened('This identity was sealed for another handle, asker or owner.');
  }
  return content.identity;
}

interface Content {
  readonly identity: Identity;
  readonly sealedFor: CanonicalValue;
}

function readContent(opened: Uint8Array): Content | undefined {
  try {
    const written = Buffer.from(sodium.unpad(opened, PADDED_BYTES)).toString('utf8');
    const content: unknown = JSON.parse(written);
    return isContent(content) && canonicalForm({ ...content }) === written ? content : undefined;
  } catch {
    return undefined;
  }
}

function isContent(value: unknown): value is Content {
  return isObject(value) && isObject(value['identity']) && isObject(value['sealedFor']);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
