import { readFileSync } from 'node:fs';
import path from 'node:path';

import { JUSTIFIED } from '../hub/justified';
import { OPERATION_LIMITS } from '../../gateway/limit-operation';
import type { RunningGateway } from '../../gateway/create-gateway';
import { startGatewayBeside } from '../hub/gateway-beside';
import { ask, hub, tokenOf } from '../hub/hub';
import { ROOT } from '../hub/launch-hub';

const POLICE = ['merseyside-police.officer', 'IOM_CASE_MANAGEMENT'] as const;
const { depth, aliases, rootFields, fields, pageSize, tokens } = OPERATION_LIMITS;

/** The table of docs/errors.md: code to the statuses that it names. */
const documented = new Map(
  readFileSync(path.join(ROOT, 'docs/errors.md'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, code, statuses] = /^\| `([A-Z_]+)` +\| ([^|]*) \|/.exec(line) ?? [];
      return code === undefined || statuses === undefined
        ? []
        : [[code, statuses.match(/\d{3}/g)?.map(Number) ?? []] as const];
    }),
);

/** A question about the schema with that many levels: four, those of `ofType`, and the name. */
const nested = (levels: number): string =>
  `{ __schema { types { fields { type ${'{ ofType '.repeat(levels - 5)}{ name }${' }'.repeat(levels - 5)} } } } }`;
const times = (count: number, one: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => one(index)).join(' ');
const bomb = (levels: number): string =>
  `{ nominals { totalCount edges { node { ...F0 } } } } ${times(levels, (n) => `fragment F${String(n)} on Nominal { ...F${String(n + 1)} ...F${String(n + 1)} }`)} fragment F${String(levels)} on Nominal { givenName }`;

describe('an operation', () => {
  it('of as many levels, aliases and records as are allowed is answered', async () => {
    for (const query of [
      nested(depth),
      `{ nominals(first: 1) { edges { node { ${times(aliases, (n) => `a${String(n)}: givenName`)} } } } }`,
      `{ ${times(rootFields, () => 'nominals(first: 1) { totalCount }')} }`,
      `{ nominals(first: ${String(pageSize)}) { edges { node { offences(first: 100) { id } } } } }`,
    ]) {
      const answer = await ask(...POLICE, query);
      expect([query, answer.status, answer.errors]).toEqual([query, 200, []]);
    }
  });

  it.each<readonly [string, string, string, number | undefined]>([
    [
      'levels',
      `{ nominals { edges { node { ${'x { '.repeat(depth)} id ${'}'.repeat(depth)} } } } }`,
      'OPERATION_TOO_COSTLY',
      depth,
    ],
    ['levels of introspection', nested(depth + 2), 'OPERATION_TOO_COSTLY', depth],
    [
      'aliases',
      `{ nominals { edges { node { ${times(aliases + 1, (n) => `a${String(n)}: givenName`)} } } } }`,
      'OPERATION_TOO_COSTLY',
      aliases,
    ],
    [
      'root fields',
      `{ ${times(rootFields + 1, () => 'nominals { totalCount }')} }`,
      'OPERATION_TOO_COSTLY',
      rootFields,
    ],
    [
      'root fields in a fragment',
      `{ ...R } fragment R on Query { ${times(rootFields + 1, () => 'nominals { totalCount }')} }`,
      'OPERATION_TOO_COSTLY',
      rootFields,
    ],
    ['fields once its fragments are written out', bomb(12), 'OPERATION_TOO_COSTLY', fields],
    [
      'fields in the operation that is not asked',
      `query Asked { nominals { totalCount } } query Other { ...F0 } ${bomb(12).replace('{ nominals { totalCount edges { node { ...F0 } } } } ', '').replaceAll('on Nominal', 'on Query').replace('givenName', '__typename')}`,
      'OPERATION_TOO_COSTLY',
      fields,
    ],
    ['records to a page', `{ nominals(first: ${String(pageSize + 1)}) { totalCount } }`, 'BAD_INPUT', undefined],
    [
      'records to a related list',
      `{ nominals { edges { node { offences(first: ${String(pageSize + 1)}) { id } } } } }`,
      'BAD_INPUT',
      undefined,
    ],
    ['records less than none', '{ nominals(first: -1) { totalCount } }', 'BAD_INPUT', undefined],
    [
      'records on pages within pages',
      `{ ${times(3, (n) => `l${String(n)}: nominals(first: 100) { edges { node { ${times(3, (m) => `o${String(m)}: offences(first: 100) { id }`)} } } }`)} }`,
      'OPERATION_TOO_COSTLY',
      OPERATION_LIMITS.records,
    ],
    ['words', `{ nominals { edges { node { ${times(tokens, () => 'givenName')} } } } }`, 'BAD_INPUT', undefined],
  ])('with too many %s is refused before anything is asked', async (_what, query, code, limit) => {
    const answer = await ask(...POLICE, query);
    expect([
      answer.status,
      answer.data,
      answer.errors.map(({ extensions }) => [extensions.code, extensions['limit']]),
    ]).toEqual([400, undefined, [[code, limit]]]);
    expect(documented.get(code)).toContain(answer.status);
    expect(await answer.fetches()).toEqual([]);
  });

  it('with a page too large by a variable is refused as well', async () => {
    const query = 'query ($first: Int!) { nominals(first: $first) { totalCount } }';
    expect((await ask(...POLICE, query, { first: pageSize })).errors).toEqual([]);
    for (const first of [pageSize + 1, -1, 2_147_483_648, 'x', null, 1.5]) {
      const answer = await ask(...POLICE, query, { first });
      expect([first, answer.status, answer.errors[0]?.extensions.code, await answer.fetches()]).toEqual([
        first,
        400,
        'BAD_INPUT',
        [],
      ]);
    }
  });

  it('in a body that is too large is refused unread', async () => {
    const post = async (padding: number): Promise<readonly [number, unknown]> => {
      const reply = await fetch(`${hub.gatewayUrl}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await tokenOf(POLICE[0])}`,
          'x-purpose': POLICE[1],
          ...JUSTIFIED,
        },
        body: JSON.stringify({
          query: '{ nominals(first: 1) { totalCount } }',
          variables: { padding: 'x'.repeat(padding) },
        }),
      });
      const { errors } = (await reply.json()) as { errors?: { extensions: { code: string } }[] };
      return [reply.status, errors?.[0]?.extensions.code];
    };
    expect(await post(200_000)).toEqual([200, undefined]);
    expect(await post(300_000)).toEqual([413, 'BAD_INPUT']);
    expect(documented.get('BAD_INPUT')).toEqual([400, 405, 413, 200]);
  });
});

