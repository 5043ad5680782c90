// Who is given a table, how often it is charged, and what it consists of. Prints what was found.
import 'reflect-metadata';

import type { Dimension } from '../../disclosure-control/lattice';
import { decodeShares, sumShares } from '../../disclosure-control/masks';
import { tableOf } from '../../disclosure-control/table';
import { printFindings } from '../lookup/owner-with-lookups';
import {
  approve,
  CHARTER,
  codeOf,
  examplePeople,
  numberedTable,
  OFFICERS,
  read,
  RESEARCHER,
  snapshotOf,
  tableQuestion,
  take,
} from './example-research';
import { type Reply, type ResearchOwner, type ResearchOwners, withResearchOwners } from './owners-with-research';

export interface TableFindings {
  readonly charters: Readonly<Record<string, string>>;
  /** What is refused → the code, at two owners of one name with different people. */
  readonly refusals: Readonly<Record<string, string>>;
  readonly refusedAlike: boolean;
  /** Whether the two really hold different people. */
  readonly areDifferent: boolean;
  readonly callers: Readonly<Record<string, string>>;
  readonly charges: {
    readonly sameAtOnce: Readonly<Record<string, number>>;
    readonly differentAtOnce: Readonly<Record<string, number>>;
    readonly released: readonly [spent: unknown, afterOne: unknown, afterAll: unknown];
    readonly releasedWhenGiven: unknown;
    readonly ranOut: readonly [before: unknown, code: string, after: unknown];
    readonly afterRestart: unknown;
    readonly notRecorded: readonly [status: number, spent: unknown, given: number];
    readonly allProjects: Readonly<Record<string, string>>;
    readonly given: number;
    readonly entries: number;
    readonly entry: Readonly<Record<string, unknown>>;
  };
  readonly cells: {
    readonly count: number;
    readonly digits: readonly boolean[];
    readonly byTrueCount: Readonly<Record<string, string>>;
    readonly most: number;
    readonly means: Readonly<Record<string, unknown>>;
  };
  readonly totals: {
    readonly furthest: number;
    readonly cells: number;
    /** Of the cells of one share alone, and of two: how many are anywhere near a count. */
    readonly nearWithoutAll: readonly number[];
    readonly repeated: boolean;
    readonly otherKey: string;
    readonly wrongFingerprint: number;
    readonly accepted: readonly string[];
    readonly furthestAfterwards: number;
  };
}

const OWN: readonly Dimension[] = ['AGE_BAND', 'JURISDICTION', 'REOFFENDED_12M'];
const TOTAL: readonly Dimension[] = ['AGE_BAND', 'REOFFENDED_12M'];

const ledgerOf = async (owner: ResearchOwner, project = CHARTER.id): Promise<Readonly<Record<string, unknown>>> =>
  read(await owner.call('/research/owner/ledger', { requester: RESEARCHER, project }));
const spentBy = async (owner: ResearchOwner, project?: string): Promise<unknown> =>
  (await ledgerOf(owner, project))['spent'];

function counted(words: readonly string[]): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const word of words) found[word] = (found[word] ?? 0) + 1;
  return found;
}

async function takeSnapshots(owners: ResearchOwners['owners']): Promise<Readonly<Record<string, string>>> {
  const ids: Record<string, string> = {};
  for (const owner of Object.values(owners)) {
    await owner.operate('POST', '/research/snapshot?quarter=2026-Q4');
    ids[owner.name] = await snapshotOf(owner);
  }
  return ids;
}

