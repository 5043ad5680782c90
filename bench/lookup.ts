// A whole question across a border against a hundred thousand indexed people: counted and blinded at the asker's owner,
// evaluated by the owner that is asked, compared at the exchange, and on a hit begun and sealed; over HTTP, with the
// databases of all three, and without the step in which answers leave. All of it shares one process, so that what is
// measured is more than three machines would take. CONCORDAT_BENCH_PEOPLE sets another number of people.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { z } from 'zod';

import type { LookupKey } from '../blinding/lookup-key';
import { landOf } from '../matching/fixture/splits';
import type { Identity } from '../matching/identity';
import { deriveRecordKeys } from '../matching/keys/derive-match-keys';
import { startHttpServer } from '../service/http-server';
import { createLog } from '../service/log';
import { prepareDatabase } from '../subgraphs/common/loading/prepare-database';
import { Subject } from '../subgraphs/common/loading/subject';
import type { ExchangeCalls } from '../subgraphs/common/lookup/desk/exchange-calls';
import { lookUpPerson } from '../subgraphs/common/lookup/desk/look-up-person';
import { exchangeCalls } from '../subgraphs/common/lookup/open-owner-desks';
import { openOwnerLookups, type OwnerLookups } from '../subgraphs/common/lookup/open-owner-lookups';
import { type Asker, askerSchema } from '../subgraphs/common/peers/asker';
import { createPeerClient } from '../subgraphs/common/peers/peer-client';
import { peerRoute } from '../subgraphs/common/peers/peer-route';
import { createPeerSigner, peerKeysRoute } from '../subgraphs/common/peers/peer-token';
import { peerVerifier } from '../subgraphs/common/peers/verify-peer';
import type { OwnerDefinition } from '../subgraphs/common/serving/owner-definition';
import { databaseOf } from '../subgraphs/common/storage/database';
import { openStore, type Store, type StoreLocation } from '../subgraphs/common/storage/store';
import { exchange } from '../subgraphs/exchange/definition';
import { openExchangeLookups } from '../subgraphs/exchange/lookups/open-exchange-lookups';
import { TagIndex } from '../subgraphs/exchange/lookups/tag-index';
import { knowsleyIom } from '../subgraphs/knowsley-iom/definition';
import { safetyHouse } from '../subgraphs/safety-house/definition';
import { withDatabase } from '../test/row-security/owner-database';
import { atMost, type Bench, below } from './bench';
import { indexPeople } from './index-people';
import { quantile } from './measure/spread';

const SERVER = process.env.CONCORDAT_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const PEOPLE = 100_000;
const ROUNDS = 5;
/** As many as one organisation may ask in a day: the clocks of the owners go on by a day between rounds. */
const QUESTIONS_A_ROUND = 200;
const COMPARISONS_A_ROUND = 500;
/** So many are indexed as an owner does it; the tags of the others are drawn, and tags are random numbers. */
const TAGGED = 2_000;
const RECORDS_A_PUSH = 500;
/** People of a whole register that its owner indexes, and how much more the last of them may take than the first. */
const REGISTER = 10_000;
const LAST_OF_FIRST = 1.5;
const HEARTBEAT_EVERY = 25;
const DAY = 86_400_000;
/** A land that no other figure is taken from. */
const LAND = 200;

