// What a hit gives the asker: a text that stands for the hit and says nothing of the record. The exchange keeps its hash
// only, so that whoever reads the exchange's store can redeem nothing.
import { createHash, randomBytes } from 'node:crypto';

import type { OrganisationId } from '../../../schema/organisations';
import type { OwnerName } from '../../../schema/owners';
import type { Purpose } from '../../../schema/purposes';

export const HANDLE_LIVES_MS = 15 * 60_000;

/** What a handle is good for, and for nothing else. */
export interface HandleBinding {
  /** Pseudonym of the person who asked. */
  readonly person: string;
  readonly organisation: OrganisationId;
  readonly purpose: Purpose;
  /** `PROTOCOL@version`. */
  readonly protocol: string;
  /** The owner at which there was a hit. */
  readonly target: OwnerName;
}

/** What is kept of a handle; instants are milliseconds. */
export interface HandleRecord extends HandleBinding {
  /** SHA-256 of the handle, 64 hexadecimal digits. */
  readonly hash: string;
  readonly expiresAt: number;
  readonly usedAt: number | null;
}

export type Redemption =
  | { readonly kind: 'REDEEMED'; readonly record: HandleRecord }
  | {
      readonly kind: 'REFUSED';
      /** For the asker: a handle that is somebody else's, or good for something else, is as unknown as any text. */
      readonly told: 'UNKNOWN' | 'EXPIRED' | 'USED';
      /** For the ledger. */
      readonly recorded: 'UNKNOWN' | 'FOREIGN' | 'EXPIRED' | 'USED';
    };

/** 256 random bits: nobody finds one by trying, so that the hash needs no salt. */
export function issueHandle(binding: HandleBinding, now: number): { handle: string; record: HandleRecord } {
  const handle = randomBytes(32).toString('base64url');
  const { person, organisation, purpose, protocol, target } = binding;
  const bound = { person, organisation, purpose, protocol, target };
  return { handle, record: { ...bound, hash: hashOfHandle(handle), expiresAt: now + HANDLE_LIVES_MS, usedAt: null } };
}

/** By which the record of a handle is looked up. */
export const hashOfHandle = (handle: string): string => createHash('sha256').update(handle).digest('hex');

/**
 * Redeems a handle once. `record` is what is kept under its hash; the caller stores the record that comes back in the
 * same transaction that read this one, or two requests at a time would both redeem it.
 */
export function redeemHandle(record: HandleRecord | undefined, presented: HandleBinding, now: number): Redemption {
  if (record === undefined) return { kind: 'REFUSED', told: 'UNKNOWN', recorded: 'UNKNOWN' };
  if (BOUND_TO.some((part) => record[part] !== presented[part])) {
    return { kind: 'REFUSED', told: 'UNKNOWN', recorded: 'FOREIGN' };
  }
  if (now >= record.expiresAt) return { kind: 'REFUSED', told: 'EXPIRED', recorded: 'EXPIRED' };
  if (record.usedAt !== null) return { kind: 'REFUSED', told: 'USED', recorded: 'USED' };
  return { kind: 'REDEEMED', record: { ...record, usedAt: now } };
}

const BOUND_TO = [
  'person',
  'organisation',
  'purpose',
  'protocol',
  'target',
] as const satisfies readonly (keyof HandleBinding)[];
