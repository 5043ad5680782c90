// What becomes of the index when an owner fails halfway, when its lookup key is replaced and when the exchange is away,
// and how questions are limited and answered. Prints what was found.
import 'reflect-metadata';

import { BlindedQuestion } from '../../blinding/blinded-question';
import { deriveRecordKeys } from '../../matching/keys/derive-match-keys';
import type { Identity } from '../../matching/identity';
import { safetyHouse } from '../../subgraphs/safety-house/definition';
import { type OwnerWithLookups, printFindings, withLookups } from './owner-with-lookups';

export interface KeeperFindings {
  readonly crash: {
    /** People still to be tagged after a failure between computing and keeping. */
    readonly staleAfterFailure: number;
    readonly indexedAfterwards: number;
    /** Whether a change that came while tags were computed is what is told in the end. */
    readonly isTheChangeTold: boolean;
    readonly staleInBetween: number;
  };
  readonly telling: {
    readonly whileAway: number;
    readonly afterReturn: number;
    /** Position before an answer was lost, and after the batch was sent again. */
    readonly positions: readonly [number, number];
    readonly waitingAfterwards: number;
    readonly afterBeingPutBack: number;
    readonly silence: boolean;
  };
  readonly rotation: {
    /** Phase → how many of the people a question by the key in force finds there. */
    readonly found: Readonly<Record<string, number>>;
    readonly duringRetagging: readonly number[];
    readonly keysInTheEnd: number;
    readonly keysOfTags: number;
    readonly isAnotherKey: boolean;
    readonly refusals: readonly string[];
    readonly afterLosingTheKey: number;
  };
  readonly questions: {
    readonly answered: number;
    readonly refused: unknown;
    readonly laterAnswered: boolean;
    readonly closed: unknown;
    readonly atOnce: number;
    readonly ownRepeated: readonly boolean[];
    readonly ownOther: unknown;
    readonly alarms: readonly string[];
    readonly unusable: string;
    readonly named: number;
  };
  readonly candidates: {
    readonly likely: readonly string[];
    readonly remembered: readonly string[];
    readonly duplicates: readonly string[];
    readonly duplicatesRemembered: readonly string[];
    readonly unknown: readonly string[];
  };
  /** Whether each of these came about. */
  readonly working: Readonly<Record<'indexed' | 'removed' | 'isOne' | 'removedBySecond' | 'changedOver', boolean>>;
}

const PEOPLE = 90;
const TOKENS = 'abdefghiklmnoprstuvz';
const letters = (number: number): string =>
  [0, 1, 2].map((place) => `${TOKENS[Math.floor(number / 7 ** place) % 7]}${'aeiou'[number % 5]}r`).join('');
const familyName = (number: number): string => `V${letters(number + 1)}n`;
const birthDate = (number: number): string => new Date(Date.UTC(1970, 1, 2 + number * 37)).toISOString().slice(0, 10);

async function fill(opened: OwnerWithLookups, count = PEOPLE): Promise<void> {
  const rows = Array.from({ length: count }, (_, number) => ({
    id: `p${String(number)}`,
    name: `Jan ${familyName(number)}`,
    date: birthDate(number),
  }));
  const source = 'jsonb_to_recordset($1::jsonb) as w(id text, name text, date date)';
  const values = [JSON.stringify(rows)];
  await opened.run(`insert into subject select id from ${source}`, values);
  await opened.run(
    `insert into client (id, given_name, name, birth_date) select id, 'Jan', name, date from ${source}`,
    values,
  );
  await opened.run(`insert into safety_case (id, subject_id, stage) select id, id, 'SCREENING' from ${source}`, values);
}

const identityOf = (number: number): Identity => ({
  givenName: 'Jan',
  familyName: familyName(number),
  aliases: [],
  birthDate: birthDate(number),
  birthPlace: null,
});

const count = async ({ run }: OwnerWithLookups, sql: string): Promise<number> =>
  ((await run(`select count(*)::integer as count from ${sql}`)) as [{ count: number }])[0].count;