describe('a person', () => {
  let beside: RunningGateway;
  beforeAll(async () => {
    beside = await startGatewayBeside({ requestsPerMinute: 3 });
  }, 60_000);
  afterAll(() => beside.close());

  const askBeside = async (persona: string): Promise<Response> =>
    fetch(`${beside.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenOf(persona)}` },
      body: JSON.stringify({ query: '{ __schema { queryType { name } } }' }),
    });

  it('who asks more often than agreed is told when to come back; another person is answered meanwhile', async () => {
    for (let time = 0; time < 3; time += 1) expect((await askBeside('mals.mentor')).status).toBe(200);
    const refused = await askBeside('mals.mentor');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toEqual({
      errors: [
        {
          message: expect.stringMatching(/Ask again in \d+ seconds/) as string,
          extensions: { code: 'TOO_MANY_REQUESTS' },
        },
      ],
    });
    expect(documented.get('TOO_MANY_REQUESTS')).toEqual([429]);
    // One of the same organisation and role is another person.
    expect((await askBeside('mals.mentor-2')).status).toBe(200);
    expect((await askBeside('mals.coordinator')).status).toBe(200);
  });
});

it('documents every code that the hub answers', () => {
  expect([...documented.keys()].sort()).toEqual([
    'BAD_INPUT',
    'DIMENSION_NOT_APPROVED',
    'INPUT_REVEALS_WITHHELD',
    'INTERNAL',
    'JUSTIFICATION_REQUIRED',
    'LEDGER_UNAVAILABLE',
    'LOOKUP_CLOSED',
    'NOT_FOUND',
    'OPERATION_TOO_COSTLY',
    'PROJECT_ENDED',
    'PROJECT_NOT_APPROVED',
    'PURPOSE_NOT_ALLOWED',
    'PURPOSE_REQUIRED',
    'SCORES_NOT_COMPARABLE',
    'SNAPSHOTS_DIFFER',
    'SOURCE_UNAVAILABLE',
    'TABLES_SPENT',
    'TIMED_OUT',
    'TOO_MANY_LOOKUPS',
    'TOO_MANY_REQUESTS',
    'UNAUTHENTICATED',
    'WITHHELD_BY_PROTOCOL',
  ]);
});
