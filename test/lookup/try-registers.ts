// Who of small hand-written registers is indexed at each owner, and what a change does at once and later. Prints it.
import 'reflect-metadata';

import { eri } from '../../subgraphs/eri/definition';
import { knowsleyIom } from '../../subgraphs/knowsley-iom/definition';
import { safetyHouse } from '../../subgraphs/safety-house/definition';
import { type OwnerWithLookups, printFindings, withLookups } from './owner-with-lookups';

type Indexed = Awaited<ReturnType<OwnerWithLookups['indexed']>>;

export interface RegisterFindings {
  readonly 'knowsley-iom': {
    readonly atFirst: Indexed;
    /** Removals in the outbox right after the withdrawal, before anything else ran. */
    readonly atOnce: number;
    readonly withdrawn: Indexed;
    readonly candidates: readonly string[];
    readonly candidatesOfOthers: readonly string[];
  };
  readonly 'safety-house': {
    readonly atFirst: Indexed;
    /** Changes told, and people found to be stale, when extremism and victims came and went. */
    readonly toldOfExtremism: number;
    readonly staleByExtremism: number;
    readonly ofAge: Indexed;
    readonly withoutCase: Indexed;
    readonly deleted: { readonly removedAtOnce: number; readonly names: number };
    /** Rows that the application's login sees in the tables of the lookup; the database refuses where it may not read. */
    readonly seenByApplication: number;
  };
  readonly eri: {
    readonly atFirst: Indexed;
    readonly narrowedAtOnce: Indexed;
    readonly narrowed: Indexed;
    readonly expired: Indexed;
  };
}

const BY = "'x', 'x', now(), 'FACT'";

const people = (...ids: readonly string[]): string =>
  `insert into subject select unnest('{${ids.join(',')}}'::text[]);`;

async function tryKnowsley(opened: OwnerWithLookups): Promise<RegisterFindings['knowsley-iom']> {
  const { run, settle, indexed, lookups } = opened;
  const columns = 'source_system, recorded_by, recorded_at, basis';
  await run(`${people('adult', 'minor', 'undated', 'mentee', 'both', 'consenting', 'elsewhere', 'expired')}
    insert into nominal (id, given_name, name, aliases, date_of_birth, birth_place, ${columns}) values
      ('adult', 'Thomas', 'Thomas Ashworth', '{Tommo}', '1980-04-05', 'Huyton', ${BY}),
      ('minor', 'Lee', 'Lee Barrow', null, current_date - interval '17 years', null, ${BY}),
      ('undated', 'Ann', 'Ann Carr', null, null, null, ${BY}),
      ('both', 'Gary', 'Gary Dunn', null, '1975-02-03', null, ${BY});
    insert into mals_client (id, given_name, name, date_of_birth, ${columns}) values
      ('mentee', 'Ben', 'Ben Eccles', '1982-03-04', ${BY}), ('both', 'Gary', 'Gary Dunn', '1975-02-03', ${BY}),
      ('consenting', 'Carl', 'Carl Fenn', '1983-04-06', ${BY}), ('elsewhere', 'Dee', 'Dee Gough', '1984-05-07', ${BY}),
      ('expired', 'Eve', 'Eve Holt', '1985-06-08', ${BY});
    insert into mals_consent (id, subject_id, purposes, categories, recipients, given_on, expires_on, ${columns}) values
      ('1', 'consenting', '{CROSS_BORDER_CASE}', '{}', '{uepe,reclassering}', '2020-01-01', null, ${BY}),
      ('2', 'elsewhere', '{MENTORING_SUPPORT}', '{}', '{reclassering}', '2020-01-01', null, ${BY}),
      ('3', 'expired', '{CROSS_BORDER_CASE}', '{}', '{reclassering}', '2020-01-01', '2021-01-01', ${BY})`);
  await settle();
  const atFirst = await indexed();
  const carl = { givenName: 'Karl', familyName: 'Fenn', aliases: [], birthDate: '1983-04-06', birthPlace: null };
  const found = async (organisation: string): Promise<readonly string[]> =>
    (await lookups.candidates(carl, organisation)).map(({ subject, band }) => `${subject} ${band}`);
  const [candidates, candidatesOfOthers] = [await found('reclassering'), await found('om-den-haag')];
  await run("update mals_consent set withdrawn_on = (now() at time zone 'Europe/London')::date where id = '1'");
  const [{ removals }] = (await run(
    "select count(*)::integer as removals from lookup_outbox where change ->> 'removed' = 'true'",
  )) as [{ removals: number }];
  await settle();
  return { atFirst, atOnce: removals, withdrawn: await indexed(), candidates, candidatesOfOthers };
}

