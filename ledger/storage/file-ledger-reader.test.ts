import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import fc from 'fast-check';

import { EMPTY_LEDGER } from '../chain';
import { commitmentTo, salted } from '../commitment';
import type { LedgerEntry } from '../entry';
import { anyBody } from '../fixture/any-ledger';
import { type LedgerLine, printLine } from '../ledger-lines';
import { LedgerWriter } from '../ledger-writer';
import { fileLedgerReader, ledgerFileIn, readLedgerFolder, textsFileIn } from './file-ledger-reader';
import { openFileLedgerStore } from './file-ledger-store';

const folders: string[] = [];
const aFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'concordat-ledger-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** An entry whose texts are all new, so that each commitment is its own; a rotation where the body is to be one. */
const anyRecord = fc
  // What ends a line elsewhere may stand in a text.
  .record({ body: anyBody, isRotation: fc.boolean(), text: fc.constantFrom('kn-1', 'é', 'a\u2028b', 'c\r\nd', '') })
  .map(({ body, isRotation, text }) => {
    const texts = [text, ...body.subjects.map(() => text)].map((one) => {
      const kept = salted(one);
      return { ...kept, commitment: commitmentTo(kept) };
    });
    const [person, ...subjects] = texts.map(({ commitment }) => commitment) as [string, ...string[]];
    return {
      texts,
      body: {
        ...body,
        person,
        justification: null,
        subjects: body.subjects.map((subject, index) => ({ ...subject, subject: subjects[index] ?? '' })),
        keyRotation: isRotation ? { newKey: 'a', signedByOld: 'b', signedByNew: 'c' } : null,
      },
    };
  });
type Recorded = typeof anyRecord extends fc.Arbitrary<infer Value> ? Value : never;

async function collected(lines: AsyncIterable<LedgerLine>): Promise<readonly LedgerLine[]> {
  const all: LedgerLine[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

describe('a ledger in a folder, read while it is written', () => {
  it('is what the store wrote: head, every part, rotations and texts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyRecord, { maxLength: 6 }), { maxLength: 4 }),
        fc.nat(30),
        fc.nat(30),
        async (batches, after, limit) => {
          const folder = aFolder();
          const store = openFileLedgerStore('gateway', folder);
          const writer = new LedgerWriter(store);
          // One reader throughout, as the process that signs has it.
          const reader = fileLedgerReader(folder);
          const written: LedgerEntry[] = [];
          const recorded: Recorded[] = [];
          expect(await reader.readHead()).toEqual(EMPTY_LEDGER);
          for (const batch of batches) {
            written.push(...(await Promise.all(batch.map((record) => writer.append(record)))));
            recorded.push(...batch);
            const last = written.at(-1);
            expect(await reader.readHead()).toEqual(
              last === undefined ? EMPTY_LEDGER : { size: last.sequence, hash: last.hash },
            );
            expect(await reader.readEntries(after, limit)).toEqual(written.slice(after, after + limit));
            expect(await reader.readRotations()).toEqual(written.filter(({ keyRotation }) => keyRotation !== null));
          }
          store.close();
          const lines = written.map((entry, index) => ({ entry, texts: recorded[index]?.texts }));
          expect(await collected(readLedgerFolder(folder, 0))).toEqual(lines);
          expect(await collected(readLedgerFolder(folder, after))).toEqual(lines.slice(after));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('has no line that is still being written, and has it once it is', async () => {
    const folder = aFolder();
    const store = openFileLedgerStore('gateway', folder);
    const writer = new LedgerWriter(store);
    const [one, other] = fc.sample(anyRecord, 2) as [Recorded, Recorded];
    const first = await writer.append(one);
    const second = await writer.append(other);
    store.close();
    const bytes = Buffer.from(printLine({ entry: second, texts: [] }));
    const whole = readFileSync(ledgerFileIn(folder));
    writeFileSync(ledgerFileIn(folder), whole.subarray(0, whole.length - bytes.length));
    const reader = fileLedgerReader(folder);
    let from = 0;
    for (const to of [1, 9, bytes.length >> 1, bytes.length - 1]) {
      appendFileSync(ledgerFileIn(folder), bytes.subarray(from, to));
      from = to;
      expect(await reader.readHead()).toEqual({ size: 1, hash: first.hash });
      expect(await reader.readEntries(0, 10)).toEqual([first]);
      expect((await collected(readLedgerFolder(folder, 0))).map(({ entry }) => entry)).toEqual([first]);
    }
    appendFileSync(ledgerFileIn(folder), bytes.subarray(from));
    expect(await reader.readHead()).toEqual({ size: 2, hash: second.hash });
    expect(await reader.readEntries(0, 10)).toEqual([first, second]);
    expect(await reader.readEntries(1, 10)).toEqual([second]);
  });

  it('is read in parts across the places that it remembers', async () => {
    const folder = aFolder();
    const store = openFileLedgerStore('gateway', folder);
    const writer = new LedgerWriter(store);
    const reader = fileLedgerReader(folder);
    const [{ body }] = fc.sample(anyRecord, 1) as [Recorded];
    const written: LedgerEntry[] = [];
    for (const more of [999, 1, 1, 1_500]) {
      written.push(...(await Promise.all(Array.from({ length: more }, () => writer.append({ body, texts: [] })))));
      expect(await reader.readHead()).toMatchObject({ size: written.length });
    }
    for (const after of [0, 1, 998, 999, 1_000, 1_001, 1_999, 2_000, 2_001, 2_500, 2_501, 9_999]) {
      for (const limit of [0, 1, 2, 1_000, 5_000]) {
        const part = await reader.readEntries(after, limit);
        expect(part).toEqual(written.slice(after, after + limit));
      }
    }
    store.close();
  });

  it('leaves out the texts that were erased, and has all others', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRecord, { minLength: 1, maxLength: 8 }),
        fc.infiniteStream(fc.boolean()),
        async (records, keep) => {
          const folder = aFolder();
          const store = openFileLedgerStore('gateway', folder);
          const writer = new LedgerWriter(store);
          const written = await Promise.all(records.map((record) => writer.append(record)));
          store.close();
          const kept = new Set<string>();
          const lines = readFileSync(textsFileIn(folder), 'utf8').split('\n').slice(0, -1);
          const left = lines.filter((line) => {
            const isKept = keep.next().value as boolean;
            if (isKept) kept.add((JSON.parse(line) as Recorded['texts'][number]).commitment);
            return isKept;
          });
          writeFileSync(textsFileIn(folder), left.map((line) => `${line}\n`).join(''));
          expect(await collected(readLedgerFolder(folder, 0))).toEqual(
            written.map((entry, index) => ({
              entry,
              texts: records[index]?.texts.filter(({ commitment }) => kept.has(commitment)),
            })),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it('that does not exist yet has no entries', async () => {
    const folder = path.join(aFolder(), 'none');
    expect(await collected(readLedgerFolder(folder, 0))).toEqual([]);
    expect(await fileLedgerReader(folder).readHead()).toEqual(EMPTY_LEDGER);
  });
});