/** How many of the first people a question finds, evaluated with the key in force. */
async function findBy({ lookups, exchange }: OwnerWithLookups, people = PEOPLE): Promise<number> {
  const key = lookups.keys().get(exchange.evaluating);
  let found = 0;
  for (let number = 0; number < people; number += 9) {
    const texts = deriveRecordKeys(identityOf(number)).map(({ text }) => text);
    const tags = await key.tagsOf(texts);
    const isFound = [...exchange.records.values()].some((record) =>
      tags.every((tag) => record.tags.some((told) => told.tag === tag && told.key === key.id)),
    );
    if (isFound) found += 1;
  }
  return found;
}

async function tryCrash(opened: OwnerWithLookups): Promise<KeeperFindings['crash']> {
  const { run, settle, exchange } = opened;
  await fill(opened);
  // It fails after it computed and before anything is kept: the table of what is told refuses.
  await run("alter table lookup_outbox add constraint broken check (change ->> 'record' is null) not valid");
  const failed = await opened.lookups.keeper.tagSome().then(
    () => false,
    () => true,
  );
  const staleAfterFailure = failed ? await count(opened, 'lookup_stale') : -1;
  await run('alter table lookup_outbox drop constraint broken');
  await opened.restart();
  await settle();
  const indexedAfterwards = exchange.records.size;
  // A change after it was read and before it is kept.
  await run("update client set name = 'Jan Oldenhuis' where id = 'p1'");
  const tagging = opened.lookups.keeper.tagSome();
  const changing = run("update client set name = 'Jan Nieuwenhuis' where id = 'p1'");
  await Promise.all([tagging, changing]);
  const staleInBetween = await count(opened, 'lookup_stale');
  await settle();
  const [{ record }] = (await run("select record from lookup_record where subject_id = 'p1'")) as [{ record: string }];
  const wanted = deriveRecordKeys({ ...identityOf(1), familyName: 'Nieuwenhuis' }).map(({ text }) => text);
  const tags = await opened.lookups.keys().get(exchange.evaluating).tagsOf(wanted);
  const told = exchange.records.get(record)?.tags.map(({ tag }) => tag) ?? [];
  return {
    staleAfterFailure,
    indexedAfterwards,
    staleInBetween,
    isTheChangeTold: [...tags].sort().join() === [...told].sort().join(),
  };
}

async function tryTelling(opened: OwnerWithLookups): Promise<KeeperFindings['telling']> {
  const { run, settle, exchange } = opened;
  await fill(opened);
  exchange.isAway = true;
  await settle().catch(() => undefined);
  for (let left = 1; left > 0;) left = await opened.lookups.keeper.tagSome();
  const whileAway = exchange.records.size;
  exchange.isAway = false;
  await settle();
  const afterReturn = exchange.records.size;
  exchange.isDeaf = true;
  await run("delete from safety_case where id in ('p1', 'p2')");
  await opened.lookups.keeper.tell().catch(() => undefined);
  const before = exchange.position;
  exchange.isDeaf = false;
  // As after a crash: the batch that was sent is found again, and what came since has another position.
  await opened.restart();
  await run("delete from safety_case where id = 'p3'");
  await settle();
  const positions = [before, exchange.position] as const;
  const waitingAfterwards = await count(opened, 'lookup_outbox');
  // This owner was put back to before what the exchange has heard.
  exchange.position = 1_000;
  exchange.stamp = 'another';
  await run("delete from safety_case where id = 'p4'");
  await settle().catch(() => undefined);
  await settle();
  const heard = exchange.heard;
  const silence = !(await opened.lookups.keeper.tell()) && exchange.heard === heard;
  return { whileAway, afterReturn, positions, waitingAfterwards, afterBeingPutBack: exchange.records.size, silence };
}

