import { createServer, type IncomingHttpHeaders, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { OWNER_NAMES, type OwnerName } from '../../schema/owners';

/** The moment of a call at which somebody dies: before it reaches who is called, or before the answer comes back. */
export interface KillMoment {
  /** Who is called. */
  readonly at: OwnerName;
  readonly path: string;
  readonly when: 'before' | 'after';
  /** What the body holds, where the path alone does not tell the call. */
  readonly holds?: string;
}

export interface KillingProxies {
  readonly urls: Readonly<Record<OwnerName, string>>;
  /** The next such call waits until somebody was killed; the promise resolves then. */
  arm(moment: KillMoment, kill: () => Promise<void>): Promise<void>;
  /** Whether it was still armed: nobody has been killed, nor is being killed. */
  disarm(): boolean;
  /** Bodies of calls that were answered with success, and whose answers went on. */
  readonly delivered: readonly { readonly at: OwnerName; readonly path: string; readonly body: string }[];
  close(): Promise<void>;
}

/** Stands before every owner of a hub, so that a process can be killed in the middle of a step. */
export async function startKillingProxies(ports: Readonly<Record<OwnerName, number>>): Promise<KillingProxies> {
  let armed: (KillMoment & { readonly fire: () => Promise<void> }) | undefined;
  const delivered: { at: OwnerName; path: string; body: string }[] = [];
  const servers: Server[] = [];

  const killAt = async (at: OwnerName, path: string, when: KillMoment['when'], body: string): Promise<void> => {
    const moment = armed;
    if (moment?.at !== at || moment.path !== path || moment.when !== when || !body.includes(moment.holds ?? '')) return;
    armed = undefined;
    await moment.fire();
  };

  const open = async (owner: OwnerName): Promise<string> => {
    const server = createServer((incoming, outgoing) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        void (async () => {
          const { url: path = '', method, headers } = incoming;
          const body = Buffer.concat(chunks);
          const text = body.toString('utf8');
          await killAt(owner, path, 'before', text);
          const reply = await forward(ports[owner], { path, method, headers }, body);
          if (reply === undefined) return void outgoing.destroy();
          await killAt(owner, path, 'after', text);
          outgoing.writeHead(reply.status, reply.headers);
          outgoing.end(reply.body);
          if (reply.status === 200 && method === 'POST' && !outgoing.destroyed) {
            delivered.push({ at: owner, path, body: text });
          }
        })();
      });
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  };

  const urls = Object.fromEntries(
    await Promise.all(OWNER_NAMES.map(async (owner) => [owner, await open(owner)] as const)),
  ) as Record<OwnerName, string>;
  return {
    urls,
    arm: (moment, kill) =>
      new Promise((resolve, reject) => {
        armed = { ...moment, fire: () => kill().then(resolve, reject) };
      }),
    disarm: () => {
      const wasArmed = armed !== undefined;
      armed = undefined;
      return wasArmed;
    },
    delivered,
    close: async () => {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

/** The answer, or undefined where nobody answers to the end. */
function forward(
  port: number,
  { path, method, headers }: { path: string; method: string | undefined; headers: IncomingHttpHeaders },
  body: Buffer,
): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer } | undefined> {
  return new Promise((resolve) => {
    const gone = (): void => {
      resolve(undefined);
    };
    const onward = httpRequest({ host: '127.0.0.1', port, path, method, headers, agent: false }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('error', gone);
      reply.on('aborted', gone);
      reply.on('end', () => {
        const { 'transfer-encoding': _whole, connection: _own, ...rest } = reply.headers;
        resolve({ status: reply.statusCode ?? 502, headers: rest, body: Buffer.concat(chunks) });
      });
    });
    onward.on('error', gone);
    onward.end(body);
  });
}
