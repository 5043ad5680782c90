import { serverAudits } from 'graphql-http';

import { type FixtureCaller, fixtureCallers } from './fixture/fixture-callers';
import { anAgreement, FIXTURE_PROTOCOLS, MENTOR, POLICE } from './fixture/fixture-protocols';
import {
  type FixtureGateway,
  type FixtureOwners,
  send,
  startFixtureGateway,
  startFixtureOwners,
} from './fixture/start-fixture';
import { decide } from '../protocols/decide';
import { protocolSet } from '../protocols/load-protocols';

let owners: FixtureOwners;
let fixture: FixtureGateway;
let police: FixtureCaller;
let mentor: FixtureCaller;

beforeAll(async () => {
  owners = await startFixtureOwners();
  fixture = await startFixtureGateway(owners, { ownerTimeoutMs: 400, corsOrigins: ['https://dashboard.example'] });
  ({ police, mentor } = await fixtureCallers(fixture));
});
afterAll(async () => {
  await fixture.close();
  await owners.close();
});
beforeEach(() => {
  owners.asked.length = 0;
});

const withGateway = async (
  options: Parameters<typeof startFixtureGateway>[1],
  use: (fixture: FixtureGateway, callers: Awaited<ReturnType<typeof fixtureCallers>>) => Promise<void>,
): Promise<void> => {
  const other = await startFixtureGateway(owners, options);
  try {
    await use(other, await fixtureCallers(other));
  } finally {
    await other.close();
  }
};

describe('a refusal', () => {
  it('names clause, coordinate and first occurrence, and tells how often it occurs', async () => {
    const { body } = await mentor.ask('{ subjects { edges { node { givenName n: name } } } }');
    expect(body.errors).toEqual([
      {
        message:
          '"Subject.name" is not shared with mals.mentor for MENTORING_SUPPORT (NARROW 1.0.0, clause R). Ask the data protection officer of the controller.',
        path: ['subjects', 'edges', 0, 'node', 'n'],
        extensions: {
          code: 'WITHHELD_BY_PROTOCOL',
          protocol: 'NARROW',
          version: '1.0.0',
          clause: 'R',
          category: 'IDENTITY',
          level: 'FULL',
          coordinate: 'Subject.name',
          requestable: false,
          occurrences: 3,
        },
      },
    ]);
    expect(body.data).toEqual({
      subjects: { edges: ['GIVEN-1', 'GIVEN-2', 'GIVEN-3'].map((givenName) => ({ node: { givenName, n: null } })) },
    });
  });

  it('is told at the nearest ancestor when it occurs nowhere', async () => {
    const { body } = await mentor.ask('{ subject(id: "9") { name } }');
    expect([body.data, body.errors?.map(({ path }) => path)]).toEqual([{ subject: null }, [['subject']]]);
  });

  it('makes the parent null where the field may not be', async () => {
    const { body } = await mentor.ask('{ subject(id: "1") { friend { mustHave } givenName } }');
    expect(body.data).toEqual({ subject: { friend: null, givenName: 'GIVEN-1' } });
    expect(body.errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
      [['subject', 'friend', 'mustHave'], 'WITHHELD_BY_PROTOCOL'],
    ]);
  });

  it('is not a failure: a rule that throws denies with INTERNAL, and is asked again next time', async () => {
    let broken = true;
    await withGateway(
      {
        createDecider: (set) => (right, field, now) => {
          if (broken && field.category === 'HOUSING') throw new Error('out of order');
          return decide(set, right, field, now);
        },
      },
      async (_other, callers) => {
        const query = '{ subject(id: "1") { givenName housing { street } } }';
        const { body, text } = await callers.police.ask(query);
        expect(body.data).toEqual({ subject: { givenName: 'GIVEN-1', housing: null } });
        expect(body.errors?.map(({ extensions }) => extensions['code'])).toEqual(['INTERNAL']);
        expect(text).not.toContain('out of order');
        broken = false;
        expect((await callers.police.ask(query)).text).toContain('STREET-1');
      },
    );
  });
});

