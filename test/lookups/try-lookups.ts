// Begins lookups at an exchange and takes steps, several at a time where it matters. Prints what it finds as JSON.
import type { AccessRequest } from '../../subgraphs/exchange/lookups/access-request';
import type { HandleBinding } from '../../subgraphs/exchange/lookups/handle';
import type { Party } from '../../subgraphs/exchange/lookups/lookup';
import type { FollowedLookup, KeptRequest } from '../../subgraphs/exchange/lookups/lookup-store';
import { type ExchangeInProcess, type Outcome, printFindings } from './exchange-in-process';
import { KEY, PROSECUTOR, record, SEALING, tag } from './example-lookups';

export interface LookupFindings {
  readonly begun: { readonly keys: readonly string[]; readonly livesMs: number; readonly handleBytes: number };
  /** Whether anything of the exchange's rows has the handle in it. */
  readonly handleIsKept: boolean;
  readonly notBegun: Readonly<Record<string, Outcome>>;
  readonly redeemed: Readonly<Record<string, string>>;
  /** Ten at once: how many of each answer. */
  readonly redeemedAtOnce: Readonly<Record<string, number>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly steps: Readonly<Record<string, string>>;
  /** Two at once, of which one leaves nothing for the other. */
  readonly stepsAtOnce: Readonly<Record<string, readonly string[]>>;
  readonly requests: Readonly<Record<string, string>>;
  /** What is left after a purge, by when. */
  readonly purged: Readonly<Record<string, readonly string[]>>;
  /** Rows that the application's own login sees, and whether it may write. */
  readonly seenByApplication: Readonly<Record<string, number | boolean>>;
}

interface Begun {
  readonly lookup: string;
  readonly handle: string;
  readonly handleHash: string;
  readonly expiresAt: number;
}

const DAY = 86_400_000;
const QUARTER = 15 * 60_000;
const ASKER: Party = { person: PROSECUTOR.person, organisation: 'om-den-haag', owner: 'safety-house' };
const COLLEAGUE: Party = { ...ASKER, person: 'om-den-haag.another' };
const COORDINATOR: Party = { person: 'kmbc.coordinator', organisation: 'kmbc', owner: 'knowsley-iom' };
const DEPUTY: Party = { ...COORDINATOR, person: 'kmbc.deputy' };
const STRANGER: Party = { person: 'eri.staff', organisation: 'eri', owner: 'eri' };
const PRESENTED: HandleBinding = {
  person: ASKER.person,
  organisation: 'om-den-haag',
  purpose: 'CROSS_BORDER_CASE',
  protocol: 'XJ-LOOKUP@1.0.0',
  target: 'knowsley-iom',
};
const NO_ID = '00000000-0000-4000-8000-000000000000';

/** A lookup in one word, with its requests. */
const inWords = ({ lookup, requests }: FollowedLookup): string =>
  [lookup.state, ...requests.map(({ request }) => request.state)].join(' ');

/** The state that a step led to, or the name of what refused it. */
const told = (step: Promise<{ lookup: { state: string } } | KeptRequest>): Promise<string> =>
  step.then(
    (kept) => ('request' in kept ? kept.request.state : kept.lookup.state),
    (error: unknown) => (error instanceof Error ? error.name : 'unknown'),
  );

const counted = (words: readonly string[]): Record<string, number> =>
  Object.fromEntries([...new Set(words)].map((word) => [word, words.filter((one) => one === word).length]));

