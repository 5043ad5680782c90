// Asks the graph over HTTP like any partner's own programme: with the person's token, the purpose of the tab and the
// reason in the person's own words.
import { Agent, type Dispatcher, request } from 'undici';
import type { TlsIdentity } from '../../service/tls';
import type { Errand } from '../sign-in/errand';
import { type GraphAnswer, readAnswer } from './graph-answer';

/** The graph did not answer at all: nothing was refused. */
export class GraphUnreachable extends Error {
  override readonly name = 'GraphUnreachable';
}

/** The graph refused the whole question, before any field of it. */
export class GraphRefusal extends Error {
  override readonly name = 'GraphRefusal';
  constructor(
    readonly code: string,
    message: string,
    readonly requestId: string | undefined,
    readonly retryAfter: string | undefined,
  ) {
    super(message);
  }
}

export interface Asker {
  readonly accessToken: string;
  readonly errand: Omit<Errand, 'key'>;
}

export interface Graph {
  ask(asker: Asker, query: string, variables?: Readonly<Record<string, unknown>>): Promise<GraphAnswer>;
  /** What the gateway says of its own readiness. */
  readiness(): Promise<Readiness>;
  close(): Promise<void>;
}

export interface Readiness {
  readonly answers: boolean;
  readonly ready: boolean;
  /** The parts that are not there. */
  readonly missing: readonly string[];
  readonly protocols: string | undefined;
}

const ASK_WITHIN_MS = 35_000;
const READY_WITHIN_MS = 3000;

export function createGraph(gatewayUrl: string, tls: TlsIdentity | undefined): Graph {
  const dispatcher: Dispatcher = new Agent({
    ...(tls === undefined ? {} : { connect: { ca: tls.ca } }),
    headersTimeout: ASK_WITHIN_MS,
    bodyTimeout: ASK_WITHIN_MS,
  });

  const send = async (address: string, options: Parameters<typeof request>[1]) => {
    try {
      const reply = await request(address, { ...options, dispatcher });
      return { ...reply, text: await reply.body.text() };
    } catch (error) {
      throw new GraphUnreachable('the gateway did not answer', { cause: error });
    }
  };

  return {
    async ask({ accessToken, errand }, query, variables = {}) {
      const { purpose, caseReference, justification } = errand;
      const reply = await send(`${gatewayUrl}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${accessToken}`,
          'x-purpose': purpose,
          ...(caseReference === undefined ? {} : { 'x-case-reference': caseReference }),
          ...(justification === undefined ? {} : { 'x-justification': encodeURIComponent(justification) }),
        },
        body: JSON.stringify({ query, variables }),
      });
      const requestId = single(reply.headers['x-request-id']);
      const body = parseBody(reply.text);
      if (body?.data === undefined || body.data === null) {
        const [error] = body?.errors ?? [];
        if (error?.extensions?.code === undefined) throw new GraphUnreachable('the gateway gave no answer');
        throw new GraphRefusal(error.extensions.code, error.message, requestId, single(reply.headers['retry-after']));
      }
      return readAnswer({ data: body.data, errors: body.errors ?? [] }, requestId);
    },

    async readiness() {
      try {
        const reply = await send(`${gatewayUrl}/readyz`, {
          method: 'GET',
          headersTimeout: READY_WITHIN_MS,
          bodyTimeout: READY_WITHIN_MS,
        });
        const said = JSON.parse(reply.text) as Partial<Readiness>;
        return {
          answers: true,
          ready: said.ready === true,
          missing: said.missing ?? [],
          protocols: said.protocols,
        };
      } catch {
        return { answers: false, ready: false, missing: ['gateway'], protocols: undefined };
      }
    },

    close: () => dispatcher.close(),
  };
}

interface AnswerBody {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Readonly<Record<string, unknown>> & { readonly code?: string };
  }[];
}

function parseBody(text: string): AnswerBody | undefined {
  try {
    return JSON.parse(text) as AnswerBody;
  } catch {
    return undefined;
  }
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
