import type { DataSource } from 'typeorm';

import type { Explanation } from '../../../../matching/comparison/compare-identities';
import type { Band } from '../../../../matching/comparison/compare-identities';
import type { Asker } from '../../peers/asker';
import type { ReleasedIdentity } from './released-identity';

/** A person here who may be the one sought, with what speaks for it. */
export interface ReviewedCandidate {
  readonly subject: string;
  readonly band: Exclude<Band, 'NONE'>;
  readonly bits: number;
  readonly explanations: readonly Explanation[];
  /** Whose record it is; absent in reviews of before that was kept. */
  readonly heldBy?: string;
  /** What whoever decides on this record answered, while others still have to. */
  readonly answer?: 'NOT_THE_SAME' | 'REFUSED';
}

export type ReviewState = 'OPEN' | 'CONFIRMED' | 'NOT_THE_SAME' | 'REFUSED' | 'WITHDRAWN';

/** An identity that was released to this owner, for a person here to decide on. */
export interface Review {
  /** The lookup, as the exchange numbers it. */
  readonly id: string;
  readonly asker: Asker;
  readonly protocol: string;
  /** Null once it was decided on or ran out: it is kept no longer than it is needed. */
  readonly sought: ReleasedIdentity | null;
  readonly foreignSubject: string | null;
  readonly candidates: readonly ReviewedCandidate[];
  readonly state: ReviewState;
  readonly openedAt: Date;
  readonly expiresAt: Date;
  readonly decidedBy: string | null;
  readonly subject: string | null;
}

/** What a person decided on a review, and what it comes to by that. */
export interface ReviewDecision {
  readonly state: ReviewState;
  readonly candidates: readonly ReviewedCandidate[];
  readonly by: string;
  readonly subject: string | null;
  readonly now: Date;
}

/** Whose records are meant. */
export interface HeldBy {
  /** The holders whose records are told apart from all others. */
  readonly apart: readonly string[];
  /** Of these, the ones meant. */
  readonly named: readonly string[];
  /** Whether the records of all others are meant. */
  readonly others: boolean;
}

const COLUMNS = `id, asker, protocol, sought, foreign_subject as "foreignSubject", candidates, state,
  opened_at as "openedAt", expires_at as "expiresAt", decided_by as "decidedBy", subject_id as subject`;

/** The reviews of an owner, read and written as maintenance: the application sees none of them. */
export class ReviewStore {
  constructor(private readonly maintenance: DataSource) {}

  /** Keeps a review; one that is kept already, because the exchange asked again, stays as it is. */
  async open(review: Omit<Review, 'state' | 'decidedBy' | 'subject'>): Promise<void> {
    await this.maintenance.query(
      `insert into lookup_review (id, asker, protocol, sought, foreign_subject, candidates, state, opened_at, expires_at)
       values ($1, $2::jsonb, $3, $4::jsonb, $5, $6::jsonb, 'OPEN', $7, $8) on conflict (id) do nothing`,
      [
        review.id,
        JSON.stringify(review.asker),
        review.protocol,
        JSON.stringify(review.sought),
        review.foreignSubject,
        JSON.stringify(review.candidates),
        review.openedAt.toISOString(),
        review.expiresAt.toISOString(),
      ],
    );
  }

  /** Those that wait for a decision on a record of these holders and have not run out, the oldest first. */
  async waiting(now: Date, first: number, { apart, named, others }: HeldBy): Promise<readonly Review[]> {
    return this.maintenance.query<Review[]>(
      `select ${COLUMNS} from lookup_review where state = 'OPEN' and expires_at > $1 and exists (
         select from jsonb_array_elements(candidates) c
         where c ->> 'answer' is null
           and case when c ->> 'heldBy' = any ($3::text[]) then c ->> 'heldBy' = any ($4::text[]) else $5::boolean end)
       order by opened_at, id limit $2`,
      [now.toISOString(), first, apart, named, others],
    );
  }

  async findAll(ids: readonly string[]): Promise<readonly Review[]> {
    return this.maintenance.query<Review[]>(`select ${COLUMNS} from lookup_review where id = any ($1::uuid[])`, [ids]);
  }

  async find(id: string): Promise<Review | undefined> {
    const [found] = await this.maintenance.query<Review[]>(`select ${COLUMNS} from lookup_review where id = $1`, [id]);
    return found;
  }

  /**
   * Notes a decision on one that is open, and forgets who was sought unless it stays open, because others have to decide
   * on the rest of the candidates; whether it was open, and the candidates as they were read.
   */
  async decide(
    { id, candidates: before }: Pick<Review, 'id' | 'candidates'>,
    { state, candidates, by, subject, now }: ReviewDecision,
  ): Promise<boolean> {
    const decided = await this.maintenance.query<[{ id: string }[], number]>(
      `update lookup_review set state = $2, candidates = $7::jsonb, decided_by = $3, subject_id = $4, decided_at = $5,
         sought = case when $2 = 'OPEN' then sought end
       where id = $1 and state = 'OPEN' and expires_at > $5 and candidates = $6::jsonb returning id`,
      [id, state, by, subject, now.toISOString(), JSON.stringify(before), JSON.stringify(candidates)],
    );
    return decided[0].length > 0;
  }

  /** Forgets who was sought where nobody decided in time. */
  async forget(now: Date): Promise<void> {
    await this.maintenance.query(
      `update lookup_review set sought = null, candidates = '[]' where sought is not null and expires_at <= $1`,
      [now.toISOString()],
    );
  }
}
