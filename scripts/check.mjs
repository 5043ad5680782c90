// `npm run check`: every static check and the unit tests, two at a time for two cores; all run even when one fails, so
// that one run shows everything, each step's words are told together when it ends, and the last line says which failed.
// Steps named as arguments are left out: whoever runs the unit tests anyway need not run them twice.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const AT_ONCE = 2;
// What takes longest first; the unit tests, which use all cores, last.
const steps = [
  'check:lint',
  'check:types',
  'arch',
  'check:format',
  'check:unused',
  'check:lock',
  'check:licences',
  'check:unit',
].filter((step) => !process.argv.slice(2).includes(step));
const failed = [];

async function run(step) {
  const startedAt = Date.now();
  const env = process.stdout.isTTY ? { ...process.env, FORCE_COLOR: '1' } : process.env;
  const child = spawn('npm', ['run', '-s', step], { stdio: ['ignore', 'pipe', 'pipe'], env });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const [status] = await once(child, 'close');
  process.stdout.write(Buffer.concat(said));
  console.log(`${status === 0 ? 'passed' : 'FAILED'}  ${step}  ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  if (status !== 0) failed.push(step);
}

const waiting = [...steps];
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) await run(step);
  }),
);
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}`);
  process.exit(1);
}
