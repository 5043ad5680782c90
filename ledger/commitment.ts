import { hash, randomBytes } from 'node:crypto';

import type { Commitment } from './entry';

/** A text with the salt that hides it: without the salt nobody can try names against the commitment. */
export interface SaltedText {
  /** 64 hexadecimal digits. */
  readonly salt: string;
  readonly text: string;
}

const SALT_BYTES = 32;
const LABEL = Buffer.from('concordat commitment v1\n');

/** Salts a text. Kept apart from the chain: erasing salt and text leaves a commitment that says nothing. */
export function salted(text: string): SaltedText {
  return { salt: randomBytes(SALT_BYTES).toString('hex'), text };
}

/** SHA-256 over a label, the salt and the text in UTF-8. */
export function commitmentTo({ salt, text }: SaltedText): Commitment {
  // One call for one hash: verifying a ledger makes several for each entry.
  return hash('sha256', Buffer.concat([LABEL, Buffer.from(salt, 'hex'), Buffer.from(text, 'utf8')]));
}
