import type { LedgerHead } from './chain';
import { readCheckpoint } from './checkpoint';
import type { EvidenceLine, LedgerLine, WitnessLine } from './ledger-lines';
import type { LedgerName } from './ledger-names';
import { originOf } from './ledger-names';
import { type FirstKeys, keyInBase64, keyOfBase64 } from './public-keys';
import { keysAfter } from './rotate-key';
import { isSignedBy, type NoteVerifier, readNote, type SignedNote } from './signed-note';
import { type LedgerFault, LedgerVerifier } from './verify-ledger';
import type { WitnessedHead } from './witness-store';

/** What a witness says of a ledger. */
export interface TestimonyTold {
  readonly state: 'saw' | 'saw nothing yet' | 'cannot be asked';
  /** How many entries it saw. */
  readonly size?: number;
  /** It was once shown what contradicts this ledger: ROLLED_BACK or FORKED, and when. */
  readonly alarm?: { readonly why: string; readonly time: string };
}

export interface VerifiedLedger {
  readonly found: LedgerFault | LedgerHead;
  readonly checkpoints: number;
  /** Without the ledger's first key nothing signed was checked. */
  readonly keyKnown: boolean;
  readonly witnesses: Readonly<Record<string, TestimonyTold>>;
}

/**
 * Verifies one ledger line by line: chain, rotations of its key, checkpoints, countersignatures and what witnesses saw.
 * @param told keys that the verifier knows by itself; they go before those that the lines bring
 */
export async function verifyLines(
  owner: LedgerName,
  lines: AsyncIterable<LedgerLine | EvidenceLine>,
  told: FirstKeys,
  progress: (entries: number) => void,
): Promise<VerifiedLedger> {
  let verifier = new LedgerVerifier(told(owner));
  let keyKnown = told(owner) !== undefined;
  let [number, entries, checkpoints] = [0, 0, 0];
  const witnesses: Record<string, TestimonyTold> = {};
  const witnessKeys = new Map<string, readonly NoteVerifier[]>();
  for await (const line of lines) {
    number += 1;
    if ('entry' in line) {
      verifier.accept(line.entry, line.texts);
      entries += 1;
      progress(entries);
    } else if ('key' in line) {
      const key = keyOfBase64(originOf(owner), line.key);
      const known = told(owner);
      if (key === undefined || (known !== undefined && keyInBase64(known) !== line.key)) verifier.doubt(0, 'KEY');
      else if (known === undefined && number === 1) {
        verifier = new LedgerVerifier(key);
        keyKnown = true;
      } else if (known === undefined) verifier.doubt(0, 'KEY');
    } else if ('witness' in line) {
      const keys = keysOfWitness(line, told);
      if (keys !== undefined) witnessKeys.set(line.witness, keys);
      witnesses[line.witness] = hear(verifier, owner, line, keys);
    } else {
      const { size, note, countersigned } = line.checkpoint;
      checkpoints += 1;
      expectNote(verifier, size, note);
      for (const [witness, printed] of Object.entries(countersigned)) {
        expectNote(verifier, size, printed, witnessKeys.get(witness));
      }
    }
  }
  return { found: verifier.finish(), checkpoints, keyKnown, witnesses };
}

function keysOfWitness(
  { witness, witnessKey, rotations }: WitnessLine,
  told: FirstKeys,
): readonly NoteVerifier[] | undefined {
  const first = told(witness) ?? (witnessKey === null ? undefined : keyOfBase64(originOf(witness), witnessKey));
  return first && keysAfter(first, rotations);
}

/** What a witness kept is a statement of two: the ledger's, and by its countersignature the witness's own. */
function hear(
  verifier: LedgerVerifier,
  owner: LedgerName,
  { head, unreachable }: WitnessLine,
  keys: readonly NoteVerifier[] | undefined,
): TestimonyTold {
  if (unreachable !== null) return { state: 'cannot be asked' };
  if (head === null) return { state: 'saw nothing yet' };
  expectTestimony(verifier, owner, head, keys);
  const { alarm, size } = head;
  return { state: 'saw', size, ...(alarm === null ? {} : { alarm: { why: alarm.why, time: alarm.time } }) };
}

/** A head that a witness's known key signed stands by itself; any other must be the ledger's own word. */
function expectTestimony(
  verifier: LedgerVerifier,
  owner: LedgerName,
  head: WitnessedHead,
  countersigners: readonly NoteVerifier[] | undefined,
): void {
  const note = readNote(head.note);
  const seen = note && readCheckpoint(note);
  if (seen?.size !== head.size || seen.hash !== head.hash || seen.origin !== originOf(owner))
    verifier.doubt(head.size, 'UNSIGNED');
  else if (countersigners === undefined) verifier.expect(note as SignedNote);
  else if (countersigners.some((key) => isSignedBy(note as SignedNote, key))) verifier.expectHead(seen);
  else verifier.doubt(head.size, 'UNSIGNED');
}

function expectNote(
  verifier: LedgerVerifier,
  size: number,
  printed: string,
  countersigners?: readonly NoteVerifier[],
): void {
  const note = readNote(printed);
  if (note === undefined) verifier.doubt(size, 'UNSIGNED');
  else if (countersigners?.some((key) => isSignedBy(note, key)) === false) verifier.doubt(size, 'UNSIGNED');
  else verifier.expect(note);
}
