import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { supervise } from './supervise';

let folder: string;
let said: string[];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'concordat-'));
  said = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const WAITS =
  "process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1000); process.send({ ready: true });";

function start(scripts: Record<string, string>) {
  const processes = Object.entries(scripts).map(([name, text]) => {
    const script = path.join(folder, `${name}.js`);
    writeFileSync(script, text);
    return { name, script, env: process.env };
  });
  return supervise(processes, path.join(folder, 'logs'), (line) => said.push(line));
}

it('starts all, tells their progress, and ends them when asked', async () => {
  const supervision = start({ eri: `process.send({ progress: 'preparing' }); ${WAITS}`, gateway: WAITS });
  await supervision.ready;
  expect(said).toEqual(expect.arrayContaining(['eri      preparing', 'eri      ready', 'gateway  ready']));
  supervision.stop();
  expect(await supervision.ended).toBeUndefined();
});

it('ends all when one dies, and says which with its last error', async () => {
  const dying = `console.log(JSON.stringify({ level: 'error', msg: 'storing failed', err: { message: 'disk full' } })); process.exitCode = 3; process.disconnect();`;
  const supervision = start({ eri: dying, gateway: WAITS });
  expect(await supervision.ended).toBe(
    `eri ended unexpectedly (exit 3): storing failed: disk full. Its log: ${path.join(folder, 'logs/eri.log')}`,
  );
  expect(said).toContain('eri      storing failed: disk full');
  expect(readFileSync(path.join(folder, 'logs/eri.log'), 'utf8')).toContain('disk full');
});

it('repeats the faults that a process told, and nothing else', async () => {
  const supervision = start({
    eri: `console.error('eri: ERI_PORT 1 is in use'); process.exitCode = 1; process.disconnect();`,
  });
  expect(await supervision.ended).toBe('eri: ERI_PORT 1 is in use');
});