async function tryRotation(opened: OwnerWithLookups): Promise<KeeperFindings['rotation']> {
  const { settle, clock, exchange, run } = opened;
  await fill(opened);
  await settle();
  const refusals: string[] = [];
  const found: Record<string, number> = { before: await findBy(opened) };
  const first = exchange.evaluating;
  await opened.lookups.beginRotation();
  await opened.lookups.beginRotation().catch((error: unknown) => refusals.push((error as Error).name));
  const duringRetagging: number[] = [];
  for (let step = 0; (await opened.lookups.keeper.tagSome()) > 0; step += 1) {
    await opened.lookups.keeper.rotation.advance();
    await opened.lookups.keeper.tell();
    duringRetagging.push(exchange.evaluating === first ? await findBy(opened) : -1);
    if (step === 0) await opened.restart();
  }
  await run("update client set given_name = 'Johan' where id = 'p1'");
  await settle();
  await opened.lookups.keeper.rotation.advance();
  await opened.restart();
  // A heartbeat is due after a restart.
  await opened.lookups.keeper.tell();
  found.lingering = await findBy(opened);
  await opened.lookups.beginRotation().catch((error: unknown) => refusals.push((error as Error).name));
  await opened.lookups.keeper.rotation.advance();
  clock.at = new Date(clock.at.getTime() + 3_600_001);
  await opened.lookups.keeper.rotation.advance();
  await opened.lookups.keeper.tagSome();
  await opened.restart();
  await opened.lookups.keeper.rotation.advance();
  found.dropping = await findBy(opened);
  await settle();
  await opened.lookups.keeper.rotation.advance();
  found.steady = await findBy(opened);
  const keysInTheEnd = opened.lookups.keys().all.length;
  const keysOfTags = new Set([...exchange.records.values()].flatMap(({ tags }) => tags.map(({ key }) => key))).size;
  const isAnotherKey = exchange.evaluating !== first;
  await opened.loseTheKey();
  await settle();
  await opened.lookups.keeper.tell();
  return {
    found,
    duringRetagging,
    keysInTheEnd,
    keysOfTags,
    isAnotherKey,
    refusals,
    afterLosingTheKey: await findBy(opened),
  };
}

async function tryQuestions(opened: OwnerWithLookups): Promise<KeeperFindings['questions']> {
  const { clock, lookups } = opened;
  await fill(opened, 1);
  await opened.settle();
  let request = 0;
  const asker = (person = 'officer-1', organisation: 'nps' | 'kmbc' = 'nps') => {
    request += 1;
    return { person, organisation, requestId: `request-${String(request)}` };
  };
  const texts = deriveRecordKeys(identityOf(0)).map(({ text }) => text);
  const question = await BlindedQuestion.ask(texts);
  const ask = () => lookups.evaluate({ asker: asker(), points: question.points });
  let named = 0;
  const first = await ask();
  if ('points' in first) {
    const told = [...opened.exchange.records.values()].flatMap(({ tags }) => tags.map(({ tag }) => tag));
    named = (await question.unblind(first.points)).filter(
      ({ tag, key }) => key !== undefined && told.includes(tag),
    ).length;
  }
  const more = await Promise.all([ask(), ask(), ask(), ask()]);
  const answered = 1 + more.filter((answer) => 'points' in answer).length;
  const refused = more.find((answer) => 'refused' in answer);
  clock.at = new Date(clock.at.getTime() + 180_000);
  const laterAnswered = 'points' in (await ask());
  await lookups.turnTap('nps', true, 'head of the Safety House');
  clock.at = new Date(clock.at.getTime() + 180_000);
  const closed = await ask();
  await lookups.turnTap('nps', false, 'head of the Safety House');
  // Of many at once by different officers, only those within one officer's burst.
  const atOnce = (
    await Promise.all(
      Array.from({ length: 8 }, () => lookups.evaluate({ asker: asker('officer-2'), points: question.points })),
    )
  ).filter((answer) => 'points' in answer).length;
  const unusable = await lookups.evaluate({ asker: asker('officer-3'), points: ['x'] }).then(
    () => 'answered',
    (error: unknown) => (error as Error).name,
  );

  const ownRepeated: boolean[] = [];
  for (let time = 0; time < 6; time += 1) {
    ownRepeated.push((await lookups.admitOwn(asker('own', 'kmbc'), identityOf(1))) === undefined);
  }
  await lookups.admitOwn(asker('own', 'kmbc'), identityOf(2));
  await lookups.admitOwn(asker('own', 'kmbc'), identityOf(3));
  const ownOther = await lookups.admitOwn(asker('own', 'kmbc'), identityOf(4));
  for (let officer = 0; officer < 30; officer += 1) {
    const asking = asker(`dictionary-${String(officer)}`, 'kmbc');
    await lookups.admitOwn(asking, identityOf(officer));
    await lookups.noteOutcome(asking, false);
  }
  return {
    answered,
    refused,
    laterAnswered,
    closed,
    atOnce,
    ownRepeated,
    ownOther,
    alarms: await lookups.missingTooOften(),
    unusable,
    named,
  };
}

