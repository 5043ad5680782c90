// Compiles the product's TypeScript into dist/ with swc: only what is newer than its output, without checking types
// (`npm run check` does that), and removes outputs whose source has gone. Files are renamed into place, so a process
// that starts meanwhile never reads half a file.
import { transform } from '@swc/core';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const out = path.join(root, 'dist');
const rooms = [
  'schema',
  'protocols',
  'ledger',
  'matching',
  'blinding',
  'disclosure-control',
  'service',
  'gateway',
  'subgraphs',
  'development',
  'test',
  'bench',
  'scripts',
];

async function listFiles(folder, accepts) {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile() && accepts(entry.name)).map((e) => path.join(e.parentPath, e.name));
}

const modifiedAt = async (file) => (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;

/** Brings dist/ up to date; returns how many files were compiled. */
export async function build() {
  const settings = path.join(root, '.swcrc');
  const options = JSON.parse(await readFile(settings, 'utf8'));
  const oldest = Math.max(await modifiedAt(settings), await modifiedAt(fileURLToPath(import.meta.url)));
  const isSource = (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('.d.ts');
  const sources = (await Promise.all(rooms.map((room) => listFiles(path.join(root, room), isSource)))).flat();
  sources.push(path.join(root, 'start.ts'));

  const wanted = new Set();
  let compiled = 0;
  await Promise.all(
    sources.filter(existsSync).map(async (source) => {
      const target = path.join(out, path.relative(root, source)).replace(/\.ts$/, '.js');
      wanted.add(target);
      const [sourceTime, targetTime] = await Promise.all([modifiedAt(source), modifiedAt(target)]);
      if (targetTime > Math.max(sourceTime, oldest)) return;
      const { code } = await transform(await readFile(source, 'utf8'), { ...options, swcrc: false, filename: source });
      await mkdir(path.dirname(target), { recursive: true });
      const partial = `${target}.${process.pid}`;
      await writeFile(partial, code);
      await rename(partial, target);
      compiled += 1;
    }),
  );
  const stale = (await listFiles(out, (name) => name.endsWith('.js'))).filter((file) => !wanted.has(file));
  await Promise.all(stale.map((file) => rm(file, { force: true })));
  return compiled;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
