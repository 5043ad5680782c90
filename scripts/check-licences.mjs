// Every dependency's licence is on a list of those that may be used here. The Elastic License 2.0 is no open-source
// licence: the packages of Apollo Federation under it are named one by one, and the README says so.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const PERMITTED = [
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Python-2.0',
  'Unlicense',
];
/** Package → the licence it may have though it is not on the list, and why. */
const EXCEPTIONS = {
  '@apollo/composition': 'Elastic-2.0',
  '@apollo/federation-internals': 'Elastic-2.0',
  '@apollo/gateway': 'Elastic-2.0',
  '@apollo/query-graphs': 'Elastic-2.0',
  '@apollo/query-planner': 'Elastic-2.0',
  // Finds faults of accessibility in the browser's tests; nothing of it is given to anybody.
  'axe-core': 'MPL-2.0',
  // Data about browsers, used by tools only.
  'caniuse-lite': 'CC-BY-4.0',
};

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));

/** `(A OR B)` needs one of them, `A AND B` both. */
function isPermitted(licence) {
  const words = licence.replaceAll(/[()]/g, '');
  if (words.includes(' OR ')) return words.split(' OR ').some(isPermitted);
  return words.split(' AND ').every((word) => PERMITTED.includes(word));
}

const faults = [];
const usedExceptions = new Set();
for (const [location, { license, optional, link }] of Object.entries(packages)) {
  if (location === '' || link) continue;
  const name = location.slice(location.lastIndexOf('node_modules/') + 'node_modules/'.length);
  if (EXCEPTIONS[name] === license) usedExceptions.add(name);
  // The binary of another platform, whose licence the lock file does not tell, has that of the package that wants it.
  else if (license === undefined ? !optional : !isPermitted(license))
    faults.push(`${name}: ${license ?? 'no licence'}`);
}
for (const name of Object.keys(EXCEPTIONS)) {
  if (!usedExceptions.has(name)) faults.push(`${name}: is an exception that nothing needs`);
}
if (faults.length > 0) {
  console.error(`Licences that are not permitted:\n${faults.join('\n')}`);
  process.exit(1);
}
