import { createHmac } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { exportJWK, exportSPKI, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';

import { DEVELOPMENT_ISSUER, GATEWAY_AUDIENCE } from '../../development/issuer-key';
import type { RunningGateway } from '../../gateway/create-gateway';
import { startGatewayBeside } from '../hub/gateway-beside';
import { ask, askWith, hub, tokenOf } from '../hub/hub';

const PERSONA = 'merseyside-police.officer';
const PURPOSE = 'IOM_CASE_MANAGEMENT';
const QUERY = '{ nominals(first: 1) { edges { node { id } } } }';
const SCHEMA_QUESTION = '{ __schema { queryType { name } } }';

/** The only two headers that two equal answers differ in. */
const OF_ITS_OWN = new Set(['x-request-id', 'date']);

interface Claims extends Readonly<Record<string, unknown>> {
  readonly iss: string;
  readonly aud: string;
  readonly sub: string;
  readonly organisation: string;
  readonly role: string;
  readonly purposes: readonly string[];
  readonly exp: number;
}

let key: JWK;

const seconds = (): number => Math.floor(Date.now() / 1000);
const goodClaims = (): Claims => ({
  iss: DEVELOPMENT_ISSUER,
  aud: GATEWAY_AUDIENCE,
  sub: PERSONA,
  organisation: 'merseyside-police',
  role: 'officer',
  purposes: [PURPOSE],
  exp: seconds() + 600,
});
const sign = async (claims: Claims, header: Readonly<Record<string, string>> = {}, by: JWK = key): Promise<string> =>
  new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: key.kid ?? '', ...header })
    .sign(await importJWK(by, 'ES256'));
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

beforeAll(() => {
  key = JSON.parse(readFileSync(path.join(hub.dataFolder, 'keys/development-issuer.jwk.json'), 'utf8')) as JWK;
});

async function answered(headers: Readonly<Record<string, string>>): Promise<object> {
  const answer = await askWith({ 'x-purpose': PURPOSE, ...headers }, QUERY);
  expect(await answer.fetches()).toEqual([]);
  return {
    status: answer.status,
    text: answer.text,
    headers: [...answer.headers].filter(([name]) => !OF_ITS_OWN.has(name)),
  };
}