async function trySafetyHouse(opened: OwnerWithLookups): Promise<RegisterFindings['safety-house']> {
  const { run, settle, indexed, clock, lookups, exchange, store } = opened;
  await run(`${people('client', 'extremist', 'victim', 'minor', 'caseless', 'aftercare')}
    insert into client (id, given_name, name, birth_date) values
      ('client', 'Jan', 'Jan de Vries', '1980-04-05'), ('minor', 'Sem', 'Sem Bakker', current_date - interval '18 years' + interval '3 days'),
      ('caseless', 'Piet', 'Piet Visser', '1979-02-03');
    insert into safety_case (id, subject_id, stage) values ('c1', 'client', 'SCREENING'), ('c2', 'minor', 'SCREENING');
    insert into aftercare_client (id, given_name, name, birth_date) values ('aftercare', 'Kees', 'Kees Smit', '1978-01-02');
    insert into extremism_case (id, subject_id, state, subject_given_name, subject_name, date_of_birth) values
      ('e1', 'extremist', 'APPROVED', 'Henk', 'Henk Mulder', '1981-05-06');
    insert into victim_contact (id, subject_id, case_id) values ('v1', 'client', 'c1')`);
  await settle();
  const atFirst = await indexed();
  const before = exchange.position;
  await run(`insert into extremism_case (id, subject_id, state) values ('e2', 'client', 'PROPOSED');
    update extremism_case set state = 'APPROVED' where id = 'e2';
    update extremism_case set subject_name = 'Jan de Vries', date_of_birth = '1980-04-05' where id = 'e2';
    delete from victim_contact; delete from extremism_case where id = 'e2';
    update client set address = 'Spui 1' where id = 'client'`);
  const [{ stale }] = (await run('select count(*)::integer as stale from lookup_stale')) as [{ stale: number }];
  // And where somebody is stale for another reason, the same identity changes nothing.
  await run("select lookup_touched('{client,extremist,victim}', now())");
  await settle();
  const toldOfExtremism = exchange.position - before;
  clock.at = new Date(clock.at.getTime() + 4 * 86_400_000);
  await lookups.keeper.sweep();
  await settle();
  const ofAge = await indexed();
  await run("delete from safety_case where id = 'c2'");
  await settle();
  const withoutCase = await indexed();
  await run("delete from safety_case; delete from client where id = 'client'; delete from subject where id = 'client'");
  const [{ removed, names }] = (await run(
    `select (select count(*) from lookup_outbox where change ->> 'removed' = 'true')::integer as removed,
       (select count(*) from lookup_name where subject_id = 'client')::integer as names`,
  )) as [{ removed: number; names: number }];
  let seenByApplication = 0;
  for (const table of ['stale', 'record', 'outbox', 'key_rotation', 'keeper', 'asked', 'tap', 'distinct', 'name']) {
    seenByApplication += (await store.application.query<unknown[]>(`select * from lookup_${table}`)).length;
  }
  return {
    atFirst,
    toldOfExtremism,
    staleByExtremism: stale,
    ofAge,
    withoutCase,
    deleted: { removedAtOnce: removed, names },
    seenByApplication,
  };
}

async function tryEri(opened: OwnerWithLookups): Promise<RegisterFindings['eri']> {
  const { run, settle, indexed, clock, lookups } = opened;
  const inAnHour = "now() + interval '1 hour'";
  await run(`${people('silent', 'consenting', 'invited', 'minor', 'brief')}
    insert into participant (id, given_name, name, birth_date) values
      ('silent', 'Luca', 'Luca Bianchi', '1980-04-05'), ('consenting', 'Marco', 'Marco Russo', '1981-05-06'),
      ('invited', 'Paolo', 'Paolo Greco', '1982-06-07'), ('minor', 'Ivo', 'Ivo Conti', current_date - interval '16 years'),
      ('brief', 'Gino', 'Gino Costa', '1983-07-08');
    insert into invitation_consent (id, subject_id, purposes, recipients, given_at) values
      ('i', 'invited', '{CROSS_BORDER_CASE}', '{nps}', '2020-01-01');
    insert into participant_consent (id, subject_id, purposes, recipients, given_at, expires_at) values
      ('1', 'silent', '{EMPLOYMENT_PLACEMENT}', '{nps}', '2020-01-01', null),
      ('2', 'consenting', '{CROSS_BORDER_CASE}', '{nps,kmbc}', '2020-01-01', null),
      ('3', 'minor', '{CROSS_BORDER_CASE}', '{nps}', '2020-01-01', null),
      ('4', 'brief', '{CROSS_BORDER_CASE}', '{nps}', '2020-01-01', ${inAnHour})`);
  await settle();
  const atFirst = await indexed();
  await run("update participant_consent set recipients = '{kmbc}' where id = '2'");
  await lookups.keeper.tell();
  const narrowedAtOnce = await indexed();
  await settle();
  const narrowed = await indexed();
  clock.at = new Date(clock.at.getTime() + 2 * 3_600_000);
  await lookups.keeper.removeExpired();
  await settle();
  return { atFirst, narrowedAtOnce, narrowed, expired: await indexed() };
}

printFindings(async (): Promise<RegisterFindings> => ({
  'knowsley-iom': await withLookups(knowsleyIom, tryKnowsley),
  'safety-house': await withLookups(safetyHouse, trySafetyHouse),
  eri: await withLookups(eri, tryEri),
}));
