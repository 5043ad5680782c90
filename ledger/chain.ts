import { hash as digest } from 'node:crypto';

import { canonicalForm, type CanonicalValue } from './canonical-form';
import type { LedgerBody, LedgerEntry } from './entry';

/** How far a ledger has come: the number of its entries and the hash of the last. */
export interface LedgerHead {
  readonly size: number;
  readonly hash: string;
}

export const EMPTY_LEDGER: LedgerHead = { size: 0, hash: '0'.repeat(64) };

const ENTRY_LABEL = Buffer.from('concordat ledger entry v1\n').toString('hex');

const NAMES = [
  'sequence',
  'time',
  'requestId',
  'person',
  'organisation',
  'role',
  'purpose',
  'protocols',
  'clauses',
  'caseReference',
  'justification',
  'subjects',
  'rowCount',
  'outcome',
  'keyRotation',
] as const satisfies readonly (keyof LedgerBody)[];
const IN_CANONICAL_ORDER = [...NAMES].sort();

/** SHA-256 of the body's canonical form, 64 hexadecimal digits. Whatever else an object carries is no part of it. */
export function bodyHashOf(body: LedgerBody): string {
  const members = IN_CANONICAL_ORDER.map((name) => `"${name}":${canonicalForm(body[name] as CanonicalValue)}`);
  return digest('sha256', `concordat ledger body v1\n{${members.join(',')}}`);
}

/**
 * The hash of the entry that follows another. It takes the body's hash and not the body, so that a witness can follow
 * the chain without reading it.
 */
export function nextHash(previousHash: string, bodyHash: string): string {
  return digest('sha256', Buffer.from(ENTRY_LABEL + previousHash + bodyHash, 'hex'));
}

/** Adds bodies to a chain: gives each its sequence and its two hashes. */
export function chainOf(head: LedgerHead, bodies: readonly Omit<LedgerBody, 'sequence'>[]): readonly LedgerEntry[] {
  let { size, hash } = head;
  return bodies.map((unnumbered) => {
    const body = { ...unnumbered, sequence: size + 1 };
    const previousHash = hash;
    size = body.sequence;
    hash = nextHash(previousHash, bodyHashOf(body));
    return { ...body, previousHash, hash };
  });
}

/** The head that a chain of body hashes leads to. */
export function headAfter(head: LedgerHead, bodyHashes: readonly string[]): LedgerHead {
  return {
    size: head.size + bodyHashes.length,
    hash: bodyHashes.reduce((previous, bodyHash) => nextHash(previous, bodyHash), head.hash),
  };
}
