// The limits of question-limits.ts, counted in the owner's database: read and stored in one transaction, behind locks,
// so that no two questions are admitted on one count.
import type { DataSource, EntityManager } from 'typeorm';

import type { Requester } from '../../../schema/requester';
import type { Clock } from '../../../service/clock';
import {
  admitQuestion,
  type Asked,
  KEYS_A_QUESTION,
  missesTooOften,
  noteOutcome,
  NOTHING_ASKED,
  type Tap,
} from './question-limits';

/** Of who asks, what is counted by. */
export type Asking = Pick<Requester, 'person' | 'organisation' | 'requestId'>;

export interface QuestionRefused {
  readonly code: 'TOO_MANY_LOOKUPS' | 'LOOKUP_CLOSED';
  readonly message: string;
  /** Seconds. */
  readonly retryAfter?: number;
}

/** Whose questions: of the owner's own officers, or of those of another owner. */
export type Side = 'OWN' | 'ASKED';

const KINDS = {
  OWN: { person: 'OWN_PERSON', organisation: 'OWN_ORGANISATION' },
  ASKED: { person: 'PERSON', organisation: 'ORGANISATION' },
} as const satisfies Record<Side, { person: string; organisation: string }>;

/** A pseudonym is one person's within its organisation. */
const idOf = ({ organisation, person }: Asking): string => JSON.stringify([organisation, person]);

export class CountedQuestions {
  constructor(
    private readonly maintenance: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Admits a question of twelve keys and counts it; else why not. @param sought the keyed digest of asker and sought
   * person, by which a person who is sought again counts once; undefined where the owner cannot know it
   */
  async admit(side: Side, asking: Asking, sought: string | undefined): Promise<QuestionRefused | undefined> {
    return this.maintenance.transaction(async (manager) => {
      const before = await this.read(manager, side, asking);
      const tap = await readTap(manager, asking.organisation);
      const now = this.clock.now().getTime();
      const admission = admitQuestion({ ...before, tap }, { id: asking.requestId, keys: KEYS_A_QUESTION, sought }, now);
      switch (admission.kind) {
        case 'ADMITTED':
          await this.write(manager, side, asking, admission);
          return undefined;
        case 'CLOSED':
          return { code: admission.code, message: 'Questions of this organisation are not answered at present.' };
        case 'TOO_MANY':
          return {
            code: admission.code,
            message: `Too many lookups: the limit is ${admission.limit}.`,
            retryAfter: admission.retryAfter,
          };
      }
    });
  }

  /** Notes at the asker's own owner whether the question had a hit. */
  async note(asking: Asking, hit: boolean): Promise<void> {
    await this.maintenance.transaction(async (manager) => {
      const { person, organisation } = await this.read(manager, 'OWN', asking);
      await this.write(manager, 'OWN', asking, {
        person: noteOutcome(person, asking.requestId, hit),
        organisation: noteOutcome(organisation, asking.requestId, hit),
      });
    });
  }

  /** Own organisations whose questions miss so often that somebody should look. */
  async alarms(): Promise<readonly string[]> {
    const rows = await this.maintenance.query<{ id: string; asked: Asked }[]>(
      'select id, asked from lookup_asked where kind = $1 order by id',
      [KINDS.OWN.organisation],
    );
    return rows.filter(({ asked }) => missesTooOften(asked, this.clock.now().getTime())).map(({ id }) => id);
  }

  /** Closes the tap to an organisation, or opens it. @param by who decided so */
  async turnTap(organisation: string, closed: boolean, by: string): Promise<void> {
    await this.maintenance.query(
      `insert into lookup_tap (organisation, closed, by, at) values ($1, $2, $3, $4)
       on conflict (organisation) do update set closed = excluded.closed, by = excluded.by, at = excluded.at`,
      [organisation, closed, by, this.clock.now()],
    );
  }

  /** Locks the organisation and then the person, in this order for everybody. */
  private async read(
    manager: EntityManager,
    side: Side,
    asking: Asking,
  ): Promise<{ readonly person: Asked; readonly organisation: Asked }> {
    const kinds = KINDS[side];
    // A row that is there is locked by it, and one that is being forgotten comes back.
    const rows = await manager.query<{ kind: string; asked: Asked }[]>(
      `insert into lookup_asked (kind, id, asked, changed_at)
       select kind, id, $3, $4 from unnest($1::text[], $2::text[]) with ordinality as given (kind, id, place) order by place
       on conflict (kind, id) do update set changed_at = excluded.changed_at
       returning kind, asked`,
      [
        [kinds.organisation, kinds.person],
        [asking.organisation, idOf(asking)],
        JSON.stringify(NOTHING_ASKED),
        this.clock.now(),
      ],
    );
    const of = (wanted: string): Asked => {
      const row = rows.find(({ kind }) => kind === wanted);
      if (row === undefined) throw new Error('What was asked so far was not kept.');
      return row.asked;
    };
    return { organisation: of(kinds.organisation), person: of(kinds.person) };
  }

  private async write(
    manager: EntityManager,
    side: Side,
    asking: Asking,
    { person, organisation }: { readonly person: Asked; readonly organisation: Asked },
  ): Promise<void> {
    const kinds = KINDS[side];
    await manager.query(
      `update lookup_asked a set asked = given.asked, changed_at = $4
       from unnest($1::text[], $2::text[], $3::text[]::jsonb[]) as given (kind, id, asked)
       where a.kind = given.kind and a.id = given.id`,
      [
        [kinds.organisation, kinds.person],
        [asking.organisation, idOf(asking)],
        [JSON.stringify(organisation), JSON.stringify(person)],
        this.clock.now(),
      ],
    );
  }
}

async function readTap(manager: EntityManager, organisation: string): Promise<Tap> {
  const [tap] = await manager.query<{ closed: boolean }[]>('select closed from lookup_tap where organisation = $1', [
    organisation,
  ]);
  return { closed: tap?.closed ?? false };
}
