// The owners' tags, as the exchange keeps and compares them (docs/lookup.md): it has no key, and can try out no names.
import type { OrganisationId } from '../../../schema/organisations';
import type { OwnerName } from '../../../schema/owners';
import type { Database, Query } from '../../common/storage/database';

/** A tag and the id of the lookup key that made it; each 16 hexadecimal digits. */
export interface KeyedTag {
  readonly key: string;
  readonly tag: string;
}

/** What became of one record: all its tags from now on, or that it is no longer looked up; or that none of them is. */
export type TagChange =
  | {
      readonly record: string;
      readonly tags: readonly KeyedTag[];
      /** The organisations that may hit it; null for all. */
      readonly audience: readonly OrganisationId[] | null;
    }
  | { readonly record: string; readonly removed: true }
  | { readonly forgetAll: true };

export interface TagPush {
  /** Where the last of these changes stands at the owner; without changes, the last one that was pushed. */
  readonly position: number;
  /** Of this push, random; without changes that of the last one. */
  readonly stamp: string | null;
  /** Of the push that the owner had confirmed before. */
  readonly after: string | null;
  readonly changes: readonly TagChange[];
  /** The lookup key with which the owner evaluates questions. */
  readonly evaluating: string;
  /** To which identities are sealed that are meant for the owner. */
  readonly sealing: { readonly id: string; readonly publicKey: string };
}

export interface TagQuestion {
  readonly target: OwnerName;
  readonly key: string;
  readonly tags: readonly string[];
  readonly organisation: OrganisationId;
}

/** A record and those of the tags asked for that it has. */
export interface TagHit {
  readonly record: string;
  readonly tags: readonly string[];
}

/** What an owner last said of itself. */
type HeardOwner = Pick<TagPush, 'position' | 'evaluating' | 'sealing'> & { readonly heardAt: Date };

/** An owner whose tags have not been heard of for so long counts as unavailable: they may be old. */
export const HEARD_WITHIN_MS = 30_000;

/** More records than a question can be about; of more, those with the most tags. */
const MOST_HITS = 100;

export class TagIndex {
  constructor(
    private readonly database: Database,
    private readonly now: () => Date,
  ) {}

  /**
   * Takes a push, all of it or nothing, if it follows on the last one that was taken; one that comes again changes no
   * tag. Any other shows that this database or the owner's was put back to an older state: tags of records that the owner
   * has no more may be among those here. Until it tells everything anew, beginning with `forgetAll`, it counts as not
   * heard of, and is asked nothing.
   */
  async takePush(owner: OwnerName, push: TagPush): Promise<{ readonly position: number; readonly isInStep: boolean }> {
    const { position, stamp, after, evaluating, sealing, changes } = push;
    const heardAt = this.now().toISOString();
    return this.database.transaction(async (query) => {
      // So that there is a row to lock, also where an owner's first two pushes come at once.
      await query(
        `insert into lookup_owner (owner, position, heard_at, evaluating, sealing)
         values ($1, 0, $2::timestamptz, $3, $4::jsonb) on conflict do nothing`,
        [owner, heardAt, evaluating, JSON.stringify(sealing)],
      );
      const [kept] = await query<{ position: number; stamp: string | null }>(
        'select position, stamp::text as stamp from lookup_owner where owner = $1 for update',
        [owner],
      );
      const reached = kept?.stamp ?? null;
      const isNext = after === reached || beginsAnew(changes);
      if (stamp !== reached && !isNext) {
        await query("update lookup_owner set heard_at = 'epoch' where owner = $1", [owner]);
        return { position: kept?.position ?? 0, isInStep: false };
      }
      if (stamp !== reached) await replaceTags(query, owner, changes);
      // Also of the same push: between two changes an owner begins to evaluate with its next key.
      await query(
        `update lookup_owner set position = $2, heard_at = greatest(heard_at, $3::timestamptz), evaluating = $4,
           sealing = $5::jsonb, stamp = $6::uuid where owner = $1`,
        [owner, position, heardAt, evaluating, JSON.stringify(sealing), stamp],
      );
      return { position, isInStep: true };
    });
  }

  /** What an owner last said of itself; undefined where it never did. */
  async heard(owner: OwnerName): Promise<HeardOwner | undefined> {
    const [row] = await this.database.query<HeardOwner>(
      'select position, evaluating, sealing, heard_at as "heardAt" from lookup_owner where owner = $1',
      [owner],
    );
    return row;
  }

  /** Whether an owner was heard of lately, so that its tags are those of its people now. */
  async isHeard(owner: OwnerName): Promise<boolean> {
    const heard = await this.heard(owner);
    return heard !== undefined && this.now().getTime() - heard.heardAt.getTime() < HEARD_WITHIN_MS;
  }

  /** The records of an owner that have any of these tags and may be hit by this organisation; most tags first. */
  async match({ target, key, tags, organisation }: TagQuestion): Promise<readonly TagHit[]> {
    return this.database.query<TagHit>(
      `select record::text as record, array_agg(distinct lpad(to_hex(tag), 16, '0')) as tags from lookup_tag
       where tag = any ($1::text[]::bigint[]) and key = $2 and owner = $3 and (audience is null or $4 = any (audience))
       group by record order by count(*) desc, record limit ${MOST_HITS}`,
      [tags.map(signed), key, target, organisation],
    );
  }

  /** Whether an owner has this record in the index, for this organisation to hit. */
  async holds(target: OwnerName, record: string, organisation: OrganisationId): Promise<boolean> {
    const [found] = await this.database.query<{ held: boolean }>(
      `select exists (select from lookup_tag where record = $1::uuid and owner = $2
         and (audience is null or $3 = any (audience))) as held`,
      [record, target, organisation],
    );
    return found?.held === true;
  }
}

/** Whether an owner tells of all its records from the beginning. */
const beginsAnew = ([first]: readonly TagChange[]): boolean => first !== undefined && 'forgetAll' in first;

async function replaceTags(query: Query, owner: OwnerName, changes: readonly TagChange[]): Promise<void> {
  if (beginsAnew(changes)) await query('delete from lookup_tag where owner = $1', [owner]);
  const last = new Map(changes.flatMap((change) => ('record' in change ? [[change.record, change] as const] : [])));
  if (last.size === 0) return;
  await query('delete from lookup_tag where owner = $1 and record = any ($2::text[]::uuid[])', [
    owner,
    [...last.keys()],
  ]);
  const rows = [...last.values()].flatMap((change) =>
    'removed' in change
      ? []
      : change.tags.map(({ key, tag }) => ({
          record: change.record,
          key,
          tag: signed(tag),
          audience: change.audience,
        })),
  );
  await query(
    `insert into lookup_tag (owner, record, key, tag, audience)
     select distinct $1::text, given.record, given.key, given.tag, given.audience
     from jsonb_to_recordset($2::jsonb) as given (record uuid, key text, tag bigint, audience text[])`,
    [owner, JSON.stringify(rows)],
  );
}

/** 16 hexadecimal digits as the number that a `bigint` column has for them. */
const signed = (tag: string): string => BigInt.asIntN(64, BigInt(`0x${tag}`)).toString();
