import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { z } from 'zod';

import { type Route, type RunningHttpServer, startHttpServer } from '../../../service/http-server';
import { createLog } from '../../../service/log';
import type { OneTimeTokenSigner } from '../../../service/one-time-token';
import { projectRoot } from '../../../service/project-root';
import { readTlsIdentity, type TlsIdentity } from '../../../service/tls';
import { askerSchema } from './asker';
import { createPeerClient, type PeerClient } from './peer-client';
import { PeerRefused, PeerUnavailable } from './peer-errors';
import { peerRoute } from './peer-route';
import { createPeerSigner, PEER_TOKEN_HEADER, PEER_TOKEN_SECONDS, peerKeysRoute } from './peer-token';
import { PeerTokenRefused, peerVerifier, type VerifyPeer } from './verify-peer';

const log = createLog('test', { LOG_LEVEL: 'silent' });
const question = z.object({ number: z.number() });
const answer = z.object({ doubled: z.number(), from: z.string() });

const servers: RunningHttpServer[] = [];
const clients: PeerClient[] = [];
/** Asked for its keys so often. */
let keysServed = 0;
let eri: OneTimeTokenSigner;
let knowsley: OneTimeTokenSigner;
let eriUrl: string;
let peers: ReadonlyMap<string, string>;
let verify: VerifyPeer;
/** How far the receiver's clock is before ours. */
let aheadMs = 0;
const now = (): Date => new Date(Date.now() + aheadMs);

async function serve(...routes: Route[]): Promise<string> {
  const server = await startHttpServer({ service: 'test', host: '127.0.0.1', port: 0, log, routes });
  servers.push(server);
  return `http://127.0.0.1:${server.port}`;
}

function counted(route: Route): Route {
  return {
    ...route,
    handle: (request) => {
      keysServed += 1;
      return route.handle(request);
    },
  };
}

function clientOf(signer: OneTimeTokenSigner, url: string, timeoutMs = 5_000): PeerClient {
  const client = createPeerClient({ signer, peers: new Map([['exchange', url]]), tls: undefined, timeoutMs });
  clients.push(client);
  return client;
}