describe('an owner', () => {
  const QUERY = '{ subject(id: "1") { givenName housing { street } offences { totalCount } } }';

  it.each([
    ['that does not answer in time', () => new Promise<never>(() => undefined)],
    ['that answers with an error of its server', async () => ({ status: 502, body: '{"data":null}' })],
    ['that answers with what is no JSON', async () => ({ status: 200, body: '<html>' })],
  ])('%s fails its own fields only', async (_how, disturbance) => {
    const repair = owners.disturb('homes', disturbance);
    const started = Date.now();
    const { body, status } = await police.ask(QUERY);
    repair();
    expect(status).toBe(200);
    expect(body.data).toEqual({ subject: { givenName: 'GIVEN-1', housing: null, offences: { totalCount: 7701 } } });
    expect(body.errors).toEqual([
      {
        message: 'The data of homes cannot be had at the moment. Try again later.',
        path: ['subject', 'housing'],
        extensions: { code: 'SOURCE_UNAVAILABLE', owner: 'homes' },
      },
    ]);
    expect(Date.now() - started).toBeLessThan(2000);
  });

  it('that cannot be reached fails its own fields only', async () => {
    await withGateway({ owners: { ...owners.urls, homes: 'http://127.0.0.1:1' } }, async (other, callers) => {
      const { body } = await callers.police.ask(QUERY);
      expect(body.data).toMatchObject({ subject: { givenName: 'GIVEN-1', housing: null } });
      expect(body.errors?.map(({ extensions, path }) => [extensions['code'], path])).toEqual([
        ['SOURCE_UNAVAILABLE', ['subject', 'housing']],
      ]);
      const ready = await fetch(`${other.gateway.url}/readyz`);
      expect([ready.status, await ready.json()]).toEqual([
        503,
        { ready: false, missing: ['homes'], protocols: FIXTURE_PROTOCOLS.version },
      ]);
    });
  });

  it('is believed in what it withholds, and in nothing else that it says', async () => {
    const repair = owners.disturb('homes', async () => ({
      status: 200,
      body: JSON.stringify({
        data: { _entities: [{ housing: null }] },
        errors: [
          {
            message: 'Withheld.',
            path: ['_entities', 0, 'housing'],
            extensions: { code: 'WITHHELD_BY_PROTOCOL', clause: '7', sql: 'select' },
          },
          {
            message: 'relation "tenant" of Jan Jansen',
            path: ['_entities', 0, 'housing'],
            extensions: { code: 'QUERY_FAILED', stacktrace: ['at x'] },
          },
        ],
      }),
    }));
    const { body, text } = await police.ask('{ subject(id: "1") { housing { street } } }');
    repair();
    expect(body.errors).toEqual([
      { message: 'Withheld.', path: ['subject', 'housing'], extensions: { code: 'WITHHELD_BY_PROTOCOL', clause: '7' } },
      {
        message: expect.stringContaining('x-request-id'),
        path: ['subject', 'housing'],
        extensions: { code: 'INTERNAL' },
      },
    ]);
    expect(text).not.toMatch(/Jansen|select|stack|serviceName|homes/);
  });

  it('gets a transaction token of its own and never the token of the person', async () => {
    await police.ask(QUERY);
    const tokens = owners.asked.map(({ headers }) => String(headers['txn-token']));
    expect(new Set(tokens).size).toBe(3);
    for (const { headers } of owners.asked) {
      expect(headers).not.toHaveProperty('authorization');
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});

describe('who asks', () => {
  const QUERY = { query: '{ ruleVersion }' };
  const UNAUTHENTICATED = {
    errors: [
      {
        message: 'Sign in: send a valid access token in the authorization header.',
        extensions: { code: 'UNAUTHENTICATED' },
      },
    ],
  };
  const claims = { organisation: 'mals', role: 'mentor', purposes: ['MENTORING_SUPPORT'] };
  const unsigned = (): string => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const payload = {
      ...claims,
      sub: 'x',
      iss: 'https://fixture.example',
      aud: 'concordat-gateway',
      exp: 4_000_000_000,
    };
    return `${part({ alg: 'none' })}.${part(payload)}.`;
  };

  it.each<readonly [string, () => string | Promise<string>]>([
    ['no token', () => ''],
    ['what is no token', () => 'Bearer abc'],
    ['an unsigned token', () => `Bearer ${unsigned()}`],
    ['an expired token', async () => `Bearer ${await fixture.token({ ...claims, expiresIn: -60 })}`],
    [
      'a token of a wrong issuer',
      async () => `Bearer ${await fixture.token({ ...claims, issuer: 'https://other.example' })}`,
    ],
    [
      'a token for a wrong audience',
      async () => `Bearer ${await fixture.token({ ...claims, audience: 'knowsley-iom' })}`,
    ],
    ['a token signed by a stranger', async () => `Bearer ${await fixture.strangersToken(claims)}`],
    [
      'an issuer that speaks for another organisation',
      async () =>
        `Bearer ${await fixture.token({ organisation: 'merseyside-police', role: 'officer', purposes: [], issuer: 'https://narrow.example' })}`,
    ],
    [
      'a role that the organisation does not have',
      async () => `Bearer ${await fixture.token({ ...claims, role: 'officer' })}`,
    ],
    [
      'an organisation that nobody knows',
      async () => `Bearer ${await fixture.token({ ...claims, organisation: 'toString' })}`,
    ],
  ])('refuses %s with the same words', async (_what, authorization) => {
    const { status, body } = await send(fixture.gateway.url, QUERY, {
      authorization: await authorization(),
      'x-purpose': 'MENTORING_SUPPORT',
    });
    expect([status, body]).toEqual([401, UNAUTHENTICATED]);
    expect(owners.asked).toEqual([]);
  });

  it('accepts the narrow issuer for its own organisation, and a clock that is half a minute off', async () => {
    for (const good of [
      { ...claims, issuer: 'https://narrow.example' },
      { ...claims, expiresIn: -20 },
    ]) {
      const authorization = `Bearer ${await fixture.token(good)}`;
      expect((await send(fixture.gateway.url, QUERY, { ...mentor.headers, authorization })).status).toBe(200);
    }
  });

  it('does not let a person ask faster than agreed, and says when to come back', async () => {
    await withGateway({ requestsPerMinute: 2 }, async (_other, callers) => {
      await callers.mentor.ask('{ ruleVersion }');
      await callers.mentor.ask('{ ruleVersion }');
      const { status, headers, body } = await callers.mentor.ask('{ ruleVersion }');
      expect([status, body.errors?.[0]?.extensions]).toEqual([429, { code: 'TOO_MANY_REQUESTS' }]);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await callers.police.ask('{ ruleVersion }')).status).toBe(200);
    });
  });
});

