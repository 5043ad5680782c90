// What the exchange is told, in order. A batch is given a position and a stamp when it is first sent and keeps them until
// it is confirmed, so that one that was sent twice changes nothing the second time, and that a transaction which commits
// late is never behind a position that was told already. Each push names the stamp of the one before it: where the
// exchange has come to another one, one of the two databases was put back, and everybody is told anew.
import { randomUUID } from 'node:crypto';

import type { DataSource } from 'typeorm';

import type { SealingKey } from '../../../blinding/lookup-key';
import type { Clock } from '../../../service/clock';
import type { Log } from '../../../service/log';
import { type KeptRotation, markEverybody } from './kept-rotation';

/** What an owner tells the exchange: `POST /lookup/tags`. */
export interface TagPush {
  readonly position: number;
  /** Random, of this batch; of a sign of life that of the last batch, as `after`. */
  readonly stamp: string | null;
  /** The stamp of the batch that was confirmed before; null before the first. */
  readonly after: string | null;
  readonly changes: readonly TagChange[];
  /** The id of the key that questions are evaluated with. */
  readonly evaluating: string;
  readonly sealing: SealingKey;
}

/** All tags of a record, in place of those that it had; or that it is no more; or (first of all) that no record is. */
export type TagChange =
  | {
      readonly record: string;
      readonly tags: readonly { readonly key: string; readonly tag: string }[];
      readonly audience: readonly string[] | null;
    }
  | { readonly record: string; readonly removed: true }
  | { readonly forgetAll: true };

/** Sends to the exchange, and gives the position that it has come to, and whether this was the next push for it. */
export type PushTags = (push: TagPush) => Promise<{ readonly position: number; readonly isInStep: boolean }>;

const CHANGES_A_BATCH = 500;

export class TagOutbox {
  constructor(
    private readonly maintenance: DataSource,
    private readonly rotation: KeptRotation,
    private readonly send: PushTags,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /**
   * Sends the next batch; how many changes it had. Without a change it sends a heartbeat if that is due, and tells
   * undefined where nothing was sent. Rejects as the exchange does; the batch is then sent again.
   */
  async sendNext(heartbeatIsDue: boolean): Promise<number | undefined> {
    const batch = await this.takeBatch();
    const { position, stamp, changes } = batch;
    if (changes.length === 0 && !heartbeatIsDue) return undefined;
    const { inForce } = this.rotation;
    const reached = await this.send({ ...batch, evaluating: inForce.id, sealing: inForce.sealingKey });
    if (reached.isInStep) {
      if (changes.length > 0) {
        await this.maintenance.query(
          `with told as (update lookup_told set stamp = $2 returning stamp)
           delete from lookup_outbox where position = $1 and stamp = (select stamp from told)`,
          [position, stamp],
        );
      }
      return changes.length;
    }
    await this.sendAllAnew(position, reached.position);
    // Not at once again: were the two never to agree, everybody would be tagged without end.
    throw new Error('The exchange has come to another push than it was told.');
  }

  private async takeBatch(): Promise<Pick<TagPush, 'position' | 'stamp' | 'after' | 'changes'>> {
    return this.maintenance.transaction(async (manager) => {
      const [before] = await manager.query<[{ waiting: number | null }]>(
        'select min(position) as waiting from lookup_outbox',
      );
      if (before.waiting === null) {
        await manager.query(
          `with batch as (select nextval('lookup_position') as position where exists (select from lookup_outbox))
           update lookup_outbox o set position = batch.position, stamp = $1
           from batch, (select id from lookup_outbox order by id limit ${CHANGES_A_BATCH}) first where o.id = first.id`,
          [randomUUID()],
        );
      }
      const rows = await manager.query<{ position: number; stamp: string; change: TagChange }[]>(
        'select position, stamp, change from lookup_outbox where position = (select min(position) from lookup_outbox) order by id',
      );
      const [last] = await manager.query<[{ position: number; stamp: string | null }]>(
        'select case when is_called then last_value else 0 end as position, stamp from lookup_position, lookup_told',
      );
      const { position, stamp } = rows[0] ?? last;
      return { position, stamp, after: last.stamp, changes: rows.map(({ change }) => change) };
    });
  }

  /**
   * One of the two was put back to an older state. The exchange may have records that this owner knows nothing of any
   * more, under ids that are lost: it is told to forget all, and then of everybody once more.
   */
  private async sendAllAnew(position: number, reached: number): Promise<void> {
    this.log.warn({ position, reached }, 'the exchange has come to another push: it is told of everybody anew');
    await this.maintenance.transaction(async (manager) => {
      await manager.query("select setval('lookup_position', greatest($1::bigint, $2::bigint, 1))", [position, reached]);
      await manager.query('delete from lookup_outbox');
      // Before all that others tell beside it, whose numbers begin at one.
      await manager.query('insert into lookup_outbox (id, change) values (0, $1)', [
        JSON.stringify({ forgetAll: true }),
      ]);
      await manager.query("update lookup_record set digest = '', keys = '{}'");
      await markEverybody(manager, this.clock.now());
    });
  }
}
