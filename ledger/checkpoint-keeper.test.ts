import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';

import { bodyHashOf, chainOf, EMPTY_LEDGER } from './chain';
import { signCheckpoint } from './checkpoint';
import type { LedgerBody, LedgerEntry } from './entry';
import { aKey, anyBody } from './fixture/any-ledger';
import { MemoryStore } from './fixture/memory-store';
import { aDataFolder, aKeeper, readerOf, WitnessProcess } from './fixture/witnessed-ledger';
import { linesOf } from './ledger-lines';
import { LedgerKey } from './ledger-key';
import { readFirstKeys } from './public-keys';
import { rotateKey } from './rotate-key';
import { isSignedBy, printNote, readNote } from './signed-note';
import { fileCheckpointStore } from './storage/file-checkpoint-store';
import { HASHES_AT_ONCE } from './witness-request';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function aHub() {
  const folder = aDataFolder();
  folders.push(folder);
  const store = new MemoryStore();
  const checkpoints = fileCheckpointStore(path.join(folder, 'checkpoints.jsonl'));
  const witnesses = [new WitnessProcess('safety-house', folder), new WitnessProcess('gateway', folder)] as const;
  const keeper = aKeeper('eri', folder, store, checkpoints, witnesses);
  return { folder, env: { CONCORDAT_DATA_DIR: folder }, store, checkpoints, witnesses, keeper };
}

const [BODY] = fc.sample(anyBody, 1) as [Omit<LedgerBody, 'sequence'>];

async function write(store: MemoryStore, count: number): Promise<void> {
  const bodies = Array.from({ length: count }, (_, index) => ({ ...BODY, rowCount: index }));
  await store.append(linesOf(chainOf(await store.readHead(), bodies)));
}

const replace = (store: MemoryStore, entries: readonly LedgerEntry[]): void => {
  store.entries.splice(0, store.entries.length, ...entries);
};

const BOTH = { 'safety-house': 'countersigned', gateway: 'countersigned' };

describe('the keeper of checkpoints', () => {
  it('signs none of an empty ledger, and one of each size that it had', async () => {
    const { folder, keeper, store, checkpoints, witnesses, env } = aHub();
    await keeper.keepUp();
    expect(await checkpoints.readLast()).toBeUndefined();
    await write(store, 3);
    await keeper.keepUp();
    await keeper.keepUp();
    await write(store, 1);
    await keeper.keepUp();
    // As whoever opens the file next finds them.
    const kept = await fileCheckpointStore(path.join(folder, 'checkpoints.jsonl')).readAfter(0, 100);
    expect(kept.map(({ size }) => size)).toEqual([3, 4]);
    expect(keeper.states()).toEqual(BOTH);
    for (const { countersigned } of kept) {
      for (const witness of witnesses) {
        const note = readNote(countersigned[witness.name] ?? '');
        for (const ledger of ['eri', witness.name] as const) {
          const key = readFirstKeys(env)(ledger);
          expect(note !== undefined && key !== undefined && isSignedBy(note, key)).toBe(true);
        }
      }
    }
  });

  it('tells a witness hashes, and not one word of an entry', async () => {
    const { keeper, store, witnesses } = aHub();
    await write(store, 2);
    await keeper.keepUp();
    const sent = JSON.stringify(witnesses[0].asked);
    expect(sent).toContain(bodyHashOf(store.entries[1] as LedgerEntry));
    expect(sent).not.toContain(BODY.requestId);
    expect(sent).not.toContain(BODY.person);
  });

  it('shows much in parts, over a key that was replaced meanwhile', async () => {
    const { keeper, store, witnesses } = aHub();
    witnesses[0].away = true;
    await write(store, HASHES_AT_ONCE + 10);
    await keeper.rotate();
    await write(store, HASHES_AT_ONCE);
    await keeper.keepUp();
    expect(keeper.states()).toEqual({ ...BOTH, 'safety-house': 'no answer' });
    witnesses[0].away = false;
    await keeper.keepUp();
    expect(keeper.states()).toEqual(BOTH);
    const shown = witnesses[0].asked.map(({ bodyHashes }) => bodyHashes.length);
    expect(shown).toEqual([0, HASHES_AT_ONCE, HASHES_AT_ONCE, 11]);
    expect(await witnesses[0].store.read('eri')).toMatchObject({ size: 2 * HASHES_AT_ONCE + 11, alarm: null });
  });

  it('is not taken for a fork where two processes of one owner sign in turn', async () => {
    const { folder, keeper, store, checkpoints, witnesses } = aHub();
    const other = aKeeper('eri', folder, store, checkpoints, witnesses);
    for (const one of [keeper, other, keeper, other]) {
      await write(store, 2);
      await one.keepUp();
      expect(one.states()).toEqual(BOTH);
    }
    await write(store, 1);
    await Promise.all([keeper.keepUp(), other.keepUp()]);
    await Promise.all([keeper.keepUp(), other.keepUp()]);
    expect([keeper.states(), other.states()]).toEqual([BOTH, BOTH]);
    expect((await witnesses[1].store.read('eri'))?.alarm).toBeNull();
  });

  it('replaces the key one after the other, though two processes of one owner are told to at the same time', async () => {
    const { folder, keeper, store, checkpoints, witnesses, env } = aHub();
    const other = aKeeper('eri', folder, store, checkpoints, witnesses);
    await write(store, 1);
    await Promise.all([keeper.rotate(), other.rotate()]);
    await write(store, 1);
    await Promise.all([keeper.keepUp(), other.keepUp()]);
    expect([keeper.states(), other.states()]).toEqual([BOTH, BOTH]);
    const rotations = (await readerOf(store).readRotations()).flatMap(({ keyRotation }) => keyRotation ?? []);
    expect(rotations).toHaveLength(2);
    // Each follows from the one before: the ledger has one key at any place.
    expect(LedgerKey.open('eri', env).settle(rotations)).toBe(true);
  });
});

