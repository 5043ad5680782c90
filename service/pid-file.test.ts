import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findRunning, writePidFile } from './pid-file';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'concordat-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('names the living process and is removed at its end', () => {
  const remove = writePidFile(folder, 'eri');
  expect(findRunning(folder, 'eri')).toBe(process.pid);
  remove();
  expect(existsSync(path.join(folder, 'run/eri.pid'))).toBe(false);
});

it('is left to the process that took it over', () => {
  const remove = writePidFile(folder, 'eri');
  writeFileSync(path.join(folder, 'run/eri.pid'), '1\n');
  remove();
  expect(existsSync(path.join(folder, 'run/eri.pid'))).toBe(true);
});

it('names nobody when it is missing or its process has ended', () => {
  expect(findRunning(folder, 'eri')).toBeUndefined();
  writePidFile(folder, 'eri');
  writeFileSync(path.join(folder, 'run/eri.pid'), '4194999\n');
  expect(findRunning(folder, 'eri')).toBeUndefined();
});
