// Who decides at Knowsley on which record: the desk over a small register of the team's and of MALS's people. Prints it.
import 'reflect-metadata';

import { randomUUID } from 'node:crypto';

import { sealIdentity } from '../../blinding/seal-identity';
import type { LedgerWriter } from '../../ledger/ledger-writer';
import type { Identity } from '../../matching/identity';
import type { OrganisationRole } from '../../schema/organisations';
import type { Requester } from '../../schema/requester';
import type { Asker } from '../../subgraphs/common/peers/asker';
import { GrantStore } from '../../subgraphs/common/lookup/desk/grant-store';
import { LinkStore } from '../../subgraphs/common/lookup/desk/link-store';
import { OwnerDesk } from '../../subgraphs/common/lookup/desk/owner-desk';
import { sealedForLookup, writeReleased } from '../../subgraphs/common/lookup/desk/released-identity';
import { ReviewStore } from '../../subgraphs/common/lookup/desk/review-store';
import { knowsleyIom } from '../../subgraphs/knowsley-iom/definition';
import { PROSECUTOR } from '../lookups/example-lookups';
import { type OwnerWithLookups, printFindings, withLookups } from './owner-with-lookups';

export interface DeskFindings {
  /** Who → the candidates that are shown, review by review. */
  readonly queues: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** What came of each step: a state, or the words of the refusal. */
  readonly steps: Readonly<Record<string, string>>;
  /** Lookups on which each decides, and whether somebody could agree to what needs two. */
  readonly decides: Readonly<Record<string, readonly string[]>>;
  /** What the asker's owner keeps of grants elsewhere, after each step. */
  readonly links: Readonly<Record<string, unknown>>;
}

const DAY = 86_400_000;
const BY = "'x', 'x', now(), 'FACT'";
const requester = (organisation: OrganisationRole['organisation'], role: string, person = role): Requester => ({
  ...PROSECUTOR,
  person: `${organisation}.${person}`,
  organisation,
  role,
  jurisdiction: 'UK',
});
const COORDINATOR = requester('kmbc', 'iom-coordinator');
const MANAGER = requester('mals', 'manager');
const DPO = requester('merseyside-police', 'dpo');
const DECIDERS = {
  coordinator: COORDINATOR,
  manager: MANAGER,
  dpo: DPO,
  officer: requester('nps', 'probation-officer'),
};

const ASHWORTH: Identity = {
  givenName: 'Thomas',
  familyName: 'Ashworth',
  aliases: [],
  birthDate: '1980-04-05',
  birthPlace: null,
};
const FENN: Identity = { ...ASHWORTH, givenName: 'Carl', familyName: 'Fenn', birthDate: '1983-04-06' };

/** One nominal, one client of MALS, and one person of whom each of them has a record of its own. */
const PEOPLE = `insert into subject select unnest('{nominal,mentee,once,again}'::text[]);
  insert into nominal (id, given_name, name, date_of_birth, source_system, recorded_by, recorded_at, basis) values
    ('nominal', 'Thomas', 'Thomas Ashworth', '1980-04-05', ${BY}), ('once', 'Gary', 'Gary Dunnington', '1975-02-03', ${BY});
  insert into mals_client (id, given_name, name, date_of_birth, source_system, recorded_by, recorded_at, basis) values
    ('mentee', 'Carl', 'Carl Fenn', '1983-04-06', ${BY}), ('again', 'Gary', 'Gary Dunnington', '1975-02-03', ${BY});
  insert into mals_consent (id, subject_id, purposes, categories, recipients, given_on, source_system, recorded_by, recorded_at, basis) values
    ('1', 'mentee', '{CROSS_BORDER_CASE}', '{}', '{om-den-haag}', '2020-01-01', ${BY}),
    ('2', 'again', '{CROSS_BORDER_CASE}', '{}', '{om-den-haag}', '2020-01-01', ${BY})`;
const DUNNINGTON: Identity = { ...ASHWORTH, givenName: 'Gary', familyName: 'Dunnington', birthDate: '1975-02-03' };

