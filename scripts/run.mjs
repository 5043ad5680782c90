// Builds, then runs one compiled program in this same process: `node scripts/run.mjs <program> [arguments]`. One
// process instead of `build && node`, so that a signal sent to npm reaches the program.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const [program, ...programArguments] = process.argv.slice(2);
const file = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', 'dist', `${program}.js`);
try {
  await build();
  if (!existsSync(file)) throw new Error(`There is no program ${program}.`);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
process.setSourceMapsEnabled(true);
process.argv = [process.argv[0], file, ...programArguments];
createRequire(import.meta.url)(file);
