// What disclosure control costs: tables of four dimensions over a million people, on real PostgreSQL, computed for the
// first time and asked again, beside the bare SQL aggregate of the same cells; and the masked shares of three owners.
// CONCORDAT_BENCH_PEOPLE sets another number of people.
import { randomBytes } from 'node:crypto';

import type { DataSource } from 'typeorm';

import { type Dimension, DIMENSIONS, NEVER_RECORDED } from '../disclosure-control/lattice';
import { maskContext, maskedShares } from '../disclosure-control/masks';
import { tableOf } from '../disclosure-control/table';
import { MemoryStore } from '../ledger/fixture/memory-store';
import { LedgerWriter } from '../ledger/ledger-writer';
import type { Requester } from '../schema/requester';
import { prepareDatabase } from '../subgraphs/common/loading/prepare-database';
import { Charters } from '../subgraphs/common/research/charters';
import { countCells } from '../subgraphs/common/research/count-cells';
import { noisyShares } from '../subgraphs/common/research/protect-table';
import { ResearchDesk } from '../subgraphs/common/research/research-desk';
import { ResearchKey } from '../subgraphs/common/research/research-key';
import { RECORDED_DIMENSIONS, RESEARCH_COLUMNS } from '../subgraphs/common/research/research-register';
import { TableLedger } from '../subgraphs/common/research/table-ledger';
import { PeerMaskKeys } from '../subgraphs/common/research/peer-mask-keys';
import { createLog } from '../service/log';
import { openStore } from '../subgraphs/common/storage/store';
import { knowsleyIom } from '../subgraphs/knowsley-iom/definition';
import { withDatabase } from '../test/row-security/owner-database';
import { atMost, type Bench } from './bench';
import { measureMaskedShares } from './masked-shares';
import { spreadOf } from './measure/spread';

const SERVER = process.env.CONCORDAT_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const PEOPLE = 1_000_000;
const ROUNDS = 7;
const OWN: readonly Dimension[] = ['JURISDICTION', 'OFFENCE_GROUP', 'PATHWAY', 'REOFFENDED_12M'];
const TOTAL: readonly Dimension[] = ['AGE_BAND', 'OFFENCE_GROUP', 'PATHWAY', 'REOFFENDED_12M'];
const COHORTS = { years: 3, quarters: 4 };
const CLOSED = { lastYear: 2025, lastQuarter: 4 } as const;
const SNAPSHOT = '0'.repeat(64);
const NOW = new Date('2027-01-15T12:00:00Z');

const RESEARCHER: Requester = {
  ...{ person: 'ljmu.researcher', organisation: 'ljmu', role: 'researcher', jurisdiction: 'UK' },
  ...{ purpose: 'EVALUATION_RESEARCH', requestId: 'bench' },
};
const OFFICER: Requester = {
  ...{ ...RESEARCHER, person: 'knowsley.dpo', organisation: 'knowsley', role: 'dpo', purpose: 'OVERSIGHT' },
};
const CHARTER = {
  ...{ id: 'bench', name: 'bench', dimensions: [...new Set([...OWN, ...TOTAL])] as [Dimension, ...Dimension[]] },
  ...{ people: ['ljmu.researcher'] as [string], organisation: 'ljmu' as const, endsOn: '2027-12-31', tables: 25 },
};

export const benchAggregates: Bench = async ({ rounds = ROUNDS, say }) => {
  const people = Number(process.env.CONCORDAT_BENCH_PEOPLE ?? String(PEOPLE));
  const tables = await withDatabase(SERVER, undefined, async (location) => {
    const store = await openStore(location, []);
    try {
      await prepareDatabase(knowsleyIom, store, undefined, () => undefined);
      say(`making ${people.toLocaleString('en-GB')} people`);
      const key = new ResearchKey(randomBytes(32));
      await makePeople(store.maintenance, key, people);
      return await measureTables(store.maintenance, key, rounds, say);
    } finally {
      await store.close();
    }
  });
  say('masking 100,000 cells of three owners');
  const masked = measureMaskedShares(rounds);
  return {
    rounds,
    figures: { people, ...tables, maskedShares: masked },
    goals: [
      atMost('an own table of four dimensions to the bare aggregate, times', tables.own.ratio.median, 1.5),
      atMost('shares of a total of four dimensions to the bare aggregate, times', tables.total.ratio.median, 1.5),
      atMost('seconds for 100,000 masked cells of three owners, masked and summed', masked.wholeSeconds.median, 0.3),
    ],
  };
};

