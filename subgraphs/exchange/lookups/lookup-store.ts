// Lookups and access requests as rows. What may happen to them is said by the pure modules beside this one; here a row
// is locked, changed by such a function and stored, so that of two steps at a time the second sees the first.
import type { OwnerName } from '../../../schema/owners';
import type { Database, Query } from '../../common/storage/database';
import { type AccessRequest, requestAt } from './access-request';
import type { HandleRecord } from './handle';
import { type Lookup, lookupAt, type Party } from './lookup';
import { LOOKUP_TRANSITIONS, REQUEST_TRANSITIONS } from './transitions';

/** How sure a hit is, and on which fields it rests; nothing of the record. */
export interface TagHitRating {
  readonly band: 'PROBABLE' | 'POSSIBLE';
  readonly matchedOn: readonly string[];
}

export interface KeptLookup {
  readonly id: string;
  /** The record's id in the index of its owner: for that owner alone. */
  readonly record: string;
  readonly hit: TagHitRating;
  readonly handle: HandleRecord;
  readonly lookup: Lookup;
  /** An instant in milliseconds, as all of these. */
  readonly begunAt: number;
}

export interface KeptRequest {
  readonly id: string;
  readonly lookup: string;
  readonly request: AccessRequest;
  readonly requestedAt: number;
}

/** A lookup with all that was requested after it, as they are at one moment. */
export interface FollowedLookup extends KeptLookup {
  readonly requests: readonly KeptRequest[];
}

/** What a change makes of a row: what is stored instead, if anything is, and what the caller is told. */
export interface Changed<Row, Answer> {
  readonly stored?: Row;
  readonly answer: Answer;
}

/** A lookup by its id, or by the hash of its handle. */
export type LookupKey = { readonly id: string } | { readonly handleHash: string };

const DAY = 86_400_000;
/** How long what ended is kept; a hit that nobody released is forgotten after a day. */
const KEPT_MS = 30 * DAY;
const KEPT_UNRELEASED_MS = DAY;
/** The newest, where somebody has more. */
const MOST_LISTED = 500;

export class LookupStore {
  constructor(
    private readonly database: Database,
    private readonly now: () => Date,
  ) {}

  async begin(kept: KeptLookup): Promise<void> {
    const { hash, ...binding } = kept.handle;
    await this.database.query(
      `insert into lookup (id, handle_hash, record, hit, binding, state, begun_at, expires_at)
       values ($1, $2, $3, $4::jsonb, $5::jsonb, $6::jsonb, $7::timestamptz, $8::timestamptz)`,
      [
        kept.id,
        hash,
        kept.record,
        JSON.stringify(kept.hit),
        JSON.stringify(binding),
        JSON.stringify(kept.lookup),
        asText(kept.begunAt),
        asText(endOfLookup(kept.lookup, kept.begunAt)),
      ],
    );
  }

  /** Locks a lookup, changes it and stores it; the change is given undefined where there is none. */
  async withLookup<Answer>(
    key: LookupKey,
    change: (kept: KeptLookup | undefined, now: number) => Changed<KeptLookup, Answer>,
  ): Promise<Answer> {
    return this.database.transaction(async (query) => {
      const now = this.now().getTime();
      const { stored, answer } = change(await lockLookup(query, key), now);
      if (stored !== undefined) {
        const { hash: _unchanged, ...binding } = stored.handle;
        await query(
          'update lookup set binding = $2::jsonb, state = $3::jsonb, expires_at = $4::timestamptz where id = $1',
          [stored.id, JSON.stringify(binding), JSON.stringify(stored.lookup), asText(endOfLookup(stored.lookup, now))],
        );
      }
      return answer;
    });
  }

  /**
   * Stores a request that is made of a lookup and of those made of it before, which stays locked meanwhile: it cannot be
   * withdrawn beside it.
   */
  async beginRequest(
    lookup: string,
    make: (
      kept: KeptLookup | undefined,
      requests: readonly KeptRequest[],
      now: number,
    ) => Changed<KeptRequest, KeptRequest>,
  ): Promise<KeptRequest> {
    return this.database.transaction(async (query) => {
      const now = this.now().getTime();
      const kept = await lockLookup(query, { id: lookup });
      const requests = await query<RequestRow>(
        `select ${REQUEST_COLUMNS} from access_request r where r.lookup = $1 order by r.requested_at, r.id`,
        [kept?.id ?? null],
      );
      const { stored, answer } = make(kept, requests.map(requestOf), now);
      if (stored !== undefined) {
        await query(
          `insert into access_request (id, lookup, state, requested_at, expires_at)
           values ($1, $2, $3::jsonb, $4::timestamptz, $5::timestamptz)`,
          [
            stored.id,
            stored.lookup,
            JSON.stringify(stored.request),
            asText(stored.requestedAt),
            asText(endOfRequest(stored.request, now)),
          ],
        );
      }
      return answer;
    });
  }

  /** The same as withLookup, of an access request. */
  async withRequest<Answer>(
    id: string,
    change: (kept: KeptRequest | undefined, now: number) => Changed<KeptRequest, Answer>,
  ): Promise<Answer> {
    return this.database.transaction(async (query) => {
      const now = this.now().getTime();
      const { stored, answer } = change(await lockRequest(query, id), now);
      if (stored !== undefined) {
        await query('update access_request set state = $2::jsonb, expires_at = $3::timestamptz where id = $1', [
          stored.id,
          JSON.stringify(stored.request),
          asText(endOfRequest(stored.request, now)),
        ]);
      }
      return answer;
    });
  }

