import { type FixtureCaller, fixtureCallers } from './fixture/fixture-callers';
import { WITHHELD_FROM_MENTOR } from './fixture/fixture-protocols';
import { renamed } from './fixture/fixture-subgraphs';
import {
  type FixtureGateway,
  type FixtureOwners,
  startFixtureGateway,
  startFixtureOwners,
} from './fixture/start-fixture';

/** Values of the fixture that a mentor may not see, wherever in an answer they would stand. */
const SECRETS =
  /NAME-\d|POSTCODE-\d|BIRTH-\d|AGE-BAND|NICK-\d|MUST-HAVE|CRIME-\d|STREET-\d|770\d|VISIT-NOTE|WARNING-|RATING-w|BEFORE-/;

interface Attack {
  readonly name: string;
  readonly request: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** What the same document gives a permitted caller. */
  readonly marker: RegExp;
  /** The code that the answer to the attack carries; by default WITHHELD_BY_PROTOCOL. */
  readonly code?: string;
}

const attack = (
  name: string,
  query: string,
  marker: RegExp,
  more: Partial<Attack> & { readonly variables?: object; readonly operationName?: string } = {},
): Attack => {
  const { variables, operationName, ...rest } = more;
  const request = {
    query,
    ...(variables === undefined ? {} : { variables }),
    ...(operationName === undefined ? {} : { operationName }),
  };
  return { name, request, marker, ...rest };
};

const INPUT = { code: 'INPUT_REVEALS_WITHHELD' };