async function tryCharters(eri: ResearchOwner): Promise<Readonly<Record<string, string>>> {
  const decide = async (path: string, charter: object, requester: object): Promise<string> => {
    const reply = await eri.call(`/research/owner/${path}`, { charter, requester });
    return reply.status === 200 ? reply.text : codeOf(reply);
  };
  const other = { ...CHARTER, id: 'project-other' };
  const officer = OFFICERS.eri;
  return {
    byOther: await decide('approve', other, OFFICERS['knowsley-iom']),
    forOtherPurpose: await decide('approve', other, { ...officer, purpose: 'OWN_CASE_WORK' }),
    byResearcher: await decide('approve', other, RESEARCHER),
    tooManyTables: await decide('approve', { ...other, tables: 26 }, officer),
    unknownDimension: await decide('approve', { ...other, dimensions: ['EXTREMISM'] }, officer),
    approved: await decide('approve', other, officer),
    again: await decide('approve', other, officer),
    widened: await decide('approve', { ...other, people: ['ljmu.researcher', 'somebody.else'] }, officer),
    refused: await decide('refuse', other, officer),
    refusedAgain: await decide('refuse', other, officer),
    approvedAfterwards: await decide('approve', other, officer),
  };
}

/** Every refusal, in an order in which all of them come about. The answers are compared as they left. */
async function tryRefusals({ owners: { eri } }: ResearchOwners): Promise<Readonly<Record<string, Reply>>> {
  const found: Record<string, Reply> = {};
  const id = await snapshotOf(eri).catch(() => '0'.repeat(64));
  const ask = async (name: string, question: object, path = 'reserve'): Promise<void> => {
    found[name] = await eri.call(`/research/owner/${path}`, question);
  };
  const own = tableQuestion(OWN, { eri: id });
  await approve(eri);
  await ask('noSnapshot', tableQuestion(OWN, { eri: '0'.repeat(64) }));
  await eri.operate('POST', '/research/snapshot?quarter=2026-Q4');
  const snapshots = { eri: await snapshotOf(eri) };
  const question = (more: Parameters<typeof tableQuestion>[2] = {}, dimensions = OWN) =>
    tableQuestion(dimensions, snapshots, more);
  await approve(eri, { ...CHARTER, id: 'narrow', dimensions: OWN, tables: 2 });
  await approve(eri, { ...CHARTER, id: 'ended', endsOn: '2026-11-26' });
  await ask('otherSnapshot', { ...own, snapshots: { eri: '0'.repeat(64) } });
  await ask('noProject', question({ project: 'invented' }));
  await ask('ended', question({ project: 'ended' }));
  await ask('stranger', question({ requester: { ...RESEARCHER, person: 'ljmu.other' } }));
  await ask('officer', question({ requester: OFFICERS.eri }));
  await ask('otherPurpose', question({ requester: { ...RESEARCHER, purpose: 'PERFORMANCE_MONITORING' } }));
  await ask('dimension', question({ project: 'narrow' }, ['AGE_BAND', 'JURISDICTION', 'SEX']));
  await ask('meanWithoutDimension', question({ project: 'narrow', measure: 'MEAN_MENTORING_SESSIONS' }));
  await ask('meanOfAll', question({ measure: 'MEAN_MENTORING_SESSIONS' }, TOTAL));
  await ask('fiveDimensions', question({}, [...OWN, 'SEX', 'PATHWAY']));
  await ask('unknownDimension', question({}, ['EXTREMISM' as Dimension]));
  await ask('dimensionTwice', question({}, ['SEX', 'SEX']));
  await ask('totalOfOne', question({}, TOTAL));
  await ask('notReserved', question(), 'own-cells');
  await ask('sharesOfOwn', question(), 'shares');
  await ask(
    'cellsOfTotal',
    {
      ...question({}, TOTAL),
      snapshots: { ...snapshots, 'knowsley-iom': '1'.repeat(64), 'safety-house': '2'.repeat(64) },
    },
    'own-cells',
  );
  await take(eri, 'own-cells', question({ project: 'narrow' }));
  await take(eri, 'own-cells', question({ project: 'narrow' }, ['AGE_BAND', 'JURISDICTION']));
  await ask('spent', question({ project: 'narrow' }, ['JURISDICTION', 'REOFFENDED_12M']));
  await ask('repeatWhenSpent', question({ project: 'narrow' }));
  await ask('ledgerOfStranger', { requester: { ...RESEARCHER, person: 'ljmu.other' }, project: CHARTER.id }, 'ledger');
  await eri.call('/research/owner/refuse', {
    charter: { ...CHARTER, id: 'narrow', dimensions: OWN, tables: 2 },
    requester: OFFICERS.eri,
  });
  await ask('refused', question({ project: 'narrow' }));
  return found;
}