function deskOver({ store, lookups, clock }: OwnerWithLookups): OwnerDesk {
  return new OwnerDesk({
    owner: 'knowsley-iom',
    reviews: new ReviewStore(store.maintenance),
    grants: new GrantStore(store.maintenance),
    // What it writes is asked of a whole hub (cross-border.test.ts).
    ledger: { append: () => Promise.resolve({}) } as unknown as LedgerWriter,
    keys: () => lookups.keys().all,
    findCandidates: (identity, organisation) => lookups.candidates(identity, organisation),
    rememberNotSame: () => Promise.resolve(),
    turnTap: () => Promise.resolve(),
    missingTooOften: () => Promise.resolve([]),
    now: () => clock.now(),
  });
}

async function tryDesk(opened: OwnerWithLookups): Promise<DeskFindings> {
  const { run, settle, lookups, clock } = opened;
  await run(PEOPLE);
  await settle();
  const desk = deskOver(opened);
  const names = new Map<string, string>();
  const release = async (name: string, identity: Identity, asker: Asker = PROSECUTOR): Promise<string> => {
    clock.at = new Date(clock.at.getTime() + 1_000);
    const [lookup, handleHash] = [randomUUID(), 'a'.repeat(64)];
    const sealed = await sealIdentity(
      writeReleased({ ...identity, subject: 'client-1' }),
      sealedForLookup(handleHash, asker, 'knowsley-iom'),
      lookups.keys().all[0]?.sealingKey ?? { id: '', publicKey: '' },
    );
    const expiresAt = new Date(clock.now().getTime() + 14 * DAY);
    await desk.review({ lookup, asker, protocol: 'XJ-LOOKUP@1.0.0', handleHash, sealed, expiresAt });
    names.set(lookup, name);
    return lookup;
  };
  const steps: Record<string, string> = {};
  const take = async (what: string, step: Promise<unknown>): Promise<void> => {
    steps[what] = await step.then(
      (taken) => (taken as { state?: string } | undefined)?.state ?? 'done',
      (error: unknown) => (error as Error).message,
    );
  };
  const [nominal, mentee, both] = [
    await release('of the team', ASHWORTH),
    await release('of MALS', FENN),
    await release('of both', DUNNINGTON),
  ];

  const queues: Record<string, readonly (readonly string[])[]> = {};
  for (const [who, by] of Object.entries(DECIDERS)) {
    queues[who] = (await desk.waiting(by, 10)).map(({ candidates }) => candidates.map(({ subject }) => subject));
  }
  queues['manager, one at most'] = (await desk.waiting(MANAGER, 1)).map(({ candidates }) =>
    candidates.map(({ subject }) => subject),
  );

  const confirm = (lookup: string, by: Requester, subject: string) =>
    desk.decideIdentity({ lookup, by, decision: 'CONFIRM', subject });
  await take('MALS on the team’s', confirm(nominal, MANAGER, 'nominal'));
  await take('the council on MALS’s', confirm(mentee, COORDINATOR, 'mentee'));
  await take('the police on MALS’s', confirm(mentee, DPO, 'mentee'));
  await take('MALS on its own', confirm(mentee, MANAGER, 'mentee'));
  await take('the council on its own', confirm(nominal, COORDINATOR, 'nominal'));

  await take('the council confirms MALS’s of both', confirm(both, COORDINATOR, 'again'));
  const say = (by: Requester, decision: 'NOT_THE_SAME' | 'REFUSE') =>
    desk.decideIdentity({ lookup: both, by, decision });
  await take('the council says no', say(COORDINATOR, 'REFUSE'));
  await take('the council says no again', say(COORDINATOR, 'REFUSE'));
  await take('the council says otherwise', confirm(both, COORDINATOR, 'once'));
  queues['coordinator, after the own word'] = (await desk.waiting(COORDINATOR, 10)).map(() => ['one']);
  await take('MALS says no', say(MANAGER, 'NOT_THE_SAME'));
  await take('MALS says no again', say(MANAGER, 'NOT_THE_SAME'));

  const approve = (lookup: string, by: Requester, secondBy: string | null = null) =>
    desk.grant({
      request: randomUUID(),
      lookup,
      asker: PROSECUTOR,
      by,
      approvedBy: secondBy === null ? by.person : 'somebody',
      secondBy,
      categories: ['IDENTITY'],
      handlingCode: 'H1',
      until: new Date(clock.now().getTime() + DAY),
    });
  await take('the council grants MALS’s', approve(mentee, COORDINATOR));
  await take('the police agree to MALS’s', approve(mentee, DPO, DPO.person));
  await take('MALS grants the team’s', approve(nominal, MANAGER));
  await take('MALS grants its own', approve(mentee, MANAGER));
  await take('the council grants the team’s', approve(nominal, COORDINATOR));
  await take('the police agree to the team’s', approve(nominal, DPO, DPO.person));

  const own = await release('of the own organisation', ASHWORTH, { ...COORDINATOR, owner: 'safety-house' });
  await take('the asker’s own organisation', confirm(own, COORDINATOR, 'nominal'));

  // Declined while the grant is still on its way, after its caller has given up; and both in one moment.
  const granting = (request: string) =>
    desk.grant({
      request,
      lookup: nominal,
      asker: PROSECUTOR,
      by: COORDINATOR,
      approvedBy: COORDINATOR.person,
      secondBy: null,
      categories: ['IDENTITY'],
      handlingCode: 'H1',
      until: new Date(clock.now().getTime() + DAY),
    });
  const late = randomUUID();
  await desk.end(late, COORDINATOR);
  await take('granted after it was declined', granting(late));
  const racing = Array.from({ length: 20 }, () => randomUUID());
  await Promise.all(
    racing.flatMap((request, index) => {
      const [grant, end] = [() => granting(request).catch(() => undefined), () => desk.end(request, COORDINATOR)];
      return index % 2 === 0 ? [grant(), end()] : [end(), grant()];
    }),
  );
  const [{ alive }] = (await run(
    'select count(*)::integer as alive from lookup_grant where ended_at is null and id = any ($1::uuid[])',
    [[late, ...racing]],
  )) as [{ alive: number }];
  steps['alive of those declined'] = String(alive);

  const unknown = randomUUID();
  names.set(unknown, 'of nobody');
  const decides: Record<string, readonly string[]> = {};
  for (const [who, by] of Object.entries(DECIDERS)) {
    decides[who] = (await desk.decides(by, [nominal, mentee, both, unknown])).map(
      ({ lookup, hasSecondPerson }) => `${names.get(lookup) ?? ''}${hasSecondPerson ? '' : ', alone'}`,
    );
  }
  return { queues, steps, decides, links: await tryLinks(opened) };
}

