import { JUSTIFIED } from '../hub/justified';
import { PURPOSES } from '../../schema/purposes';
import { type Answer, ask, hub, tokenOf, truth } from '../hub/hub';
import { coordinatesAsked, deniedAmong, hubSecrets, type Secret, told } from './hub-secrets';

interface Attack {
  readonly name: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly code?: 'WITHHELD_BY_PROTOCOL' | 'INPUT_REVEALS_WITHHELD';
  /** What the control's answer shows; by default the value. */
  readonly shows?: (secret: Secret) => string;
}

/** Asks one record by a way from the root. */
function at(secret: Secret, way: number, selection: string, declarations = ''): string {
  return `query Asked($id: ID!${declarations}) { ${(secret.ways[way] ?? '').replace('§', selection)} }`;
}

function outputAttacks(secret: Secret): readonly Attack[] {
  const { type, field: f, permittedField: p } = secret;
  const root = (way: number): string => secret.ways[way] ?? '';
  return [
    { name: 'asked by its id', query: at(secret, 0, `${p} ${f}`) },
    { name: 'asked of a person', query: at(secret, 1, `${p} ${f}`) },
    { name: 'asked in a list', query: at(secret, 2, `${p} ${f}`) },
    { name: 'and nothing else', query: at(secret, 0, f) },
    { name: 'and nothing else, of a person', query: at(secret, 1, f) },
    { name: 'by an alias', query: at(secret, 0, `${p} a: ${f}`) },
    { name: 'by an alias that is named like a permitted field', query: at(secret, 1, `${p}: ${f}`) },
    { name: 'by an alias that is named like the key', query: at(secret, 0, `id: ${f}`) },
    {
      name: 'by many aliases',
      query: at(secret, 2, Array.from({ length: 40 }, (_, n) => `a${String(n)}: ${f}`).join(' ')),
    },
    { name: 'by a named fragment', query: `${at(secret, 0, `${p} ...F`)} fragment F on ${type} { ${f} }` },
    {
      name: 'by fragments in fragments',
      query: `${at(secret, 1, '...F')} fragment H on ${type} { b: ${f} } fragment G on ${type} { ... on ${type} { ...H } } fragment F on ${type} { ${p} ...G }`,
    },
    { name: 'by a bare fragment', query: at(secret, 2, `... { ${f} }`) },
    { name: 'by a fragment on its type', query: at(secret, 0, `... on ${type} { ... { ... on ${type} { ${f} } } }`) },
    {
      name: 'by a fragment around the root',
      query: `query Asked($id: ID!) { ...R } fragment R on Query { ... { ${root(0).replace('§', f)} } }`,
    },
    {
      name: 'by a fragment on a person',
      query: `query Asked($id: ID!) { person(id: $id) { ...P } } fragment P on Person { ${root(1)
        .replace(/^person\(id: \$id\) \{ (.*) \}$/, '$1')
        .replace('§', f)} }`,
    },
    { name: 'by @include of true', query: at(secret, 0, `${p} ${f} @include(if: true)`) },
    {
      name: 'by @include of a variable',
      query: at(secret, 1, `${p} ${f} @include(if: $y)`, ', $y: Boolean!'),
      variables: { y: true },
    },
    { name: 'by @include of a default', query: at(secret, 2, `${p} ${f} @include(if: $y)`, ', $y: Boolean = true') },
    {
      name: 'by @skip of a default on a fragment',
      query: `${at(secret, 0, '...F @skip(if: $n)', ', $n: Boolean! = false')} fragment F on ${type} { ${f} }`,
    },
    {
      name: 'by @skip and @include together',
      query: at(secret, 1, `... @include(if: $y) @skip(if: $n) { ${f} }`, ', $y: Boolean!, $n: Boolean!'),
      variables: { y: true, n: false },
    },
    {
      name: 'by @include on the root',
      query: `query Asked($id: ID!, $y: Boolean!) { ${root(0)
        .replace(/^(\w+\([^§]*?\)) \{/, '$1 @include(if: $y) {')
        .replace('§', f)} }`,
      variables: { y: true },
    },
    {
      name: 'by merging with a permitted field',
      query: `query Asked($id: ID!) { x: ${root(0).replace('§', 'id')} x: ${root(0).replace('§', p)} ... { x: ${root(0).replace('§', f)} } }`,
    },
    {
      name: 'by merging below a person',
      query: `query Asked($id: ID!) { ${root(1).replace('§', p)} ${root(1).replace('§', `... { ${f} }`)} }`,
    },
    { name: 'beside type names', query: at(secret, 2, `__typename ${f} t: __typename`) },
    {
      name: 'by two ways at once',
      query: `query Asked($id: ID!) { one: ${root(0).replace('§', f)} other: ${root(1).replace('§', f)} }`,
    },
    {
      name: 'in the second of two operations',
      query: `query Harmless { __typename } ${at(secret, 0, `${p} ${f}`)}`,
    },
  ];
}