async function tryCallers(
  eri: ResearchOwner,
  snapshots: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const question = tableQuestion(OWN, { eri: snapshots['eri'] ?? '' });
  const found: Record<string, string> = {};
  for (const path of ['state', 'approve', 'refuse', 'reserve', 'release', 'own-cells', 'shares', 'ledger']) {
    for (const caller of ['knowsley-iom', 'safety-house', 'nobody'] as const) {
      found[`${path} ${caller}`] = codeOf(await eri.call(`/research/owner/${path}`, question, caller));
    }
  }
  return found;
}

async function tryCharges({ owners: { eri }, clock }: ResearchOwners, id: string): Promise<TableFindings['charges']> {
  const snapshots = { eri: id };
  const question = (number: number, project = CHARTER.id) =>
    tableQuestion(numberedTable(number), snapshots, { project });
  const reserve = (number: number, project?: string): Promise<Reply> =>
    eri.call('/research/owner/reserve', question(number, project));
  const cells = (number: number): Promise<Reply> => eri.call('/research/owner/own-cells', question(number));
  const release = (number: number): Promise<Reply> => eri.call('/research/owner/release', question(number));
  const pass = (seconds: number): void => {
    clock.at = new Date(clock.at.getTime() + seconds * 1000);
  };
  const aged = counted(
    (await Promise.all(Array.from({ length: 30 }, () => take(eri, 'own-cells', question(0))))).map(({ status }) =>
      String(status),
    ),
  );
  const once = await ledgerOf(eri);
  const sameAtOnce = { ...aged, spent: Number(once['spent']), given: (once['tables'] as unknown[]).length };

  await reserve(1);
  await reserve(1);
  const two = await spentBy(eri);
  await release(1);
  const afterOne = await spentBy(eri);
  await release(1);
  const released = [two, afterOne, await spentBy(eri)] as const;
  for (let held = 0; held < 30; held += 1) await release(0);
  const releasedWhenGiven = await spentBy(eri);

  await reserve(2);
  const before = await spentBy(eri);
  await eri.restart();
  const afterRestart = await spentBy(eri);
  pass(31);
  const ranOut = [before, codeOf(await cells(2)), await spentBy(eri)] as const;

  await reserve(3);
  eri.ledger.failure = 'before';
  const failed = await cells(3);
  eri.ledger.failure = undefined;
  pass(31);
  const notRecorded = [
    failed.status,
    await spentBy(eri),
    ((await ledgerOf(eri))['tables'] as unknown[]).length,
  ] as const;

  const replies = await Promise.all(
    Array.from({ length: 30 }, (_, number) => take(eri, 'own-cells', question(number))),
  );
  const differentAtOnce = counted(replies.map((reply) => (reply.status === 200 ? 'given' : codeOf(reply))));
  const spent = Number(await spentBy(eri));

  const allProjects: Record<string, string> = {};
  for (const project of ['project-2', 'project-3']) await approve(eri, { ...CHARTER, id: project });
  const numbers = Array.from({ length: 66 }, (_, number) => number).filter((number) => replies[number]?.status !== 200);
  for (const number of numbers.slice(0, 25)) await take(eri, 'own-cells', question(number, 'project-2'));
  for (const number of numbers.slice(25, 35)) await take(eri, 'own-cells', question(number, 'project-3'));
  allProjects['another'] = codeOf(await reserve(numbers[36] ?? 0, 'project-3'));
  allProjects['of another project'] = codeOf(await reserve(numbers[3] ?? 0, 'project-3'));
  const [{ given } = { given: 0 }] = await eri.run<{ given: number }>(
    `select count(*)::int as given from research_table where state = 'GIVEN'`,
  );
  const entries = eri.ledger.entries;
  const last = entries.at(-1);
  return {
    ...{ sameAtOnce, released, releasedWhenGiven, ranOut, afterRestart, notRecorded, allProjects, given },
    differentAtOnce: { ...differentAtOnce, spent },
    entries: entries.length,
    entry: { protocols: last?.protocols, clauses: last?.clauses, subjects: last?.subjects, outcome: last?.outcome },
  };
}

