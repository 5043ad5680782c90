// What one process of the hub sends to another that it may countersign, and what that answers. In it are hashes,
// signatures and the entries by which the ledger's own key was replaced: nothing of any person.
import { z } from 'zod';

import { EMPTY_LEDGER, type LedgerHead } from './chain';
import type { KeyRotation, LedgerEntry } from './entry';
import type { WitnessRefusal } from './witness';

/** How many entries' hashes one request carries at most; a ledger that grew by more is shown in parts. */
export const HASHES_AT_ONCE = 2_000;
/** What a request takes at most, with room for a hundred rotations. */
export const MAX_WITNESS_REQUEST_BYTES = 262_144;
export const WITNESS_PATH = '/ledger/witness';

export interface WitnessRequest {
  /** The checkpoint, signed by the ledger's key, printed. */
  readonly note: string;
  /** The size that the witness saw last, by its own answer; null asks for it. */
  readonly from: number | null;
  /** Body hashes of the entries from there to the checkpoint. */
  readonly bodyHashes: readonly string[];
  /** The entries by which the key was replaced since the first one. */
  readonly rotations: readonly LedgerEntry[];
}

export type WitnessAnswer =
  | {
      readonly kind: 'countersigned';
      readonly note: string;
      readonly head: LedgerHead;
      /** How the witness's own key was replaced since its first one. */
      readonly rotations: readonly KeyRotation[];
    }
  /** The signature is good; show what follows this head. */
  | { readonly kind: 'out-of-step'; readonly head: LedgerHead }
  | { readonly kind: 'refused'; readonly why: WitnessRefusal };

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const head = z.strictObject({ size: z.int().min(0), hash });
const signature = z.string().max(128);
const keyRotation = z.strictObject({ newKey: signature, signedByOld: signature, signedByNew: signature });
const rotation = z.strictObject({
  sequence: z.int().min(1),
  time: z.string(),
  requestId: z.string(),
  person: hash,
  organisation: z.string(),
  role: z.string(),
  purpose: z.string(),
  protocols: z.array(z.string()).max(0),
  clauses: z.array(z.string()).max(0),
  caseReference: z.null(),
  justification: z.null(),
  // Nobody: an entry with people in it is no business of a witness.
  subjects: z.array(z.never()).max(0),
  rowCount: z.int().min(0),
  outcome: z.enum(['disclosed', 'withheld', 'refused', 'failed']),
  keyRotation,
  previousHash: hash,
  hash,
});
const request = z.strictObject({
  note: z.string().max(4_096),
  from: z.int().min(0).nullable(),
  bodyHashes: z.array(hash).max(HASHES_AT_ONCE),
  rotations: z.array(rotation).max(100),
});
const answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('countersigned'), note: z.string(), head, rotations: z.array(keyRotation) }),
  z.object({ kind: z.literal('out-of-step'), head }),
  z.object({
    kind: z.literal('refused'),
    why: z.enum([
      'UNREADABLE',
      'UNKNOWN_LEDGER',
      'OTHER_ORIGIN',
      'BAD_SIGNATURE',
      'BAD_ROTATION',
      'ROLLED_BACK',
      'FORKED',
    ] satisfies WitnessRefusal[]),
  }),
]);

/** A request as it was sent; undefined for what is none. */
export function readWitnessRequest(body: Buffer): WitnessRequest | undefined {
  return parseAs(request, body.toString('utf8'));
}

/** An answer as it was sent; undefined for what is none. */
export function readWitnessAnswer(body: string): WitnessAnswer | undefined {
  return parseAs(answer, body);
}

function parseAs<T>(shape: z.ZodType<T>, text: string): T | undefined {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export const headOf = (seen: LedgerHead | undefined): LedgerHead =>
  seen === undefined ? EMPTY_LEDGER : { size: seen.size, hash: seen.hash };