function inputAttacks(secret: Secret): readonly Attack[] {
  const { type, field: f, value } = secret;
  const list = /^(\w+)/.exec(secret.ways[2] ?? '')?.[1] ?? '';
  const input = { code: 'INPUT_REVEALS_WITHHELD', shows: ({ id }: Secret) => JSON.stringify(id) } as const;
  const ids = '{ edges { node { id } } }';
  const asked = (declarations: string, given: string, selection = ids): string =>
    `query Asked(${declarations}) { ${list}(${given}) ${selection} }`;
  const start = value.slice(0, 3);
  return [
    {
      name: 'as a filter',
      query: `query Asked($id: ID!) { ${list}(first: 100, filter: { id: { equals: $id }, ${f}: { equals: ${JSON.stringify(value)} } }) ${ids} }`,
      ...input,
    },
    {
      name: 'as a filter of a variable',
      query: asked(`$f: ${type}Filter`, 'first: 100, filter: $f'),
      variables: { f: { [f]: { equals: value } } },
      ...input,
    },
    {
      name: 'as a part of a filter of a variable',
      query: asked('$t: TextFilter', `first: 100, filter: { ${f}: $t }`),
      variables: { t: { startsWith: start } },
      ...input,
    },
    {
      name: 'as a value of a filter of a variable',
      query: asked('$v: String', `first: 100, filter: { ${f}: { equals: $v } }`),
      variables: { v: value },
      ...input,
    },
    {
      name: 'as a filter of a default',
      query: asked(`$f: ${type}Filter = { ${f}: { in: [${JSON.stringify(value)}] } }`, 'first: 100, filter: $f'),
      ...input,
    },
    {
      name: 'as a filter of nothing',
      query: asked('$id: ID!', `filter: { id: { equals: $id }, ${f}: null }`),
      ...input,
    },
    {
      name: 'as a sort',
      query: asked('$id: ID!', `filter: { id: { equals: $id } }, orderBy: [{ ${f}: DESC }]`),
      ...input,
    },
    {
      name: 'as the second step of a sort',
      query: asked('$id: ID!', `filter: { id: { equals: $id } }, orderBy: [{ id: ASC }, { ${f}: ASC }]`),
      ...input,
    },
    {
      name: 'as a sort of a variable',
      query: asked(`$id: ID!, $o: [${type}Order!]`, 'filter: { id: { equals: $id } }, orderBy: $o'),
      variables: { o: [{ [f]: 'ASC' }] },
      ...input,
    },
    {
      name: 'as a sort of a default',
      query: asked(`$id: ID!, $o: [${type}Order!] = [{ ${f}: ASC }]`, 'filter: { id: { equals: $id } }, orderBy: $o'),
      ...input,
    },
    {
      name: 'as a direction of a variable',
      query: asked('$id: ID!, $d: SortDirection', `filter: { id: { equals: $id } }, orderBy: [{ ${f}: $d }]`),
      variables: { d: 'ASC' },
      ...input,
    },
    {
      name: 'as a filter of a count',
      query: asked(
        '$id: ID!',
        `filter: { id: { equals: $id }, ${f}: { startsWith: ${JSON.stringify(start)} } }`,
        '{ totalCount }',
      ),
      ...input,
      shows: () => '"totalCount":1',
    },
    {
      name: 'as a filter of a page that is not looked at',
      query: asked(
        '$id: ID!',
        `first: 1, filter: { id: { equals: $id }, ${f}: { startsWith: ${JSON.stringify(start)} } }`,
        '{ pageInfo { endCursor } }',
      ),
      ...input,
      shows: () => '"endCursor":"',
    },
    {
      name: 'as a filter in a fragment',
      query: `query Asked($id: ID!) { ...R } fragment R on Query { x: ${list}(filter: { id: { equals: $id }, ${f}: { equals: ${JSON.stringify(value)} } }) ${ids} }`,
      ...input,
    },
  ];
}

