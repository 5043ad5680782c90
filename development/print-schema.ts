// `npm run schema [-- --check]`: each owner's SDL, and the supergraph composed of them, into schema/. They are
// committed; `--check` only compares, so that a change of the graph never goes unseen.
import 'reflect-metadata';

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { projectRoot } from '../service/project-root';
import { printedSchemas } from './printed-schemas';
import { runCommand } from './run-command';

function printSchema(onlyCheck: boolean): void {
  const directory = path.join(projectRoot, 'schema');
  const stale: string[] = [];
  for (const [name, text] of printedSchemas()) {
    const file = path.join(directory, name);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    stale.push(`schema/${name}`);
    if (onlyCheck) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  if (onlyCheck && stale.length > 0) {
    throw new Error(`Not what the code says: ${stale.join(', ')}. Run "npm run schema" and commit what it prints.`);
  }
  console.log(stale.length === 0 ? 'The printed schemas are what the code says.' : `Printed ${stale.join(', ')}.`);
}

void runCommand(() => printSchema(process.argv.includes('--check')));
