// npm leaves optional packages of other platforms out of package-lock.json when it cannot have them, and `npm ci` then
// refuses the file. This adds what is missing, from the registry where it answers, else from what the package's name
// says of its platform (such an entry has no checksum: run it again where the registry has the package). With --check
// it changes nothing, asks nobody, and fails on a lock file that `npm ci` would refuse or that names a registry.
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const file = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', 'package-lock.json');
const lock = JSON.parse(await readFile(file, 'utf8'));
const checkOnly = process.argv.includes('--check');

const parentOf = (location) => location.slice(0, Math.max(0, location.lastIndexOf('/node_modules/')));

/** Where Node would find `name` from a package at `location`. */
function findEntry(location, name) {
  for (let at = location; ; at = parentOf(at)) {
    const candidate = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (candidate in lock.packages) return candidate;
    if (at === '') return undefined;
  }
}

function findMissing() {
  return Object.entries(lock.packages).flatMap(([location, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => findEntry(location, name) === undefined)
      .map(([name, version]) => ({ wantedBy: location, name, version, dev: dev === true })),
  );
}

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = {
  arm: 'arm',
  arm64: 'arm64',
  x64: 'x64',
  ia32: 'ia32',
  ppc64: 'ppc64',
  s390x: 's390x',
  riscv64: 'riscv64',
  loong64: 'loong64',
  wasm32: 'wasm32',
};

function platformFromName(name) {
  const words = name.split(/[/-]/);
  const os = words.find((word) => SYSTEMS.includes(word));
  const cpu = words.map((word) => PROCESSORS[word]).find((word) => word !== undefined);
  const libc = words.includes('gnu') || words.includes('glibc') ? 'glibc' : words.includes('musl') ? 'musl' : undefined;
  return { os: os && [os], cpu: cpu && [cpu], libc: os === 'linux' && libc ? [libc] : undefined };
}

async function askRegistry(name, version) {
  try {
    const { stdout } = await promisify(execFile)('npm', ['view', `${name}@${version}`, '--json']);
    const { os, cpu, libc, engines, license, dist } = JSON.parse(stdout);
    return { os, cpu, libc, engines, license, integrity: dist?.integrity };
  } catch {
    return undefined;
  }
}

const missing = findMissing();

if (checkOnly) {
  const bound = Object.entries(lock.packages).filter(([, { resolved }]) => /^https?:/.test(resolved ?? ''));
  for (const { name, version, wantedBy } of missing) {
    console.error(`package-lock.json lacks ${name}@${version}, optional for ${wantedBy}: run npm run lock:complete`);
  }
  for (const [location] of bound)
    console.error(`package-lock.json: ${location} is bound to one registry's address: run npm run lock:complete`);
  process.exit(missing.length + bound.length === 0 ? 0 : 1);
}

for (const { name, version, dev } of missing) {
  if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${name} ${version} is not one version: add it by npm install`);
  const known = (await askRegistry(name, version)) ?? platformFromName(name);
  if (known.os === undefined && known.cpu === undefined) throw new Error(`The platform of ${name} is not known.`);
  const { integrity, cpu, libc, license, os, engines } = known;
  const entry = { version, integrity, cpu, dev: dev || undefined, libc, license, optional: true, os, engines };
  lock.packages[`node_modules/${name}`] = Object.fromEntries(
    Object.entries(entry).filter(([, value]) => value !== undefined),
  );
}
for (const entry of Object.values(lock.packages)) {
  if (/^https?:/.test(entry.resolved ?? '')) delete entry.resolved;
}
const sorted = Object.entries(lock.packages).sort(([one], [other]) => one.localeCompare(other, 'en'));
await writeFile(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
console.log(`${missing.length} optional packages of other platforms were added.`);