describe('a witness in its process', () => {
  it('refuses a fork and a shorter ledger, also after it was started anew, and goes on with the true one', async () => {
    const { folder, keeper, store, checkpoints, witnesses } = aHub();
    await write(store, 2);
    await keeper.keepUp();
    // What a shortened ledger still has: a true checkpoint of the time when it was that short.
    const early = fileCheckpointStore(path.join(folder, 'early.jsonl'));
    await early.keep(2, (await checkpoints.readLast())?.note ?? '');
    await new Promise((resolve) => setTimeout(resolve, 5));
    await write(store, 2);
    await keeper.keepUp();
    const entries = [...store.entries];
    const again = [new WitnessProcess('safety-house', folder), new WitnessProcess('gateway', folder)];

    replace(store, entries.slice(0, 2));
    const shortened = aKeeper('eri', folder, store, early, again);
    await shortened.keepUp();
    expect(shortened.states()).toEqual({ 'safety-house': 'ROLLED_BACK', gateway: 'ROLLED_BACK' });

    const [first, ...others] = entries as [LedgerEntry, ...LedgerEntry[]];
    replace(store, chainOf(EMPTY_LEDGER, [{ ...first, role: 'manager' }, ...others, first]));
    const signedAnew = fileCheckpointStore(path.join(folder, 'anew.jsonl'));
    const forked = aKeeper('eri', folder, store, signedAnew, again);
    for (const _time of [1, 2]) {
      await forked.keepUp();
      expect(forked.states()).toEqual({ 'safety-house': 'FORKED', gateway: 'FORKED' });
    }

    replace(store, entries);
    await write(store, 1);
    const restored = aKeeper('eri', folder, store, checkpoints, again);
    await restored.keepUp();
    expect(restored.states()).toEqual(BOTH);
    // The first contradiction that was signed stays as its proof.
    expect(await again[0]?.store.read('eri')).toMatchObject({ size: 5, alarm: { why: 'ROLLED_BACK' } });
    expect(await witnesses[0].store.read('eri')).toMatchObject({ size: 4, alarm: null });
  });

  it('takes an old checkpoint that somebody shows again for nothing against the ledger', async () => {
    const { keeper, store, checkpoints, witnesses } = aHub();
    await write(store, 2);
    await keeper.keepUp();
    const old = (await checkpoints.readLast())?.note ?? '';
    await new Promise((resolve) => setTimeout(resolve, 5));
    await write(store, 1);
    await keeper.keepUp();
    const answer = await witnesses[0].client.ask({ note: old, from: 3, bodyHashes: [], rotations: [] });
    expect(answer).toMatchObject({ kind: 'out-of-step', head: { size: 3 } });
    expect(await witnesses[0].store.read('eri')).toMatchObject({ size: 3, alarm: null });
  });

  it('believes no signature but the ledger’s own, and no ledger that it does not know', async () => {
    const { store, witnesses, env } = aHub();
    await write(store, 1);
    const [entry] = store.entries as [LedgerEntry];
    const ask = (origin: string, signer: ReturnType<typeof aKey>) =>
      witnesses[0].client.ask({
        note: printNote(signCheckpoint({ origin, size: 1, hash: entry.hash, time: entry.time }, signer)),
        from: 0,
        bodyHashes: [bodyHashOf(entry)],
        rotations: [],
      });
    const own = LedgerKey.open('eri', env).signer;
    expect(await ask('concordat/eri', aKey('concordat/eri'))).toEqual({ kind: 'refused', why: 'BAD_SIGNATURE' });
    expect(await ask('concordat/knowsley-iom', own)).toEqual({ kind: 'refused', why: 'UNKNOWN_LEDGER' });
    expect(await ask('concordat/safety-house', own)).toEqual({ kind: 'refused', why: 'OTHER_ORIGIN' });
    expect(await witnesses[0].store.readAll()).toEqual([]);
    expect(await ask('concordat/eri', own)).toMatchObject({ kind: 'countersigned', head: { size: 1 } });
  });

  it('follows no key that both keys did not sign, and none that the chain does not have at its place', async () => {
    const { store, witnesses, env } = aHub();
    const own = LedgerKey.open('eri', env).signer;
    const next = aKey(own.name);
    const ask = async (rotation: ReturnType<typeof rotateKey>, shown = rotation) => {
      replace(store, chainOf(EMPTY_LEDGER, [{ ...BODY, justification: null, keyRotation: rotation }]));
      const [entry] = store.entries as [LedgerEntry];
      const told = { ...entry, caseReference: null, protocols: [], clauses: [], subjects: [], keyRotation: shown };
      const [chained] = chainOf(EMPTY_LEDGER, [{ ...told, keyRotation: rotation }]) as [LedgerEntry];
      return witnesses[0].client.ask({
        note: printNote(signCheckpoint({ origin: own.name, size: 1, hash: chained.hash, time: entry.time }, next)),
        from: 0,
        bodyHashes: [bodyHashOf(chained)],
        rotations: [told],
      });
    };
    const good = rotateKey(own, next);
    const foreign = rotateKey(aKey(own.name), next);
    expect(await ask({ ...good, signedByOld: foreign.signedByOld })).toEqual({ kind: 'refused', why: 'BAD_ROTATION' });
    expect(await ask({ ...good, signedByNew: good.signedByOld })).toEqual({ kind: 'refused', why: 'BAD_ROTATION' });
    expect(await ask(rotateKey(own, aKey(own.name)), good)).toEqual({ kind: 'refused', why: 'BAD_ROTATION' });
    expect(await ask(good)).toMatchObject({ kind: 'countersigned' });
  });
});