async function tryCells(
  { owners }: ResearchOwners,
  ids: Readonly<Record<string, string>>,
): Promise<TableFindings['cells']> {
  const { eri } = owners;
  const cellsOf = async (
    owner: ResearchOwner,
    dimensions: readonly Dimension[],
    measure = 'COUNT',
  ): Promise<readonly unknown[]> =>
    read(
      await take(
        owner,
        'own-cells',
        tableQuestion(dimensions, { [owner.name]: ids[owner.name] ?? '' }, { measure, project: 'cells' }),
      ),
    )['cells'] as readonly unknown[];
  for (const owner of Object.values(owners)) await approve(owner, { ...CHARTER, id: 'cells' });
  const first = JSON.stringify(await cellsOf(eri, OWN));
  const reordered = JSON.stringify(await cellsOf(eri, [...OWN].reverse()));
  await eri.restart();
  const anew = JSON.stringify(await cellsOf(eri, OWN));

  // Of each cell of a fine table: how many people it holds in truth, and what was told.
  const fine: readonly Dimension[] = ['AGE_BAND', 'COHORT_YEAR', 'JURISDICTION', 'PATHWAY'];
  const told = await cellsOf(eri, fine);
  const truth = await trueCounts(eri, fine);
  const byTrueCount: Record<string, string> = {};
  let most = 0;
  told.forEach((cell, place) => {
    const people = truth[place] ?? 0;
    const kind = typeof cell === 'number' ? 'number' : String(cell);
    const group = people === 0 ? '0' : people < 3 ? '1 to 2' : people < 25 ? '3 to 24' : '25 and more';
    const kinds = new Set((byTrueCount[group] ?? '').split(' ').filter((each) => each !== ''));
    byTrueCount[group] = [...kinds.add(kind)].sort().join(' ');
    if (typeof cell === 'number') most = Math.max(most, Math.abs(cell - people));
  });
  const meanTable: readonly Dimension[] = ['JURISDICTION', 'SEX'];
  const means = {
    eri: await cellsOf(eri, meanTable, 'MEAN_MENTORING_SESSIONS'),
    again: await cellsOf(eri, meanTable, 'MEAN_MENTORING_SESSIONS'),
    'safety-house': await cellsOf(owners['safety-house'], meanTable, 'MEAN_MENTORING_SESSIONS'),
    truth: await eri.run(
      `select sex, avg(mentoring_sessions)::float as mean from research_example where entered_on < '2025-10-01'
       group by sex order by sex`,
    ),
  };
  return {
    count: (JSON.parse(first) as unknown[]).length,
    digits: [first === reordered, first === anew],
    byTrueCount,
    most,
    means,
  };
}

/** People of the register by cell of a table of this owner, counted beside the product. */
async function trueCounts(owner: ResearchOwner, dimensions: readonly Dimension[]): Promise<readonly number[]> {
  const people = await owner.run<Record<string, string>>(
    `select *, case when entered_on < '2024-01-01' then 'BEFORE_2024' else left(entered_on::text, 4) end as cohort_year
     from research_example where entered_on < '2025-10-01'`,
  );
  const others = dimensions.filter((dimension) => dimension !== 'JURISDICTION');
  return tableOf(others).cells.map(
    ({ categories }) =>
      people.filter((person) =>
        categories.every((category, place) => person[[...others].sort()[place]?.toLowerCase() ?? ''] === category),
      ).length,
  );
}