const ATTACKS: readonly Attack[] = [
  attack('a plain field', '{ subject(id: "1") { name } }', /NAME-1/),
  attack('an alias', '{ subject(id: "1") { id: name } }', /NAME-1/),
  attack('an alias named like a permitted field', '{ subject(id: "1") { givenName: name } }', /NAME-1/),
  attack('an alias of the root', '{ ruleVersion: subject(id: "1") { id name } }', /NAME-1/),
  attack('a named fragment', '{ subject(id: "1") { ...F } } fragment F on Subject { name }', /NAME-1/),
  attack(
    'nested fragments',
    '{ subject(id: "1") { ...A } } fragment A on Subject { ...B } fragment B on Subject { friend { ...C } } fragment C on Subject { name }',
    /NAME-2/,
  ),
  attack('a bare inline fragment', '{ subject(id: "1") { ... { name } } }', /NAME-1/),
  attack('a bare fragment around the root', '{ ... { ... on Query { subject(id: "1") { name } } } }', /NAME-1/),
  attack('@include of true', '{ subject(id: "1") { name @include(if: true) } }', /NAME-1/),
  attack('@include by a variable', 'query ($y: Boolean!) { subject(id: "1") { name @include(if: $y) } }', /NAME-1/, {
    variables: { y: true },
  }),
  attack(
    '@include by the default of a variable',
    'query ($y: Boolean! = true) { subject(id: "1") { name @include(if: $y) } }',
    /NAME-1/,
  ),
  attack(
    '@skip by a variable',
    'query ($n: Boolean = false) { subject(id: "1") { ...F @skip(if: $n) } } fragment F on Subject { name }',
    /NAME-1/,
  ),
  attack(
    '@skip and @include on the same fragment',
    'query ($y: Boolean!, $n: Boolean!) { subject(id: "1") { ... @include(if: $y) @skip(if: $n) { name } } }',
    /NAME-1/,
    { variables: { y: true, n: false } },
  ),
  attack('a field of an interface', '{ records { title } }', /WARNING-TITLE/),
  attack('an interface, withheld on every type', '{ records { note } }', /WARNING-NOTE/),
  attack('a type condition on an interface', '{ records { ... on Warning { severity } } }', /WARNING-SEVERITY/),
  attack('an interface within a union', '{ findings { ... on Record { title } } }', /WARNING-TITLE/),
  attack(
    'an interface within a type condition',
    '{ records { ... on Warning { ... on Record { title } } } }',
    /WARNING-TITLE/,
  ),
  attack('a union', '{ findings { ... on Warning { severity } ... on Visit { place } } }', /WARNING-SEVERITY/),
  attack('an interface object of another owner', '{ records { id rating } }', /RATING-w1/),
  attack('an interface object by type', '{ records { ... on Warning { rating } } }', /RATING-w1/),
  attack('the same type by another path', '{ housings { tenant { name } } }', /NAME-1/),
  attack('the same type by another owner', '{ offences { offender { name } } }', /NAME-1/),
  attack('a field provided by another owner', '{ offences { crime offender { id name } } }', /NAME-1/),
  attack('recursion', '{ subject(id: "1") { friend { friend { friend { postcode } } } } }', /POSTCODE-1/),
  attack('a field that two owners share', '{ subject(id: "1") { nickname } }', /NICK-1/),
  attack('what a permitted field is computed from', '{ subject(id: "1") { ageBand } }', /AGE-BAND-FROM-BIRTH-1/),
  attack(
    'field merging',
    '{ subject(id: "1") { friend { id } friend { name } ... { friend { postcode } } } }',
    /NAME-2.*POSTCODE-2/,
  ),
  attack(
    'merging of a permitted and a withheld field',
    '{ a: subject(id: "1") { id } a: subject(id: "1") { name } }',
    /NAME-1/,
  ),
  attack(
    'several operations in a document',
    'query A { subject(id: "1") { id } } query B { subject(id: "1") { name } }',
    /NAME-1/,
    { operationName: 'B' },
  ),
  attack('a field that may not be null', '{ subject(id: "1") { mustHave } }', /MUST-HAVE/),
  attack('nothing but withheld fields', '{ subject(id: "1") { housing { street } } housings { street } }', /STREET-1/),
  attack('a count', '{ subjects { totalCount } }', /7703/),
  attack('a count under a withheld list', '{ subject(id: "1") { offences { totalCount } } }', /7701/),
  attack('paging', '{ subjects(first: 1) { edges { node { name } } pageInfo { hasNextPage } } }', /NAME-1/),
  attack(
    'a filter',
    '{ subjects(filter: { postcode: { startsWith: "POSTCODE-2" } }) { edges { node { givenName } } } }',
    /GIVEN-2/,
    INPUT,
  ),
  attack(
    'a filter by a variable',
    'query ($f: SubjectFilter) { subjects(filter: $f) { edges { node { givenName } } } }',
    /GIVEN-2/,
    { variables: { f: { postcode: { startsWith: 'POSTCODE-2' } } }, ...INPUT },
  ),
  attack(
    'a part of a filter by a variable',
    'query ($p: TextFilter) { subjects(filter: { postcode: $p }) { edges { node { givenName } } } }',
    /GIVEN-2/,
    { variables: { p: { startsWith: 'POSTCODE-2' } }, ...INPUT },
  ),
  attack(
    'a filter by the default of a variable',
    'query ($f: SubjectFilter = { postcode: { startsWith: "POSTCODE-2" } }) { subjects(filter: $f) { edges { node { givenName } } } }',
    /GIVEN-2/,
    INPUT,
  ),
  attack(
    'a filter within a filter',
    '{ subjects(filter: { all: [{ postcode: { startsWith: "POSTCODE" } }] }) { edges { node { givenName } } } }',
    /GIVEN-2/,
    INPUT,
  ),
  attack(
    'a filter by null',
    '{ subjects(filter: { postcode: null }) { edges { node { givenName } } } }',
    /GIVEN-2/,
    INPUT,
  ),
  attack('a filter by the default of its field', '{ defaulted(filter: {}) { givenName } }', /GIVEN-2/, INPUT),
  attack('a sort', '{ subjects(orderBy: { postcode: DESC }) { edges { node { givenName } } } }', /GIVEN-2/, INPUT),
  attack('a sort by default', '{ sorted { edges { node { givenName } } } }', /GIVEN-2/, INPUT),
  attack('an argument', '{ near(postcode: "POSTCODE-2") { givenName } }', /GIVEN-2/, INPUT),
  attack(
    'a filter on a count alone',
    '{ subjects(filter: { postcode: { startsWith: "POSTCODE-2" } }) { pageInfo { hasNextPage } } }',
    /"hasNextPage":false/,
    INPUT,
  ),
  attack('the payload of a mutation', 'mutation { rename(id: "1") { before } }', /BEFORE-1/),
  attack('the subject in the payload of a mutation', 'mutation { rename(id: "1") { subject { id name } } }', /NAME-1/),
  attack('forged headers', '{ subject(id: "1") { name } }', /NAME-1/, {
    headers: {
      'txn-token': 'e30.e30.',
      'x-organisation': 'merseyside-police',
      'x-role': 'officer',
      'x-forwarded-user': 'merseyside-police.officer',
      'x-request-id': 'forged',
      'apollo-query-plan-experimental': '1',
      'apollo-federation-include-trace': 'ftv1',
    },
  }),
];