/** The asker's side, as the exchange tells it: twice, too late, and of what is not known there. */
async function tryLinks({ store, run, clock }: OwnerWithLookups): Promise<DeskFindings['links']> {
  const linkStore = new LinkStore(store.maintenance);
  const [lookup, idle, request] = [randomUUID(), randomUUID(), randomUUID()];
  const now = clock.now();
  const kept = (): Promise<unknown[]> =>
    run(`select h.subject_id as subject, g.categories, g.ended_at is not null as ended
         from lookup_received_grant g join lookup_told_hit h on h.id = g.lookup`);
  const asker: Asker = { ...DECIDERS.officer, owner: 'knowsley-iom' };
  for (const id of [lookup, lookup, idle]) {
    await linkStore.keepHit({ lookup: id, asker, target: 'eri', subject: 'nominal' }, now);
  }
  const granted = { request, lookup, handlingCode: 'H1', until: new Date(now.getTime() + DAY) } as const;
  const links: Record<string, unknown> = {};
  links['of no hit'] = await linkStore.keepGrant({ ...granted, lookup: randomUUID(), categories: ['IDENTITY'] }, now);
  links['of a hit'] = await linkStore.keepGrant({ ...granted, categories: ['IDENTITY', 'CUSTODY'] }, now);
  await linkStore.keepGrant({ ...granted, categories: ['IDENTITY'] }, now);
  links['told again'] = await kept();
  await linkStore.endGrant(request, now);
  await linkStore.keepGrant({ ...granted, categories: ['CUSTODY'] }, now);
  links['told after its end'] = await kept();
  await linkStore.forget(new Date(now.getTime() + 59 * DAY));
  links['hits, two months later'] = await run('select count(*)::integer as hits from lookup_told_hit');
  await linkStore.forget(new Date(now.getTime() + 61 * DAY));
  links['hits, after that'] = await run('select id = $1 as granted from lookup_told_hit', [lookup]);
  links['seen by the application'] = [
    ...(await store.application.query<unknown[]>('select * from lookup_told_hit')),
    ...(await store.application.query<unknown[]>('select * from lookup_received_grant')),
  ];
  return links;
}

printFindings(() => withLookups(knowsleyIom, tryDesk));
