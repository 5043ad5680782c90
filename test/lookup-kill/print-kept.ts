// What is kept of lookups at an owner or the exchange, as JSON: for a test that compares the two after everybody died.
import 'reflect-metadata';

import { OWNER_NAMES } from '../../schema/owners';
import { readOwnerConfiguration } from '../../subgraphs/common/serving/configuration';
import { openStore } from '../../subgraphs/common/storage/store';

/** At the exchange. */
export interface KeptAtExchange {
  readonly requests: readonly {
    readonly id: string;
    readonly state: string;
    readonly categories: readonly string[] | null;
    readonly approvedBy: string | null;
  }[];
  /** Owner → records with a tag. */
  readonly records: Readonly<Record<string, readonly string[]>>;
}

/** At an owner of people. */
export interface KeptAtOwner {
  readonly grants: readonly {
    readonly id: string;
    readonly categories: readonly string[];
    readonly approvedBy: string;
    readonly ended: boolean;
  }[];
  /** What other owners granted to who asks here. */
  readonly received: readonly {
    readonly id: string;
    readonly categories: readonly string[];
    readonly ended: boolean;
  }[];
  readonly records: readonly { readonly subject: string; readonly record: string }[];
  readonly waiting: number;
}

const AT_EXCHANGE = `select json_build_object(
  'requests', (select coalesce(json_agg(json_build_object('id', id, 'state', state ->> 'state',
      'categories', state -> 'approval' -> 'categories', 'approvedBy', state -> 'approval' -> 'by' ->> 'person')), '[]')
    from access_request),
  'records', (select coalesce(json_object_agg(owner, records), '{}') from (
    select owner, json_agg(distinct record) as records from lookup_tag group by owner) o)) as kept`;
const AT_OWNER = `select json_build_object(
  'grants', (select coalesce(json_agg(json_build_object('id', id, 'categories', categories, 'approvedBy', approved_by,
    'ended', ended_at is not null)), '[]') from lookup_grant),
  'received', (select coalesce(json_agg(json_build_object('id', id, 'categories', categories,
    'ended', ended_at is not null)), '[]') from lookup_received_grant),
  'records', (select coalesce(json_agg(json_build_object('subject', subject_id, 'record', record)), '[]')
    from lookup_record where keys <> '{}'),
  'waiting', (select count(*) from lookup_outbox)) as kept`;

async function print(name: string): Promise<void> {
  const owner = OWNER_NAMES.find((each) => each === name);
  if (owner === undefined) throw new Error(`There is no ${name}.`);
  const store = await openStore(readOwnerConfiguration(owner).store, []);
  const [row] = await store.maintenance.query<[{ kept: unknown }]>(owner === 'exchange' ? AT_EXCHANGE : AT_OWNER);
  await store.close();
  process.stdout.write(JSON.stringify(row.kept), () => process.exit(0));
}

print(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
