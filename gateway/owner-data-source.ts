import { type FieldNode, Kind, parse, type SelectionSetNode } from 'graphql';
import { Pool } from 'undici';

import type { Requester } from '../schema/requester';
import { TRANSACTION_TOKEN_HEADER } from '../schema/transaction-token';
import type { TlsIdentity } from '../service/tls';

import { BoundedMap } from './bounded-map';
import { acceptOwnerError, type PlainError } from './format-error';
import type { FetchGuard } from './guard-fetch';
import { INTERNAL_MESSAGE } from './hub-error';
import type { Permissions } from './permissions';
import type { TransactionSigner } from './sign-transaction';

/** What a fetch needs to know of the request that it serves. */
export interface FetchContext {
  readonly requester: Requester;
  readonly permissions: Permissions;
  readonly now: Date;
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal;
}

export interface OwnerFetch {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
}

export interface OwnerAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly PlainError[];
}

export interface OwnerDataSource {
  ask(fetch: OwnerFetch, context: FetchContext): Promise<OwnerAnswer>;
  close(): Promise<void>;
}

export interface OwnerDataSourceOptions {
  readonly owner: string;
  readonly url: string;
  readonly timeoutMs: number;
  readonly guard: FetchGuard;
  readonly signer: TransactionSigner;
  /** Shown to an owner behind https, whose certificate must be of the same authority and name the owner's host. */
  readonly tls?: TlsIdentity | undefined;
  /** Told of every fetch that failed or was refused; the operator's side of the error. */
  readonly onFault: (fault: { owner: string; reason: string; coordinate?: string; requestId: string }) => void;
  readonly onFetch: (owner: string, outcome: 'answered' | 'unavailable' | 'refused', seconds: number) => void;
}

/** How much of an owner's answer is read before it is given up. */
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;
/** A connection that the owner closed while it was idle: nothing has been processed, so that asking again is safe. */
const STALE_CONNECTION = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

/**
 * Asks one owner: guard, sign, send, read. A failure is told as SOURCE_UNAVAILABLE at the fields that it concerns and
 * never thrown, so that one owner that is down never fails the others.
 */
export function createOwnerDataSource(options: OwnerDataSourceOptions): OwnerDataSource {
  const { owner, timeoutMs, guard, signer, tls, onFault, onFetch } = options;
  const address = new URL(options.url);
  const path = address.pathname === '/' ? '/graphql' : address.pathname;
  const pool = new Pool(address.origin, {
    connections: 64,
    connect: tls === undefined ? {} : { ...tls, rejectUnauthorized: true },
    bodyTimeout: timeoutMs,
    headersTimeout: timeoutMs,
    maxResponseSize: MAX_ANSWER_BYTES,
  });
  const pathsOf = fetchPathReader();

  const send = async (body: string, context: FetchContext): Promise<OwnerAnswer> => {
    const token = signer.sign(owner, context.requester, body);
    const deadline = startDeadline(timeoutMs, context.signal);
    try {
      const response = await pool.request({
        method: 'POST',
        path,
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          'x-request-id': context.requester.requestId,
          [TRANSACTION_TOKEN_HEADER]: token,
        },
        body,
        signal: deadline.signal,
      });
      const answer: unknown = await response.body.json();
      if (response.statusCode === 503 && isUnrecorded(answer)) throw new LedgerUnavailable(owner);
      if (response.statusCode >= 500 || !isAnswer(answer)) throw new Error(`status ${String(response.statusCode)}`);
      return answer;
    } finally {
      deadline.clear();
    }
  };

  const sendTwiceAtMost = async (fetch: OwnerFetch, body: string, context: FetchContext): Promise<OwnerAnswer> => {
    try {
      return await send(body, context);
    } catch (error) {
      if (!STALE_CONNECTION.has(codeOf(error)) || isMutation(fetch.query)) throw error;
      return await send(body, context);
    }
  };

  return {
    async ask(fetch, context) {
      const { requestId } = context.requester;
      const refused = await guard(owner, fetch.query, context.permissions, context.now);
      if (refused !== undefined) {
        onFault({ owner, reason: 'the guard refused a fetch', coordinate: refused, requestId });
        onFetch(owner, 'refused', 0);
        return { errors: errorsAt(pathsOf(fetch.query), INTERNAL_MESSAGE, { code: 'INTERNAL' }) };
      }
      const body = JSON.stringify({
        query: fetch.query,
        variables: fetch.variables ?? {},
        ...(fetch.operationName === undefined ? {} : { operationName: fetch.operationName }),
      });
      const started = performance.now();
      try {
        const { data, errors } = await sendTwiceAtMost(fetch, body, context);
        onFetch(owner, 'answered', (performance.now() - started) / 1000);
        const accepted = (errors ?? []).flatMap((error) => {
          const known = acceptOwnerError(error);
          if (known.extensions.code === 'INTERNAL') onFault({ owner, reason: 'the owner failed', requestId });
          return known.path === undefined ? errorsAt(pathsOf(fetch.query), known.message, known.extensions) : [known];
        });
        return { ...(data === undefined ? {} : { data }), ...(accepted.length === 0 ? {} : { errors: accepted }) };
      } catch (error) {
        onFetch(owner, 'unavailable', (performance.now() - started) / 1000);
        onFault({ owner, reason: codeOf(error) || 'no answer that can be read', requestId });
        if (error instanceof LedgerUnavailable) {
          return { errors: errorsAt(pathsOf(fetch.query), error.message, { code: error.code, owner }) };
        }
        return {
          errors: errorsAt(pathsOf(fetch.query), `The data of ${owner} cannot be had at the moment. Try again later.`, {
            code: 'SOURCE_UNAVAILABLE',
            owner,
          }),
        };
      }
    },
    close: () => pool.destroy(),
  };
}

