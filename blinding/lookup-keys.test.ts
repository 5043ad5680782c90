import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';

import pino from 'pino';

import { LookupKey } from './lookup-key';
import { LookupKeys, refuseUnreadableLookupKeys } from './lookup-keys';

const folders: string[] = [];
function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'concordat-lookup-'));
  folders.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const aLine = (): string => `${randomBytes(32).toString('base64')}\n`;

describe('the lookup keys of an owner', () => {
  it('are made at the first start, readable by their user only, and are the same at the next', async () => {
    const env = { CONCORDAT_DATA_DIR: aFolder() };
    const [first] = (await LookupKeys.open('eri', env)).all;
    const file = path.join(env.CONCORDAT_DATA_DIR, 'keys', 'lookup-eri.secret');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = await LookupKeys.open('eri', env);
    expect(again.all.map(({ id }) => id)).toEqual([first?.id]);
    expect(await again.get(first?.id ?? '').tagsOf(['key'])).toEqual(await first?.tagsOf(['key']));
    const [other] = (await LookupKeys.open('safety-house', env)).all;
    expect(other?.id).not.toBe(first?.id);
  });

  it('are those of the file that the environment names, and none is made there', async () => {
    const folder = aFolder();
    const file = path.join(folder, 'named');
    const env = { CONCORDAT_DATA_DIR: folder, ERI_LOOKUP_KEY_FILE: file };
    const missing =
      /^ERI_LOOKUP_KEY_FILE ".*named" cannot be read \(ENOENT\) \(make one by: openssl rand -base64 32 > named\)$/;
    await expect(LookupKeys.open('eri', env)).rejects.toThrow(missing);
    expect(() => refuseUnreadableLookupKeys('eri', env)).toThrow(missing);
    const line = aLine();
    writeFileSync(file, line);
    refuseUnreadableLookupKeys('eri', env);
    const expected = await LookupKey.ofSecret(Buffer.from(line, 'base64'));
    expect((await LookupKeys.open('eri', env)).all.map(({ id }) => id)).toEqual([expected.id]);
  });

  const same = aLine();
  it.each([
    ['nothing', '', 'has 0 lines: one key, or two while it is replaced'],
    ['three keys', `${aLine()}${aLine()}${aLine()}`, 'has 3 lines'],
    ['a short key', `${aLine()}${randomBytes(16).toString('base64')}\n`, 'has no base64 of 32 bytes in line 2'],
    ['a text', 'my own key\n', 'has no base64 of 32 bytes in line 1'],
    ['the same key twice', `${same}${same}`, 'has the same key twice'],
  ])('are refused where the file holds %s, and nothing of it is told', async (_what, text, message) => {
    const folder = aFolder();
    const file = path.join(folder, 'named');
    writeFileSync(file, text);
    const refusal: unknown = await LookupKeys.open('eri', { ERI_LOOKUP_KEY_FILE: file }).catch(
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(Error);
    expect((refusal as Error).message).toContain(message);
    for (const line of text.split('\n')) if (line !== '') expect((refusal as Error).message).not.toContain(line);
  });

  it('have a next one beside the present one, also after a crash, until only one is kept', async () => {
    const env = { CONCORDAT_DATA_DIR: aFolder() };
    const keys = await LookupKeys.open('eri', env);
    const [old] = keys.all;
    const next = await keys.prepareNext();
    expect(keys.all.map(({ id }) => id)).toEqual([old?.id, next.id]);
    const afterCrash = await LookupKeys.open('eri', env);
    expect(afterCrash.all.map(({ id }) => id)).toEqual([old?.id, next.id]);
    expect((await afterCrash.prepareNext()).id).toBe(next.id);
    await afterCrash.keepOnly(next.id);
    const file = path.join(env.CONCORDAT_DATA_DIR, 'keys', 'lookup-eri.secret');
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(2);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect((await LookupKeys.open('eri', env)).all.map(({ id }) => id)).toEqual([next.id]);
    expect(() => afterCrash.get(old?.id ?? '')).toThrow(`has no key ${old?.id ?? ''}: restore the file`);
    await expect(afterCrash.keepOnly(old?.id ?? '')).rejects.toThrow('has no key');
  });

  it('never show in a log, an error or a print', async () => {
    const env = { CONCORDAT_DATA_DIR: aFolder() };
    const keys = await LookupKeys.open('eri', env);
    const secret = readFileSync(path.join(env.CONCORDAT_DATA_DIR, 'keys', 'lookup-eri.secret'), 'utf8').trim();
    const written: string[] = [];
    const log = pino({}, { write: (line: string) => written.push(line) });
    const [key] = keys.all;
    log.info({ keys, key }, 'keys');
    const shown = [...written, inspect(keys, { depth: 9, showHidden: true }), JSON.stringify(keys), inspect(key)].join(
      '\n',
    );
    expect(shown).toContain(key?.id);
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain(Buffer.from(secret, 'base64').toString('hex'));
    expect(shown).not.toMatch(/Uint8Array|Buffer/);
  });
});
