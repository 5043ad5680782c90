// Which lookup key is in force at an owner, kept in its database: blinding/rotate-lookup-key.ts says what may follow
// what. A key is replaced while lookups go on, and a restart in between goes on where it was.
import { isDeepStrictEqual } from 'node:util';
import type { DataSource, EntityManager } from 'typeorm';

import type { LookupKey } from '../../../blinding/lookup-key';
import type { LookupKeys } from '../../../blinding/lookup-keys';
import {
  beginRotation,
  changeOver,
  dropOldKey,
  keyInForce,
  type KeyRotation,
  keysPushed,
  RotationRefused,
} from '../../../blinding/rotate-lookup-key';
import type { Clock } from '../../../service/clock';
import type { Log } from '../../../service/log';

/** Marks everybody of the register, and whoever is still in the index, as not true to the record. */
export async function markEverybody(manager: EntityManager, now: Date): Promise<void> {
  await manager.query(
    `insert into lookup_stale (subject_id, of_many)
     select subject_id, true from (select subject_id from lookup_register(null, $1) union select subject_id from lookup_record) everybody
     order by subject_id
     on conflict (subject_id) do update set mark = nextval('lookup_stale_mark'), since = clock_timestamp()`,
    [now],
  );
}

export class KeptRotation {
  private constructor(
    private readonly maintenance: DataSource,
    private readonly openKeys: () => Promise<LookupKeys>,
    private present: LookupKeys,
    private readonly clock: Clock,
    private readonly log: Log,
    private state: KeyRotation,
  ) {}

  /** Reads what is kept; begins with the first key of the file, and anew where the file no longer has what was used. */
  static async open(
    maintenance: DataSource,
    openKeys: () => Promise<LookupKeys>,
    clock: Clock,
    log: Log,
  ): Promise<KeptRotation> {
    const keys = await openKeys();
    const here = new Set(keys.all.map(({ id }) => id));
    const kept = await readState(maintenance);
    if (kept !== undefined && [keyInForce(kept), ...keysPushed(kept)].every((id) => here.has(id))) {
      return new KeptRotation(maintenance, openKeys, keys, clock, log, kept);
    }
    const rotation = new KeptRotation(
      maintenance,
      openKeys,
      keys,
      clock,
      log,
      kept ?? steady(keys.all[0] as LookupKey),
    );
    if (kept !== undefined) {
      log.warn({ key: keyInForce(kept) }, 'the lookup key is not in its file any more: everybody is tagged anew');
    }
    // What was used is lost, and of two keys the last is the one that was to follow it.
    const begun = (kept === undefined ? keys.all[0] : keys.all.at(-1)) as LookupKey;
    await rotation.change(steady(begun), kept !== undefined);
    return rotation;
  }

  /** The keys of the file. */
  get keys(): LookupKeys {
    return this.present;
  }

  /** Goes along with what another process of this owner did, also with a key that it made. */
  async refresh(): Promise<void> {
    const kept = await readState(this.maintenance);
    if (kept === undefined || isDeepStrictEqual(kept, this.state)) return;
    this.present = await this.openKeys();
    for (const id of [keyInForce(kept), ...keysPushed(kept)]) this.present.get(id);
    this.state = kept;
  }

  /** The key that questions are evaluated with, and identities sealed to. */
  get inForce(): LookupKey {
    return this.keys.get(keyInForce(this.state));
  }

  /** The keys whose tags everybody must have, the newest last. */
  get pushed(): readonly LookupKey[] {
    return keysPushed(this.state).map((id) => this.keys.get(id));
  }

  /** Whether in this transaction everybody must have tags of these keys. */
  async isPushed(manager: EntityManager, keys: readonly LookupKey[]): Promise<boolean> {
    const kept = await readState(manager);
    return kept !== undefined && keysPushed(kept).join() === keys.map(({ id }) => id).join();
  }

  /** Begins to replace the key: everybody gets tags of the next one, too. Throws RotationRefused while that goes on. */
  async begin(): Promise<void> {
    // Refused before a key is made for nothing.
    beginRotation(this.state, '');
    await this.advance();
    if (this.hasFormerKey()) {
      throw new RotationRefused('Tags of the former key are still being taken away: let that end first.');
    }
    const next = await this.keys.prepareNext();
    await this.change(beginRotation(this.state, next.id), true);
    this.log.info({ next: next.id }, 'replacing the lookup key');
  }

  /** Takes the next step if it is due: changes over once nobody lacks new tags, and drops the old key after its hour. */
  async advance(): Promise<void> {
    if (this.state.phase === 'RETAGGING') {
      const { lacking, untold } = await this.count(this.state.next);
      if (lacking > 0 || untold) return;
      await this.change(changeOver(this.state, lacking, this.now()), false);
      this.log.info({ key: keyInForce(this.state) }, 'questions go by the new lookup key');
    } else if (this.state.phase === 'LINGERING') {
      if (this.now() < this.state.until) return;
      await this.change(dropOldKey(this.state, this.now()), true);
    } else if (this.hasFormerKey()) {
      // Only when its tags are gone is the old key forgotten.
      if (await this.hasOldTags()) return;
      await this.keys.keepOnly(this.state.key);
      this.log.info({ key: this.state.key }, 'the former lookup key is erased');
    }
  }

  /** A key before the present one; one behind it is the next, of which nothing speaks yet. */
  private hasFormerKey(): boolean {
    const { all } = this.keys;
    return this.state.phase === 'STEADY' && all.length > 1 && all.at(-1)?.id === this.state.key;
  }

  private now(): number {
    return this.clock.now().getTime();
  }

  private async count(key: string): Promise<{ readonly lacking: number; readonly untold: boolean }> {
    const [counted] = await this.maintenance.query<[{ lacking: number; untold: boolean }]>(
      `select (select count(*) from lookup_record where not $1 = any (keys))::integer as lacking,
         exists (select from lookup_outbox) as untold`,
      [key],
    );
    return counted;
  }

  private async hasOldTags(): Promise<boolean> {
    const [found] = await this.maintenance.query<[{ old: boolean }]>(
      'select exists (select from lookup_record where not keys <@ $1::text[]) or exists (select from lookup_outbox) as old',
      [[keyInForce(this.state)]],
    );
    return found.old;
  }

  private async change(next: KeyRotation, retag: boolean): Promise<void> {
    await this.maintenance.transaction(async (manager) => {
      await manager.query(
        'insert into lookup_key_rotation (state) values ($1) on conflict (only_one) do update set state = excluded.state',
        [JSON.stringify(next)],
      );
      // In the same transaction: what is being tagged for the former state meets another mark, and is not kept.
      if (retag) await markEverybody(manager, this.clock.now());
    });
    this.state = next;
  }
}

async function readState(database: Pick<DataSource, 'query'>): Promise<KeyRotation | undefined> {
  const [row] = await database.query<{ state: KeyRotation }[]>('select state from lookup_key_rotation');
  return row?.state;
}

const steady = (key: LookupKey): KeyRotation => ({ phase: 'STEADY', key: key.id });