/** Documents that are refused for everybody, permitted or not. */
const REFUSED: readonly (readonly [string, string, string])[] = [
  ['an alias that begins with "__"', '{ subject(id: "1") { __typename: name } }', 'BAD_INPUT'],
  ['such an alias in a fragment', '{ subject(id: "1") { ...F } } fragment F on Subject { __x: name }', 'BAD_INPUT'],
  [
    '`_entities`',
    '{ _entities(representations: [{ __typename: "Subject", id: "1" }]) { ... on Subject { name } } }',
    'BAD_INPUT',
  ],
  ['`_service`', '{ _service { sdl } }', 'BAD_INPUT'],
  ['an operation that the graph does not have', 'subscription { ruleVersion }', 'BAD_INPUT'],
  ['an empty operation that the graph does not have', 'subscription { __typename }', 'BAD_INPUT'],
  ['schema and data in one operation', '{ __schema { types { name } } subject(id: "1") { name } }', 'BAD_INPUT'],
  [
    'schema and data, the data in a fragment',
    '{ __type(name: "Subject") { name } ...F } fragment F on Query { subject(id: "1") { name } }',
    'BAD_INPUT',
  ],
  [
    'a fragment that contains itself',
    '{ subject(id: "1") { ...F } } fragment F on Subject { friend { ...F } }',
    'BAD_INPUT',
  ],
  [
    'a document of several operations without a name',
    'query A { ruleVersion } query B { subject(id: "1") { name } }',
    'BAD_INPUT',
  ],
  ['a page that is too large', '{ subjects(first: 101) { edges { node { id } } } }', 'BAD_INPUT'],
  [
    'pages within pages',
    '{ subjects(first: 100) { edges { node { offences(first: 100) { edges { node { offender { offences(first: 100) { edges { node { id } } } } } } } } } } }',
    'OPERATION_TOO_COSTLY',
  ],
  [
    'too many levels',
    `{ subject(id: "1") { ${'friend { '.repeat(30)} id ${'}'.repeat(30)} } }`,
    'OPERATION_TOO_COSTLY',
  ],
  [
    'too many aliases',
    `{ subject(id: "1") { ${Array.from({ length: 101 }, (_, index) => `a${String(index)}: givenName`).join(' ')} } }`,
    'OPERATION_TOO_COSTLY',
  ],
  ['too many root fields', `{ ${'ruleVersion '.repeat(41)} }`, 'OPERATION_TOO_COSTLY'],
  [
    'a fragment bomb',
    `{ subject(id: "1") { ...F0 } } ${Array.from({ length: 40 }, (_, index) => `fragment F${String(index)} on Subject { ...F${String(index + 1)} ...F${String(index + 1)} }`).join(' ')} fragment F40 on Subject { name }`,
    'OPERATION_TOO_COSTLY',
  ],
  ['a list of operations', '', 'BAD_INPUT'],
];

let owners: FixtureOwners;
let fixture: FixtureGateway;
let police: FixtureCaller;
let mentor: FixtureCaller;

