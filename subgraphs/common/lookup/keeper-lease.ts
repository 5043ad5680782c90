import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** Who ends without a word is followed after so long, well before the exchange takes the owner for gone. */
const LEASE_SECONDS = 15;
const RENEW_MS = 4_000;

/**
 * Which of an owner's processes keeps the tags: two that told the exchange in turn would each find it further than they
 * were. What is done with the lease must be done within ten seconds.
 */
export class KeeperLease {
  private readonly holder = randomUUID();
  private renewedAt = -Infinity;

  constructor(private readonly maintenance: DataSource) {}

  /** Takes or keeps it; whether this process has it. By the database's clock, which all of them share. */
  async isHeld(): Promise<boolean> {
    if (performance.now() - this.renewedAt < RENEW_MS) return true;
    const begun = performance.now();
    const [{ held }] = await this.maintenance.query<[{ held: boolean }]>(
      `with taken as (
         insert into lookup_keeper as k (holder, until)
         values ($1, clock_timestamp() + interval '${LEASE_SECONDS} seconds')
         on conflict (only_one) do update set holder = excluded.holder, until = excluded.until
           where k.holder = excluded.holder or k.until < clock_timestamp()
         returning holder
       )
       select exists (select from taken) as held`,
      [this.holder],
    );
    this.renewedAt = held ? begun : -Infinity;
    return held;
  }

  /** Gives it back, so that another process goes on at once. */
  async giveBack(): Promise<void> {
    this.renewedAt = -Infinity;
    await this.maintenance.query('delete from lookup_keeper where holder = $1', [this.holder]);
  }
}
