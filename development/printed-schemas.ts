import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

import { OWNERS } from '../schema/owners';
import { readPermissionMap } from '../schema/read-permission-map';
import { ownerGraph } from '../subgraphs/common/serving/create-owner';
import { OWNER_DEFINITIONS } from './owner-definitions';

/** What schema/ should hold: file name below it to text. Throws on owners that do not compose. */
export function printedSchemas(): ReadonlyMap<string, string> {
  const owners = OWNER_DEFINITIONS.map((definition) => ({ name: definition.name, sdl: ownerGraph(definition).sdl }));
  const { supergraphSdl, errors } = composeServices(
    owners.map(({ name, sdl }) => ({
      name,
      url: `http://127.0.0.1:${OWNERS[name].port}/graphql`,
      typeDefs: parse(sdl),
    })),
  );
  if (supergraphSdl === undefined) {
    throw new Error(`The owners' schemas do not compose:\n${errors.map(({ message }) => `- ${message}`).join('\n')}`);
  }
  // Fails on any coordinate that does not say what it discloses.
  readPermissionMap(supergraphSdl);
  return new Map([
    ...owners.map(({ name, sdl }) => [`subgraphs/${name}.graphql`, `${sdl.trim()}\n`] as const),
    ['supergraph.graphql', `${supergraphSdl.trim()}\n`],
  ]);
}
