import { applyMiddleware } from 'graphql-middleware';

import { createDecider, type Decider } from '../../../protocols/decide';
import { LedgerUnavailable, type LedgerWriter } from '../../../ledger/ledger-writer';
import type { ProtocolSet } from '../../../protocols/protocol';
import type { OwnerName } from '../../../schema/owners';
import { OWNERS } from '../../../schema/owners';
import type { Requester } from '../../../schema/requester';
import { readPermissionMap } from '../../../schema/read-permission-map';
import { TRANSACTION_TOKEN_HEADER } from '../../../schema/transaction-token';
import type { Clock } from '../../../service/clock';
import { type HttpReply, type HttpRequest, jsonReply, type Route } from '../../../service/http-server';
import type { Log } from '../../../service/log';
import { ConditionSql } from '../disclosure/condition-sql';
import { DisclosureScope } from '../disclosure/disclosure-scope';
import { catalogueOf, type OwnerCatalogue } from '../disclosure/owner-catalogue';
import { ownerShield } from '../disclosure/owner-shield';
import { buildOwnerSchema, type OwnerSchema } from '../graph/build-owner-schema';
import { personOf } from '../graph/person-views';
import { DisclosureNotes } from '../ledger/disclosure-notes';
import { noteDisclosures } from '../ledger/note-disclosures';
import { recordDisclosure } from '../ledger/record-disclosure';
import { accessExplanationOf } from '../oversight/access-explanation';
import { disclosuresOf } from '../oversight/log/disclosures';
import { RecordLoaders } from '../reading/record-loaders';
import { CursorSeal } from '../reading/sealed-cursor';
import { protocolKeysInForce } from '../row-security/row-permissions';
import { RequestStore } from '../storage/request-store';
import type { Store } from '../storage/store';
import { answerOperation, OperationCache, readOperationBody } from './answer-operation';
import { calendarDate } from './calendar-date';
import type { FindService, OwnerContext } from './owner-context';
import type { OwnerDefinition } from './owner-definition';
import type { OwnerMetrics } from './owner-metrics';
import { TransactionRefused, type VerifyTransaction } from './verify-transaction';

export interface OwnerGraph extends OwnerSchema {
  readonly catalogue: OwnerCatalogue;
}

/** The owner's graph without a database: its schema and what every coordinate of it discloses. */
export function ownerGraph(owner: OwnerDefinition): OwnerGraph {
  const person = personOf(owner.personViews);
  const explanation = owner.explanation === undefined ? undefined : accessExplanationOf(owner.explanation);
  const disclosures = disclosuresOf(owner.disclosures);
  const built = buildOwnerSchema(
    owner.records,
    [
      person.resolver,
      ...disclosures.resolvers,
      ...(explanation === undefined ? [] : [explanation.resolver]),
      ...owner.resolvers,
    ],
    [person.type, disclosures.type, ...(explanation === undefined ? [] : [explanation.type])],
  );
  const conditions = new ConditionSql(
    new Map(owner.predicates.map((predicate) => [predicate.name, predicate])),
    owner.anchors,
  );
  return { ...built, catalogue: catalogueOf(owner.records, readPermissionMap(built.sdl), conditions) };
}

export interface OwnerParts {
  readonly name: OwnerName;
  readonly graph: OwnerGraph;
  readonly store: Store;
  readonly ledger: LedgerWriter;
  /** Whether the ledger has a connection of its own, so that it is written while the request's own is given back. */
  readonly flushesBeside: boolean;
  readonly verify: VerifyTransaction;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: OwnerMetrics;
  readonly protocols: () => ProtocolSet;
  /** What resolvers find beside records, by its class: the desks of the lookup. */
  readonly services?: readonly object[];
  /** What each witness made of the ledger's last checkpoint: told, and no reason not to be ready. */
  readonly witnesses?: () => Readonly<Record<string, string>>;
}

/**
 * The way of one request at an owner: who asks → what may be decided → resolvers → store → ledger → answer.
 * Each step is a file of its own; this is the one place where their order stands.
 */