/** A snapshot of people whose categories are drawn, each as likely as the next. */
async function makePeople(maintenance: DataSource, key: ResearchKey, people: number): Promise<void> {
  await maintenance.query(
    `insert into research_snapshot (id, quarter, cut_off, closed_until, taken_at, key, people)
     values ($1, '2027-Q1', '2027-01-01', '2025-Q4', $2, $3, $4)`,
    [SNAPSHOT, NOW, key.id, people],
  );
  for (const year of DIMENSIONS.COHORT_YEAR.slice(0, COHORTS.years))
    for (const quarter of DIMENSIONS.COHORT_QUARTER)
      await maintenance.query('insert into research_cohort (snapshot, year, quarter, version) values (1, $1, $2, $3)', [
        ...[year, quarter, randomBytes(32).toString('hex')],
      ]);
  const drawn = RECORDED_DIMENSIONS.map((dimension) => {
    const categories: readonly string[] = DIMENSIONS[dimension];
    return NEVER_RECORDED.UK.includes(dimension)
      ? String(categories.indexOf('NOT_RECORDED'))
      : `floor(random() * ${String(categories.length)})::smallint`;
  });
  await maintenance.query(
    `insert into research_row (snapshot, pseudonym, cohort_year, cohort_quarter, ${RECORDED_DIMENSIONS.map(
      (dimension) => RESEARCH_COLUMNS[dimension],
    ).join(', ')}, mentoring_sessions)
     select 1, md5(number::text), floor(random() * ${String(COHORTS.years)}), floor(random() * ${String(COHORTS.quarters)}),
       ${drawn.join(', ')}, floor(random() * 25) from generate_series(1, $1::int) number`,
    [people],
  );
  await maintenance.query('vacuum analyze research_row');
}

async function measureTables(
  maintenance: DataSource,
  key: ResearchKey,
  rounds: number,
  say: (text: string) => void,
): Promise<Readonly<Record<'own' | 'total', ReturnType<typeof figuresOf>>>> {
  const clock = { now: () => NOW };
  const charters = new Charters('knowsley-iom', maintenance, clock);
  await charters.decide(CHARTER, OFFICER, 'APPROVED');
  const log = createLog('bench', { LOG_LEVEL: 'silent' });
  const peers = new PeerMaskKeys({ own: key.masks, maintenance, peers: new Map(), tls: undefined, clock, log });
  // A desk that has computed nothing yet.
  const newDesk = (): ResearchDesk =>
    new ResearchDesk({
      ...{ owner: 'knowsley-iom', definitions: {}, maintenance, key, charters, peers, clock },
      tables: new TableLedger(maintenance, clock, key.id),
      ledger: new LedgerWriter(new MemoryStore()),
      clauseFor: () => ({ protocol: 'XJ-RESEARCH', version: '1.0.0', clause: 'aggregates' }),
    });
  const question = {
    ...{ requester: RESEARCHER, project: CHARTER.id, snapshots: { 'knowsley-iom': SNAPSHOT } },
    table: { dimensions: OWN, measure: 'COUNT' as const },
  };
  const secrets = ['eri', 'safety-house'].map((name) => ({ name, secret: randomBytes(32) }));
  const rows = await maintenance.query<{ year: string; quarter: string; version: string }[]>(
    'select year, quarter, version from research_cohort',
  );
  const protection = { key, cohorts: rows, closed: CLOSED, jurisdiction: 'UK' as const };
  const shares = async (): Promise<unknown> => {
    const table = tableOf(TOTAL);
    const counted = await countCells(maintenance, table, 1, 'UK', 'PEOPLE');
    const context = maskContext(table.id, [SNAPSHOT, '1', '2']);
    const values = noisyShares(table, counted, protection);
    return maskedShares({ values, own: 'knowsley-iom', peers: secrets, context });
  };
  const own: Measured = { bare: [], cold: [], repeated: [] };
  const total: Measured = { bare: [], cold: [], repeated: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const desk = newDesk();
    const ask = async (): Promise<void> => {
      await desk.reserve(question);
      await desk.ownCells(question);
    };
    const steps: readonly (readonly [number[], () => Promise<unknown>])[] = [
      [own.bare, () => maintenance.query(bareAggregate(OWN))],
      [own.cold, ask],
      [own.repeated, ask],
      [total.bare, () => maintenance.query(bareAggregate(TOTAL))],
      [total.cold, shares],
    ];
    for (const [times, work] of steps) {
      const begun = performance.now();
      await work();
      // The first round warms up.
      if (round > 0) times.push(performance.now() - begun);
    }
    say(`round ${String(round)} of ${String(rounds)}`);
  }
  await peers.close();
  return { own: figuresOf(OWN, own), total: figuresOf(TOTAL, total) };
}

interface Measured {
  readonly bare: number[];
  readonly cold: number[];
  readonly repeated: number[];
}

/** The counts of the table and nothing else, as anybody would write them. */
function bareAggregate(dimensions: readonly Dimension[]): string {
  const columns = dimensions.flatMap((dimension) =>
    dimension in RESEARCH_COLUMNS ? [RESEARCH_COLUMNS[dimension as keyof typeof RESEARCH_COLUMNS]] : [],
  );
  return `select ${columns.join(', ')}, count(*) from research_row group by ${columns.join(', ')}`;
}

function figuresOf(dimensions: readonly Dimension[], { bare, cold, repeated }: Measured) {
  return {
    table: tableOf(dimensions).id,
    cells: tableOf(dimensions).cells.length,
    bareMilliseconds: spreadOf(bare),
    coldMilliseconds: spreadOf(cold),
    ...(repeated.length > 0 ? { repeatedMilliseconds: spreadOf(repeated) } : {}),
    ratio: spreadOf(cold.map((value, round) => value / (bare[round] ?? Number.NaN))),
  };
}
