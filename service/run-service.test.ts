import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findRunning } from './pid-file';
import { reportProgress, runService } from './run-service';

let folder: string;
let exits: (number | undefined)[];
let written: string[];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'concordat-'));
  exits = [];
  written = [];
  process.env['CONCORDAT_DATA_DIR'] = folder;
  process.env['LOG_LEVEL'] = 'silent';
  jest.spyOn(process, 'exit').mockImplementation(((code?: number) => void exits.push(code)) as never);
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
});
afterEach(() => {
  jest.restoreAllMocks();
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect', 'uncaughtException'])
    process.removeAllListeners(event);
  delete process.env['CONCORDAT_DATA_DIR'];
  delete process.env['LOG_LEVEL'];
  rmSync(folder, { recursive: true });
});

const settle = () => new Promise((resolve) => setTimeout(resolve, 10));

it('keeps its process id while it runs, closes when told and ends with 0', async () => {
  const done: string[] = [];
  await runService('eri', async () => ({
    close: async () => void done.push('closed'),
    reload: async () => void done.push('reloaded'),
  }));
  reportProgress('nobody listens');
  expect(findRunning(folder, 'eri')).toBe(process.pid);
  process.emit('SIGHUP');
  await settle();
  process.emit('SIGTERM');
  process.emit('SIGTERM');
  await settle();
  expect(done).toEqual(['reloaded', 'closed']);
  expect(exits).toEqual([0]);
  expect(findRunning(folder, 'eri')).toBeUndefined();
});

it('tells the faults that stop it, each in a line, and ends with 1', async () => {
  const faults = Object.assign(new Error('first\nsecond'), { faults: [1, 2] });
  await runService('eri', () => Promise.reject(faults));
  expect(written.join('')).toBe('eri: first\neri: second\n');
  expect(exits).toEqual([1]);
});