describe('the key of a ledger', () => {
  it('is the old one or the new one after a crash, by whether the entry was written', async () => {
    const { store, env } = aHub();
    const key = LedgerKey.open('eri', env);
    const old = key.signer;
    const next = key.prepareNext();
    // Ended before the entry: the old key goes on.
    const before = LedgerKey.open('eri', env);
    expect(before.settle([])).toBe(true);
    expect(before.signer.publicKey.equals(old.publicKey)).toBe(true);
    // Ended behind it: the prepared key is taken up, by whichever process comes next.
    const rotation = rotateKey(old, next);
    await store.append(linesOf(chainOf(EMPTY_LEDGER, [{ ...BODY, keyRotation: rotation }])));
    const after = LedgerKey.open('eri', env);
    expect(after.settle([rotation])).toBe(true);
    expect(after.signer.publicKey.equals(next.publicKey)).toBe(true);
    expect(key.settle([rotation])).toBe(true);
    expect(after.first.publicKey.equals(old.publicKey)).toBe(true);
    // A ledger that speaks of another key is not signed.
    expect(after.settle([])).toBe(false);
  });

  it('is readable by its user only, and no other is made where it was lost', () => {
    const { folder, env } = aHub();
    const file = path.join(folder, 'keys', 'ledger-eri.pem');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    rmSync(file);
    expect(() => LedgerKey.open('eri', env)).toThrow(/ledger-eri\.pem is gone, and the ledger was signed by it/);
    expect(readdirSync(path.join(folder, 'keys'))).not.toContain('ledger-eri.pem');
  });

  it.each([
    ['a text', 'not a key', /ERI_LEDGER_KEY_FILE ".*" cannot be read as a private key in PEM/],
    [
      'a key of another kind',
      aKey('x')
        .privateKey.export({ format: 'pem', type: 'pkcs8' })
        .toString()
        .replace('MC4CAQAwBQYDK2Vw', 'MC4CAQAwBQYDK2Vu'),
      /ERI_LEDGER_KEY_FILE ".*" is a key of the kind x25519, not Ed25519/,
    ],
  ])('is refused where the named file holds %s', (_what, content, message) => {
    const { folder } = aHub();
    const file = path.join(folder, 'named.pem');
    writeFileSync(file, content);
    expect(() => LedgerKey.open('eri', { CONCORDAT_DATA_DIR: folder, ERI_LEDGER_KEY_FILE: file })).toThrow(message);
  });

  it.each(['{', '{"turin":"t9d+x1AlU/Abbv49jpyc9ViMb+r4MtYRdqLdNJg+XFo="}', '{"eri":"AAAA"}', '[]'])(
    'is told by LEDGER_PUBLIC_KEYS, and %s is refused',
    (told) => {
      expect(() => readFirstKeys({ LEDGER_PUBLIC_KEYS: told })).toThrow(/^LEDGER_PUBLIC_KEYS .*is not a JSON object/);
    },
  );
});
