import { buildSchema, parse } from 'graphql';

import { readPermissionMap } from '../schema/read-permission-map';

import { compileProtocolRules } from './compile-protocol-rules';
import { fixtureControllerOf } from './fixture/fixture-subgraphs';
import { composeFixture } from './fixture/start-fixture';
import { createFetchGuard } from './guard-fetch';
import { Permissions } from './permissions';

const sdl = composeFixture({});
const map = readPermissionMap(sdl, fixtureControllerOf);
const guard = createFetchGuard(parse(sdl), map);
const now = new Date();

/** A caller to whom only these categories are permitted. */
async function refusedBy(owner: string, query: string, ...permitted: readonly string[]): Promise<string | undefined> {
  const schema = buildSchema(sdl, { assumeValid: true, assumeValidSDL: true });
  const rules = compileProtocolRules(schema, map, (_right, { category }) => {
    const clause = { protocol: 'P', version: '1.0.0', clause: '1' };
    return permitted.includes(category)
      ? { kind: 'permit', clause }
      : { kind: 'deny', clause, reason: 'NOT_PERMITTED' };
  });
  const right = { organisation: 'mals', role: 'mentor', purpose: 'REFERRAL', jurisdiction: 'UK' } as const;
  return guard(owner, query, new Permissions(rules, right), now);
}

const entities = (selections: string): string =>
  `query($representations:[_Any!]!){_entities(representations:$representations){${selections}}}`;

describe('the guard', () => {
  //  owner      fetch                                                  permitted                             refused
  it.each([
    ['people', '{subject(id:1){id givenName}}', ['IDENTITY'], undefined],
    ['people', '{subject(id:1){id postcode}}', ['IDENTITY'], 'Subject.postcode'],
    ['people', '{subject(id:1){friend{friend{postcode}}}}', ['IDENTITY'], 'Subject.postcode'],
    ['people', '{subject(id:1){x:postcode}}', ['IDENTITY'], 'Subject.postcode'],
    ['people', '{subject(id:1){...F}} fragment F on Subject{postcode}', ['IDENTITY'], 'Subject.postcode'],
    ['people', 'mutation{rename(id:1){before}}', ['IDENTITY'], undefined],
    ['people', 'mutation{rename(id:1){before}}', [], 'Mutation.rename'],
    // What a permitted field is computed from may be asked; what a withheld one is computed from may not.
    ['people', '{subject(id:1){birthDate}}', ['IDENTITY', 'DEMOGRAPHIC', 'RISK_SCORE'], undefined],
    ['people', '{subject(id:1){birthDate}}', ['IDENTITY', 'RISK_SCORE'], 'Subject.birthDate'],
    ['homes', entities('...on Subject{housing{id}}'), ['HOUSING'], undefined],
    ['homes', entities('...on Subject{housing{street}}'), ['IDENTITY'], 'Subject.housing'],
    // A field of an interface is asked of every type that has it; where the owner knows the interface as one object,
    // the keys that are sent choose.
    ['people', '{records{title}}', ['GOVERNANCE', 'MENTORING_RECORD'], 'Warning.title'],
    ['people', '{records{...on Visit{title}}}', ['GOVERNANCE', 'MENTORING_RECORD'], undefined],
    ['justice', entities('...on Record{rating}'), ['RISK_SCORE'], undefined],
    ['justice', entities('...on Record{rating}'), ['IDENTITY'], 'Visit.rating'],
    // What the supergraph does not know is nobody's.
    ['people', '{_service{sdl}}', ['IDENTITY'], 'Query._service'],
    ['people', '{__schema{types{name}}}', ['IDENTITY'], 'Query.__schema'],
    ['people', entities('...on Stranger{name}'), ['IDENTITY'], 'an unknown type'],
  ] as const)('%s is asked %s with %j', async (owner, query, permitted, refused) => {
    expect(await refusedBy(owner, query, ...permitted)).toBe(refused);
  });
});
