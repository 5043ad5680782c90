// Owners of people with a small register each, in databases of their own, which answer an exchange over HTTP as processes
// of the hub do. For programs: the embedded engine does not live in a test's world.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';

import { Agent, fetch, type RequestInit } from 'undici';

import { freePorts } from '../../bench/measure/start-process';
import { agreementsOf } from '../../development/agreements-of';
import { MemoryStore } from '../../ledger/fixture/memory-store';
import { LedgerWriter } from '../../ledger/ledger-writer';
import type { Protocol, ProtocolSet } from '../../protocols/protocol';
import { dataFolder } from '../../service/data-folder';
import { type RunningHttpServer, startHttpServer } from '../../service/http-server';
import { createLog } from '../../service/log';
import { operatorToken } from '../../service/operator-token';
import { prepareDatabase } from '../../subgraphs/common/loading/prepare-database';
import { LOOKUP_OWNERS, type LookupOwner } from '../../subgraphs/common/peers/asker';
import { createPeerSigner, PEER_TOKEN_HEADER, peerKeysRoute } from '../../subgraphs/common/peers/peer-token';
import { openOwnerResearch } from '../../subgraphs/common/research/open-owner-research';
import { RECORDED_DIMENSIONS, RESEARCH_COLUMNS } from '../../subgraphs/common/research/research-register';
import type { OwnerDefinition } from '../../subgraphs/common/serving/owner-definition';
import type { OwnerServices } from '../../subgraphs/common/serving/owner-services';
import { openStore } from '../../subgraphs/common/storage/store';
import { eri } from '../../subgraphs/eri/definition';
import { knowsleyIom } from '../../subgraphs/knowsley-iom/definition';
import { safetyHouse } from '../../subgraphs/safety-house/definition';
import { withDatabase } from '../row-security/owner-database';

const DEFINITIONS = { 'knowsley-iom': knowsleyIom, 'safety-house': safetyHouse, eri } as const;

/** A person of a register; what is not said is not recorded. */
export type Example = Readonly<Partial<Record<string, string | number | null>>> & {
  readonly subject_id: string;
  readonly entered_on: string;
};

/** An answer as it left: its status and its text. */
export interface Reply {
  readonly status: number;
  readonly text: string;
}

export interface ResearchOwner {
  readonly name: LookupOwner;
  readonly run: <Row>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;
  /** Puts people into the register. */
  readonly add: (people: readonly Example[]) => Promise<void>;
  /** Calls it as this process of the hub, by default the exchange. */
  readonly call: (path: string, body: unknown, as?: LookupOwner | 'exchange' | 'nobody') => Promise<Reply>;
  readonly operate: (method: 'GET' | 'POST', target: string) => Promise<Reply>;
  /** Its disclosure ledger. */
  readonly ledger: MemoryStore;
  /** Where it answers, its operator as well. */
  readonly port: number;
  /** Ends it and opens it once more. @param key the first text from which its research key follows */
  readonly restart: (key?: string) => Promise<void>;
}

export interface ResearchOwners {
  readonly owners: Readonly<Record<LookupOwner, ResearchOwner>>;
  /** What all of them take for now. */
  readonly clock: { at: Date };
}

const SERVER = process.argv[2] || undefined;
/** Owners are ended and opened again: no connection outlives its call. */
const dispatcher = new Agent({ pipelining: 0 });
const log = createLog('test', { LOG_LEVEL: 'silent' });