export function ownerRoutes(parts: OwnerParts): readonly Route[] {
  const { name, graph, store, ledger, verify, clock, log, metrics } = parts;
  const schema = applyMiddleware(
    graph.schema,
    noteDisclosures(graph.catalogue),
    ownerShield(graph.schema, graph.catalogue),
  );
  const operations = new OperationCache(graph.schema);
  const cursors = new CursorSeal();
  const deciders = new WeakMap<ProtocolSet, Decider>();
  const deciderOf = (set: ProtocolSet): Decider => {
    const known = deciders.get(set) ?? createDecider(set);
    deciders.set(set, known);
    return known;
  };

  const service: FindService = (type) => {
    const found = parts.services?.find((each) => each instanceof type);
    if (found === undefined) throw new Error(`${name} has no ${type.name}.`);
    return found as InstanceType<typeof type>;
  };

  async function answer(request: HttpRequest): Promise<HttpReply> {
    const token = request.headers[TRANSACTION_TOKEN_HEADER];
    let requester;
    try {
      requester = await verify(typeof token === 'string' ? token : undefined, request.body);
    } catch (error) {
      if (!(error instanceof TransactionRefused)) throw error;
      metrics.requests.inc({ outcome: 'refused' });
      log.warn({ reason: error.message }, 'refused a fetch without a valid transaction token');
      return failure(401, 'UNAUTHENTICATED', 'Owners answer the gateway only. Ask the gateway.');
    }
    let body;
    try {
      body = readOperationBody(request.body);
    } catch (error) {
      metrics.requests.inc({ outcome: 'bad-input' });
      return failure(400, 'BAD_INPUT', error instanceof Error ? error.message : 'Unreadable body.');
    }
    const prepared = operations.prepare(body.query);
    if (prepared.errors.length > 0) {
      metrics.requests.inc({ outcome: 'bad-input' });
      return jsonReply(400, { errors: prepared.errors });
    }

    const now = clock.now();
    const today = calendarDate(now, OWNERS[name].timeZone);
    const set = parts.protocols();
    const decide = deciderOf(set);
    const inForce = protocolKeysInForce(set, now);
    const storeAs = (asking: Requester): RequestStore =>
      new RequestStore(store.application, asking, now, today, inForce, () => {
        metrics.statements.inc();
      });
    const requestStore = storeAs(requester);
    const scope = new DisclosureScope(requester, today, graph.catalogue, requestStore, prepared.coordinates, (field) =>
      decide(requester, field, now),
    );
    const notes = new DisclosureNotes();
    const context: OwnerContext = {
      scope,
      notes,
      loaders: new RecordLoaders(scope),
      cursors,
      agreements: { set, decide, now },
      storeAs,
      service,
    };
    const stopTimer = metrics.duration.startTimer();
    try {
      const result = await answerOperation(schema, prepared, body, context, (error) => {
        log.error(
          { requestId: requester.requestId, err: error.originalError ?? error },
          'a field could not be answered',
        );
      });
      // Where there is one connection for all, the ledger needs that of the request.
      if (!parts.flushesBeside) await requestStore.close();
      const recorded = recordDisclosure(ledger, requester, notes, result, now);
      const closed = requestStore.close();
      // Written down while the ledger is written: it leaves when both are done.
      const reply = jsonReply(200, result, { 'x-request-id': requester.requestId });
      await Promise.all([recorded, closed]);
      metrics.requests.inc({ outcome: 'answered' });
      return reply;
    } catch (error) {
      if (!(error instanceof LedgerUnavailable)) throw error;
      metrics.requests.inc({ outcome: 'unrecorded' });
      log.error({ requestId: requester.requestId, err: error.cause }, 'the disclosure ledger could not be written');
      return failure(503, 'LEDGER_UNAVAILABLE', 'What is disclosed cannot be recorded, so that nothing is. Try later.');
    } finally {
      stopTimer();
      await requestStore.close();
    }
  }

  return [
    { method: 'POST', path: '/graphql', handle: answer },
    { method: 'GET', path: '/livez', handle: () => Promise.resolve(jsonReply(200, { live: true })) },
    {
      method: 'GET',
      path: '/readyz',
      handle: async () => {
        const missing: string[] = [];
        await store.application.query('select 1').catch(() => missing.push('database'));
        const status = missing.length === 0 ? 200 : 503;
        return jsonReply(status, {
          ready: missing.length === 0,
          missing,
          protocols: parts.protocols().version,
          witnesses: parts.witnesses?.(),
        });
      },
    },
  ];
}

function failure(status: number, code: string, message: string): HttpReply {
  return jsonReply(status, { errors: [{ message, extensions: { code } }] });
}