beforeEach(async () => {
  keysServed = 0;
  aheadMs = 0;
  eri = createPeerSigner('eri');
  knowsley = createPeerSigner('knowsley-iom');
  eriUrl = await serve(counted(peerKeysRoute(eri)));
  peers = new Map([
    ['eri', eriUrl],
    ['knowsley-iom', await serve(peerKeysRoute(knowsley))],
  ]);
  verify = peerVerifier('exchange', peers, undefined, now);
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe('a peer token', () => {
  const BODY = Buffer.from('{"number":1}');

  it('tells who calls, and its keys are fetched once', async () => {
    expect(keysServed).toBe(0);
    expect(await verify(eri.sign('exchange', BODY.toString()), BODY)).toBe('eri');
    expect(await verify(eri.sign('exchange', BODY.toString()), BODY)).toBe('eri');
    expect(await verify(knowsley.sign('exchange', BODY.toString()), BODY)).toBe('knowsley-iom');
    expect(keysServed).toBe(1);
  });

  it('is good once', async () => {
    const token = eri.sign('exchange', BODY.toString());
    await verify(token, BODY);
    await expect(verify(token, BODY)).rejects.toThrow(new PeerTokenRefused('used twice'));
  });

  it.each<readonly [string, () => string | undefined, RegExp]>([
    ['for another process', () => eri.sign('safety-house', BODY.toString()), /"aud"/],
    ['for another body', () => eri.sign('exchange', '{"number":2}'), /altered body/],
    ['of a process that is no peer', () => createPeerSigner('stranger').sign('exchange', ''), /known peer/],
    ['that another signed in its name', () => createPeerSigner('eri').sign('exchange', BODY.toString()), /key/],
    ['that is none', () => 'token', /known peer/],
    ['that is missing', () => undefined, /known peer/],
  ])('is refused %s', async (_what, token, reason) => {
    await expect(verify(token(), BODY)).rejects.toThrow(PeerTokenRefused);
    await expect(verify(token(), BODY)).rejects.toThrow(reason);
  });

  it('is refused after half a minute', async () => {
    const token = eri.sign('exchange', BODY.toString());
    aheadMs = (PEER_TOKEN_SECONDS + 3) * 1000;
    await expect(verify(token, BODY)).rejects.toThrow(/exp|timestamp/);
  });

  it('is good where the clocks differ by a second, and not by ten', async () => {
    aheadMs = -1_000;
    expect(await verify(eri.sign('exchange', BODY.toString()), BODY)).toBe('eri');
    aheadMs = -10_000;
    await expect(verify(eri.sign('exchange', BODY.toString()), BODY)).rejects.toThrow(PeerTokenRefused);
  });

  it('is believed after the keys were replaced, under the old one and the new', async () => {
    const rotating = createPeerSigner('eri', 0);
    const url = await serve(peerKeysRoute(rotating));
    const verifyIt = peerVerifier('exchange', new Map([['eri', url]]), undefined, now);
    const [before, after] = [rotating.sign('exchange', BODY.toString()), rotating.sign('exchange', BODY.toString())];
    expect(await verifyIt(before, BODY)).toBe('eri');
    expect(await verifyIt(after, BODY)).toBe('eri');
  });
});

describe('a call', () => {
  const doubling = (from: readonly string[] = ['eri']): Route =>
    peerRoute({
      path: '/double',
      verify,
      log,
      from,
      schema: question,
      handle: async ({ number }, caller) => {
        if (number === 13) throw new PeerRefused('TOO_MANY_LOOKUPS', 'Wait.', 180);
        if (number === 14) throw new PeerRefused('LOOKUP_CLOSED', 'The tap is closed.');
        if (number === 15) throw new PeerUnavailable('knowsley-iom', 'not heard of');
        if (number === 16) throw new Error('a fault of ours');
        return { doubled: 2 * number, from: caller };
      },
    });

  it('is answered, and the receiver knows whose it is', async () => {
    const client = clientOf(eri, await serve(doubling()));
    expect(await client.ask('exchange', '/double', { number: 21 }, answer)).toEqual({ doubled: 42, from: 'eri' });
  });

  it('comes back as the refusal that it is', async () => {
    const client = clientOf(eri, await serve(doubling()));
    const refused = (number: number): Promise<unknown> =>
      client.ask('exchange', '/double', { number }, answer).catch((error: unknown) => error);
    const [waiting, closed] = [await refused(13), await refused(14)];
    expect(waiting).toBeInstanceOf(PeerRefused);
    expect(waiting).toMatchObject({ code: 'TOO_MANY_LOOKUPS', message: 'Wait.', retryAfter: 180 });
    expect(closed).toMatchObject({ code: 'LOOKUP_CLOSED', retryAfter: undefined });
  });

  it.each<readonly [string, number, string]>([
    ['that needs another peer, which cannot answer', 15, 'status 503 of /double'],
    ['that fails at the peer', 16, 'status 500 of /double'],
  ])('%s, is unavailable', async (_what, number, reason) => {
    const client = clientOf(eri, await serve(doubling()));
    const asked = client.ask('exchange', '/double', { number }, answer);
    await expect(asked).rejects.toEqual(expect.objectContaining({ name: 'PeerUnavailable', reason }));
  });

  it.each<readonly [string, () => Promise<PeerClient>, string]>([
    [
      'where nothing listens',
      async () => {
        const url = await serve();
        await servers.pop()?.close();
        return clientOf(eri, url);
      },
      'ECONNREFUSED',
    ],
    ['where the peer is late', async () => clientOf(eri, await serve(slow()), 50), 'TimeoutError'],
    ['where the answer is another', async () => clientOf(eri, await serve(strange('{"halved":1}'))), 'cannot be read'],
    ['where the answer is no JSON', async () => clientOf(eri, await serve(strange('hello'))), 'SyntaxError'],
    [
      'where the peer takes it for a stranger',
      async () => clientOf(createPeerSigner('x'), await serve(doubling())),
      '401',
    ],
    ['where the peer may not call', async () => clientOf(knowsley, await serve(doubling())), '403'],
  ])('is unavailable %s', async (_what, client, reason) => {
    const asked = (await client()).ask('exchange', '/double', { number: 1 }, answer);
    await expect(asked).rejects.toEqual(
      expect.objectContaining({ name: 'PeerUnavailable', peer: 'exchange', reason: expect.stringContaining(reason) }),
    );
  });

  it('is unavailable of a peer whose address is not known', async () => {
    await expect(clientOf(eri, eriUrl).ask('safety-house', '/double', {}, answer)).rejects.toThrow(PeerUnavailable);
  });

  it.each([
    ['401 without a token', {}, '{"number":1}', 401, 'UNAUTHENTICATED'],
    ['401 before the body is looked at', {}, '{', 401, 'UNAUTHENTICATED'],
    ['403 before the body is looked at', { signer: () => knowsley }, '{', 403, 'PEER_NOT_ALLOWED'],
    ['400 for what is no JSON', { signer: () => eri }, '{', 400, 'BAD_INPUT'],
    ['400 for another form', { signer: () => eri }, '{"number":"secret"}', 400, 'BAD_INPUT'],
  ])('is answered with %s', async (_what, { signer }: { signer?: () => OneTimeTokenSigner }, body, status, code) => {
    const url = await serve(doubling());
    const response = await fetch(`${url}/double`, {
      method: 'POST',
      body,
      headers: signer === undefined ? {} : { [PEER_TOKEN_HEADER]: signer().sign('exchange', body) },
    });
    expect(response.status).toBe(status);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code } }] });
    expect(text).not.toContain('secret');
  });

  it('cannot be sent again by who saw it', async () => {
    const url = await serve(doubling());
    const body = '{"number":1}';
    const headers = { [PEER_TOKEN_HEADER]: eri.sign('exchange', body) };
    const send = async (): Promise<number> => (await fetch(`${url}/double`, { method: 'POST', body, headers })).status;
    expect([await send(), await send()]).toEqual([200, 401]);
  });
});