async function tryTotals(
  { owners }: ResearchOwners,
  ids: Readonly<Record<string, string>>,
): Promise<TableFindings['totals']> {
  const three = Object.values(owners);
  const question = tableQuestion(TOTAL, ids, { project: 'cells' });
  const sharesOf = (): Promise<readonly Reply[]> => Promise.all(three.map((owner) => take(owner, 'shares', question)));
  const decoded = (replies: readonly Reply[]): readonly Uint32Array[] =>
    replies.map((reply) => decodeShares(String(read(reply)['shares'])));
  const truths = await Promise.all(three.map((owner) => trueCounts(owner, TOTAL)));
  const furthest = (shares: readonly Uint32Array[]): number =>
    Math.max(
      ...[...sumShares(shares)].map((total, place) =>
        Math.abs(total - truths.reduce((sum, truth) => sum + (truth[place] ?? 0), 0)),
      ),
    );
  const near = (shares: readonly Uint32Array[]): number =>
    [...sumShares(shares)].filter((value) => Math.abs(value) < 1e6).length;
  const first = await sharesOf();
  const shares = decoded(first);
  const again = await sharesOf();

  await owners.eri.restart('second');
  await owners.eri.operate('POST', '/research/snapshot?quarter=2026-Q4');
  const otherKey = codeOf(await owners['safety-house'].call('/research/owner/shares', question));
  const { own } = read(await owners.eri.operate('GET', '/research/keys')) as { own: string };
  const accept = async (owner: ResearchOwner, fingerprint: string): Promise<Reply> =>
    owner.operate('POST', `/research/accept-key?peer=eri&fingerprint=${fingerprint}`);
  const wrongFingerprint = (await accept(owners['safety-house'], '0'.repeat(16))).status;
  const accepted: string[] = [];
  for (const owner of [owners['safety-house'], owners['knowsley-iom']]) accepted.push((await accept(owner, own)).text);
  // The snapshot of the first key is of no use by the second, so that the next quarter's is asked.
  const later = await nextQuarter(three);
  const afterwards = await Promise.all(three.map((owner) => take(owner, 'shares', { ...question, snapshots: later })));
  return {
    furthest: furthest(shares),
    cells: shares[0]?.length ?? 0,
    nearWithoutAll: [near(shares.slice(0, 1)), near(shares.slice(0, 2)), near(shares.slice(1))],
    repeated: first.every(({ text }, place) => text === again[place]?.text),
    ...{ otherKey, wrongFingerprint, accepted },
    furthestAfterwards: furthest(decoded(afterwards)),
  };
}

async function nextQuarter(three: readonly ResearchOwner[]): Promise<Readonly<Record<string, string>>> {
  const ids: Record<string, string> = {};
  for (const owner of three) {
    // Nobody new: the totals are those of before.
    await owner.run(`delete from research_example where entered_on >= '2025-10-01'`);
    await owner.operate('POST', '/research/snapshot?quarter=2027-Q1');
    ids[owner.name] = await snapshotOf(owner);
  }
  return ids;
}

/** The same questions at owners whose people are others. */
async function refusalsOf(aQuarter: number): Promise<readonly [Readonly<Record<string, Reply>>, string]> {
  return withResearchOwners(
    (name) => (name === 'eri' ? examplePeople(name, aQuarter, aQuarter) : []),
    false,
    async (opened) => [await tryRefusals(opened), await snapshotOf(opened.owners.eri)],
  );
}

printFindings(async (): Promise<TableFindings> => {
  const [some, oneSnapshot] = await refusalsOf(2);
  const [others, otherSnapshot] = await refusalsOf(50);
  return withResearchOwners(
    (name) => examplePeople(name),
    false,
    async (opened) => {
      const ids = await takeSnapshots(opened.owners);
      const { eri } = opened.owners;
      await approve(eri);
      const charters = await tryCharters(eri);
      const callers = await tryCallers(eri, ids);
      const charges = await tryCharges(opened, ids['eri'] ?? '');
      await eri.run('delete from research_table');
      const cells = await tryCells(opened, ids);
      opened.clock.at = new Date('2027-01-02T12:00:00Z');
      const totals = await tryTotals(opened, ids);
      return {
        ...{ charters, callers, charges, cells, totals },
        refusals: Object.fromEntries(
          Object.entries(some).map(([name, reply]) => [name, reply.status === 200 ? 'answered' : codeOf(reply)]),
        ),
        refusedAlike: JSON.stringify(some) === JSON.stringify(others),
        areDifferent: oneSnapshot !== otherSnapshot,
      };
    },
  );
});
