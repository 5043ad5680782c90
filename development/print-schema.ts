// `npm run schema [-- --check]`: each owner's SDL, and the supergraph composed of them, into schema/. They are
// committed; `--check` only compares, so that a change of the graph never goes unseen.
import 'reflect-metadata';

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

import { OWNERS } from '../schema/owners';
import { readPermissionMap } from '../schema/read-permission-map';
import { projectRoot } from '../service/project-root';
import { ownerGraph } from '../subgraphs/common/serving/create-owner';
import { OWNER_DEFINITIONS } from './owner-definitions';
import { runCommand } from './run-command';

/** What schema/ should hold: file name below it to text. Throws on owners that do not compose. */
function printedSchemas(): ReadonlyMap<string, string> {
  const owners = OWNER_DEFINITIONS.map((definition) => ({ name: definition.name, sdl: ownerGraph(definition).sdl }));
  const { supergraphSdl, errors } = composeServices(
    owners.map(({ name, sdl }) => ({
      name,
      url: `http://127.0.0.1:${OWNERS[name].port}/graphql`,
      typeDefs: parse(sdl),
    })),
  );
  if (supergraphSdl === undefined) {
    throw new Error(
      `The owners' schemas do not compose:\n${(errors ?? []).map(({ message }) => `- ${message}`).join('\n')}`,
    );
  }
  // Fails on any coordinate that does not say what it discloses.
  readPermissionMap(supergraphSdl);
  return new Map([
    ...owners.map(({ name, sdl }) => [`subgraphs/${name}.graphql`, `${sdl.trim()}\n`] as const),
    ['supergraph.graphql', `${supergraphSdl.trim()}\n`],
  ]);
}

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