const secrets = new Map<string, Secret>();
const secretOf = (type: string): Secret => {
  const secret = secrets.get(type);
  if (secret === undefined) throw new Error(`there is no secret of ${type}`);
  return secret;
};
beforeAll(() => {
  for (const secret of hubSecrets()) secrets.set(secret.type, secret);
}, 60_000);

/** Everybody's answer to an attack; `as` decides whether it is one. */
function asked(
  secret: Secret,
  attack: Attack,
  as: 'denied' | 'control',
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const { persona, purpose } = secret[as];
  const variables = { ...(/\$id\b/.test(attack.query) ? { id: secret.id } : {}), ...attack.variables };
  return send(persona, purpose, attack.query, variables, headers);
}

async function send(
  persona: string,
  purpose: string,
  query: string,
  variables: object,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const operationName = query.includes('query Asked') ? 'Asked' : undefined;
  const reply = await fetch(`${hub.gatewayUrl}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await tokenOf(persona)}`,
      'x-purpose': purpose,
      ...JUSTIFIED,
      ...headers,
    },
    body: JSON.stringify({ query, variables, operationName }),
  });
  const text = await reply.text();
  const body = JSON.parse(text) as Pick<Answer, 'data'> & { errors?: Answer['errors'] };
  const requestId = reply.headers.get('x-request-id') ?? '';
  return {
    status: reply.status,
    headers: reply.headers,
    text,
    data: body.data,
    errors: body.errors ?? [],
    fetches: async () =>
      (await fetch(`${hub.controlUrl}/recorded?requestId=${requestId}`)).json() as ReturnType<Answer['fetches']>,
  };
}

/** Neither the answer nor anything that owners were asked shows the value, or asks for what is denied. */
async function isTight(secret: Secret, answer: Answer): Promise<void> {
  expect(answer.text).not.toContain(secret.value);
  const fetches = await answer.fetches();
  expect(fetches.map(({ body }) => body).join('\n')).not.toContain(secret.value);
  const coordinates = coordinatesAsked(fetches);
  expect(secret.deniedCoordinates.filter((coordinate) => coordinates.has(coordinate))).toEqual([]);
  expect(deniedAmong(coordinates, secret.denied)).toEqual([]);
}

const TYPES = ['Nominal', 'Participant', 'Client'] as const;