beforeAll(async () => {
  owners = await startFixtureOwners();
  fixture = await startFixtureGateway(owners);
  ({ police, mentor } = await fixtureCallers(fixture));
});
afterAll(async () => {
  await fixture.close();
  await owners.close();
});
beforeEach(() => {
  owners.asked.length = 0;
});

const withheldAsked = (): readonly string[] => {
  const asked = owners.coordinatesAsked();
  return WITHHELD_FROM_MENTOR.filter((coordinate) => asked.has(coordinate));
};
const codes = (body: Awaited<ReturnType<FixtureCaller['ask']>>['body']) =>
  new Set(body.errors?.map(({ extensions }) => extensions['code']));

describe.each(ATTACKS.map((one) => [one.name, one] as const))('%s', (_name, { request, headers, marker, code }) => {
  it('shows a permitted caller the value and a mentor nothing, of which no owner was asked', async () => {
    // The mentor first and last: neither order lets a plan be shared.
    const before = await mentor.ask(request, headers);
    expect(withheldAsked()).toEqual([]);
    const control = await police.ask(request, headers);
    expect(control.text).toMatch(marker);
    expect(control.body.errors).toBeUndefined();
    owners.asked.length = 0;
    const after = await mentor.ask(request, headers);
    expect(withheldAsked()).toEqual([]);

    for (const answer of [before, after]) {
      expect(answer.text).not.toMatch(SECRETS);
      expect(answer.text).not.toMatch(marker);
      expect(codes(answer.body)).toContain(code ?? 'WITHHELD_BY_PROTOCOL');
      expect(answer.status).toBe(200);
    }
    expect(after.text).toBe(before.text);
  });
});

describe.each(REFUSED)('%s', (_name, query, code) => {
  it('is refused for everybody and asks no owner', async () => {
    for (const caller of [mentor, police]) {
      const answer = await caller.ask(query === '' ? ([{ query: '{ ruleVersion }' }] as never) : query);
      expect([answer.status, ...codes(answer.body)]).toEqual([400, code]);
      expect(answer.body.data).toBeUndefined();
    }
    expect(owners.asked).toEqual([]);
  });
});

it('shares no plan between callers, whoever comes first', async () => {
  const first = '{ subject(id: "3") { givenName postcode } }';
  expect((await police.ask(first)).text).toContain('POSTCODE-3');
  owners.asked.length = 0;
  expect((await mentor.ask(first)).text).not.toContain('POSTCODE-3');
  expect(withheldAsked()).toEqual([]);
  const second = '{ subject(id: "2") { givenName postcode } }';
  expect((await mentor.ask(second)).text).not.toContain('POSTCODE-2');
  expect((await police.ask(second)).text).toContain('POSTCODE-2');
});

it('decides anew on an operation whose variables reveal more than they did before', async () => {
  const query = 'query ($f: SubjectFilter) { subjects(filter: $f) { edges { node { givenName postcode } } } }';
  const harmless = await mentor.ask({ query, variables: { f: {} } });
  expect(harmless.text).toContain('GIVEN-1');
  owners.asked.length = 0;
  const revealing = await mentor.ask({ query, variables: { f: { postcode: { startsWith: 'POSTCODE-2' } } } });
  expect(revealing.text).toContain('INPUT_REVEALS_WITHHELD');
  expect(revealing.text).not.toContain('GIVEN-2');
  expect(owners.asked).toEqual([]);
});

it('asks an owner nothing when nothing may be answered', async () => {
  const { body } = await mentor.ask('{ housings { street } offences { crime } }');
  expect(body.data).toEqual({ housings: null, offences: null });
  expect(owners.asked).toEqual([]);
});

it('runs no part of a mutation of which a part is withheld', async () => {
  const before = renamed.times;
  const { body } = await mentor.ask('mutation { rename(id: "1") { subject { givenName } before } }');
  expect([body.data, renamed.times, owners.asked]).toEqual([null, before, []]);
  const permitted = await mentor.ask('mutation { rename(id: "1") { subject { givenName } } }');
  expect([permitted.body, renamed.times]).toEqual([
    { data: { rename: { subject: { givenName: 'GIVEN-1' } } } },
    before + 1,
  ]);
});

