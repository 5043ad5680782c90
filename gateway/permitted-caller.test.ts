import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer, HeaderMap } from '@apollo/server';

import { type FixtureCaller, fixtureCallers } from './fixture/fixture-callers';
import {
  type FixtureGateway,
  type FixtureOwners,
  startFixtureGateway,
  startFixtureOwners,
} from './fixture/start-fixture';

/** ApolloGateway as it comes, over the same owners: what enforcement must not change for one who may see everything. */
async function startPlainGateway(owners: FixtureOwners) {
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
  const nothing = (): void => undefined;
  const logger = { debug: nothing, info: nothing, warn: nothing, error: nothing };
  const server = new ApolloServer({
    gateway: new ApolloGateway({ supergraphSdl: owners.supergraphSdl, logger }),
    logger,
    csrfPrevention: false,
  });
  await server.start();
  return {
    async ask(request: Readonly<Record<string, unknown>>): Promise<string> {
      const { body } = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: 'POST',
          headers: new HeaderMap([['content-type', 'application/json']]),
          search: '',
          body: request,
        },
        context: async () => ({}),
      });
      return body.kind === 'complete' ? body.string : '';
    },
    stop: () => server.stop(),
  };
}

const REQUESTS: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['fields of one owner', { query: '{ subject(id: "1") { postcode name id givenName } ruleVersion }' }],
  [
    'fields of three owners, in the order asked',
    {
      query:
        '{ subject(id: "1") { housing { street tenant { name } } name offences { totalCount edges { node { crime offender { name ageBand } } } } ageBand nickname } }',
    },
  ],
  ['an unknown id', { query: '{ subject(id: "9") { name housing { street } } }' }],
  [
    'interfaces, unions and type names',
    {
      query:
        '{ records { __typename id title rating ... on Visit { place } } findings { __typename ... on Warning { severity } ... on Visit { note } } }',
    },
  ],
  [
    'fragments, aliases, variables and merging',
    {
      query:
        'query Q($n: Int = 2, $y: Boolean!) { a: subjects(first: $n, filter: { postcode: { startsWith: "P" } }, orderBy: { postcode: DESC }) { ...C totalCount } a: subjects(first: $n, filter: { postcode: { startsWith: "P" } }, orderBy: { postcode: DESC }) { pageInfo { hasNextPage } } b: ruleVersion @skip(if: $y) } fragment C on SubjectConnection { edges { node { ... @include(if: $y) { friend { n: name } } } cursor } }',
      variables: { y: true },
      operationName: 'Q',
    },
  ],
  ['a mutation', { query: 'mutation { rename(id: "2") { before subject { name housing { street } } } }' }],
  ['recursion', { query: '{ subject(id: "1") { friend { friend { friend { friend { mustHave } } } } } }' }],
];

let owners: FixtureOwners;
let fixture: FixtureGateway;
let plain: Awaited<ReturnType<typeof startPlainGateway>>;
let police: FixtureCaller;

beforeAll(async () => {
  owners = await startFixtureOwners();
  fixture = await startFixtureGateway(owners);
  plain = await startPlainGateway(owners);
  ({ police } = await fixtureCallers(fixture));
});
afterAll(async () => {
  await fixture.close();
  await plain.stop();
  await owners.close();
});

it.each(REQUESTS)('gives one who may see everything the bytes of a plain gateway: %s', async (_name, request) => {
  owners.asked.length = 0;
  const enforced = (await police.ask(request)).text;
  const askedByHub = owners.asked.splice(0).map(({ owner, query, variables }) => ({ owner, query, variables }));
  expect(enforced).toBe(await plain.ask(request));
  expect(enforced).not.toContain('"errors"');
  const order = (one: object, other: object) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
  const askedByPlain = owners.asked.map(({ owner, query, variables }) => ({ owner, query, variables }));
  expect(askedByHub.sort(order)).toEqual(askedByPlain.sort(order));
});
