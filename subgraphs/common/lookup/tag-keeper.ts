// Keeps the index at the exchange true to the records: tags who changed, tells the exchange, looks for those whom time
// alone changed, and replaces the lookup key. Of several processes of an owner one does so at a time; questions are
// answered by all.
import type { DataSource } from 'typeorm';

import type { Clock } from '../../../service/clock';
import type { Log } from '../../../service/log';
import { KeeperLease } from './keeper-lease';
import type { KeptRotation } from './kept-rotation';
import type { TagOutbox } from './tag-outbox';
import { tagPeople } from './tag-people';

/** How often it looks for changes: a withdrawal must not wait. */
const LOOK_EVERY_MS = 500;
/** The exchange takes an owner for gone after 30 s. */
const HEARTBEAT_MS = 10_000;
/** Who came of age, whose consent began: nobody is harmed by a quarter of an hour. */
const SWEEP_EVERY_MS = 900_000;
const PEOPLE_A_BATCH = 40;
const FIRST_RETRY_MS = 1_000;
/** Below what the exchange waits for a sign of life. */
const LONGEST_RETRY_MS = 10_000;
/** Half of the time is left to requests while many are tagged. */
const REST_FOR_WORK = 1;
const FORGOTTEN_AFTER_MS = 2 * 86_400_000;

export class TagKeeper {
  private readonly closing = new AbortController();
  private readonly lease: KeeperLease;
  private loops: readonly Promise<void>[] = [];
  private sentAt = -Infinity;
  private sweptAt = -Infinity;
  /** How many people were tagged since this began: what is counted of the register grows old by it. */
  tagged = 0;

  constructor(
    private readonly maintenance: DataSource,
    readonly rotation: KeptRotation,
    private readonly outbox: TagOutbox,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    this.lease = new KeeperLease(maintenance);
  }

  /** Begins to work beside requests, until it is closed. */
  start(): void {
    if (this.loops.length > 0) throw new Error('The keeper of the tags was started already.');
    this.loops = [this.repeat('tagging', () => this.keepTagging()), this.repeat('telling', () => this.keepTelling())];
  }

  /** Resolves when nothing of it is at work any more. */
  async close(): Promise<void> {
    this.closing.abort();
    await Promise.all(this.loops);
    if (this.loops.length > 0) await this.lease.giveBack();
  }

  /** Tags the next few; how many they were. */
  async tagSome(): Promise<number> {
    const people = await tagPeople(this.maintenance, this.rotation, this.clock, PEOPLE_A_BATCH);
    this.tagged += people;
    return people;
  }

  /** Takes those out of the index at once whose consent has ended by time. */
  async removeExpired(): Promise<void> {
    await this.touch('select subject_id from lookup_record where until <= $1');
  }

  /** Compares who should be in the index with who is, whoever came of age or began to consent among them. */
  async sweep(): Promise<void> {
    await this.touch(
      `select coalesce(p.subject_id, r.subject_id) as subject_id
       from lookup_register(null, $1) p full join lookup_record r on r.subject_id = p.subject_id
       where not exists (select from lookup_stale s where s.subject_id = coalesce(p.subject_id, r.subject_id))
         and (coalesce(p.indexed, false) <> (r.subject_id is not null)
           or p.indexed and (p.audience is distinct from r.audience or date_trunc('milliseconds', p.until) is distinct from r.until))`,
    );
    await this.maintenance.query('delete from lookup_asked where changed_at < $1', [
      new Date(this.clock.now().getTime() - FORGOTTEN_AFTER_MS),
    ]);
  }

  /** Tells the exchange what it does not know yet, or that this owner is there; whether there was a change to tell. */
  async tell(): Promise<boolean> {
    const sent = await this.outbox.sendNext(performance.now() - this.sentAt >= HEARTBEAT_MS);
    if (sent !== undefined) this.sentAt = performance.now();
    return sent !== undefined && sent > 0;
  }

  private async touch(select: string): Promise<void> {
    await this.maintenance.query(`select lookup_touched(array(${select}), $1)`, [this.clock.now()]);
  }

  private async keepTagging(): Promise<number> {
    const begun = performance.now();
    await this.rotation.refresh();
    if (!(await this.lease.isHeld())) return LOOK_EVERY_MS;
    await this.removeExpired();
    if (begun - this.sweptAt >= SWEEP_EVERY_MS) {
      await this.sweep();
      this.sweptAt = begun;
    }
    const people = await this.tagSome();
    await this.rotation.advance();
    return people > 0 ? (performance.now() - begun) * REST_FOR_WORK : LOOK_EVERY_MS;
  }

  private async keepTelling(): Promise<number> {
    return (await this.lease.isHeld()) && (await this.tell()) ? 0 : LOOK_EVERY_MS;
  }

  /** @param work gives how long to wait before the next time */
  private async repeat(what: string, work: () => Promise<number>): Promise<void> {
    let failures = 0;
    while (!this.closing.signal.aborted) {
      let wait: number;
      try {
        wait = await work();
        failures = 0;
      } catch (error) {
        wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures);
        // Once for each spell: an exchange that is away for an hour fills no log.
        if (failures === 0) this.log.warn({ error, what }, 'the index of lookups waits');
        failures += 1;
      }
      await this.pause(wait);
    }
  }

  private async pause(milliseconds: number): Promise<void> {
    const { signal } = this.closing;
    if (signal.aborted) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      signal.addEventListener('abort', done);
    });
  }
}
