import type { DataSource, EntityManager } from 'typeorm';

import type { DataCategory } from '../../../../schema/categories';
import type { Asker } from '../../peers/asker';

/** What a person at this owner granted an asker elsewhere. */
export interface KeptGrant {
  /** The access request, as the exchange numbers it. */
  readonly id: string;
  readonly lookup: string;
  readonly asker: Asker;
  readonly categories: readonly DataCategory[];
  readonly handlingCode: string;
  readonly approvedAt: Date;
  readonly approvedBy: string;
  readonly secondBy: string | null;
  readonly until: Date;
}

/** The grants of an owner, written as maintenance and read by the predicates alone. */
export class GrantStore {
  constructor(private readonly maintenance: DataSource) {}

  /**
   * Keeps a grant about the person whom somebody confirmed for that lookup. Asked for again, because an answer got lost,
   * what was decided last stands. False where the request has ended, and is not granted again.
   */
  async keep(grant: KeptGrant): Promise<boolean> {
    return this.forRequest(grant.id, (manager) => keepIn(manager, grant));
  }

  /**
   * Ends a request at this moment, and what was granted on it; the person whom that was about, unless it had ended
   * before. An approval that is still on its way comes too late from now on.
   */
  async end(id: string, now: Date): Promise<string | undefined> {
    return this.forRequest(id, async (manager) => {
      await manager.query(
        'insert into lookup_ended_request (id, ended_at) values ($1, $2) on conflict (id) do nothing',
        [id, now.toISOString()],
      );
      const ended = await manager.query<[{ subject: string }[], number]>(
        'update lookup_grant set ended_at = $2 where id = $1 and ended_at is null returning subject_id as subject',
        [id, now.toISOString()],
      );
      return ended[0][0]?.subject;
    });
  }

  /** One step of a request after the other: of an approval and a refusal at once, the second sees the first. */
  private forRequest<Result>(id: string, step: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.maintenance.transaction(async (manager) => {
      await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`lookup request ${id}`]);
      return step(manager);
    });
  }
}

async function keepIn(manager: EntityManager, grant: KeptGrant): Promise<boolean> {
  const { asker } = grant;
  const kept = await manager.query<{ id: string }[]>(
    `insert into lookup_grant (id, lookup, subject_id, foreign_subject, person, organisation, role, purpose,
         case_reference, categories, handling_code, approved_at, approved_by, second_by, until)
       select $1, r.id, r.subject_id, r.foreign_subject, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
       from lookup_review r
       where r.id = $2 and r.state = 'CONFIRMED' and not exists (select from lookup_ended_request e where e.id = $1)
       on conflict (id) do update set categories = excluded.categories, handling_code = excluded.handling_code,
         approved_at = excluded.approved_at, approved_by = excluded.approved_by, second_by = excluded.second_by,
         until = excluded.until
         where lookup_grant.ended_at is null
       returning id`,
    [
      grant.id,
      grant.lookup,
      asker.person,
      asker.organisation,
      asker.role,
      asker.purpose,
      asker.caseReference ?? '',
      grant.categories,
      grant.handlingCode,
      grant.approvedAt.toISOString(),
      grant.approvedBy,
      grant.secondBy,
      grant.until.toISOString(),
    ],
  );
  return kept.length > 0;
}
