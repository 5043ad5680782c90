import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One fetch as an owner was sent it. */
export interface RecordedFetch {
  readonly owner: string;
  readonly path: string;
  readonly requestId: string | undefined;
  readonly token: string | undefined;
  readonly body: string;
}

/** A call of one process of the hub to another about lookups or research, or any to the exchange, with what came back. */
export interface RecordedCall {
  readonly owner: string;
  readonly path: string;
  readonly requestId: string | undefined;
  readonly body: string;
  reply: string;
}

/** How an owner is made to fail: not answering at all, or later than anybody waits. */
export type Fault = 'none' | 'down' | 'slow';

const REMEMBERED = 5_000;
/** Calls are few, and whoever attacks the exchange has all of them. */
const REMEMBERED_CALLS = 20_000;

/**
 * Stands between the gateway and the owners and writes down what the gateway really asked. It changes nothing, unless
 * a test makes an owner fail. Tests talk to its control port, since they run in worlds of their own.
 */
export async function startRecordingProxies(
  owners: Readonly<Record<string, number>>,
): Promise<{ readonly ports: Readonly<Record<string, number>>; readonly controlPort: number; close(): Promise<void> }> {
  const recorded: RecordedFetch[] = [];
  const calls: RecordedCall[] = [];
  const faults = new Map<string, Fault>();
  const servers: Server[] = [];
  const ports: Record<string, number> = {};

  for (const [owner, port] of Object.entries(owners)) {
    const server = createServer((incoming, outgoing) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const body = Buffer.concat(chunks);
        const { 'x-request-id': requestId, 'txn-token': token } = incoming.headers;
        if (incoming.method === 'POST') {
          recorded.push({
            owner,
            path: incoming.url ?? '',
            requestId: typeof requestId === 'string' ? requestId : undefined,
            token: typeof token === 'string' ? token : undefined,
            body: body.toString('utf8'),
          });
          if (recorded.length > REMEMBERED) recorded.shift();
        }
        const call = {
          owner,
          path: incoming.url ?? '',
          requestId: typeof requestId === 'string' ? requestId : undefined,
          body: body.toString('utf8'),
          reply: '',
        };
        if (owner === 'exchange' || /^\/(lookup|research)\//.test(call.path)) {
          calls.push(call);
          if (calls.length > REMEMBERED_CALLS) calls.shift();
        }
        const fault = faults.get(owner) ?? 'none';
        if (fault === 'down') return void incoming.socket.destroy();
        if (fault === 'slow') return;
        const onward = httpRequest(
          { host: '127.0.0.1', port, path: incoming.url, method: incoming.method, headers: incoming.headers },
          (reply) => {
            outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
            reply.on('data', (chunk: Buffer) => (call.reply += chunk.toString('latin1')));
            reply.pipe(outgoing);
          },
        );
        onward.on('error', () => outgoing.destroy());
        onward.end(body);
      });
    });
    ports[owner] = await listen(server);
    servers.push(server);
  }
  const control = createServer((incoming, outgoing) => {
    const address = new URL(incoming.url ?? '/', 'http://127.0.0.1');
    if (address.pathname === '/fault') {
      faults.set(address.searchParams.get('owner') ?? '', (address.searchParams.get('fault') ?? 'none') as Fault);
      outgoing.end('{}');
      return;
    }
    if (address.pathname === '/calls') {
      outgoing.end(JSON.stringify(calls));
      return;
    }
    const wanted = address.searchParams.get('requestId');
    outgoing.end(JSON.stringify(wanted === null ? recorded : recorded.filter((fetch) => fetch.requestId === wanted)));
  });
  const controlPort = await listen(control);
  servers.push(control);
  return {
    ports,
    controlPort,
    close: async () => {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}
