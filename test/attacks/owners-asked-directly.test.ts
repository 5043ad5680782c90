import { generateKeyPair, SignJWT } from 'jose';

import { OWNER_NAMES, OWNERS, type OwnerName } from '../../schema/owners';
import { TRANSACTION_TOKEN_SECONDS } from '../../schema/transaction-token';
import { ask, hub, setFault, tokenOf } from '../hub/hub';

/** A document that each owner answers to somebody, asked as that person. */
const QUESTIONS: Readonly<Record<OwnerName, { persona: string; purpose: string; query: string }>> = {
  'knowsley-iom': {
    persona: 'merseyside-police.officer',
    purpose: 'IOM_CASE_MANAGEMENT',
    query: '{ nominals(first: 1) { edges { node { name } } } }',
  },
  'safety-house': {
    persona: 'safety-house.process-manager',
    purpose: 'OWN_CASE_WORK',
    query: '{ clients(first: 1) { edges { node { name } } } }',
  },
  eri: {
    persona: 'eri.staff',
    purpose: 'OWN_CASE_WORK',
    query: '{ participants(first: 1) { edges { node { name } } } }',
  },
  exchange: {
    persona: 'pcc.commissioner',
    purpose: 'PERFORMANCE_MONITORING',
    query: '{ targets(first: 1) { edges { node { indicator } } } }',
  },
};

interface Captured {
  readonly token: string;
  readonly body: string;
}

/** A fetch that the gateway signed and that never reached its owner. */
async function capture(owner: OwnerName): Promise<Captured> {
  const { persona, purpose, query } = QUESTIONS[owner];
  await setFault(owner, 'down');
  try {
    const answer = await ask(persona, purpose, query);
    const fetched = (await answer.fetches()).find((candidate) => candidate.owner === owner);
    if (fetched?.token === undefined) throw new Error(`The gateway sent ${owner} nothing: ${answer.text}`);
    return { token: fetched.token, body: fetched.body };
  } finally {
    await setFault(owner, 'none');
  }
}

async function post(
  owner: OwnerName,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ status: number; text: string }> {
  const reply = await fetch(`${hub.ownerUrls[owner] ?? ''}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: reply.status, text: await reply.text() };
}

async function statementsRun(owner: OwnerName): Promise<number> {
  const port = hub.env[`${OWNERS[owner].variable}_METRICS_PORT`] ?? '';
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(/^concordat_owner_statements_total\S* (\d+)/m.exec(text)?.[1] ?? Number.NaN);
}

/** Refused as if it were nobody's, and without a statement to the database. */
async function isRefused(asked: OwnerName, body: string, headers: Readonly<Record<string, string>>): Promise<void> {
  const before = await statementsRun(asked);
  const { status, text } = await post(asked, body, headers);
  expect(status).toBe(401);
  expect(JSON.parse(text)).toEqual({ errors: [expect.objectContaining({ extensions: { code: 'UNAUTHENTICATED' } })] });
  expect(await statementsRun(asked)).toBe(before);
}

describe.each(OWNER_NAMES)('%s, asked without the gateway', (owner) => {
  const other: OwnerName = owner === 'eri' ? 'knowsley-iom' : 'eri';

  it('answers the gateway’s own token once, and refuses it a second time', async () => {
    const { token, body } = await capture(owner);
    const before = await statementsRun(owner);
    const first = await post(owner, body, { 'txn-token': token });
    expect(first.status).toBe(200);
    expect(JSON.parse(first.text)).toMatchObject({ data: expect.anything() });
    expect(first.text).toContain('"node"');
    expect(await statementsRun(owner)).toBeGreaterThan(before);
    await isRefused(owner, body, { 'txn-token': token });
  });

  it('refuses a question without a token', async () => {
    const { body } = await capture(owner);
    await isRefused(owner, body, {});
  });

  it('refuses the person’s own access token', async () => {
    const { body } = await capture(owner);
    const access = await tokenOf(QUESTIONS[owner].persona);
    await isRefused(owner, body, { authorization: `Bearer ${access}` });
    await isRefused(owner, body, { 'txn-token': access });
  });

  it('refuses a token signed with another key', async () => {
    const { token, body } = await capture(owner);
    const [header = '', payload = ''] = token.split('.').map((part) => Buffer.from(part, 'base64url').toString('utf8'));
    const { privateKey } = await generateKeyPair('EdDSA');
    const forged = await new SignJWT(JSON.parse(payload) as Record<string, unknown>)
      .setProtectedHeader(JSON.parse(header) as { alg: string })
      .sign(privateKey);
    await isRefused(owner, body, { 'txn-token': forged });
  });

  it('refuses a token whose body was altered', async () => {
    const { token, body } = await capture(owner);
    await isRefused(owner, body.replace('first', 'after'), { 'txn-token': token });
    await isRefused(owner, `${body} `, { 'txn-token': token });
  });

  it('refuses what was signed for it when another owner is asked with it', async () => {
    const { token, body } = await capture(owner);
    await isRefused(other, body, { 'txn-token': token });
  });
});

// It is refused before any database is asked: half a minute's wait, once in continuous integration and not on each store.
const onEmbedded = process.env.CONCORDAT_TEST_DATABASE !== 'postgres';

describe('every owner', () => {
  (onEmbedded ? it : it.skip)(
    'refuses a token that comes late',
    async () => {
      const captured = await Promise.all(OWNER_NAMES.map(async (owner) => ({ owner, ...(await capture(owner)) })));
      const expiries = captured.map(({ token }) => {
        const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as {
          iat: number;
          exp: number;
        };
        expect(claims.exp - claims.iat).toBeLessThanOrEqual(TRANSACTION_TOKEN_SECONDS);
        return claims.exp;
      });
      const wait = Math.max(...expiries) * 1000 - Date.now() + 1_000;
      await new Promise((resolve) => setTimeout(resolve, wait));
      for (const { owner, token, body } of captured) await isRefused(owner, body, { 'txn-token': token });
    },
    60_000,
  );
});
