import { statSync } from 'node:fs';
import path from 'node:path';

import { EMPTY_LEDGER } from '../chain';
import type { LedgerReader } from '../checkpoint-store';
import type { LedgerEntry } from '../entry';
import { commitmentsIn, type LedgerLine, readLine } from '../ledger-lines';
import type { CommittedText } from '../ledger-writer';
import { wholeLines } from '../whole-lines';

/** The two files of a ledger that is kept in a folder. */
export const ledgerFileIn = (folder: string): string => path.join(folder, 'ledger.jsonl');
export const textsFileIn = (folder: string): string => path.join(folder, 'texts.jsonl');

const MARK_EVERY = 1_000;

/** Reads a ledger in files while it is written; remembers where each thousandth entry begins, so as to begin there. */
export function fileLedgerReader(folder: string): LedgerReader {
  const marks = new Map([[0, 0]]);
  let scannedTo = { sequence: 0, offset: 0 };
  const rotations: LedgerEntry[] = [];
  let last: LedgerEntry | undefined;

  /** Goes through what was added since, once. */
  const scan = async (): Promise<void> => {
    for await (const { text, end } of wholeLines(ledgerFileIn(folder), scannedTo.offset)) {
      const entry = entryIn(text);
      scannedTo = { sequence: entry?.sequence ?? scannedTo.sequence, offset: end };
      if (entry === undefined) continue;
      last = entry;
      if (entry.keyRotation !== null) rotations.push(entry);
      if (entry.sequence % MARK_EVERY === 0) marks.set(entry.sequence, end);
    }
  };
  let scanning = Promise.resolve();
  // One that failed keeps nobody from the next: what could not be read now may be read later.
  const upToDate = (): Promise<void> => (scanning = scanning.catch(() => undefined).then(scan));

  return {
    async readHead() {
      await upToDate();
      return last === undefined ? EMPTY_LEDGER : { size: last.sequence, hash: last.hash };
    },
    async readEntries(after, limit) {
      await upToDate();
      const entries: LedgerEntry[] = [];
      if (limit < 1 || after >= scannedTo.sequence) return entries;
      const start = marks.get(after - (after % MARK_EVERY)) ?? 0;
      for await (const { text } of wholeLines(ledgerFileIn(folder), start)) {
        const entry = entryIn(text);
        if (entry === undefined || entry.sequence <= after) continue;
        entries.push(entry);
        if (entries.length >= limit) break;
      }
      return entries;
    },
    async readRotations() {
      await upToDate();
      return rotations;
    },
  };
}

/** The entries after a place with the texts to which they commit; of a ledger that does not exist yet, none. */
export async function* readLedgerFolder(folder: string, after: number): AsyncIterable<LedgerLine> {
  // Each entry's texts were written before it, in the order of the entries: both files are read side by side. Entries
  // that are written meanwhile are left out, for their texts may not have been there yet.
  const size = statSync(ledgerFileIn(folder), { throwIfNoEntry: false })?.size ?? 0;
  const texts = wholeLines(textsFileIn(folder))[Symbol.asyncIterator]();
  const ahead = new Map<string, CommittedText>();
  let ended = false;
  for await (const { text } of wholeLines(ledgerFileIn(folder), 0, size)) {
    const entry = entryIn(text);
    if (entry === undefined) continue;
    const wanted = commitmentsIn(entry);
    const erased = (commitment: string): boolean => !ahead.has(commitment);
    while (!ended && wanted.some(erased) && ahead.size < TEXTS_AHEAD) {
      const next = await texts.next();
      if (next.done === true) ended = true;
      else {
        const kept = JSON.parse(next.value.text) as CommittedText;
        ahead.set(kept.commitment, kept);
      }
    }
    const found = wanted.flatMap((commitment) => ahead.get(commitment) ?? []);
    forgetThrough(ahead, found.at(-1)?.commitment);
    if (entry.sequence > after) yield { entry, texts: found };
  }
}

/** Texts that stand before one that was found belong to no later entry: theirs was not kept, or they were passed over. */
function forgetThrough(ahead: Map<string, CommittedText>, last: string | undefined): void {
  if (last === undefined) return;
  for (const commitment of ahead.keys()) {
    ahead.delete(commitment);
    if (commitment === last) return;
  }
}

/** Where texts were erased, so far ahead is looked for them; an entry has fewer. */
const TEXTS_AHEAD = 20_000;

function entryIn(text: string): LedgerEntry | undefined {
  const line = readLine(text);
  return line !== undefined && 'entry' in line ? line.entry : undefined;
}
