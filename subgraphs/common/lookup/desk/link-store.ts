import type { DataSource } from 'typeorm';

import type { LookupOwner } from '../../../../blinding/lookup-keys';
import type { DataCategory } from '../../../../schema/categories';
import type { Asker } from '../../peers/asker';

/** A hit elsewhere that was told to somebody who asked here. */
export interface ToldHit {
  /** The lookup, as the exchange numbers it. */
  readonly lookup: string;
  readonly asker: Asker;
  readonly target: LookupOwner;
  /** The person of the asker's own case. */
  readonly subject: string;
}

/** What another owner granted on such a hit. */
export interface ReceivedGrant {
  /** The access request, as the exchange numbers it. */
  readonly request: string;
  readonly lookup: string;
  readonly categories: readonly DataCategory[];
  readonly handlingCode: string;
  readonly until: Date;
}

/** A hit on which nothing was granted is forgotten after every stage of its lookup can have passed. */
const KEPT_WITHOUT_GRANT_MS = 60 * 86_400_000;

/** The asker's side of links: written as maintenance, and read by no request. */
export class LinkStore {
  constructor(private readonly maintenance: DataSource) {}

  /** Keeps a hit before it is told; a miss is kept nowhere. */
  async keepHit({ lookup, asker, target, subject }: ToldHit, now: Date): Promise<void> {
    await this.maintenance.query(
      `insert into lookup_told_hit (id, subject_id, target, person, organisation, case_reference, told_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing`,
      [lookup, subject, target, asker.person, asker.organisation, asker.caseReference ?? '', now.toISOString()],
    );
  }

  /**
   * Keeps what was granted on a hit that was told here; told again, because an answer got lost, what was told last
   * stands, unless it has ended. Whether the hit is known here.
   */
  async keepGrant({ request, lookup, categories, handlingCode, until }: ReceivedGrant, now: Date): Promise<boolean> {
    const [known] = await this.maintenance.query<{ id: string }[]>(
      `with known as (select id from lookup_told_hit where id = $2), kept as (
         insert into lookup_received_grant (id, lookup, categories, handling_code, until, received_at)
         select $1, id, $3, $4, $5, $6 from known
         on conflict (id) do update set categories = excluded.categories, handling_code = excluded.handling_code,
           until = excluded.until, received_at = excluded.received_at
           where lookup_received_grant.ended_at is null
       )
       select id from known`,
      [request, lookup, categories, handlingCode, until.toISOString(), now.toISOString()],
    );
    return known !== undefined;
  }

  /** Notes that a grant ended at this moment, unless it had ended before. */
  async endGrant(request: string, now: Date): Promise<void> {
    await this.maintenance.query('update lookup_received_grant set ended_at = $2 where id = $1 and ended_at is null', [
      request,
      now.toISOString(),
    ]);
  }

  /** Forgets hits of long ago on which nothing was granted. */
  async forget(now: Date): Promise<void> {
    await this.maintenance.query(
      `delete from lookup_told_hit h where told_at < $1
         and not exists (select from lookup_received_grant g where g.lookup = h.id)`,
      [new Date(now.getTime() - KEPT_WITHOUT_GRANT_MS).toISOString()],
    );
  }
}