describe('a token', () => {
  it('that is good is answered', async () => {
    const good = await askWith({ authorization: `Bearer ${await sign(goodClaims())}`, 'x-purpose': PURPOSE }, QUERY);
    expect([good.status, good.errors]).toEqual([200, []]);
    expect((await good.fetches()).map(({ owner }) => owner)).toEqual(['knowsley-iom']);
  });

  const altered = async (claims: object): Promise<string> => {
    const [header = '', , signature = ''] = (await sign(goodClaims())).split('.');
    return `${header}.${part({ ...goodClaims(), ...claims })}.${signature}`;
  };
  const stranger = async (): Promise<JWK> => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    return exportJWK(privateKey);
  };

  it.each<readonly [string, () => string | Promise<string>]>([
    ['that is missing', () => ''],
    ['that is empty', () => 'Bearer '],
    ['that is no token', () => 'Bearer abc.def'],
    ['in another scheme', async () => `Basic ${await sign(goodClaims())}`],
    ['that is expired', async () => `Bearer ${await sign({ ...goodClaims(), exp: seconds() - 60 })}`],
    ['that is not valid yet', async () => `Bearer ${await sign({ ...goodClaims(), nbf: seconds() + 300 })}`],
    [
      'that never expires',
      async () => {
        const { exp: _exp, ...claims } = goodClaims();
        return `Bearer ${await sign(claims as unknown as Claims)}`;
      },
    ],
    ['that is unsigned', () => `Bearer ${part({ alg: 'none' })}.${part(goodClaims())}.`],
    [
      'that is unsigned and says so in capitals',
      () => `Bearer ${part({ alg: 'NONE', kid: key.kid })}.${part(goodClaims())}.`,
    ],
    [
      'signed with the public key as a secret',
      async () => {
        const signed = `${part({ alg: 'HS256', kid: key.kid })}.${part(goodClaims())}`;
        const { d: _d, ...publicKey } = key;
        const secret = await exportSPKI((await importJWK(publicKey, 'ES256')) as Parameters<typeof exportSPKI>[0]);
        return `Bearer ${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
      },
    ],
    ['signed with another key of the same id', async () => `Bearer ${await sign(goodClaims(), {}, await stranger())}`],
    [
      'that brings its own key',
      async () => {
        const own = await stranger();
        const { d: _d, ...publicKey } = own;
        const token = await new SignJWT({ ...goodClaims() })
          .setProtectedHeader({ alg: 'ES256', jwk: publicKey })
          .sign(await importJWK(own, 'ES256'));
        return `Bearer ${token}`;
      },
    ],
    ['of an unknown key', async () => `Bearer ${await sign(goodClaims(), { kid: 'unknown' })}`],
    ['of a wrong issuer', async () => `Bearer ${await sign({ ...goodClaims(), iss: 'https://other.example' })}`],
    ['for a wrong audience', async () => `Bearer ${await sign({ ...goodClaims(), aud: 'knowsley-iom' })}`],
    [
      'whose role was altered',
      async () => `Bearer ${await altered({ organisation: 'nps', role: 'probation-officer' })}`,
    ],
    ['whose purposes were altered', async () => `Bearer ${await altered({ purposes: ['OWN_CASE_WORK', PURPOSE] })}`],
    [
      'of an organisation that nobody knows',
      async () => `Bearer ${await sign({ ...goodClaims(), organisation: 'mi5' })}`,
    ],
    [
      'of a role that its organisation does not have',
      async () => `Bearer ${await sign({ ...goodClaims(), role: 'mentor' })}`,
    ],
    ['sent twice', async () => `Bearer ${await sign(goodClaims())}, Bearer ${await sign(goodClaims())}`],
    [
      'of the gateway for an owner',
      async () => {
        const asked = await ask(PERSONA, PURPOSE, QUERY);
        return `Bearer ${(await asked.fetches())[0]?.token ?? ''}`;
      },
    ],
  ])('%s is refused as any other that is not good', async (_what, authorization) => {
    const header = await authorization();
    const refused = await answered(header === '' ? {} : { authorization: header });
    expect(refused).toEqual(await answered({}));
    expect(refused).toMatchObject({ status: 401, text: expect.stringContaining('"code":"UNAUTHENTICATED"') as string });
  });
});

describe('an issuer that may speak for MALS alone', () => {
  const NARROW = 'https://narrow.example';
  let beside: RunningGateway;
  let signNarrow: (claims: object) => Promise<string>;

  beforeAll(async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const jwks = path.join(hub.dataFolder, 'narrow-issuer.json');
    writeFileSync(jwks, JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'narrow', alg: 'ES256' }] }));
    beside = await startGatewayBeside({
      issuers: [
        { issuer: NARROW, jwks, organisations: ['mals'], algorithms: ['ES256'] },
        {
          issuer: DEVELOPMENT_ISSUER,
          jwks: path.join(hub.dataFolder, 'keys/development-issuer.jwk.json'),
          organisations: ['*'],
          algorithms: ['ES256'],
        },
      ],
    });
    signNarrow = (claims) =>
      new SignJWT({ ...goodClaims(), iss: NARROW, ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: 'narrow' })
        .sign(privateKey);
  }, 60_000);
  afterAll(() => beside.close());

  const asked = async (token: string): Promise<readonly [number, string]> => {
    const reply = await fetch(`${beside.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token === '' ? {} : { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query: SCHEMA_QUESTION }),
    });
    return [reply.status, await reply.text()];
  };

  it('is believed about MALS, and about the police refused as if there were no token', async () => {
    const mentor = { sub: 'mals.mentor', organisation: 'mals', role: 'mentor' };
    expect((await asked(await signNarrow(mentor)))[0]).toBe(200);
    expect((await asked(await tokenOf(PERSONA)))[0]).toBe(200);
    const refused = await asked(await signNarrow({}));
    expect(refused).toEqual(await asked(''));
    expect(refused[0]).toBe(401);
  });

  it('cannot pass its tokens off as those of the other issuer', async () => {
    expect(await asked(await signNarrow({ iss: DEVELOPMENT_ISSUER }))).toEqual(await asked(''));
  });
});