describe('why somebody asks', () => {
  const withPurpose = async (purpose: string | undefined, more: Record<string, string> = {}) => {
    const { 'x-purpose': _own, ...headers } = mentor.headers as Record<string, string>;
    const { status, body } = await send(
      fixture.gateway.url,
      { query: '{ ruleVersion }' },
      { ...headers, ...more, ...(purpose === undefined ? {} : { 'x-purpose': purpose }) },
    );
    return { status, code: body.errors?.[0]?.extensions['code'], message: body.errors?.[0]?.message };
  };

  it('must be said for data', async () => {
    expect(await withPurpose(undefined)).toEqual({
      status: 400,
      code: 'PURPOSE_REQUIRED',
      message: 'Say why you ask: send the header x-purpose. For your role it may be MENTORING_SUPPORT.',
    });
  });

  it('is a word of the vocabulary', async () => {
    const { status, code, message } = await withPurpose('CURIOSITY');
    expect([status, code]).toEqual([400, 'BAD_INPUT']);
    expect(message).toMatch(/x-purpose is one of OWN_CASE_WORK, .*MENTORING_SUPPORT/);
  });

  it('is one that the person and a protocol allow', async () => {
    expect(await withPurpose('IOM_CASE_MANAGEMENT')).toMatchObject({ status: 403, code: 'PURPOSE_NOT_ALLOWED' });
    const token = await fixture.token({
      organisation: 'mals',
      role: 'mentor',
      purposes: ['MENTORING_SUPPORT', 'REFERRAL'],
    });
    expect(await withPurpose('REFERRAL', { authorization: `Bearer ${token}` })).toMatchObject({
      code: 'PURPOSE_NOT_ALLOWED',
    });
    const narrow = await fixture.token({ organisation: 'mals', role: 'mentor', purposes: [] });
    expect(await withPurpose('MENTORING_SUPPORT', { authorization: `Bearer ${narrow}` })).toMatchObject({
      code: 'PURPOSE_NOT_ALLOWED',
    });
  });

  it('may be explained in any language', async () => {
    const justification = encodeURIComponent('Afspraak in de wijk – perché sì');
    expect(await withPurpose('MENTORING_SUPPORT', { 'x-justification': justification })).toMatchObject({ status: 200 });
    const longest = encodeURIComponent('\u{1F600}'.repeat(2000));
    expect(await withPurpose('MENTORING_SUPPORT', { 'x-justification': longest })).toMatchObject({ status: 200 });
  });

  it('must be justified', async () => {
    expect(await withPurpose('MENTORING_SUPPORT', { 'x-justification': '' })).toMatchObject({
      status: 400,
      code: 'JUSTIFICATION_REQUIRED',
    });
    expect(await withPurpose('MENTORING_SUPPORT', { 'x-justification': 'too short' })).toMatchObject({
      status: 400,
      code: 'BAD_INPUT',
    });
  });

  it('reaches the owners with the case, signed', async () => {
    await police.ask('{ ruleVersion }', {
      'x-case-reference': 'CASE-7',
      'x-justification': 'r%C3%A9union%20de%20demain',
    });
    const [, payload = ''] = String(owners.asked[0]?.headers['txn-token']).split('.');
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
      aud: owners.asked[0]?.owner,
      requester: {
        organisation: 'merseyside-police',
        role: 'officer',
        purpose: 'IOM_CASE_MANAGEMENT',
        caseReference: 'CASE-7',
        justification: 'réunion de demain',
      },
    });
  });
});