describe('a call over TLS', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'concordat-peers-'));
  const identityOf = (authority: string, name: string): TlsIdentity | undefined =>
    readTlsIdentity('X', {
      X_TLS_CERT_FILE: path.join(folder, authority, `${name}.crt`),
      X_TLS_KEY_FILE: path.join(folder, authority, `${name}.key`),
      X_TLS_CA_FILE: path.join(folder, authority, 'authority.crt'),
    });
  beforeAll(() => {
    const script = path.join(projectRoot, 'scripts/make-development-certificates.sh');
    for (const authority of ['ours', 'foreign']) {
      execFileSync('sh', [script, path.join(folder, authority), 'exchange,127.0.0.1', 'eri,127.0.0.1']);
    }
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['is answered between processes of our authority', 'ours', 'ours', true],
    ['is not made to a process of another authority', 'ours', 'foreign', false],
    ['is not taken from a process of another authority', 'foreign', 'ours', false],
  ])('%s', async (_what, callers, receivers, answered) => {
    const serveTls = async (name: string, authority: string, route: Route): Promise<string> => {
      const tls = identityOf(authority, name);
      const clients = 'processes-of-the-hub';
      const server = await startHttpServer({
        service: name,
        host: '127.0.0.1',
        port: 0,
        log,
        tls,
        clients,
        routes: [route],
      });
      servers.push(server);
      return `https://127.0.0.1:${server.port}`;
    };
    const eriAt = await serveTls('eri', callers, peerKeysRoute(eri));
    const overTls = peerVerifier('exchange', new Map([['eri', eriAt]]), identityOf(receivers, 'exchange'), now);
    const handle = async (): Promise<string> => 'answered';
    const from = ['eri'] as const;
    const route = peerRoute({ path: '/', verify: overTls, log, from, schema: z.unknown(), handle });
    const exchangeAt = await serveTls('exchange', receivers, route);
    const tls = identityOf(callers, 'eri');
    const client = createPeerClient({ signer: eri, peers: new Map([['exchange', exchangeAt]]), tls, timeoutMs: 5_000 });
    clients.push(client);
    const outcome = await client.ask('exchange', '/', {}, z.string()).catch((error: unknown) => error);
    if (answered) expect(outcome).toBe('answered');
    else expect(outcome).toBeInstanceOf(PeerUnavailable);
  });
});

describe('an asker', () => {
  const ASKER = {
    owner: 'safety-house',
    person: 'om-den-haag.prosecutor',
    organisation: 'om-den-haag',
    role: 'prosecutor',
    purpose: 'CROSS_BORDER_CASE',
    jurisdiction: 'NL',
    requestId: 'request-1',
    caseReference: 'case-1',
  };

  it('is taken as it is told', () => {
    expect(askerSchema.parse(ASKER)).toEqual(ASKER);
  });

  it.each([
    { organisation: 'stranger' },
    { organisation: 'toString' },
    { role: 'officer' },
    { purpose: 'CURIOSITY' },
    { jurisdiction: 'UK' },
    { owner: 'exchange' },
    { person: '' },
    { requestId: undefined },
  ])('is refused with %j', (part) => {
    expect(askerSchema.safeParse({ ...ASKER, ...part }).success).toBe(false);
  });
});

const slow = (): Route => ({
  method: 'POST',
  path: '/double',
  handle: () => new Promise((resolve) => setTimeout(() => resolve({ status: 200, body: '{}' }), 300)),
});
const strange = (body: string): Route => ({
  method: 'POST',
  path: '/double',
  handle: async () => ({ status: 200, body }),
});
