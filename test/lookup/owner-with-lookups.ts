// An owner's lookups over an empty database of its own, and an exchange that only listens. For programs: the embedded
// engine does not live in a test's world.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { createLog } from '../../service/log';
import { prepareDatabase } from '../../subgraphs/common/loading/prepare-database';
import { openOwnerLookups, type OwnerLookups } from '../../subgraphs/common/lookup/open-owner-lookups';
import type { PushTags, TagChange } from '../../subgraphs/common/lookup/tag-outbox';
import type { OwnerDefinition } from '../../subgraphs/common/serving/owner-definition';
import { openStore, type Store, type StoreLocation } from '../../subgraphs/common/storage/store';
import { withDatabase } from '../row-security/owner-database';

/** What the exchange knows of an owner, by the contract of its route. */
export class ListeningExchange {
  position = 0;
  evaluating = '';
  isAway = false;
  /** Answers get lost from here on, what they confirm does not. */
  isDeaf = false;
  heard = 0;
  stamp: string | null = null;
  readonly records = new Map<string, Extract<TagChange, { tags: unknown }>>();

  readonly push: PushTags = (body) => {
    if (this.isAway) return Promise.reject(new Error('the exchange is away'));
    this.heard += 1;
    this.evaluating = body.evaluating;
    const [first] = body.changes;
    const isNext = body.after === this.stamp || (first !== undefined && 'forgetAll' in first);
    if (isNext && body.stamp !== this.stamp) {
      for (const change of body.changes) {
        if ('forgetAll' in change) this.records.clear();
        else if ('removed' in change) this.records.delete(change.record);
        else this.records.set(change.record, change);
      }
      this.position = body.position;
      this.stamp = body.stamp;
    }
    return this.isDeaf
      ? Promise.reject(new Error('the answer was lost'))
      : Promise.resolve({ position: this.position, isInStep: body.stamp === this.stamp });
  };
}

export interface OwnerWithLookups {
  readonly store: Store;
  readonly exchange: ListeningExchange;
  /** What the lookups take for now. */
  readonly clock: { at: Date; now(): Date };
  lookups: OwnerLookups;
  readonly run: <Row>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;
  /** Tags and tells until nothing is left to do. */
  readonly settle: () => Promise<void>;
  /** Opens the lookups once more, as after a restart. */
  readonly restart: () => Promise<void>;
  /** The same without the key that was used: its file is gone, and another one is made. */
  readonly loseTheKey: () => Promise<void>;
  /** Who is found at the exchange: people in order, each with whom it is for. */
  readonly indexed: () => Promise<Readonly<Record<string, readonly string[] | null>>>;
}

/** Where the program's databases are: on the server that its first argument names, else on the embedded engine. */
const SERVER = process.argv[2] || undefined;

export function withLookups<Result>(
  owner: OwnerDefinition,
  work: (opened: OwnerWithLookups) => Promise<Result>,
  /** Another exchange than the one that only listens. */
  push?: PushTags,
): Promise<Result> {
  return withDatabase(SERVER, undefined, (location) => withLookupsIn(location, owner, work, push));
}

async function withLookupsIn<Result>(
  location: StoreLocation,
  owner: OwnerDefinition,
  work: (opened: OwnerWithLookups) => Promise<Result>,
  elsewhere?: PushTags,
): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'concordat-lookups-'));
  const store = await openStore(location, []);
  const exchange = new ListeningExchange();
  const push = elsewhere ?? exchange.push;
  const clock = { at: new Date(), now: () => clock.at };
  const open = (): Promise<OwnerLookups> =>
    openOwnerLookups({
      owner,
      store,
      env: { CONCORDAT_DATA_DIR: folder },
      push,
      clock,
      log: createLog(owner.name, { LOG_LEVEL: 'silent' }),
    });
  try {
    await prepareDatabase(owner, store, undefined, () => undefined);
    const run = <Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
      store.maintenance.query<Row[]>(sql, [...values]);
    const opened: OwnerWithLookups = {
      store,
      exchange,
      clock,
      lookups: await open(),
      run,
      settle: async () => {
        for (let more = true; more;) {
          const people = await opened.lookups.keeper.tagSome();
          const told = await opened.lookups.keeper.tell();
          more = people > 0 || told;
        }
      },
      restart: async () => {
        opened.lookups = await open();
      },
      loseTheKey: async () => {
        rmSync(path.join(folder, 'keys'), { recursive: true });
        opened.lookups = await open();
      },
      indexed: async () => {
        const rows = await run<{ subject_id: string; record: string }>(
          'select subject_id, record from lookup_record order by subject_id',
        );
        const strangers = [...exchange.records.keys()].filter((record) => !rows.some((row) => row.record === record));
        return Object.fromEntries([
          ...rows.flatMap(({ subject_id, record }) => {
            const told = exchange.records.get(record);
            return told === undefined ? [] : [[subject_id, told.audience] as const];
          }),
          ...strangers.map((record) => [`stranger ${record}`, null] as const),
        ]);
      },
    };
    return await work(opened);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

/** Runs a program's trials, prints what they found as JSON, and ends: the engine would keep the process alive. */
export function printFindings(find: () => Promise<unknown>): void {
  find().then(
    (findings) => process.stdout.write(JSON.stringify(findings), () => process.exit(0)),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}
