import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import fc from 'fast-check';

import { chainOf, EMPTY_LEDGER, type LedgerHead } from './chain';
import { signCheckpoint } from './checkpoint';
import type { LedgerEntry } from './entry';
import { aKey, anyLedger } from './fixture/any-ledger';
import { type EvidenceLine, type LedgerLine, printHeading, printLine } from './ledger-lines';
import { exportedLedgers } from './ledger-sources';
import { keyInBase64 } from './public-keys';
import { addSignature, type NoteSigner, printNote } from './signed-note';
import { verifyLines } from './verify-source';

const folder = mkdtempSync(path.join(tmpdir(), 'concordat-export-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const KEY = aKey('concordat/eri');
const WITNESS = aKey('concordat/exchange');
const [ENTRIES] = fc.sample(anyLedger(6, 6), 1) as [readonly LedgerEntry[]];
const TIME = '2026-11-26T12:00:00.000Z';

const headAt = (entries: readonly LedgerEntry[], size: number): LedgerHead => ({
  size,
  hash: entries[size - 1]?.hash ?? EMPTY_LEDGER.hash,
});
const noteAt = (entries: readonly LedgerEntry[], size: number) =>
  signCheckpoint({ origin: KEY.name, time: TIME, ...headAt(entries, size) }, KEY);

const key: EvidenceLine = { key: keyInBase64(KEY) };
const entriesOf = (entries: readonly LedgerEntry[]): readonly LedgerLine[] =>
  entries.map((entry) => ({ entry, texts: [] }));
const checkpointAt = (size: number): EvidenceLine => ({
  checkpoint: { size, note: printNote(noteAt(ENTRIES, size)), countersigned: {} },
});
const seenAt = (size: number, signer: NoteSigner = WITNESS): EvidenceLine => ({
  witness: 'exchange',
  witnessKey: keyInBase64(WITNESS),
  rotations: [],
  head: {
    ledger: 'eri',
    ...headAt(ENTRIES, size),
    publicKey: keyInBase64(KEY),
    note: printNote(addSignature(noteAt(ENTRIES, size), signer)),
    alarm: null,
  },
  unreachable: null,
});

/** What is found in an export with these lines, of the first ledger in it and of the one behind. */
async function verifyFile(lines: readonly (LedgerLine | EvidenceLine)[]) {
  const file = path.join(folder, 'export.jsonl');
  const other = [printHeading('exchange'), ...entriesOf(ENTRIES.slice(0, 2)).map(printLine)];
  writeFileSync(file, [printHeading('eri'), ...lines.map(printLine), ...other].join(''));
  const found: unknown[] = [];
  for await (const source of exportedLedgers(file)) {
    found.push(
      (
        await verifyLines(
          source.owner,
          source.everything(),
          () => undefined,
          () => undefined,
        )
      ).found,
    );
  }
  return found;
}

const WHOLE = headAt(ENTRIES, 6);
const OTHER = headAt(ENTRIES, 2);
const forged = chainOf(EMPTY_LEDGER, [...ENTRIES.slice(1), ...ENTRIES.slice(0, 2)]);

describe('the verification of an export', () => {
  it.each([
    ['entries alone, as former versions wrote it', entriesOf(ENTRIES)],
    ['key, checkpoint and witness', [key, seenAt(4), checkpointAt(6), ...entriesOf(ENTRIES)]],
  ])('finds nothing in %s', async (_what, lines) => {
    expect(await verifyFile(lines)).toEqual([WHOLE, OTHER]);
  });

  it.each([
    [
      'the end is missing that a checkpoint saw',
      [key, checkpointAt(6), ...entriesOf(ENTRIES.slice(0, 5))],
      6,
      'TRUNCATED',
    ],
    ['the end is missing that a witness saw', [key, seenAt(6), ...entriesOf(ENTRIES.slice(0, 3))], 4, 'TRUNCATED'],
    ['all of it is another ledger than a witness saw', [key, seenAt(4), ...entriesOf(forged)], 4, 'FORKED'],
    ['a checkpoint stands behind what it covers', [key, ...entriesOf(ENTRIES), checkpointAt(4)], 4, 'FORKED'],
    ['a witness did not sign what it saw', [key, seenAt(4, aKey(WITNESS.name)), ...entriesOf(ENTRIES)], 4, 'UNSIGNED'],
    [
      'its key is another',
      [{ key: keyInBase64(aKey(KEY.name)) }, checkpointAt(4), ...entriesOf(ENTRIES)],
      4,
      'UNSIGNED',
    ],
    ['its key is told twice', [key, { key: keyInBase64(WITNESS) }, ...entriesOf(ENTRIES)], 0, 'KEY'],
  ] as const)('names the first bad entry where %s', async (_what, lines, sequence, kind) => {
    expect(await verifyFile(lines)).toEqual([{ sequence, kind }, OTHER]);
  });
});
