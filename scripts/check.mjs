// `npm run check`: every static check and the unit tests, in order; all run even when one fails, so that one run
// shows everything, and the last line says which failed. Steps named as arguments are left out: whoever runs the unit
// tests anyway need not run them twice.
import { spawnSync } from 'node:child_process';

const steps = [
  'check:format',
  'check:types',
  'check:lint',
  'arch',
  'check:unused',
  'check:lock',
  'check:licences',
  'check:unit',
].filter((step) => !process.argv.slice(2).includes(step));
const failed = [];
for (const step of steps) {
  const startedAt = Date.now();
  const { status } = spawnSync('npm', ['run', '-s', step], { stdio: 'inherit' });
  console.log(`${status === 0 ? 'passed' : 'FAILED'}  ${step}  ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  if (status !== 0) failed.push(step);
}
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}`);
  process.exit(1);
}