export const benchLookup: Bench = async ({ rounds = ROUNDS, say }) => {
  const people = Number(process.env.CONCORDAT_BENCH_PEOPLE ?? String(PEOPLE));
  const embedded = await inFolder((locationOf) => measure('embedded', locationOf, people, rounds, say));
  const postgres = await onServer((locationOf) => measure('postgresql', locationOf, people, rounds, say));
  const register = Math.min(REGISTER, people);
  say('embedded: an owner indexes its register');
  const indexed = await inFolder((locationOf) => indexPeople(locationOf(safetyHouse), register));
  say('postgresql: an owner indexes its register');
  const indexedOnPostgres = await onServer((locationOf) => indexPeople(locationOf(safetyHouse), register));
  const { firstQuarter, lastQuarter } = indexed.cpuMillisecondsEach;
  return {
    rounds,
    figures: {
      people,
      embedded: { ...embedded, registerIndexed: indexed },
      postgres: { ...postgres, registerIndexed: indexedOnPostgres },
    },
    goals: [
      below('p95 milliseconds of a whole question, embedded', embedded.questionMilliseconds.p95, 50),
      below('p95 milliseconds of a whole question, PostgreSQL', postgres.questionMilliseconds.p95, 50),
      atMost('questions about people of the index without a hit, per thousand', embedded.missedPerThousand, 350),
      atMost(
        'times what the first quarter of a register took of the processor, the last quarter, embedded',
        Number((lastQuarter / firstQuarter).toFixed(2)),
        LAST_OF_FIRST,
      ),
      atMost(
        'plans for candidates in clear without their index, while a register is indexed and afterwards',
        [indexed, indexedOnPostgres].flatMap(({ candidatesByIndex }) => candidatesByIndex).filter((isBy) => !isBy)
          .length,
        0,
      ),
    ],
  };
};

type LocationOf = (owner: OwnerDefinition) => StoreLocation;