  /** What a person asked, the newest first. */
  async ofAsker({ person, organisation, owner }: Party): Promise<readonly FollowedLookup[]> {
    return this.list(
      `l.state -> 'asker' ->> 'person' = $1 and l.state -> 'asker' ->> 'organisation' = $2
       and l.state -> 'asker' ->> 'owner' = $3`,
      [person, organisation, owner],
    );
  }

  /** What was released to an owner, the newest first. Of a hit that was not released it learns nothing. */
  async ofTarget(owner: OwnerName): Promise<readonly FollowedLookup[]> {
    return this.list(`l.state ->> 'target' = $1 and l.binding ->> 'usedAt' is not null`, [owner]);
  }

  /** Deletes what ended long ago; returns how many rows. */
  async purge(): Promise<number> {
    const now = this.now().getTime();
    return this.database.transaction(async (query) => {
      const counted = async (sql: string, values: unknown[]): Promise<number> => {
        const [row] = await query<{ gone: number }>(
          `with gone as (${sql} returning 1) select count(*)::integer as gone from gone`,
          values,
        );
        return row?.gone ?? 0;
      };
      const requests = await counted('delete from access_request where expires_at < $1::timestamptz', [
        asText(now - KEPT_MS),
      ]);
      const lookups = await counted(
        `delete from lookup l where expires_at < $1::timestamptz
           and (expires_at < $2::timestamptz or binding ->> 'usedAt' is null)
           and not exists (select from access_request r where r.lookup = l.id)`,
        [asText(now - KEPT_UNRELEASED_MS), asText(now - KEPT_MS)],
      );
      return requests + lookups;
    });
  }

  private async list(condition: string, values: unknown[]): Promise<readonly FollowedLookup[]> {
    const now = this.now().getTime();
    const rows = await this.database.query<LookupRow & { readonly requests: readonly RequestRow[] }>(
      `select ${LOOKUP_COLUMNS}, coalesce((
         select jsonb_agg(jsonb_build_object('id', r.id, 'lookup', r.lookup, 'state', r.state,
           'requestedAt', ${inMs('r.requested_at')}) order by r.requested_at, r.id)
         from access_request r where r.lookup = l.id), '[]') as requests
       from lookup l where ${condition} order by l.begun_at desc, l.id limit ${MOST_LISTED}`,
      values,
    );
    return rows.map((row) => {
      const kept = lookupOf(row);
      const requests = row.requests.map(requestOf);
      return {
        ...kept,
        lookup: lookupAt(kept.lookup, now),
        requests: requests.map((one) => ({ ...one, request: requestAt(one.request, now) })),
      };
    });
  }
}

interface LookupRow {
  readonly id: string;
  readonly handleHash: string;
  readonly record: string;
  readonly hit: TagHitRating;
  readonly binding: Omit<HandleRecord, 'hash'>;
  readonly state: Lookup;
  readonly begunAt: number;
}

interface RequestRow {
  readonly id: string;
  readonly lookup: string;
  readonly state: AccessRequest;
  readonly requestedAt: number;
}

const inMs = (column: string): string => `round(extract(epoch from ${column}) * 1000)::double precision`;
const LOOKUP_COLUMNS = `l.id::text as id, l.handle_hash as "handleHash", l.record::text as record, l.hit, l.binding,
  l.state, ${inMs('l.begun_at')} as "begunAt"`;
const REQUEST_COLUMNS = `r.id::text as id, r.lookup::text as lookup, r.state,
  ${inMs('r.requested_at')} as "requestedAt"`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function lockLookup(query: Query, key: LookupKey): Promise<KeptLookup | undefined> {
  const [column, value] = 'id' in key ? ['id', key.id] : ['handle_hash', key.handleHash];
  // Any text may come from outside: what is no id is nobody's.
  if (column === 'id' && !UUID.test(value)) return undefined;
  const [row] = await query<LookupRow>(`select ${LOOKUP_COLUMNS} from lookup l where l.${column} = $1 for update`, [
    value,
  ]);
  return row && lookupOf(row);
}

async function lockRequest(query: Query, id: string): Promise<KeptRequest | undefined> {
  if (!UUID.test(id)) return undefined;
  const [row] = await query<RequestRow>(`select ${REQUEST_COLUMNS} from access_request r where r.id = $1 for update`, [
    id,
  ]);
  return row && requestOf(row);
}

const lookupOf = ({ id, record, hit, handleHash, binding, state, begunAt }: LookupRow): KeptLookup => ({
  id,
  record,
  hit,
  handle: { ...binding, hash: handleHash },
  lookup: state,
  begunAt,
});

const requestOf = ({ id, lookup, state, requestedAt }: RequestRow): KeptRequest => ({
  id,
  lookup,
  request: state,
  requestedAt,
});

/** When a lookup ended, or will by itself. */
const endOfLookup = ({ state, expiresAt }: Lookup, now: number): number =>
  'expire' in LOOKUP_TRANSITIONS[state] ? expiresAt : now;

const endOfRequest = ({ state, expiresAt }: AccessRequest, now: number): number =>
  'expire' in REQUEST_TRANSITIONS[state] ? expiresAt : now;

const asText = (instant: number): string => new Date(instant).toISOString();
