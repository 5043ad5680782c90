// The disclosure ledger: entries that are written together while others are being written (flush when idle), against one
// commit per entry and against none, by 64 callers, on PostgreSQL and on the embedded database; what composing an entry
// costs an owner; and how many entries are verified in a second.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Client } from 'pg';
import { v7 as timeOrderedId } from 'uuid';

import { bodyHashOf, chainOf, EMPTY_LEDGER, nextHash } from '../ledger/chain';
import type { LedgerEntry } from '../ledger/entry';
import { linesOf } from '../ledger/ledger-lines';
import { type LedgerRecord, type LedgerStore, LedgerWriter } from '../ledger/ledger-writer';
import {
  CHECKPOINTS_STEP,
  LEDGER_HEAD_FUNCTION,
  LEDGER_INDEXES_STEP,
  LEDGER_STEP,
} from '../ledger/storage/ledger-tables';
import type { Query } from '../ledger/storage/read-ledger-part';
import { sqlLedgerStore } from '../ledger/storage/sql-ledger-store';
import { LedgerVerifier } from '../ledger/verify-ledger';
import type { Requester } from '../schema/requester';
import { composeEntry } from '../subgraphs/common/ledger/compose-entry';
import { DisclosureNotes } from '../subgraphs/common/ledger/disclosure-notes';
import { openPostgresLedgerConnection } from '../subgraphs/common/ledger/ledger-connection';
import { openEmbeddedEngine } from '../subgraphs/common/storage/embedded-pool';
import { atLeast, type Bench } from './bench';
import { cpuAddedARequest } from './ledger-at-owner';
import { spreadOf } from './measure/spread';

const SERVER = process.env.CONCORDAT_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const CALLERS = 64;
const ROUNDS = 7;
/** Enough for some two seconds each. */
const ENTRIES_A_ROUND = { flushWhenIdle: 20_000, oneCommitPerEntry: 4_000, none: 40_000 } as const;
const VERIFIED = 50_000;

const REQUESTER: Requester = {
  person: 'merseyside-police.officer',
  organisation: 'merseyside-police',
  role: 'officer',
  jurisdiction: 'UK',
  purpose: 'IOM_CASE_MANAGEMENT',
  caseReference: 'KN-1',
  justification: 'Prepares the visit of tomorrow.',
  requestId: '00000000-0000-4000-8000-000000000000',
};

/** What a case file of one person leaves: a few coordinates disclosed and one withheld. */
function aRecord(): LedgerRecord {
  const notes = new DisclosureNotes();
  const clause = { protocol: 'KIOM-CORE', version: '1.0.0', clause: 'police-record' };
  for (const field of ['id', 'name', 'aliases', 'address', 'dateOfBirth']) {
    notes.disclosed('kn-0001', `Nominal.${field}`, notes, clause);
  }
  notes.withheld('kn-0001', 'Nominal.healthNotes', clause);
  return composeEntry({ ...REQUESTER, requestId: timeOrderedId() }, notes, new Date(), false);
}

/** Keeps nothing: what is left is the writer itself, composing and hashing. */
class NoStore implements LedgerStore {
  readHead() {
    return Promise.resolve(EMPTY_LEDGER);
  }
  append(): Promise<void> {
    return Promise.resolve();
  }
}

/** One commit per entry: the same statement for each, and none waits for another to be written with it. */
function oneByOne(store: LedgerStore): (record: LedgerRecord) => Promise<unknown> {
  let head = EMPTY_LEDGER;
  let last: Promise<unknown> = store.readHead().then((read) => (head = read));
  return (record) =>
    (last = last.then(async () => {
      const entries = chainOf(head, [record.body]);
      await store.append(linesOf(entries, [record.texts]));
      const [entry] = entries as readonly [LedgerEntry];
      head = { size: entry.sequence, hash: entry.hash };
    }));
}

/**
 * How many entries the callers together have durable in a second, each waiting for its own before the next. They are
 * composed beforehand: what that takes is the request's own work, and told apart.
 */
async function entriesASecond(append: (record: LedgerRecord) => Promise<unknown>, count: number): Promise<number> {
  const records = Array.from({ length: count }, aRecord);
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      for (let record = records.pop(); record !== undefined; record = records.pop()) await append(record);
    }),
  );
  return (count * 1000) / (performance.now() - begun);
}

async function compare(query: Query, rounds: number, say: (text: string) => void) {
  const variants: Readonly<Record<keyof typeof ENTRIES_A_ROUND, () => (record: LedgerRecord) => Promise<unknown>>> = {
    flushWhenIdle: () => {
      const writer = new LedgerWriter(sqlLedgerStore(query));
      return (record) => writer.append(record);
    },
    oneCommitPerEntry: () => oneByOne(sqlLedgerStore(query)),
    none: () => {
      const writer = new LedgerWriter(new NoStore());
      return (record) => writer.append(record);
    },
  };
  const measured: Record<string, number[]> = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, begin] of Object.entries(variants)) {
      (measured[name] ??= []).push(
        await entriesASecond(begin(), ENTRIES_A_ROUND[name as keyof typeof ENTRIES_A_ROUND]),
      );
    }
    say(`round ${String(round + 1)} of ${String(rounds)}`);
  }
  const { flushWhenIdle = [], oneCommitPerEntry = [], none = [] } = measured;
  const ratios = flushWhenIdle.map((value, round) => value / (oneCommitPerEntry[round] ?? Number.NaN));
  return {
    entriesASecond: {
      flushWhenIdle: spreadOf(flushWhenIdle),
      oneCommitPerEntry: spreadOf(oneCommitPerEntry),
      none: spreadOf(none),
    },
    timesOneCommitPerEntry: spreadOf(ratios),
  };
}

