import fc from 'fast-check';

import { aKey, anyBody } from './fixture/any-ledger';
import { MemoryStore } from './fixture/memory-store';
import { LedgerUnavailable, LedgerWriter } from './ledger-writer';
import { LedgerVerifier } from './verify-ledger';

const [BODY] = fc.sample(anyBody, 1) as [Parameters<LedgerWriter['append']>[0]['body']];
const record = (requestId: string): Parameters<LedgerWriter['append']>[0] => ({
  body: { ...BODY, requestId },
  texts: [],
});

function verifies({ entries }: MemoryStore): boolean {
  const verifier = new LedgerVerifier(aKey('concordat/test'), []);
  for (const entry of entries) verifier.accept(entry);
  return !('kind' in verifier.finish());
}

describe('the writer of a ledger', () => {
  it('writes what arrives during a write in batches of 32, in the order of arrival', async () => {
    const store = new MemoryStore();
    const writer = new LedgerWriter(store);
    const written = await Promise.all(Array.from({ length: 100 }, (_, index) => writer.append(record(String(index)))));
    expect(store.statements).toBe(1 + Math.ceil(99 / 32));
    expect(written.map(({ requestId }) => requestId)).toEqual(written.map((_, index) => String(index)));
    expect(store.entries).toEqual(written);
    expect(verifies(store)).toBe(true);
  });

  it('writes what those who were answered have to add as one batch, and none of it alone', async () => {
    const store = new MemoryStore();
    const writer = new LedgerWriter(store);
    const callers = 20;
    // While it is written all others arrive.
    const first = writer.append(record('first'));
    await Promise.all(
      Array.from({ length: callers }, async (_, caller) => {
        for (let turn = 0; turn < 5; turn += 1) await writer.append(record(`${String(caller)} ${String(turn)}`));
      }),
    );
    await first;
    expect(store.statements).toBe(1 + 5);
    expect(store.entries).toHaveLength(1 + 5 * callers);
    expect(verifies(store)).toBe(true);
  });

  it('has the next batch on its way before anybody of the one before goes on', async () => {
    const store = new MemoryStore();
    const writer = new LedgerWriter(store);
    const [first, second] = ['first', 'second'].map((requestId) => writer.append(record(requestId)));
    await first;
    expect(store.statements).toBe(2);
    await second;
    expect(verifies(store)).toBe(true);
  });

  it('goes on behind what another process wrote', async () => {
    const store = new MemoryStore();
    const writers = [new LedgerWriter(store), new LedgerWriter(store), new LedgerWriter(store)];
    await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        await new Promise((resolve) => setTimeout(resolve, index % 7));
        await writers[index % 3]?.append(record(String(index)));
      }),
    );
    expect(new Set(store.entries.map(({ requestId }) => requestId)).size).toBe(60);
    expect(verifies(store)).toBe(true);
  });

  it.each(['before', 'after'] as const)(
    'fails closed when the store fails %s it kept them, and recovers',
    async (when) => {
      const store = new MemoryStore();
      const writer = new LedgerWriter(store);
      await writer.append(record('first'));
      store.failure = when;
      await expect(Promise.all([writer.append(record('lost')), writer.append(record('lost too'))])).rejects.toThrow(
        LedgerUnavailable,
      );
      await writer.idle();
      store.failure = undefined;
      await writer.append(record('last'));
      expect(store.entries.at(-1)?.requestId).toBe('last');
      expect(verifies(store)).toBe(true);
    },
  );

  it('fails closed while the store hangs, and writes again once it goes on', async () => {
    const store = new MemoryStore();
    let goOn = (): void => undefined;
    const hanging = new Promise<void>((resolve) => (goOn = resolve));
    const writer = new LedgerWriter(
      { readHead: () => store.readHead(), append: (lines) => hanging.then(() => store.append(lines)) },
      20,
    );
    await expect(Promise.all([writer.append(record('hangs')), writer.append(record('waits'))])).rejects.toThrow(
      LedgerUnavailable,
    );
    await expect(writer.append(record('waits too'))).rejects.toThrow(LedgerUnavailable);
    goOn();
    await writer.idle();
    // Whoever gave up before the turn came has no entry; of what was being written, nobody knows.
    expect(store.entries.map(({ requestId }) => requestId)).toEqual(['hangs']);
    await writer.append(record('last'));
    expect(store.entries.at(-1)?.requestId).toBe('last');
    expect(verifies(store)).toBe(true);
  });
});