/** @param isSynthetic whether the owners take their first snapshot by themselves */
export async function withResearchOwners<Result>(
  people: (owner: LookupOwner) => readonly Example[],
  isSynthetic: boolean,
  work: (opened: ResearchOwners) => Promise<Result>,
): Promise<Result> {
  const clock = { at: new Date('2026-11-27T12:00:00Z'), now: () => clock.at };
  const ports = await freePorts(LOOKUP_OWNERS.length + 1);
  const [exchangePort = 0, ...ownerPorts] = ports;
  const signers = new Map([...LOOKUP_OWNERS, 'exchange'].map((name) => [name, createPeerSigner(name)]));
  const exchangeServer = await startHttpServer({
    ...{ service: 'exchange', host: '127.0.0.1', port: exchangePort, log },
    routes: [peerKeysRoute(signers.get('exchange') as ReturnType<typeof createPeerSigner>)],
  });
  const urls = new Map<string, string>([
    ['exchange', `http://127.0.0.1:${exchangePort}`],
    ...LOOKUP_OWNERS.map((owner, place) => [owner, `http://127.0.0.1:${ownerPorts[place] ?? 0}`] as const),
  ]);
  const protocols = agreementsInForce();

  const openOne = <Inner>(
    name: LookupOwner,
    port: number,
    inner: (owner: ResearchOwner) => Promise<Inner>,
  ): Promise<Inner> =>
    withDatabase(SERVER, undefined, async (location) => {
      const store = await openStore(location, []);
      const owner: OwnerDefinition = {
        ...DEFINITIONS[name],
        research: { rows: 'select * from research_example where entered_on < p_cutoff', definitions: {} },
      };
      await prepareDatabase(owner, store, undefined, () => undefined);
      const run = <Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
        store.maintenance.query<Row[]>(sql, [...values]);
      await run(
        `create table research_example (subject_id text primary key, entered_on date, ${RECORDED_DIMENSIONS.map(
          (dimension) => `${RESEARCH_COLUMNS[dimension]} text`,
        ).join(', ')}, mentoring_sessions integer)`,
      );
      const memory = new MemoryStore();
      const ledger = new LedgerWriter(memory);
      let services: OwnerServices | undefined;
      let server: RunningHttpServer | undefined;
      const close = async (): Promise<void> => {
        await server?.close();
        await services?.close();
      };
      const open = async (key: string): Promise<void> => {
        const keys = path.join(dataFolder(), 'keys');
        mkdirSync(keys, { recursive: true });
        const secret = createHash('sha256').update(`${key} ${name}`).digest('base64');
        writeFileSync(path.join(keys, `research-${name}.secret`), `${secret}\n`);
        services = await openOwnerResearch({
          ...{ owner, store, ledger, protocols: () => protocols, isSynthetic, clock, log, tls: undefined },
          peers: new Map([...urls].filter(([peer]) => peer !== name)),
        });
        server = await startHttpServer({
          ...{ service: name, host: '127.0.0.1', port, log },
          routes: [...services.routes, ...(services.forOperators ?? [])],
        });
      };
      const url = urls.get(name) ?? '';
      const send = async (target: string, init: RequestInit): Promise<Reply> => {
        const reply = await fetch(`${url}${target}`, { ...init, dispatcher });
        return { status: reply.status, text: await reply.text() };
      };
      const opened: ResearchOwner = {
        name,
        run,
        port,
        ledger: memory,
        add: async (examples) => {
          await run(
            `insert into research_example select * from jsonb_populate_recordset(null::research_example, $1::jsonb)`,
            [JSON.stringify(examples.map((example) => ({ ...NOT_RECORDED, ...example })))],
          );
        },
        call: (target, body, as = 'exchange') => {
          const text = JSON.stringify(body);
          const token = signers.get(as)?.sign(name, text);
          return send(target, {
            method: 'POST',
            body: text,
            headers: token === undefined ? {} : { [PEER_TOKEN_HEADER]: token },
          });
        },
        operate: (method, target) =>
          send(target, { method, headers: { authorization: `Bearer ${operatorToken(dataFolder())}` } }),
        restart: async (key = 'first') => {
          await close();
          await open(key);
        },
      };
      try {
        await opened.add(people(name));
        await open('first');
        return await inner(opened);
      } finally {
        await close();
        await store.close();
      }
    });

  const openAll = async (opened: readonly ResearchOwner[]): Promise<Result> => {
    const name = LOOKUP_OWNERS[opened.length];
    const port = ownerPorts[opened.length];
    if (name !== undefined && port !== undefined) {
      return openOne(name, port, (owner) => openAll([...opened, owner]));
    }
    const owners = Object.fromEntries(opened.map((owner) => [owner.name, owner])) as ResearchOwners['owners'];
    return work({ owners, clock });
  };
  try {
    return await openAll([]);
  } finally {
    await exchangeServer.close();
  }
}

const NOT_RECORDED: Readonly<Record<string, string | null>> = {
  ...Object.fromEntries(Object.values(RESEARCH_COLUMNS).map((column) => [column, 'NOT_RECORDED'])),
  reoffended_12m: 'CENSORED',
  mentoring_sessions: null,
};

/** The agreements, with the one about research in force whether all of its machinery is there or not. */
function agreementsInForce(): ProtocolSet {
  const set = agreementsOf({});
  const protocols = set.protocols.map(
    (protocol) =>
      Object.fromEntries(Object.entries(protocol).filter(([name]) => name !== 'awaits')) as unknown as Protocol,
  );
  return { ...set, protocols };
}