describe('a purpose', () => {
  const codeOf = async (purpose: string | undefined, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await ask(PERSONA, purpose, QUERY, undefined, headers);
    if (answer.status !== 200) expect([answer.data, await answer.fetches()]).toEqual([undefined, []]);
    return [answer.status, answer.errors[0]?.extensions.code];
  };

  it('is required for data, and for nothing but data', async () => {
    expect(await codeOf(PURPOSE)).toEqual([200, undefined]);
    expect(await codeOf(undefined)).toEqual([400, 'PURPOSE_REQUIRED']);
    expect(await codeOf('')).toEqual([400, 'PURPOSE_REQUIRED']);
    expect((await ask(PERSONA, undefined, SCHEMA_QUESTION)).data).toEqual({
      __schema: { queryType: { name: 'Query' } },
    });
  });

  it.each([
    ['is a word of the vocabulary', 'CURIOSITY', 400, 'BAD_INPUT'],
    ['is no property of all objects', 'constructor', 400, 'BAD_INPUT'],
    ['is one, not two', `${PURPOSE}, OWN_CASE_WORK`, 400, 'BAD_INPUT'],
    ['is one that a protocol gives the role', 'MENTORING_SUPPORT', 403, 'PURPOSE_NOT_ALLOWED'],
    ['is one that anybody has at all', 'EMERGENCY', 403, 'PURPOSE_NOT_ALLOWED'],
  ])('%s', async (_what, purpose, status, code) => {
    expect(await codeOf(purpose)).toEqual([status, code]);
  });

  it('is not widened by a token that names a purpose which no protocol gives', async () => {
    const token = await sign({ ...goodClaims(), purposes: [PURPOSE, 'MENTORING_SUPPORT'] });
    expect(await codeOf('MENTORING_SUPPORT', { authorization: `Bearer ${token}` })).toEqual([
      403,
      'PURPOSE_NOT_ALLOWED',
    ]);
  });

  it('is narrowed by a token that names fewer than the protocols give', async () => {
    const token = await sign({ ...goodClaims(), purposes: [PURPOSE] });
    expect(await codeOf('OWN_CASE_WORK', { authorization: `Bearer ${token}` })).toEqual([403, 'PURPOSE_NOT_ALLOWED']);
    expect(await codeOf(PURPOSE, { authorization: `Bearer ${token}` })).toEqual([200, undefined]);
  });

  it('is justified, but for own work and questions about the schema', async () => {
    const without = { 'x-justification': '' };
    expect(await codeOf(PURPOSE, without)).toEqual([400, 'JUSTIFICATION_REQUIRED']);
    expect(await codeOf('OWN_CASE_WORK', without)).toEqual([200, undefined]);
    expect((await ask(PERSONA, undefined, SCHEMA_QUESTION, undefined, without)).status).toBe(200);
    expect((await ask('knowsley.dpo', 'OVERSIGHT', QUERY, undefined, without)).errors[0]?.extensions.code).toBe(
      'JUSTIFICATION_REQUIRED',
    );
  });

  it('is justified in percent-encoded UTF-8', async () => {
    expect(await codeOf(PURPOSE, { 'x-justification': encodeURIComponent('Réunion – perché sì, één') })).toEqual([
      200,
      undefined,
    ]);
    for (const bad of ['100% sure', '%E9', '%zz', '%00', '%0A', 'x'.repeat(2001)]) {
      expect(await codeOf(PURPOSE, { 'x-justification': bad })).toEqual([400, 'BAD_INPUT']);
    }
    expect(await codeOf(PURPOSE, { 'x-case-reference': 'C'.repeat(101) })).toEqual([400, 'BAD_INPUT']);
  });
});
