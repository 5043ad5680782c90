import { EMPTY_LEDGER, headAfter, type LedgerHead } from './chain';
import { readCheckpoint } from './checkpoint';
import { addSignature, isSignedBy, type NoteSigner, type NoteVerifier, type SignedNote } from './signed-note';

/** Why a witness does not countersign. ROLLED_BACK and FORKED are alarms: what was signed contradicts what it saw. */
export type WitnessRefusal =
  'UNREADABLE' | 'UNKNOWN_LEDGER' | 'OTHER_ORIGIN' | 'BAD_SIGNATURE' | 'BAD_ROTATION' | 'ROLLED_BACK' | 'FORKED';

export type Witnessed =
  | { readonly kind: 'countersigned'; readonly note: SignedNote; readonly head: LedgerHead }
  | { readonly kind: 'refused'; readonly why: WitnessRefusal };

/**
 * Countersigns another's checkpoint, if what it grew by since the last head that this witness saw leads to it. The
 * witness is told the hashes of the new bodies, never the bodies.
 * @param last the last head of this ledger that the witness saw and keeps; the empty ledger when it saw none
 */
export function witness(
  last: LedgerHead | undefined,
  note: SignedNote,
  grewBy: readonly string[],
  ledger: NoteVerifier,
  signer: NoteSigner,
): Witnessed {
  const checkpoint = readCheckpoint(note);
  if (checkpoint === undefined) return { kind: 'refused', why: 'UNREADABLE' };
  if (checkpoint.origin !== ledger.name) return { kind: 'refused', why: 'OTHER_ORIGIN' };
  if (!isSignedBy(note, ledger)) return { kind: 'refused', why: 'BAD_SIGNATURE' };
  const known = last ?? EMPTY_LEDGER;
  if (checkpoint.size < known.size) return { kind: 'refused', why: 'ROLLED_BACK' };
  const head = headAfter(known, grewBy);
  if (head.size !== checkpoint.size || head.hash !== checkpoint.hash) return { kind: 'refused', why: 'FORKED' };
  return { kind: 'countersigned', note: addSignature(note, signer), head };
}