async function tryLookups(parts: ExchangeInProcess): Promise<LookupFindings> {
  const { exchange, call, pass, now, lookups, database, store } = parts;
  const { desk } = exchange;
  await call('knowsley-iom', '/lookup/tags', {
    position: 1,
    stamp: record(1),
    after: null,
    evaluating: KEY,
    sealing: SEALING,
    changes: [
      { record: record(1), tags: [{ key: KEY, tag: tag(1) }], audience: null },
      { record: record(2), tags: [{ key: KEY, tag: tag(2) }], audience: ['reclassering'] },
    ],
  });
  const ask = (more: object = {}): Promise<Outcome> =>
    call('safety-house', '/lookup/hits', {
      asker: PROSECUTOR,
      protocol: PRESENTED.protocol,
      target: 'knowsley-iom',
      record: record(1),
      band: 'PROBABLE',
      matchedOn: ['BIRTH_DATE', 'FAMILY_NAME'],
      ...more,
    });
  const begin = async (): Promise<Begun> => {
    const outcome = await ask();
    if (!('answer' in outcome)) throw new Error(JSON.stringify(outcome));
    return outcome.answer as Begun;
  };
  const redeem = async (handle: string, presented: HandleBinding = PRESENTED): Promise<string> => {
    const outcome = await desk.redeem(handle, presented).catch((error: unknown) => error as Error);
    if (outcome instanceof Error) return outcome.name;
    return outcome.kind === 'REDEEMED' ? outcome.kept.lookup.state : `${outcome.told} (${outcome.recorded})`;
  };
  const released = async (): Promise<string> => {
    const { lookup, handle } = await begin();
    if ((await redeem(handle)) !== 'RELEASED') throw new Error('It was not released.');
    return lookup;
  };
  const confirmed = async (): Promise<string> => {
    const lookup = await released();
    await desk.stepLookup(lookup, 'confirm', COORDINATOR);
    return lookup;
  };
  const approvalOf = (...categories: AccessRequest['requested']) => ({
    categories,
    handlingCode: 'H1' as const,
    until: now() + 7 * DAY,
  });
  const lists: Record<string, readonly string[]> = {};
  const steps: Record<string, string> = {};
  const stepsAtOnce: Record<string, readonly string[]> = {};
  const requests: Record<string, string> = {};
  const purged: Record<string, readonly string[]> = {};

  // One hit, from its beginning to its release.
  const first = await begin();
  const begun = {
    keys: Object.keys(first).sort(),
    livesMs: Math.round((first.expiresAt - now()) / 60_000) * 60_000,
    handleBytes: Buffer.from(first.handle, 'base64url').length,
  };
  const kept = await database.query(
    'select to_jsonb(l) as row from lookup l union all select to_jsonb(t) from lookup_tag t',
    [],
  );
  const handleIsKept = JSON.stringify(kept).includes(first.handle);
  const notBegun = {
    'of an unknown record': await ask({ record: record(3) }),
    'of a record for others': await ask({ record: record(2) }),
    'for who works with another owner': await ask({ asker: { ...PROSECUTOR, owner: 'eri' } }),
    'about the own people': await ask({ target: 'safety-house' }),
    'with a name in it': await ask({ matchedOn: ['Jansen'] }),
    'without a protocol': await ask({ protocol: 'none' }),
  };
  lists['of the asker, begun'] = (await desk.ofAsker(ASKER)).map(inWords);
  lists['of the target, begun'] = (await desk.ofTarget('knowsley-iom')).map(inWords);
  steps['of the target, before the release'] = await told(desk.stepLookup(first.lookup, 'confirm', COORDINATOR));
  const redeemed = {
    'by a colleague': await redeem(first.handle, { ...PRESENTED, person: COLLEAGUE.person }),
    'for another owner': await redeem(first.handle, { ...PRESENTED, target: 'eri' }),
    'of any text': await redeem('any text'),
    'by the asker': await redeem(first.handle),
    'by the asker again': await redeem(first.handle),
    'of a withdrawn lookup': await begin().then(async ({ lookup, handle }) => {
      await desk.stepLookup(lookup, 'withdraw', ASKER);
      return redeem(handle);
    }),
  };
  const { handle } = await begin();
  const redeemedAtOnce = counted(await Promise.all(Array.from({ length: 10 }, () => redeem(handle))));
  lists['of the target, released'] = (await desk.ofTarget('knowsley-iom')).map(inWords);
  lists['of another owner'] = (await desk.ofTarget('eri')).map(inWords);
  lists['of a colleague'] = (await desk.ofAsker(COLLEAGUE)).map(inWords);

  // Steps, alone and two at a time.
  steps['of a stranger'] = await told(desk.stepLookup(first.lookup, 'confirm', STRANGER));
  steps['of a colleague'] = await told(desk.stepLookup(first.lookup, 'withdraw', COLLEAGUE));
  steps['of the asker, not the asker’s'] = await told(desk.stepLookup(first.lookup, 'confirm', ASKER));
  steps['of no lookup'] = await told(desk.stepLookup(NO_ID, 'confirm', COORDINATOR));
  steps['of no id'] = await told(desk.stepLookup('1', 'confirm', COORDINATOR));
  stepsAtOnce['confirm and refuse'] = (
    await Promise.all([
      told(desk.stepLookup(first.lookup, 'confirm', COORDINATOR)),
      told(desk.stepLookup(first.lookup, 'refuse', DEPUTY)),
    ])
  ).sort();

  // Requests.
  const lookup = await confirmed();
  requests['of a colleague'] = await told(desk.request(lookup, COLLEAGUE, ['CUSTODY']));
  requests['before the confirmation'] = await told(desk.request(await released(), ASKER, ['CUSTODY']));
  requests['of no lookup'] = await told(desk.request(NO_ID, ASKER, ['CUSTODY']));
  const request = await desk.request(lookup, ASKER, ['CUSTODY', 'HEALTH']);
  requests['of the asker'] = request.request.state;
  requests['decided by the asker'] = await told(desk.decide(request.id, approvalOf('CUSTODY'), ASKER));
  requests['decided by a stranger'] = await told(desk.decide(request.id, approvalOf('CUSTODY'), STRANGER));
  requests['decided with a special category'] = await told(
    desk.decide(request.id, approvalOf('CUSTODY', 'HEALTH'), COORDINATOR),
  );
  requests['decided by the same person again'] = await told(desk.decideSecond(request.id, true, COORDINATOR));
  requests['decided by a second person'] = await told(desk.decideSecond(request.id, true, DEPUTY));
  lists['of the asker, granted'] = (await desk.ofAsker(ASKER)).filter(({ id }) => id === lookup).map(inWords);
  requests['taken back by the owner'] = await told(desk.withdraw(request.id, DEPUTY));
  const second = await desk.request(lookup, ASKER, ['CUSTODY']);
  stepsAtOnce['decide and decide'] = (
    await Promise.all([
      told(desk.decide(second.id, approvalOf('CUSTODY'), COORDINATOR)),
      told(desk.decide(second.id, approvalOf(), DEPUTY)),
    ])
  ).sort();
  const third = await desk.request(lookup, ASKER, ['CUSTODY']);
  requests['taken back by the asker'] = await told(desk.withdraw(third.id, ASKER));
  const fourth = await desk.request(lookup, ASKER, ['CUSTODY']);
  await desk.decide(fourth.id, approvalOf('CUSTODY'), COORDINATOR);
  requests['closed'] = await told(desk.close(fourth.id, 'LED_TO_ACTION', ASKER));
  requests['of no request'] = await told(desk.close(NO_ID, 'LED_TO_ACTION', ASKER));
  const racing = await confirmed();
  stepsAtOnce['withdraw and request'] = (
    await Promise.all([
      told(desk.stepLookup(racing, 'withdraw', ASKER)),
      told(desk.request(racing, ASKER, ['CUSTODY'])),
    ])
  ).sort();

  const seenByApplication = await asApplication(store);

  // Time: from here on nothing else is in the tables.
  await database.query('delete from access_request', []);
  await database.query('delete from lookup', []);
  const names = new Map<string, string>();
  const name = (what: string, id: string): string => {
    names.set(id, what);
    return id;
  };
  name('unreleased', (await begin()).lookup);
  await desk.stepLookup(name('withdrawn unreleased', (await begin()).lookup), 'withdraw', ASKER);
  name('released', await released());
  await desk.stepLookup(name('refused', await released()), 'refuse', COORDINATOR);
  const granted = name('granted', await confirmed());
  const last = await desk.request(granted, ASKER, ['CUSTODY']);
  const left = async (): Promise<readonly string[]> => {
    await lookups.purge();
    return (await desk.ofAsker(ASKER)).map((one) => `${names.get(one.id) ?? ''}: ${inWords(one)}`).sort();
  };
  purged['at once'] = await left();
  pass(QUARTER + DAY - 60_000);
  purged['a day later'] = await left();
  pass(2 * 60_000);
  purged['after that day'] = await left();
  pass(12 * DAY);
  await desk.decide(last.id, { ...approvalOf('CUSTODY'), until: now() + 14 * DAY }, COORDINATOR);
  purged['after 13 days'] = await left();
  pass(3 * DAY);
  purged['after 16 days'] = await left();
  pass(14 * DAY + 60_000);
  purged['after 30 days'] = await left();
  pass(15 * DAY);
  purged['after 45 days'] = await left();
  pass(12 * DAY + 60_000);
  purged['after 57 days'] = await left();

  return {
    begun,
    handleIsKept,
    notBegun,
    redeemed,
    redeemedAtOnce,
    lists,
    steps,
    stepsAtOnce,
    requests,
    purged,
    seenByApplication,
  };
}

/** What a request's own login sees and may do where the asker's pseudonyms stand. */
async function asApplication({ application, maintenance }: ExchangeInProcess['store']) {
  const count = (login: typeof application, table: string): Promise<number> =>
    login.query<[{ rows: number }]>(`select count(*)::integer as rows from ${table}`).then(([{ rows }]) => rows);
  const mayWrite = (sql: string): Promise<boolean> =>
    application.query(sql).then(
      () => true,
      () => false,
    );
  return {
    lookups: await count(application, 'lookup'),
    'access requests': await count(application, 'access_request'),
    'lookups there are': await count(maintenance, 'lookup'),
    'access requests there are': await count(maintenance, 'access_request'),
    'may delete': await mayWrite('delete from lookup'),
    'may tag': await mayWrite('delete from lookup_tag'),
  };
}

printFindings(tryLookups);