function errorsAt(
  paths: readonly (readonly (string | number)[])[],
  message: string,
  extensions: Readonly<Record<string, unknown>>,
): PlainError[] {
  return paths.map((path) => ({ message, path, extensions }));
}

/** Where an answer to a fetch would stand: its root fields, or the fields asked of the first entity. */
function fetchPathReader(): (query: string) => readonly (readonly (string | number)[])[] {
  const read = new BoundedMap<string, readonly (readonly (string | number)[])[]>(1000);
  return (query) => {
    const known = read.get(query);
    if (known !== undefined) return known;
    const definition = parse(query, { noLocation: true }).definitions.find(
      (candidate) => candidate.kind === Kind.OPERATION_DEFINITION,
    );
    const roots = definition?.kind === Kind.OPERATION_DEFINITION ? fieldsIn(definition.selectionSet) : [];
    const paths = roots.flatMap((root): readonly (readonly (string | number)[])[] => {
      if (root.name.value !== '_entities' || !root.selectionSet) return [[nameOf(root)]];
      return fieldsIn(root.selectionSet)
        .filter((field) => field.name.value !== '__typename')
        .map((field) => ['_entities', 0, nameOf(field)]);
    });
    read.set(query, paths);
    return paths;
  };
}

function fieldsIn(selectionSet: SelectionSetNode): readonly FieldNode[] {
  return selectionSet.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    return selection.kind === Kind.INLINE_FRAGMENT ? fieldsIn(selection.selectionSet) : [];
  });
}

function nameOf(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}

function isMutation(query: string): boolean {
  return query.startsWith('mutation');
}

function isAnswer(value: unknown): value is OwnerAnswer {
  return typeof value === 'object' && value !== null && ('data' in value || 'errors' in value);
}

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

function isUnrecorded(answer: unknown): boolean {
  return (
    isAnswer(answer) && (answer.errors ?? []).some(({ extensions }) => extensions?.['code'] === 'LEDGER_UNAVAILABLE')
  );
}

/** The owner could not record what it was about to disclose, and so disclosed nothing. */
class LedgerUnavailable extends Error {
  readonly code = 'LEDGER_UNAVAILABLE';
  constructor(owner: string) {
    super(`${owner} cannot record disclosures at the moment, and therefore discloses nothing. Try again later.`);
  }
}

class DeadlinePassed extends Error {
  readonly code = 'TIMED_OUT';
}

/** Aborts when the time is over or the client has gone. By hand, since the built-in signals cost more than signing. */
function startDeadline(timeoutMs: number, outer: AbortSignal): { readonly signal: AbortSignal; clear(): void } {
  const controller = new AbortController();
  const follow = (): void => {
    controller.abort(outer.reason);
  };
  const timer = setTimeout(() => {
    controller.abort(new DeadlinePassed('the owner did not answer in time'));
  }, timeoutMs);
  outer.addEventListener('abort', follow, { once: true });
  if (outer.aborted) follow();
  return {
    signal: controller.signal,
    clear() {
      clearTimeout(timer);
      outer.removeEventListener('abort', follow);
    },
  };
}
