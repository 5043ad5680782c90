// The one HTTP server that every process runs: exact routes, a limit on bodies, a time-out, and a close that lets
// running requests end. It knows nothing of GraphQL or of the domain.
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { OWNERS } from '../schema/owners';
import { ConfigurationError } from './environment';
import type { Log } from './log';
import type { TlsIdentity } from './tls';

export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly remoteAddress: string;
  /** Aborted when the client goes away or the request's time is over. */
  readonly signal: AbortSignal;
}

export interface HttpReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'OPTIONS';
  readonly path: string;
  /** The largest body at this path; by default the server's. */
  readonly maxBodyBytes?: number;
  handle(request: HttpRequest): Promise<HttpReply>;
}

export interface ListenOptions {
  readonly service: string;
  readonly host: string;
  readonly port: number;
  readonly log: Log;
  /** The variable to name when the port cannot be had; by default the service's own. */
  readonly portVariable?: string;
  /** Serves TLS only. */
  readonly tls?: TlsIdentity | undefined;
  /** `processes-of-the-hub`: with TLS, a client without a certificate of our authority is cut off before any HTTP. */
  readonly clients?: 'anybody' | 'processes-of-the-hub';
}

export interface HttpServerOptions extends ListenOptions {
  readonly routes: readonly Route[];
  readonly maxBodyBytes?: number;
  readonly requestTimeoutMs?: number;
}

export interface RunningHttpServer {
  readonly port: number;
  /** Stops accepting, lets running requests end for up to three seconds, then cuts them. */
  close(): Promise<void>;
}

const DRAIN_MS = 3000;
/** A justification of 2,000 characters takes up to 24,000 bytes once percent-encoded; Node's own limit is 16 KiB. */
const MAX_HEADER_BYTES = 40 * 1024;

/** Listens, or throws a ConfigurationError that names the port's variable. */
export function startHttpServer(options: HttpServerOptions): Promise<RunningHttpServer> {
  return serveRequests(options, (request, response) => {
    void answer(options, request, response);
  });
}

/** The same server for who answers requests by a framework of its own. */
export async function serveRequests(
  options: ListenOptions,
  onRequest: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<RunningHttpServer> {
  const server = makeServer(options, onRequest);
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  await listen(server, options);
  let closing: Promise<void> | undefined;
  return {
    port: (server.address() as AddressInfo).port,
    close: () => (closing ??= closeServer(server)),
  };
}

function makeServer(
  { tls, clients = 'anybody', log }: ListenOptions,
  onRequest: (request: IncomingMessage, response: ServerResponse) => void,
): Server | TlsServer {
  if (tls === undefined) return createServer({ maxHeaderSize: MAX_HEADER_BYTES }, onRequest);
  const { cert, key, ca } = tls;
  // Among ourselves nothing older than TLS 1.3 speaks; who comes from outside may still have 1.2.
  const demand =
    clients === 'anybody' ? {} : { ca, requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.3' as const };
  const server = createTlsServer(
    { cert, key, handshakeTimeout: 10_000, maxHeaderSize: MAX_HEADER_BYTES, ...demand },
    onRequest,
  );
  server.on('tlsClientError', (error: NodeJS.ErrnoException) => {
    log.warn({ reason: error.code ?? 'no TLS' }, 'refused a connection');
  });
  return server;
}

/** A reply in JSON; an error's body has the form of a GraphQL error, whatever the path. */
export function jsonReply(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): HttpReply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify(body),
  };
}

function errorReply(
  status: number,
  code: string,
  message: string,
  headers?: Readonly<Record<string, string>>,
): HttpReply {
  return jsonReply(status, { errors: [{ message, extensions: { code } }] }, headers);
}

