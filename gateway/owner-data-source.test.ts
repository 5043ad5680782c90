import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createOwnerDataSource, type OwnerDataSourceOptions } from './owner-data-source';
import { PermissionMemory } from './permissions';

const received: string[] = [];
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    received.push(body);
    response.setHeader('content-type', 'application/json').end('{"data":{"dog":{"name":"Rex"}}}');
  });
});
beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  received.length = 0;
});

const permissions = new PermissionMemory({
  covers: () => false,
  ask: () => Promise.reject(new Error('not asked')),
}).forRight({ organisation: 'mals', role: 'mentor', purpose: 'REFERRAL', jurisdiction: 'UK' }, new Date());

const context = {
  requester: {
    person: 'mals.mentor',
    organisation: 'mals',
    role: 'mentor',
    jurisdiction: 'UK',
    purpose: 'REFERRAL',
    requestId: 'r',
  },
  permissions,
  now: new Date(),
  signal: new AbortController().signal,
} as const;

async function ask(query: string, options: Partial<OwnerDataSourceOptions>) {
  const faults: object[] = [];
  const source = createOwnerDataSource({
    owner: 'dogs',
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    timeoutMs: 1000,
    guard: async () => undefined,
    signer: { sign: () => 'token', publicKeys: () => ({ keys: [] }) },
    onFault: (fault) => faults.push(fault),
    onFetch: () => undefined,
    ...options,
  });
  const answer = await source.ask({ query }, context);
  await source.close();
  return { answer, faults };
}

it('sends what the guard lets pass', async () => {
  const { answer, faults } = await ask('{dog{name}}', {});
  expect(answer).toEqual({ data: { dog: { name: 'Rex' } } });
  expect(received).toEqual(['{"query":"{dog{name}}","variables":{}}']);
  expect(faults).toEqual([]);
});

it('sends nothing that the guard refuses, and tells the caller of a failure and the operator of the coordinate', async () => {
  const { answer, faults } = await ask('{dog{name}}', { guard: async () => 'Dog.name' });
  expect(received).toEqual([]);
  expect(answer.data).toBeUndefined();
  expect(answer.errors?.map(({ path, extensions }) => [path, extensions])).toEqual([[['dog'], { code: 'INTERNAL' }]]);
  expect(faults).toEqual([
    { owner: 'dogs', reason: 'the guard refused a fetch', coordinate: 'Dog.name', requestId: 'r' },
  ]);
});

it('asks nothing of an owner for a client that has gone', async () => {
  const gone = new AbortController();
  gone.abort();
  const source = createOwnerDataSource({
    owner: 'dogs',
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    timeoutMs: 1000,
    guard: async () => undefined,
    signer: { sign: () => 'token', publicKeys: () => ({ keys: [] }) },
    onFault: () => undefined,
    onFetch: () => undefined,
  });
  const { errors } = await source.ask({ query: '{dog{name}}' }, { ...context, signal: gone.signal });
  await source.close();
  expect(errors?.[0]?.extensions).toEqual({ code: 'SOURCE_UNAVAILABLE', owner: 'dogs' });
  expect(received).toEqual([]);
});
