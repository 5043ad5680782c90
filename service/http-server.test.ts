import { request as send } from 'node:http';
import { createLog } from './log';
import { type HttpServerOptions, type RunningHttpServer, startHttpServer } from './http-server';

const log = createLog('eri', { LOG_LEVEL: 'silent' });
const running: RunningHttpServer[] = [];

async function serve(options: Partial<HttpServerOptions>): Promise<{ address: string; server: RunningHttpServer }> {
  const server = await startHttpServer({ service: 'eri', host: '127.0.0.1', port: 0, routes: [], log, ...options });
  running.push(server);
  return { address: `http://127.0.0.1:${server.port}`, server };
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

const echo: HttpServerOptions['routes'][number] = {
  method: 'POST',
  path: '/echo',
  handle: async ({ body, query }) => ({ status: 200, body: `${query.get('q') ?? ''}${body.toString()}` }),
};

it('answers a route with its body and query', async () => {
  const { address } = await serve({ routes: [echo] });
  const response = await fetch(`${address}/echo?q=a`, { method: 'POST', body: 'bc' });
  expect([response.status, await response.text()]).toEqual([200, 'abc']);
});

it('answers 404 to an unknown path and 405 to an unknown method', async () => {
  const { address } = await serve({ routes: [echo] });
  expect((await fetch(`${address}/none`)).status).toBe(404);
  const response = await fetch(`${address}/echo`);
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
});

it('refuses a body that is too large, with or without its length told', async () => {
  const { address } = await serve({ routes: [echo], maxBodyBytes: 10 });
  const told = await fetch(`${address}/echo`, { method: 'POST', body: 'x'.repeat(11) });
  expect([told.status, await told.json()]).toEqual([
    413,
    { errors: [{ message: 'The body is larger than 10 bytes.', extensions: { code: 'BAD_INPUT' } }] },
  ]);
  const status = await new Promise((resolve, reject) => {
    const request = send(`${address}/echo`, { method: 'POST' }, (response) => {
      resolve(response.statusCode);
    }).on('error', reject);
    request.write('x'.repeat(6));
    request.end('x'.repeat(6));
  });
  expect(status).toBe(413);
  expect((await fetch(`${address}/echo`, { method: 'POST', body: 'x'.repeat(10) })).status).toBe(200);
});

it('answers 504 and aborts the work when the time is over', async () => {
  let aborted = false;
  const { address } = await serve({
    requestTimeoutMs: 30,
    routes: [
      {
        ...echo,
        handle: ({ signal }) =>
          new Promise(() => {
            signal.addEventListener('abort', () => (aborted = true));
          }),
      },
    ],
  });
  const response = await fetch(`${address}/echo`, { method: 'POST' });
  expect([response.status, aborted]).toEqual([504, true]);
});

it('aborts the work when the client goes away', async () => {
  const aborted = new Promise<boolean>((resolve) => {
    void serve({
      routes: [
        {
          ...echo,
          handle: ({ signal }) =>
            new Promise(() => {
              signal.addEventListener('abort', () => {
                resolve(true);
              });
            }),
        },
      ],
    }).then(({ address }) => {
      const client = send(`${address}/echo`, { method: 'POST' }).on('error', () => undefined);
      client.end();
      setTimeout(() => client.destroy(), 30);
    });
  });
  expect(await aborted).toBe(true);
});

it('answers 500 without the reason when a route throws', async () => {
  const { address } = await serve({ routes: [{ ...echo, handle: () => Promise.reject(new Error('hush')) }] });
  const response = await fetch(`${address}/echo`, { method: 'POST' });
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('hush');
});

it('lets a running request end before it closes', async () => {
  const { address, server } = await serve({
    routes: [
      {
        ...echo,
        handle: () =>
          new Promise((resolve) =>
            setTimeout(() => {
              resolve({ status: 200, body: 'late' });
            }, 60),
          ),
      },
    ],
  });
  const answer = fetch(`${address}/echo`, { method: 'POST' });
  await new Promise((resolve) => setTimeout(resolve, 20));
  await Promise.all([
    server.close(),
    answer.then(async (response) => {
      expect(await response.text()).toBe('late');
    }),
  ]);
  await expect(fetch(`${address}/echo`, { method: 'POST' })).rejects.toThrow();
});

it('names the variable when the port is in use', async () => {
  const { server } = await serve({});
  await expect(serve({ port: server.port })).rejects.toThrow(`ERI_PORT ${server.port} is in use by another program`);
});