async function tryCandidates(opened: OwnerWithLookups): Promise<KeeperFindings['candidates']> {
  const { lookups, run, settle } = opened;
  await fill(opened);
  await run(`insert into subject values ('twice'), ('young');
    insert into client (id, given_name, name, birth_date) values
      ('twice', 'Johannes', 'Johannes Oudekerk-Zwaan', '1966-10-03'), ('young', 'Johanes', 'Johanes Oudekerk Zwaan', '1966-10-03');
    insert into safety_case (id, subject_id, stage) values ('twice', 'twice', 'SCREENING')`);
  await settle();
  const sought = {
    givenName: 'Johanes',
    familyName: 'Oudekerk Zwaan',
    aliases: [],
    birthDate: '1966-03-10',
    birthPlace: null,
  };
  const find = async (identity: Identity): Promise<readonly string[]> =>
    (await lookups.candidates(identity, 'nps')).map(({ subject, band }) => `${subject} ${band}`);
  const likely = await find(sought);
  await lookups.rememberNotSame(sought, 'twice', 'process manager');
  const remembered = await find(sought);
  const pairs = async (): Promise<readonly string[]> =>
    (await lookups.duplicates(10)).map(({ one, other }) => `${one} ${other}`);
  const duplicates = await pairs();
  await lookups.rememberDistinct('young', 'twice', 'process manager');
  return {
    likely,
    remembered,
    duplicates,
    duplicatesRemembered: await pairs(),
    unknown: await find({ ...sought, givenName: 'Wietske', familyName: 'Roorda' }),
  };
}

/** Two processes of one owner, each with its keeper at work. */
async function tryWorking(opened: OwnerWithLookups): Promise<KeeperFindings['working']> {
  const { exchange, run } = opened;
  await fill(opened, 20);
  const isSoon = async (isSo: () => boolean): Promise<boolean> => {
    for (let tries = 0; !isSo() && tries < 200; tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    return isSo();
  };
  const first = opened.lookups;
  await opened.restart();
  const second = opened.lookups;
  first.start();
  const indexed = await isSoon(() => exchange.records.size === 20);
  second.start();
  await first.beginRotation();
  await run("delete from safety_case where id = 'p1'");
  const removed = await isSoon(() => exchange.records.size === 19);
  const isOne = second.keeper.tagged === 0;
  await first.close();
  await run("delete from safety_case where id = 'p2'");
  const removedBySecond = await isSoon(() => exchange.records.size === 18);
  const before = first.keys().all[0]?.id;
  const changedOver = await isSoon(() => exchange.evaluating !== before);
  await second.close();
  return { indexed, removed, isOne, removedBySecond, changedOver };
}

printFindings(async (): Promise<KeeperFindings> => ({
  crash: await withLookups(safetyHouse, tryCrash),
  telling: await withLookups(safetyHouse, tryTelling),
  rotation: await withLookups(safetyHouse, tryRotation),
  questions: await withLookups(safetyHouse, tryQuestions),
  candidates: await withLookups(safetyHouse, tryCandidates),
  working: await withLookups(safetyHouse, tryWorking),
}));