describe('protocols', () => {
  it('are put in force anew on reload, and a faulty set changes nothing', async () => {
    let set = FIXTURE_PROTOCOLS;
    let faulty = false;
    const protocols = () => {
      if (faulty) throw new Error('faults');
      return set;
    };
    await withGateway({ protocols }, async (other, callers) => {
      const query = '{ subject(id: "1") { givenName postcode } }';
      expect((await callers.mentor.ask(query)).body.data).toEqual({
        subject: { givenName: 'GIVEN-1', postcode: null },
      });
      set = protocolSet([
        anAgreement(
          'WIDE',
          MENTOR,
          ['MENTORING_SUPPORT'],
          ['kiom'],
          [
            { category: 'IDENTITY', level: 'FLAG' },
            { category: 'CONTACT', level: 'FULL' },
          ],
        ),
      ]);
      await other.gateway.reload();
      const answer = { subject: { givenName: null, postcode: 'POSTCODE-1' } };
      expect((await callers.mentor.ask(query)).body.data).toEqual(answer);
      faulty = true;
      await expect(other.gateway.reload()).rejects.toThrow('faults');
      expect((await callers.mentor.ask(query)).body.data).toEqual(answer);
    });
  });

  it('end when they end, though decisions are remembered', async () => {
    let now = new Date('2026-05-31T23:59:59Z');
    const set = protocolSet([
      anAgreement('ENDING', POLICE, ['IOM_CASE_MANAGEMENT'], ['kiom'], [{ category: 'IDENTITY', level: 'FULL' }], {
        from: '2026-01-01',
        until: '2026-06-01',
      }),
      anAgreement('LASTING', POLICE, ['IOM_CASE_MANAGEMENT'], ['kmbc'], [{ category: 'HOUSING', level: 'FULL' }]),
    ]);
    await withGateway({ protocols: () => set, clock: { now: () => now } }, async (_other, callers) => {
      const query = '{ subject(id: "1") { name } }';
      expect((await callers.police.ask(query)).text).toContain('NAME-1');
      now = new Date('2026-06-01T00:00:00Z');
      const { text } = await callers.police.ask(query);
      expect(text).not.toContain('NAME-1');
      expect(text).toContain('WITHHELD_BY_PROTOCOL');
    });
  });
});

describe('over HTTP', () => {
  it('keeps answers out of caches and names each by an id of its own', async () => {
    const { headers } = await police.ask('{ ruleVersion }', { 'x-request-id': 'mine' });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f]{8}-/);
  });

  it('is live and ready, publishes its public keys, and answers nothing else', async () => {
    const { url } = fixture.gateway;
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({
      ready: true,
      missing: [],
      protocols: FIXTURE_PROTOCOLS.version,
    });
    const { keys } = (await (await fetch(`${url}/.well-known/jwks.json`)).json()) as { keys: object[] };
    expect(keys).toEqual([
      { kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig', kid: expect.any(String), x: expect.any(String) },
    ]);
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
    expect((await fetch(`${url}/graphql`)).status).toBe(405);
  });

  it('lets listed origins in, and no others', async () => {
    const preflight = async (origin: string) =>
      (await fetch(`${fixture.gateway.url}/graphql`, { method: 'OPTIONS', headers: { origin } })).headers.get(
        'access-control-allow-origin',
      );
    expect(await preflight('https://dashboard.example')).toBe('https://dashboard.example');
    expect(await preflight('https://other.example')).toBeNull();
  });

  it('refuses a body that is too large, broken, or of another type', async () => {
    const post = async (body: string, type = 'application/json') => {
      const response = await fetch(`${fixture.gateway.url}/graphql`, {
        method: 'POST',
        headers: { ...police.headers, 'content-type': type },
        body,
      });
      const { errors } = (await response.json()) as { errors: { extensions: object }[] };
      return [response.status, errors[0]?.extensions];
    };
    const bad = { code: 'BAD_INPUT' };
    expect(await post(JSON.stringify({ query: `{ ruleVersion } #${'x'.repeat(300_000)}` }))).toEqual([413, bad]);
    expect(await post('{')).toEqual([400, bad]);
    expect(await post('query=%7BruleVersion%7D', 'application/x-www-form-urlencoded')).toEqual([400, bad]);
  });

  it.each(
    serverAudits({
      url: () => `${fixture.gateway.url}/graphql`,
      fetchFn: async (url: string, init: RequestInit = {}) =>
        fetch(url, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), ...police.headers } }),
    }).map((audit) => [audit.name, audit] as const),
  )('%s', async (_name, audit) => {
    const result = await audit.fn();
    expect(result.status).not.toBe('error');
  });
});