/** What the server says of itself, and how long one commit of a row really takes. */
async function durability(client: Client) {
  const setting = async (name: string): Promise<string> =>
    String((await client.query<Record<string, unknown>>(`show ${name}`)).rows[0]?.[name]);
  await client.query('create table commits (at timestamptz)');
  const took: number[] = [];
  for (let commit = 0; commit < 200; commit += 1) {
    const begun = performance.now();
    await client.query('insert into commits values (now())');
    took.push(performance.now() - begun);
  }
  return {
    fsync: await setting('fsync'),
    synchronousCommit: await setting('synchronous_commit'),
    walSyncMethod: await setting('wal_sync_method'),
    version: await setting('server_version'),
    millisecondsACommit: spreadOf(took),
  };
}

async function onPostgres(rounds: number, say: (text: string) => void) {
  const database = `concordat_bench_ledger_${String(process.pid)}`;
  const server = new Client({ connectionString: SERVER });
  await server.connect();
  try {
    await server.query(`create database ${database}`);
    const url = new URL(SERVER);
    url.pathname = `/${database}`;
    const client = new Client({ connectionString: url.toString() });
    const ledger = openPostgresLedgerConnection(url.toString());
    await client.connect();
    try {
      for (const { sql } of [LEDGER_STEP, CHECKPOINTS_STEP, LEDGER_INDEXES_STEP]) await client.query(sql);
      await client.query(LEDGER_HEAD_FUNCTION);
      return { durability: await durability(client), ...(await compare(ledger.query, rounds, say)) };
    } finally {
      await client.end();
      await ledger.close();
    }
  } finally {
    await server.query(`drop database if exists ${database} with (force)`);
    await server.end();
  }
}

async function onEmbedded(rounds: number, say: (text: string) => void) {
  const folder = mkdtempSync(path.join(tmpdir(), 'concordat-bench-'));
  const engine = await openEmbeddedEngine(path.join(folder, 'database'));
  try {
    for (const { sql } of [LEDGER_STEP, CHECKPOINTS_STEP, LEDGER_INDEXES_STEP]) await engine.exec(sql);
    await engine.exec(LEDGER_HEAD_FUNCTION);
    const query: Query = async <Row>(sql: string, values: unknown[]): Promise<Row[]> =>
      (await engine.query<Row>(sql, values)).rows;
    return await compare(query, rounds, say);
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** CPU that composing and chaining one entry takes in the owner's process, in milliseconds. */
function cpuAnEntry(): number {
  const count = 5_000;
  const before = process.cpuUsage();
  let hash = EMPTY_LEDGER.hash;
  for (let entry = 1; entry <= count; entry += 1) {
    const { body } = aRecord();
    hash = nextHash(hash, bodyHashOf({ ...body, sequence: entry }));
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / count;
}

/** Entries verified in a second, with all of their texts. */
function verifiedASecond(): number {
  const records = Array.from({ length: VERIFIED }, aRecord);
  const entries = chainOf(
    EMPTY_LEDGER,
    records.map(({ body }) => body),
  );
  const begun = performance.now();
  const verifier = new LedgerVerifier();
  entries.forEach((entry, index) => {
    verifier.accept(entry, records[index]?.texts);
  });
  const found = verifier.finish();
  if ('kind' in found) throw new Error(`The bench's own ledger does not verify: ${found.kind}`);
  return (VERIFIED * 1000) / (performance.now() - begun);
}

export const benchLedger: Bench = async ({ rounds = ROUNDS, say }) => {
  say('PostgreSQL');
  const postgres = await onPostgres(rounds, say);
  say('the embedded database');
  const embedded = await onEmbedded(rounds, say);
  say('the CPU time of an owner that answers');
  const cpuAtOwner = await cpuAddedARequest(REQUESTER, [1, CALLERS], rounds, say);
  say('verifying and composing');
  cpuAnEntry();
  verifiedASecond();
  const verified = spreadOf(Array.from({ length: rounds }, verifiedASecond));
  const cpu = spreadOf(Array.from({ length: rounds }, cpuAnEntry));
  return {
    rounds,
    figures: {
      callers: CALLERS,
      postgres,
      embedded,
      cpuARequestAtAnOwner: cpuAtOwner,
      cpuMillisecondsAnEntry: cpu,
      entriesVerifiedASecond: verified,
    },
    goals: [
      atLeast('times the throughput of one commit per entry, PostgreSQL', postgres.timesOneCommitPerEntry.median, 8),
      atLeast('entries verified a second', Math.round(verified.median), 50_000),
    ],
  };
};
