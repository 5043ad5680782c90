// What the exchange is told, in order. A batch is given a position when it is first sent and keeps it until it is
// confirmed, so that one that was sent twice changes nothing the second time, and that a transaction which commits late
// is never behind a position that was told already.
import type { DataSource } from 'typeorm';

import type { SealingKey } from '../../../blinding/lookup-key';
import type { Clock } from '../../../service/clock';
import type { Log } from '../../../service/log';
import { type KeptRotation, markEverybody } from './kept-rotation';

/** What an owner tells the exchange: `POST /lookup/tags`. */
export interface TagPush {
  readonly position: number;
  readonly changes: readonly TagChange[];
  /** The id of the key that questions are evaluated with. */
  readonly evaluating: string;
  readonly sealing: SealingKey;
}

/** All tags of a record, in place of those that it had; or that it is no more. */
export type TagChange =
  | {
      readonly record: string;
      readonly tags: readonly { readonly key: string; readonly tag: string }[];
      readonly audience: readonly string[] | null;
    }
  | { readonly record: string; readonly removed: true };

/** Sends to the exchange, and gives the position that it has come to. */
export type PushTags = (push: TagPush) => Promise<{ readonly position: number }>;

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
    const { position, changes } = await this.takeBatch();
    if (changes.length === 0 && !heartbeatIsDue) return undefined;
    const { inForce } = this.rotation;
    const reached = await this.send({ position, changes, evaluating: inForce.id, sealing: inForce.sealingKey });
    if (reached.position === position) {
      if (changes.length > 0) await this.maintenance.query('delete from lookup_outbox where position = $1', [position]);
      return changes.length;
    }
    await this.sendAllAnew(position, reached.position);
    // Not at once again: were the two never to agree, everybody would be tagged without end.
    throw new Error('The exchange has come to another position than it was told.');
  }

  private async takeBatch(): Promise<{ readonly position: number; readonly changes: readonly TagChange[] }> {
    return this.maintenance.transaction(async (manager) => {
      const [before] = await manager.query<[{ waiting: number | null }]>(
        'select min(position) as waiting from lookup_outbox',
      );
      if (before.waiting === null) {
        await manager.query(
          `with batch as (select nextval('lookup_position') as position where exists (select from lookup_outbox))
           update lookup_outbox o set position = batch.position
           from batch, (select id from lookup_outbox order by id limit ${CHANGES_A_BATCH}) first where o.id = first.id`,
        );
      }
      const rows = await manager.query<{ position: number; change: TagChange }[]>(
        'select position, change from lookup_outbox where position = (select min(position) from lookup_outbox) order by id',
      );
      const [last] = await manager.query<[{ position: number }]>(
        'select case when is_called then last_value else 0 end as position from lookup_position',
      );
      return { position: rows[0]?.position ?? last.position, changes: rows.map(({ change }) => change) };
    });
  }

  /** One of the two was put back to an older state: the exchange is told of everybody once more, beyond what it knows. */
  private async sendAllAnew(position: number, reached: number): Promise<void> {
    this.log.warn({ position, reached }, 'the exchange has come to another position: everybody is told anew');
    await this.maintenance.transaction(async (manager) => {
      await manager.query("select setval('lookup_position', greatest($1::bigint, $2::bigint, 1))", [position, reached]);
      await manager.query('update lookup_outbox set position = null where position is not null');
      await manager.query("update lookup_record set digest = ''");
      await markEverybody(manager, this.clock.now());
    });
  }
}
