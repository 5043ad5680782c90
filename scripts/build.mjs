// Compiles the product's TypeScript into dist/ with swc: only what is newer than its output, without checking types
// (`npm run check` does that), and removes outputs whose source has gone. Beside the code go what the dashboard shows
// with it: templates, words, pictures, and the style, which is compiled here. Files are renamed into place, so a process
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
  'dashboard',
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

/** What stands beside the code as it is. */
const companions = /\.njk$|(^|[/\\])(words|assets)[/\\][^/\\]+\.(json|js|svg)$/;
const style = {
  source: path.join(root, 'dashboard/style/dashboard.scss'),
  target: path.join(out, 'dashboard/assets/dashboard.css'),
};

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
      await put(target, code);
      compiled += 1;
    }),
  );
  for (const target of await buildDashboard(oldest)) wanted.add(target);
  const stale = (await listFiles(out, (name) => /\.(js|njk|json|svg|css)$/.test(name))).filter(
    (file) => !wanted.has(file),
  );
  await Promise.all(stale.map((file) => rm(file, { force: true })));
  return compiled;
}

async function put(target, content) {
  await mkdir(path.dirname(target), { recursive: true });
  const partial = `${target}.${process.pid}`;
  await writeFile(partial, content);
  await rename(partial, target);
}

/** Copies what is shown and compiles the style; returns all that stands in dist/ for it. */
async function buildDashboard(oldest) {
  const folders = ['dashboard', 'development'].map((folder) => path.join(root, folder));
  const sources = (await Promise.all(folders.map((folder) => listFiles(folder, () => true))))
    .flat()
    .filter((file) => companions.test(file));
  const targets = sources.map((source) => path.join(out, path.relative(root, source)));
  await Promise.all(
    sources.map(async (source, index) => {
      if ((await modifiedAt(targets[index])) > Math.max(await modifiedAt(source), oldest)) return;
      await put(targets[index], await readFile(source));
    }),
  );
  if (!existsSync(style.source)) return targets;
  if ((await modifiedAt(style.target)) <= Math.max(await modifiedAt(style.source), oldest)) {
    const { compileAsync } = await import('sass');
    const loadPaths = [path.join(root, 'node_modules')];
    const { css } = await compileAsync(style.source, { loadPaths, style: 'compressed', quietDeps: true });
    await put(style.target, css);
  }
  return [...targets, style.target];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