describe.each(TYPES)('what is withheld of a %s', (type) => {
  // The rows need only the names; the record is found once the truth is known.
  const blank: Secret = {
    type,
    field: 'f',
    permittedField: 'p',
    id: '',
    value: '',
    marker: '',
    deniedCoordinates: [],
    ways: [],
    denied: { persona: '', purpose: 'OWN_CASE_WORK' },
    control: { persona: '', purpose: 'OWN_CASE_WORK' },
  };

  it.each(outputAttacks(blank).map(({ name }, index) => [name, index] as const))(
    'stays so %s',
    async (_name, index) => {
      const secret = secretOf(type);
      const attack = outputAttacks(secret)[index];
      if (attack === undefined) throw new Error('no such attack');
      // Before and after the one who is told: neither order lets a plan or a decision be shared.
      const before = await asked(secret, attack, 'denied');
      await isTight(secret, before);
      const control = await asked(secret, attack, 'control');
      expect(control.text).toContain(secret.marker);
      expect(control.errors).toEqual([]);
      const after = await asked(secret, attack, 'denied');
      await isTight(secret, after);
      expect(after.text).toBe(before.text);
      expect(before.status).toBe(200);
      expect(before.errors.map(({ extensions }) => [extensions.code, extensions['coordinate']])).toContainEqual([
        'WITHHELD_BY_PROTOCOL',
        `${type}.${secret.field}`,
      ]);
    },
  );

  it.each(inputAttacks(blank).map(({ name }, index) => [name, index] as const))('stays so %s', async (_name, index) => {
    const secret = secretOf(type);
    const attack = inputAttacks(secret)[index];
    if (attack === undefined) throw new Error('no such attack');
    const before = await asked(secret, attack, 'denied');
    const control = await asked(secret, attack, 'control');
    expect(control.errors).toEqual([]);
    if (attack.name !== 'as a filter of nothing') expect(control.text).toContain(attack.shows?.(secret));
    for (const answer of [before, await asked(secret, attack, 'denied')]) {
      await isTight(secret, answer);
      expect(await answer.fetches()).toEqual([]);
      expect(Object.values(answer.data ?? {})).toEqual([null]);
      expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['INPUT_REVEALS_WITHHELD']);
      expect(answer.text).toBe(before.text);
    }
  });

  it('stays so when one who is told asked first', async () => {
    const secret = secretOf(type);
    // A document that nobody has asked yet.
    const fresh: Attack = {
      name: '',
      query: at(secret, 0, `fresh${String(Date.now())}: ${secret.permittedField} ${secret.field}`),
    };
    expect((await asked(secret, fresh, 'control')).text).toContain(secret.marker);
    const answer = await asked(secret, fresh, 'denied');
    expect(answer.status).toBe(200);
    await isTight(secret, answer);
  });

  it('stays so whatever headers are sent along', async () => {
    const secret = secretOf(type);
    const attack: Attack = { name: '', query: at(secret, 0, `${secret.permittedField} ${secret.field}`) };
    const plain = await asked(secret, attack, 'denied');
    const control = await asked(secret, attack, 'control');
    expect(control.text).toContain(secret.marker);
    const token = (await control.fetches())[0]?.token ?? '';
    expect(token).not.toBe('');
    const [organisation = '', role = ''] = secret.control.persona.split('.');
    const forged: readonly Readonly<Record<string, string>>[] = [
      { 'txn-token': token },
      { 'x-request-id': control.headers.get('x-request-id') ?? '' },
      {
        'x-organisation': organisation,
        'x-role': role,
        'x-person': secret.control.persona,
        'x-user': secret.control.persona,
      },
      {
        'x-forwarded-for': '127.0.0.1',
        'x-forwarded-user': secret.control.persona,
        'x-forwarded-host': 'localhost',
        forwarded: 'for=127.0.0.1',
      },
      {
        'proxy-authorization': `Bearer ${await tokenOf(secret.control.persona)}`,
        cookie: `authorization=${await tokenOf(secret.control.persona)}`,
      },
      {
        'apollo-federation-include-trace': 'ftv1',
        'apollo-query-plan-experimental': '1',
        'apollo-query-plan-experimental-format': 'prettified',
      },
      {
        'apollo-require-preflight': 'true',
        'x-apollo-operation-name': 'Asked',
        'apollographql-client-name': 'gateway',
      },
      { 'x-http-method-override': 'GET', 'x-original-url': '/.well-known/jwks.json', 'x-rewrite-url': '/metrics' },
      { accept: 'application/graphql-response+json; charset=utf-8, application/json; charset=utf-8' },
    ];
    for (const headers of forged) {
      const answer = await asked(secret, attack, 'denied', headers);
      await isTight(secret, answer);
      expect([headers, answer.text]).toEqual([headers, plain.text]);
      expect(answer.headers.get('x-request-id')).not.toBe(headers['x-request-id']);
    }
  });

  it('is not told to one who claims the other’s purpose', async () => {
    const secret = secretOf(type);
    const attack: Attack = { name: '', query: at(secret, 0, `${secret.permittedField} ${secret.field}`) };
    for (const purpose of Object.keys(PURPOSES)) {
      const answer = await asked(secret, attack, 'denied', { 'x-purpose': purpose });
      const hasRight = truth().some(
        ({ id, coordinate, visibleTo }) =>
          id === secret.id &&
          coordinate === secret.deniedCoordinates[0] &&
          visibleTo.includes(`${secret.denied.persona}:${purpose}`),
      );
      expect([purpose, answer.text.includes(secret.marker)]).toEqual([purpose, hasRight]);
    }
  });

  it('is neither told nor asked when a page is counted, cut or continued', async () => {
    const secret = secretOf(type);
    const list = /^(\w+)/.exec(secret.ways[2] ?? '')?.[1] ?? '';
    const query = `query Asked($after: String) { ${list}(first: 2, after: $after) { totalCount edges { cursor node { id ${secret.permittedField} ${secret.field} } } pageInfo { hasNextPage endCursor } } }`;
    const { persona, purpose } = secret.denied;
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const answer: Answer = await send(persona, purpose, query, { after }, {});
      const page = answer.data?.[list] as {
        totalCount: number;
        edges: { cursor: string; node: Record<string, unknown> }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
      expect(coordinatesAsked(await answer.fetches()).has(`${type}.${secret.field}`)).toBe(false);
      for (const { node, cursor } of page.edges) {
        expect(node[secret.field]).toBeNull();
        seen.push(String(node['id']));
        expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toContain(String(node['id']));
      }
      expect(page.edges.length).toBe(page.pageInfo.hasNextPage ? 2 : page.edges.length);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      if (!page.pageInfo.hasNextPage) expect(page.totalCount).toBe(seen.length);
    } while (after !== null);
    const known = truth().filter(
      ({ coordinate, visibleTo }) =>
        coordinate === `${type}.${secret.permittedField}` && visibleTo.includes(told(secret.denied)),
    );
    expect(
      known
        .map(({ id }) => id)
        .sort()
        .every((id) => seen.includes(id)),
    ).toBe(true);
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe('a cursor', () => {
  const QUERY =
    'query Asked($after: String, $filter: NominalFilter, $orderBy: [NominalOrder!]) { nominals(first: 1, after: $after, filter: $filter, orderBy: $orderBy) { edges { cursor node { id } } } }';
  const POLICE = ['merseyside-police.officer', 'IOM_CASE_MANAGEMENT'] as const;
  const cursorOf = async (persona: string, purpose: string, variables: object = {}): Promise<string> => {
    const answer = await send(persona, purpose, QUERY, variables, {});
    const page = answer.data?.['nominals'] as { edges: { cursor: string }[] };
    return page.edges[0]?.cursor ?? '';
  };

  it('serves the one to whom it was given, for the same list and purpose, and nobody else', async () => {
    const own = await cursorOf(...POLICE);
    const next = await send(...POLICE, QUERY, { after: own }, {});
    expect([next.errors, next.text]).toEqual([[], expect.stringContaining('"id"')]);

    const foreign: readonly (readonly [string, string, string, object])[] = [
      ['another person', 'mals.mentor', 'MENTORING_SUPPORT', { after: own }],
      ['another purpose', 'merseyside-police.officer', 'OWN_CASE_WORK', { after: own }],
      ['another filter', ...POLICE, { after: own, filter: { name: { startsWith: 'A' } } }],
      ['another order', ...POLICE, { after: own, orderBy: [{ name: 'ASC' }] }],
      ['altered', ...POLICE, { after: `${own.slice(0, -4)}AAAA` }],
      ['cut', ...POLICE, { after: own.slice(0, 20) }],
      ['invented', ...POLICE, { after: Buffer.from('{"id":"kn-1","values":[]}').toString('base64url') }],
    ];
    const answers = await Promise.all(
      foreign.map(([, persona, purpose, variables]) => send(persona, purpose, QUERY, variables, {})),
    );
    for (const answer of answers) {
      expect(answer.data).toEqual({ nominals: null });
      expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT']);
      expect(answer.text).toBe(answers[0]?.text);
    }
  });

  it('holds nothing of the values by which a list is ordered', async () => {
    const orderBy = [{ name: 'ASC' }];
    const answer = await send(...POLICE, QUERY.replace('{ id }', '{ id name }'), { orderBy }, {});
    const [edge] = (answer.data?.['nominals'] as { edges: { cursor: string; node: { id: string; name: string } }[] })
      .edges;
    expect(edge?.node.name).toBeTruthy();
    const bytes = Buffer.from(edge?.cursor ?? '', 'base64url').toString('latin1');
    expect([bytes.includes(edge?.node.name ?? ''), bytes.includes(edge?.node.id ?? '')]).toEqual([false, false]);
  });
});

describe('the schema that a caller sees', () => {
  const WHOLE =
    '{ __schema { types { name fields(includeDeprecated: true) { name args { name } } inputFields { name } enumValues { name } } } }';

  it('has for the police what a mentor could never be shown, and for the mentor not a word of it', async () => {
    const police = await ask('merseyside-police.officer', undefined, WHOLE);
    const mentor = await ask('mals.mentor', undefined, WHOLE);
    for (const name of [
      'IntelligenceReport',
      'intelligenceReports',
      'CostOfCrime',
      'costsOfCrime',
      'corvusScores',
      'dateOfBirth',
    ]) {
      expect([name, police.text.includes(`"${name}"`), mentor.text.includes(`"${name}"`)]).toEqual([
        name,
        true,
        name === 'dateOfBirth' && mentor.text.includes('"dateOfBirth"'),
      ]);
    }
    for (const name of ['ExtremismCase', 'ExtremismFactor', 'extremismCase', 'VictimConstraint']) {
      expect([name, police.text.includes(`"${name}"`), mentor.text.includes(`"${name}"`)]).toEqual([
        name,
        false,
        false,
      ]);
    }
    expect(mentor.text).toContain('"givenName"');
  });

  it('answers by name as it does in whole', async () => {
    const asked = '{ __type(name: "IntelligenceReport") { name fields { name } } }';
    expect((await ask('merseyside-police.officer', undefined, asked)).text).toContain('"handlingCode"');
    const hidden = await ask('mals.mentor', undefined, asked);
    const unknown = await ask('mals.mentor', undefined, asked.replace('IntelligenceReport', 'NothingReport'));
    expect([hidden.data, hidden.text]).toEqual([{ __type: null }, unknown.text]);
  });

  it.each([
    ['a field', '{ nominals { edges { node { nam } } } }'],
    ['a root field', '{ nominal_ { id } intelligenceReport { id } }'],
    ['a type', '{ nominals { edges { node { ... on Nominall { id } } } } }'],
    ['an argument', '{ nominals(filte: {}) { totalCount } }'],
    ['a field of a filter', '{ nominals(filter: { nam: {} }) { totalCount } }'],
    ['a field of a sort', '{ nominals(orderBy: [{ dateOfBirt: ASC }]) { totalCount } }'],
    ['a value of an enum', '{ nominals(orderBy: [{ givenName: ASCE }]) { totalCount } }'],
    ['a directive', '{ nominals @includ(if: true) { totalCount } }'],
  ])('is not told by a suggestion for %s', async (_what, query) => {
    const answer = await ask('mals.mentor', 'MENTORING_SUPPORT', query);
    expect([answer.status, answer.data, answer.errors[0]?.extensions.code]).toEqual([400, undefined, 'BAD_INPUT']);
    expect(answer.text).not.toMatch(/did you mean|"name"|dateOfBirth\b(?!")/i);
    expect(await answer.fetches()).toEqual([]);
  });

  it.each([
    ['a field of a filter', { f: { nam: {} } }],
    ['a comparison', { f: { givenName: { equal: 'x' } } }],
  ])('is not told by a suggestion for %s in a variable', async (_what, variables) => {
    const answer = await ask(
      'mals.mentor',
      'MENTORING_SUPPORT',
      'query ($f: NominalFilter) { nominals(filter: $f) { totalCount } }',
      variables,
    );
    expect([answer.status, answer.errors[0]?.extensions.code]).toEqual([400, 'BAD_INPUT']);
    expect(answer.text).not.toMatch(/did you mean/i);
  });
});

describe('refused for everybody, before any owner is asked, is', () => {
  const bomb = Array.from(
    { length: 40 },
    (_, n) => `fragment F${String(n)} on Nominal { ...F${String(n + 1)} ...F${String(n + 1)} }`,
  ).join(' ');
  it.each<readonly [string, string, string]>([
    [
      '`_entities`',
      '{ _entities(representations: [{ __typename: "Person", id: "x" }]) { ... on Person { nominal { name } } } }',
      'BAD_INPUT',
    ],
    ['`_service`', '{ _service { sdl } }', 'BAD_INPUT'],
    ['a mutation that there is not', 'mutation { deleteNominal(id: "x") }', 'BAD_INPUT'],
    ['a subscription', 'subscription { nominals { totalCount } }', 'BAD_INPUT'],
    ['an alias that begins with "__"', '{ nominals { edges { node { __typename: name } } } }', 'BAD_INPUT'],
    ['an alias of the federation', '{ nominals { edges { node { __a: givenName } } } }', 'BAD_INPUT'],
    [
      'such an alias in a fragment',
      '{ nominals { edges { node { ...F } } } } fragment F on Nominal { __b: name }',
      'BAD_INPUT',
    ],
    [
      'such an alias in a fragment of another operation',
      'query Asked { nominals { totalCount } } query B { nominals { edges { node { ...F } } } } fragment F on Nominal { __b: name }',
      'BAD_INPUT',
    ],
    ['schema and data in one operation', '{ __schema { queryType { name } } nominals { totalCount } }', 'BAD_INPUT'],
    [
      'schema and data by way of a fragment',
      '{ __type(name: "Nominal") { name } ...R } fragment R on Query { nominals { totalCount } }',
      'BAD_INPUT',
    ],
    [
      'a fragment that contains itself',
      '{ nominals { edges { node { ...F } } } } fragment F on Nominal { ...G } fragment G on Nominal { ...F }',
      'BAD_INPUT',
    ],
    ['an operation that is put off', '{ nominals { edges { node { ... @defer { name } } } } }', 'BAD_INPUT'],
    [
      'several operations without a name',
      'query A { nominals { totalCount } } query B { nominals { totalCount } }',
      'BAD_INPUT',
    ],
    ['a page of more than a hundred', '{ nominals(first: 101) { totalCount } }', 'BAD_INPUT'],
    [
      'a fragment bomb',
      `{ nominals { edges { node { ...F0 } } } } ${bomb} fragment F40 on Nominal { name }`,
      'OPERATION_TOO_COSTLY',
    ],
  ])('%s', async (_what, query, code) => {
    const texts = await Promise.all(
      (
        [
          ['mals.mentor', 'MENTORING_SUPPORT'],
          ['merseyside-police.officer', 'IOM_CASE_MANAGEMENT'],
        ] as const
      ).map(async ([persona, purpose]) => {
        const answer = await send(persona, purpose, query, {}, {});
        expect([answer.status, answer.data, answer.errors[0]?.extensions.code]).toEqual([400, undefined, code]);
        expect(await answer.fetches()).toEqual([]);
        return answer.text;
      }),
    );
    expect(texts[0]).toBe(texts[1]);
  });

  const query = '{ nominals(first: 1) { edges { node { name } } } }';
  const json = { 'content-type': 'application/json' };
  it.each<readonly [string, string, RequestInit, number]>([
    ['a GET', `/graphql?query=${encodeURIComponent(query)}`, { method: 'GET' }, 405],
    ['a PUT', '/graphql', { method: 'PUT', headers: json, body: JSON.stringify({ query }) }, 405],
    [
      'a list of operations',
      '/graphql',
      { method: 'POST', headers: json, body: JSON.stringify([{ query }, { query }]) },
      400,
    ],
    [
      'a body of another type',
      '/graphql',
      { method: 'POST', headers: { 'content-type': 'text/plain' }, body: JSON.stringify({ query }) },
      400,
    ],
    [
      'a form',
      '/graphql',
      {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ query }).toString(),
      },
      400,
    ],
    [
      'a body of GraphQL',
      '/graphql',
      { method: 'POST', headers: { 'content-type': 'application/graphql' }, body: query },
      400,
    ],
    [
      'the hash of a query',
      '/graphql',
      {
        method: 'POST',
        headers: json,
        body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }),
      },
      400,
    ],
    ['another path', '/graphql/', { method: 'POST', headers: json, body: JSON.stringify({ query }) }, 404],
    ['the metrics at this port', '/metrics', { method: 'GET' }, 404],
  ])('%s', async (_what, address, init, status) => {
    const reply = await fetch(`${hub.gatewayUrl}${address}`, {
      ...init,
      headers: {
        ...(init.headers as Record<string, string> | undefined),
        authorization: `Bearer ${await tokenOf('merseyside-police.officer')}`,
        'x-purpose': 'IOM_CASE_MANAGEMENT',
        ...JUSTIFIED,
      },
    });
    const body = (await reply.json()) as { data?: unknown; errors?: unknown[] };
    expect([reply.status, body.data, body.errors?.length]).toEqual([status, undefined, 1]);
  });
});

describe('a caller to whom nothing of a document is denied', () => {
  it('is given the very bytes that the records make', async () => {
    const fields = ['id', 'givenName', 'name', 'aliases', 'dateOfBirth', 'homeBorough'] as const;
    const offenceFields = ['id', 'code', 'month', 'offenceDate'] as const;
    const police = 'merseyside-police.officer:IOM_CASE_MANAGEMENT';
    const records = new Map<string, Record<string, unknown>>();
    const offences = new Map<string, Record<string, unknown>>();
    for (const { id, coordinate, value, visibleTo, subject } of truth()) {
      const [type = '', field = ''] = coordinate.split('.');
      if (!visibleTo.includes(police)) continue;
      if (type === 'Nominal') records.set(id, { ...records.get(id), id, [field]: value });
      if (type === 'Offence') offences.set(id, { ...offences.get(id), id, subject, [field]: value });
    }
    const pick = (from: Record<string, unknown>, names: readonly string[]): object =>
      Object.fromEntries(names.map((name) => [name, from[name] ?? null]));
    const byId = (one: Record<string, unknown>, other: Record<string, unknown>): number =>
      String(one['id']) < String(other['id']) ? -1 : 1;
    const sorted = [...records.values()].sort(byId);
    expect(sorted.length).toBeGreaterThan(10);
    const nominals = {
      totalCount: sorted.length,
      edges: sorted.slice(0, 100).map((record) => ({
        node: {
          ...pick(record, fields),
          offences: [...offences.values()]
            .filter(({ subject }) => subject === record['id'])
            .sort(byId)
            .slice(0, 50)
            .map((offence) => pick(offence, offenceFields)),
        },
      })),
    };
    const query = `{ nominals(first: 100) { totalCount edges { node { ${fields.join(' ')} offences { ${offenceFields.join(' ')} } } } } }`;
    const answer = await ask('merseyside-police.officer', 'IOM_CASE_MANAGEMENT', query);
    expect(JSON.parse(answer.text)).toEqual({ data: { nominals } });
    // graphql-js answers objects in the order asked.
    expect(answer.text.trimEnd()).toBe(JSON.stringify({ data: { nominals } }));
  });
});