async function inFolder<Result>(work: (locationOf: LocationOf) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'concordat-bench-'));
  try {
    return await work(({ name }) => ({ kind: 'embedded', directory: path.join(folder, name) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function onServer<Result>(work: (locationOf: LocationOf) => Promise<Result>): Promise<Result> {
  const open = (left: readonly OwnerDefinition[], locations: ReadonlyMap<string, StoreLocation>): Promise<Result> => {
    const [owner, ...others] = left;
    if (owner !== undefined) {
      return withDatabase(SERVER, undefined, (location) =>
        open(others, new Map([...locations, [owner.name, location]])),
      );
    }
    return work(({ name }) => {
      const location = locations.get(name);
      if (location === undefined) throw new Error(`There is no database of ${name}.`);
      return location;
    });
  };
  return open([exchange, knowsleyIom, safetyHouse], new Map());
}

async function measure(
  database: string,
  locationOf: LocationOf,
  people: number,
  rounds: number,
  say: (text: string) => void,
) {
  say(`${database}: making three databases`);
  const closing: Closing[] = [];
  try {
    const parts = await openParts(locationOf, closing);
    const land = landOf('B', LAND);
    const known = land.peopleTwice(Math.min(TAGGED, people), 'PUBLISHED');
    say(`${database}: indexing ${people.toLocaleString('en-GB')} people`);
    const tagged = await tagPeople(
      parts.key,
      known.map(({ original }) => original),
    );
    const loaded = await parts.load(tagged.records, people);
    const hits: number[] = [];
    const misses: number[] = [];
    const comparisons: number[] = [];
    let missed = 0;
    for (let round = 0; round < rounds; round += 1) {
      parts.passDay();
      const strangers = land.people(QUESTIONS_A_ROUND / 2);
      for (let question = 0; question < QUESTIONS_A_ROUND; question += 1) {
        if (question % HEARTBEAT_EVERY === 0) await parts.heartbeat();
        const isKnown = question % 2 === 0;
        const identity = isKnown
          ? known[(round * QUESTIONS_A_ROUND + question) % known.length]?.copy
          : strangers[(question - 1) / 2];
        if (identity === undefined) throw new Error('There is nobody to ask about.');
        const { milliseconds, isHit } = await parts.ask(identity);
        if (isKnown && !isHit) missed += 1;
        (isHit ? hits : misses).push(milliseconds);
      }
      comparisons.push(await parts.comparedASecond(tagged.records));
      say(`${database}: round ${String(round + 1)} of ${String(rounds)}`);
    }
    const of = (values: readonly number[]) => ({ p50: quantile(values, 0.5), p95: quantile(values, 0.95) });
    return {
      keysIndexedASecond: Math.round(tagged.keysASecond),
      tags: loaded.tags,
      tagsTakenASecond: Math.round(loaded.tags / loaded.seconds),
      comparisonsASecond: Math.round(quantile(comparisons, 0.5)),
      questionMilliseconds: of([...hits, ...misses]),
      hitMilliseconds: of(hits),
      missMilliseconds: of(misses),
      missedPerThousand: Math.round((missed * 2_000) / (rounds * QUESTIONS_A_ROUND)),
    };
  } finally {
    // Also what was opened before something failed: it would keep the process alive.
    for (const close of closing.reverse()) await close();
  }
}

type Closing = () => Promise<unknown>;

interface IndexedRecord {
  readonly record: string;
  readonly tags: readonly string[];
}

/** Makes the tags of people as an owner does. */
async function tagPeople(key: LookupKey, people: readonly Identity[]) {
  const begun = performance.now();
  const records: IndexedRecord[] = [];
  for (const identity of people) {
    const tags = await key.tagsOf(deriveRecordKeys(identity).map(({ text }) => text));
    records.push({ record: randomUUID(), tags });
  }
  const keys = records.reduce((sum, { tags }) => sum + tags.length, 0);
  return { records, keysASecond: (keys * 1000) / (performance.now() - begun) };
}

/**
 * The exchange, the owner that is asked and the asker's owner, which call each other over HTTP. @param closing is given
 * how each thing that was opened is closed
 */
async function openParts(locationOf: LocationOf, closing: Closing[]) {
  const log = createLog('bench', { LOG_LEVEL: 'silent' });
  const opened = async (owner: OwnerDefinition): Promise<Store> => {
    const store = await openStore(locationOf(owner), [Subject, ...owner.internalTables, ...owner.records]);
    closing.push(() => store.close());
    await prepareDatabase(owner, store, undefined, () => undefined);
    return store;
  };
  const listen = async (routes: Parameters<typeof startHttpServer>[0]['routes']): Promise<string> => {
    const server = await startHttpServer({ service: 'bench', host: '127.0.0.1', port: 0, log, routes });
    closing.push(() => server.close());
    return `http://127.0.0.1:${String(server.port)}`;
  };
  const clientOf = (signer: ReturnType<typeof createPeerSigner>, peers: ReadonlyMap<string, string>) => {
    const client = createPeerClient({ signer, peers, tls: undefined, timeoutMs: 60_000 });
    closing.push(() => client.close());
    return client;
  };
  const keysFolder = mkdtempSync(path.join(tmpdir(), 'concordat-bench-keys-'));
  closing.push(async () => {
    rmSync(keysFolder, { recursive: true, force: true });
  });
  let offset = 0;
  const ownersClock = { now: () => new Date(Date.now() + offset) };
  const lookupsOf = async (owner: OwnerDefinition): Promise<OwnerLookups> =>
    openOwnerLookups({
      owner,
      store: await opened(owner),
      env: { CONCORDAT_DATA_DIR: keysFolder },
      push: () => Promise.reject(new Error('Nothing is pushed by itself.')),
      clock: ownersClock,
      log,
    });

  const store = await opened(exchange);
  const asked = await lookupsOf(safetyHouse);
  const asking = await lookupsOf(knowsleyIom);
  const [key] = asked.keys().all;
  if (key === undefined) throw new Error('The owner that is asked has no key.');

  const signers = {
    exchange: createPeerSigner('exchange'),
    asked: createPeerSigner('safety-house'),
    asker: createPeerSigner('knowsley-iom'),
  };
  const exchangeKeys = new Map([['exchange', await listen([peerKeysRoute(signers.exchange)])]]);
  const evaluate = peerRoute({
    path: '/lookup/owner/evaluate',
    verify: peerVerifier('safety-house', exchangeKeys, undefined, () => new Date()),
    log,
    from: ['exchange'],
    schema: z.object({ asker: askerSchema, points: z.array(z.string()) }),
    handle: async (question) => {
      const answer = await asked.evaluate(question);
      if ('refused' in answer) throw new Error(answer.refused.message);
      return answer;
    },
  });
  const owners = new Map([
    ['safety-house', await listen([peerKeysRoute(signers.asked), evaluate])],
    ['knowsley-iom', await listen([peerKeysRoute(signers.asker)])],
  ]);
  const clock = { now: () => new Date() };
  const lookups = openExchangeLookups({
    store,
    client: clientOf(signers.exchange, owners),
    signer: signers.exchange,
    verify: peerVerifier('exchange', owners, undefined, () => new Date()),
    clock,
    log,
  });
  closing.push(() => lookups.close());
  const exchangeUrl = new Map([['exchange', await listen(lookups.routes)]]);
  const pusher = clientOf(signers.asked, exchangeUrl);
  const calls: ExchangeCalls = exchangeCalls(clientOf(signers.asker, exchangeUrl));
  const index = new TagIndex(databaseOf(store.maintenance), clock.now);
  let position = 0;
  let stamp: string | null = null;
  let questions = 0;

  const push = async (records: readonly IndexedRecord[]): Promise<void> => {
    const after = stamp;
    if (records.length > 0) [position, stamp] = [position + 1, randomUUID()];
    const changes = records.map(({ record, tags }) => ({
      record,
      tags: tags.map((tag) => ({ key: key.id, tag })),
      audience: null,
    }));
    const body = { position, stamp, after, changes, evaluating: key.id, sealing: key.sealingKey };
    await pusher.ask('exchange', '/lookup/tags', body, z.unknown());
  };

  return {
    key,
    heartbeat: () => push([]),
    passDay: () => {
      offset += DAY;
    },
    /** Pushes these records, and as many others of like size as are wanted in all. */
    load: async (records: readonly IndexedRecord[], people: number) => {
      const begun = performance.now();
      let tags = 0;
      for (let from = 0; from < people; from += RECORDS_A_PUSH) {
        const batch = Array.from({ length: Math.min(RECORDS_A_PUSH, people - from) }, (_, at): IndexedRecord => {
          const known = records[from + at];
          const like = records[(from + at) % records.length]?.tags.length ?? 10;
          return known ?? { record: randomUUID(), tags: drawnTags(like) };
        });
        await push(batch);
        tags += batch.reduce((sum, each) => sum + each.tags.length, 0);
      }
      const seconds = (performance.now() - begun) / 1000;
      await store.maintenance.query('analyze');
      return { tags, seconds };
    },
    /** Asks about somebody, as somebody else each time; from the moment the question is read until it is answered. */
    ask: async (identity: Identity) => {
      questions += 1;
      const asker: Asker = {
        person: `officer ${String(questions)}`,
        organisation: 'nps',
        role: 'probation-officer',
        purpose: 'CROSS_BORDER_CASE',
        jurisdiction: 'UK',
        owner: 'knowsley-iom',
        requestId: randomUUID(),
        caseReference: 'case-1',
      };
      const begun = performance.now();
      const refused = await asking.admitOwn(asker, identity);
      if (refused !== undefined) throw new Error(refused.message);
      const question = {
        asker,
        target: 'safety-house',
        identity,
        subject: 'kn-0001',
        protocol: 'XJ-LOOKUP@1.0.0',
        begun: () => Promise.resolve(),
      } as const;
      const hit = await lookUpPerson(question, calls);
      await asking.noteOutcome(asker, hit !== undefined);
      return { milliseconds: performance.now() - begun, isHit: hit !== undefined };
    },
    /** Comparisons of twelve tags with all that the exchange has, one after another. */
    comparedASecond: async (records: readonly IndexedRecord[]) => {
      const begun = performance.now();
      for (let number = 0; number < COMPARISONS_A_ROUND; number += 1) {
        const known = records[number % records.length]?.tags.slice(0, 2) ?? [];
        const tags = [...known, ...drawnTags(12 - known.length)];
        await index.match({ target: 'safety-house', key: key.id, tags, organisation: 'nps' });
      }
      return (COMPARISONS_A_ROUND * 1000) / (performance.now() - begun);
    },
  };
}

const drawnTags = (count: number): string[] => Array.from({ length: count }, () => randomBytes(8).toString('hex'));
