import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import fc from 'fast-check';

import { chainOf } from '../chain';
import { anyBody } from '../fixture/any-ledger';
import { type LedgerLine, linesOf, readLine } from '../ledger-lines';
import { HeadMoved, LedgerWriter } from '../ledger-writer';
import { LedgerVerifier } from '../verify-ledger';
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

const entriesIn = (folder: string) =>
  readFileSync(path.join(folder, 'ledger.jsonl'), 'utf8')
    .split('\n')
    .slice(1, -1)
    .map((line) => (readLine(line) as LedgerLine).entry);
const [BODY] = fc.sample(anyBody, 1) as [Parameters<LedgerWriter['append']>[0]['body']];

describe('a ledger in a file', () => {
  it('reads back what was written in batches, over several openings, and verifies', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(anyBody, { maxLength: 5 }), { maxLength: 4 }), async (batches) => {
        const folder = aFolder();
        const written = [];
        for (const batch of [...batches, [BODY]]) {
          const store = openFileLedgerStore('gateway', folder);
          const writer = new LedgerWriter(store);
          written.push(...(await Promise.all(batch.map((body) => writer.append({ body, texts: [] })))));
          store.close();
        }
        const read = entriesIn(folder);
        expect(read).toEqual(written);
        const verifier = new LedgerVerifier();
        for (const entry of read) verifier.accept(entry);
        expect(verifier.finish()).toEqual({ size: written.length, hash: written.at(-1)?.hash });
      }),
      { numRuns: 20 },
    );
  });

  it('is one chain, whoever else adds to it between the entries of requests', async () => {
    const folder = aFolder();
    const store = openFileLedgerStore('gateway', folder);
    const writer = new LedgerWriter(store);
    // As the keeper replaces a key: behind the head that it read, and anew where that has moved.
    const addBeside = async (): Promise<void> => {
      for (;;) {
        try {
          await store.append(linesOf(chainOf(await store.readHead(), [BODY])));
          return;
        } catch (error) {
          if (!(error instanceof HeadMoved)) throw error;
        }
      }
    };
    for (let round = 0; round < 5; round += 1) {
      await Promise.all([
        writer.append({ body: BODY, texts: [] }),
        addBeside(),
        writer.append({ body: BODY, texts: [] }),
      ]);
    }
    store.close();
    const verifier = new LedgerVerifier();
    for (const entry of entriesIn(folder)) verifier.accept(entry);
    expect(verifier.finish()).toMatchObject({ size: 15 });
  });

  it.each(['', 'x'.repeat(3_000_000)])('cuts a torn last line off at opening (%#)', async (padding) => {
    const folder = aFolder();
    const first = openFileLedgerStore('gateway', folder);
    const kept = await new LedgerWriter(first).append({ body: BODY, texts: [] });
    first.close();
    appendFileSync(path.join(folder, 'ledger.jsonl'), `{"entry":{"sequence":2${padding}`);
    const second = openFileLedgerStore('gateway', folder);
    const next = await new LedgerWriter(second).append({ body: BODY, texts: [] });
    second.close();
    expect(entriesIn(folder)).toEqual([kept, next]);
    expect(next.previousHash).toBe(kept.hash);
  });

  it('is not opened twice, and again after its writer was killed', () => {
    const folder = aFolder();
    const store = openFileLedgerStore('gateway', folder);
    expect(() => openFileLedgerStore('gateway', folder)).toThrow(/is written by process \d+: stop it/);
    store.close();
    const killed = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(path.join(folder, 'writer.pid'), String(killed.pid));
    openFileLedgerStore('gateway', folder).close();
  });

  it('is opened although the id of its killed writer is now that of another process, and not while that one writes', () => {
    const folder = aFolder();
    openFileLedgerStore('gateway', folder).close();
    const file = path.join(folder, 'writer.pid');
    // The process that runs the tests lives, and began before this file was written.
    writeFileSync(file, `${String(process.ppid)} of-another-boot 1`);
    openFileLedgerStore('gateway', folder).close();
    writeFileSync(file, String(process.ppid));
    expect(() => openFileLedgerStore('gateway', folder)).toThrow(/is written by process \d+: stop it/);
  });

  it('is readable by its user only', () => {
    const folder = path.join(aFolder(), 'own');
    openFileLedgerStore('gateway', folder).close();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const file of ['ledger.jsonl', 'texts.jsonl']) {
      expect(statSync(path.join(folder, file)).mode & 0o777).toBe(0o600);
    }
  });
});