async function answer(options: HttpServerOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const reply = await findReply(options, request, response).catch((error: unknown) => {
    options.log.error({ err: error }, 'a request failed');
    return errorReply(500, 'INTERNAL', 'The request failed. The operator finds it in the log.');
  });
  if (response.writableEnded || response.destroyed) return;
  const body = Buffer.isBuffer(reply.body) ? reply.body : Buffer.from(reply.body ?? '');
  response.writeHead(reply.status, { ...reply.headers, 'content-length': body.length });
  response.end(body);
}

async function findReply(
  { routes, maxBodyBytes = 1_048_576, requestTimeoutMs = 30_000 }: HttpServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<HttpReply> {
  const target = `http://localhost${request.url ?? '/'}`;
  if (!URL.canParse(target)) return errorReply(400, 'BAD_INPUT', 'The address cannot be read.');
  const { pathname, searchParams } = new URL(target);
  const atPath = routes.filter((route) => route.path === pathname);
  const route = atPath.find(({ method }) => method === request.method);
  if (atPath.length === 0) return errorReply(404, 'NOT_FOUND', 'There is nothing at this path.');
  if (route === undefined) {
    const allow = atPath.map(({ method }) => method).join(', ');
    return errorReply(405, 'BAD_INPUT', `This path answers ${allow}.`, { allow });
  }
  const most = route.maxBodyBytes ?? maxBodyBytes;
  const body = await readBody(request, most);
  if (body === undefined) {
    // The rest of the body is not read, so the connection cannot be used again.
    return errorReply(413, 'BAD_INPUT', `The body is larger than ${most} bytes.`, { connection: 'close' });
  }
  const stopped = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const givenUp = new Promise<HttpReply>((resolve) => {
    response.once('close', () => {
      // It closes after every answer too: only a client that left early stops the work.
      if (!response.writableFinished) stopped.abort();
      resolve({ status: 499 });
    });
    timer = setTimeout(() => {
      stopped.abort();
      resolve(errorReply(504, 'TIMED_OUT', 'The answer took too long. Ask for less, or try again later.'));
    }, requestTimeoutMs);
  });
  try {
    const handled = route.handle({
      method: route.method,
      path: pathname,
      query: searchParams,
      headers: request.headers,
      body,
      remoteAddress: request.socket.remoteAddress ?? '',
      signal: stopped.signal,
    });
    return await Promise.race([handled, givenUp]);
  } finally {
    clearTimeout(timer);
  }
}

/** The whole body, or undefined when it is larger than permitted. */
async function readBody(request: IncomingMessage, maxBodyBytes: number): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBodyBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function listen(server: Server | TlsServer, { service, host, port, portVariable }: ListenOptions): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  }).catch((error: unknown) => {
    throw new ConfigurationError(
      describeListenFault(error as NodeJS.ErrnoException, host, port, portVariable ?? `${prefixOf(service)}_PORT`),
    );
  });
}

/** The words for a port that cannot be had. */
export function describeListenFault(
  error: NodeJS.ErrnoException,
  host: string,
  port: number,
  variable: string,
): string {
  const reason =
    error.code === 'EADDRINUSE'
      ? 'is in use by another program'
      : error.code === 'EACCES'
        ? 'needs rights that this user does not have'
        : `cannot be listened on at ${host} (${error.code ?? error.message})`;
  return `${variable} ${port} ${reason} (for example ${variable}=${port < 55_000 ? port + 10_000 : port - 10_000})`;
}

/** The prefix of a service's variables: `KNOWSLEY_IOM`, `GATEWAY`. */
export function prefixOf(service: string): string {
  const owner = Object.entries(OWNERS).find(([name]) => name === service)?.[1];
  return owner?.variable ?? service.toUpperCase().replaceAll('-', '_');
}

async function closeServer(server: Server | TlsServer): Promise<void> {
  // A connection that becomes idle while we wait is not closed by itself.
  const sweep = setInterval(() => {
    server.closeIdleConnections();
  }, 20);
  const cut = setTimeout(() => {
    server.closeAllConnections();
  }, DRAIN_MS);
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  clearInterval(sweep);
  clearTimeout(cut);
}
