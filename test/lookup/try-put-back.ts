// An owner and an exchange, each on a database of its own, of which one loses its data or is put back to a backup, and
// who is found afterwards. Prints what was found.
import 'reflect-metadata';

import { deriveRecordKeys } from '../../matching/keys/derive-match-keys';
import { databaseOf } from '../../subgraphs/common/storage/database';
import { migrate } from '../../subgraphs/common/storage/migrate';
import { openStore, type Store } from '../../subgraphs/common/storage/store';
import { exchange as exchangeDefinition } from '../../subgraphs/exchange/definition';
import { TagIndex } from '../../subgraphs/exchange/lookups/tag-index';
import { safetyHouse } from '../../subgraphs/safety-house/definition';
import { withDatabase } from '../row-security/owner-database';
import { type OwnerWithLookups, printFindings, withLookups } from './owner-with-lookups';

/** People that a question finds, and whether the owner is asked any. */
interface Found {
  readonly people: readonly string[];
  /** Records at the exchange of which the owner knows nothing. */
  readonly ghosts: number;
  readonly isHeard: boolean;
}
export type PutBackFindings = Readonly<Record<string, Found>>;

const PEOPLE = ['anna', 'berta', 'clara', 'doris'] as const;
type Person = (typeof PEOPLE)[number];
const FAMILY = 'Verzonnenberg';
const born = (person: Person): string => `197${String(PEOPLE.indexOf(person))}-03-12`;

async function tryPuttingBack(opened: OwnerWithLookups, exchange: Store, index: TagIndex): Promise<PutBackFindings> {
  const { run, settle } = opened;
  const there = <Row>(sql: string): Promise<Row[]> => exchange.maintenance.query<Row[]>(sql);
  const arrive = async (person: Person): Promise<void> => {
    await run(`insert into subject values ('${person}') on conflict do nothing;
      insert into client (id, given_name, name, birth_date) values ('${person}', '${person}', '${person} ${FAMILY}', '${born(person)}')
        on conflict do nothing;
      insert into safety_case (id, subject_id, stage) values ('${person}', '${person}', 'SCREENING')`);
  };
  const leave = (person: Person) => run(`delete from safety_case where id = '${person}'`);
  const look = async (): Promise<Found> => {
    const key = opened.lookups.keys().all[0];
    const people: string[] = [];
    for (const person of PEOPLE) {
      const identity = {
        givenName: person,
        familyName: FAMILY,
        aliases: [],
        birthDate: born(person),
        birthPlace: null,
      };
      const tags = (await key?.tagsOf(deriveRecordKeys(identity).map(({ text }) => text))) ?? [];
      const question = { target: 'safety-house', key: key?.id ?? '', tags, organisation: 'nps' } as const;
      const hits = await index.match(question);
      if (hits.some((hit) => hit.tags.length === new Set(tags).size)) people.push(person);
    }
    const records = await there<{ record: string }>('select distinct record::text as record from lookup_tag');
    const known = await run<{ record: string }>('select record::text as record from lookup_record');
    const ghosts = records.filter(({ record }) => !known.some((each) => each.record === record)).length;
    return { people, ghosts, isHeard: await index.isHeard('safety-house') };
  };
  const findings: Record<string, Found> = {};
  /** What is found before the two speak, after their first word, and when all is told. */
  const follow = async (what: string): Promise<void> => {
    findings[`${what}, before they speak`] = await look();
    await opened.restart();
    await opened.lookups.keeper.tell().catch(() => undefined);
    findings[`${what}, after a word`] = await look();
    await settle();
    findings[`${what}, in the end`] = await look();
  };

  for (const person of ['anna', 'berta', 'clara'] as const) await arrive(person);
  await settle();
  findings['at first'] = await look();

  await there('delete from lookup_tag');
  await there('delete from lookup_owner');
  await follow('the exchange lost its data');

  await there('create table tag_backup as table lookup_tag');
  await there('create table owner_backup as table lookup_owner');
  await leave('anna');
  await arrive('doris');
  await settle();
  findings['before the exchange is put back'] = await look();
  await there('delete from lookup_tag');
  await there('delete from lookup_owner');
  await there('insert into lookup_tag select * from tag_backup');
  await there('insert into lookup_owner select * from owner_backup');
  await follow('the exchange was put back');

  // One more batch than in the backup, and another one after it: the positions of the two are the same.
  const kept = ['lookup_record', 'lookup_told', 'lookup_name'];
  for (const table of kept) await run(`create table ${table}_backup as table ${table}`);
  const [{ position }] = (await run('select last_value as position from lookup_position')) as [{ position: number }];
  const putBack = async (): Promise<void> => {
    await run('delete from safety_case where id in (select unnest($1::text[]))', [['anna', 'clara']]);
    await arrive('clara');
    await run('delete from lookup_outbox; delete from lookup_stale');
    for (const table of kept) await run(`delete from ${table}; insert into ${table} select * from ${table}_backup`);
    await run('select setval($1, $2)', ['lookup_position', position]);
  };
  await arrive('anna');
  await leave('clara');
  await settle();
  findings['before the owner is put back'] = await look();
  await putBack();
  await follow('the owner was put back');

  for (const table of kept) {
    await run(`drop table ${table}_backup`);
    await run(`create table ${table}_backup as table ${table}`);
  }
  const [now] = (await run('select last_value as position from lookup_position')) as [{ position: number }];
  await arrive('anna');
  await settle();
  await run('delete from safety_case where id = $1', ['anna']);
  await run('delete from lookup_outbox; delete from lookup_stale');
  for (const table of kept) await run(`delete from ${table}; insert into ${table} select * from ${table}_backup`);
  await run('select setval($1, $2)', ['lookup_position', now.position]);
  // The change after the backup gets the position of the batch that got lost by it.
  await leave('berta');
  await follow('the owner was put back and went on');
  return findings;
}

/** On the server that the program's first argument names, else on the embedded engine. */
const SERVER = process.argv[2] || undefined;

printFindings(() =>
  withDatabase(SERVER, undefined, async (location) => {
    const store = await openStore(location, []);
    await migrate(store.maintenance, exchangeDefinition.migrations);
    const index = new TagIndex(databaseOf(store.maintenance), () => new Date());
    try {
      return await withLookups(
        safetyHouse,
        (opened) => tryPuttingBack(opened, store, index),
        (push) => index.takePush('safety-house', push as Parameters<TagIndex['takePush']>[1]),
      );
    } finally {
      await store.close();
    }
  }),
);