it('lets an excluded field pass without an error, and does not ask for it', async () => {
  const { body } = await mentor.ask(
    'query ($y: Boolean = false) { subject(id: "1") { givenName name @include(if: $y) } }',
  );
  expect(body).toEqual({ data: { subject: { givenName: 'GIVEN-1' } } });
  expect(withheldAsked()).toEqual([]);
});

it('asks of an interface only what may be shown of each type', async () => {
  const { body } = await mentor.ask('{ records { id title rating } }');
  expect(body.data).toEqual({
    records: [
      { id: 'v1', title: 'VISIT-TITLE', rating: 'RATING-v1' },
      { id: 'w1', title: null, rating: null },
    ],
  });
  expect(
    body.errors?.map(({ path, extensions }) => [path, extensions['coordinate'], extensions['occurrences']]),
  ).toEqual([
    [['records', 1, 'title'], 'Warning.title', 1],
    [['records', 1, 'rating'], 'Warning.rating', 1],
  ]);
  const keysAsked = owners.asked.flatMap(({ variables }) => JSON.stringify(variables));
  expect(keysAsked.join()).toMatch(/v1/);
  expect(keysAsked.join()).not.toMatch(/w1/);
});

describe('the schema that a caller sees', () => {
  const INTROSPECTION = '{ __schema { types { name fields { name } inputFields { name } } } }';

  it('has everything for one who may see everything', async () => {
    const { text } = await police.ask(INTROSPECTION);
    for (const name of ['postcode', 'Offence', 'Warning', 'severity', 'SubjectFilter'])
      expect(text).toContain(`"${name}"`);
  });

  it('has nothing that a mentor could never be shown, nor an input that would reveal it', async () => {
    const { text, body } = await mentor.ask(INTROSPECTION);
    expect(text).toContain('"givenName"');
    expect(text).toContain('"SubjectFilter"');
    for (const name of ['postcode', 'birthDate', 'Offence', 'Housing', 'severity', 'ageBand', 'nickname']) {
      expect(text).not.toContain(`"${name}"`);
    }
    expect(body.errors).toBeUndefined();
    expect((await mentor.ask('{ __type(name: "Housing") { name } }')).body.data).toEqual({ __type: null });
    expect((await police.ask('{ __type(name: "Housing") { name } }')).body.data).toEqual({
      __type: { name: 'Housing' },
    });
  });

  it('needs no purpose, but a token', async () => {
    const { 'x-purpose': _purpose, ...headers } = mentor.headers as Record<string, string>;
    const ask = (with_: Record<string, string>) =>
      fetch(`${fixture.gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...with_ },
        body: JSON.stringify({ query: '{ __schema { queryType { name } } }' }),
      });
    expect((await ask(headers)).status).toBe(200);
    expect((await ask({})).status).toBe(401);
  });

  it.each([
    ['a field', '{ subject(id: "1") { nam } }'],
    ['a type', '{ subject(id: "1") { ... on Subjec { id } } }'],
    ['an argument', '{ subjects(filte: {}) { edges { cursor } } }'],
    ['an input field', '{ subjects(filter: { postcod: {} }) { edges { cursor } } }'],
    ['an enum value', '{ subjects(orderBy: { id: ASCE }) { edges { cursor } } }'],
  ])('is not told by a suggestion for %s', async (_what, query) => {
    const { text, status } = await mentor.ask(query);
    expect([status, text]).toEqual([400, expect.not.stringMatching(/did you mean/i)]);
  });

  it('is not told by a suggestion for a variable', async () => {
    const { text } = await mentor.ask({
      query: 'query ($f: SubjectFilter) { subjects(filter: $f) { edges { cursor } } }',
      variables: { f: { postcod: {} } },
    });
    expect(text).toContain('BAD_INPUT');
    expect(text).not.toMatch(/did you mean/i);
  });
});
