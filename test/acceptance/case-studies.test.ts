// The fifteen published case studies, as anybody who may ask is told them: by the ordinary lists and measures.
import { Client } from 'pg';

import { ask, hub } from '../hub/hub';
import { runHubCommand } from '../hub/launch-hub';
import { everyNode } from './answers';
import { LAST_OFFENCE, MOVE_OFFENCE } from './move-offence-statements';

const OFFICER = ['merseyside-police.officer', 'IOM_CASE_MANAGEMENT'] as const;
const MANAGER = ['mals.manager', 'OWN_CASE_WORK'] as const;
const WINDOWS = [3, 6, 12] as const;

/** Table 1 of the final report (domain/table1_case_studies.csv). */
//   case       prior  sessions  hours   reoffences within 3, 6, 12 months
// prettier-ignore
const TABLE_1 = [
  ['Peter',     2,     81,       38,     0, 1, 1],
  ['Craig',     3,     50,       22,     1, 1, 1],
  ['Steve',     3,     34,       16,     1, 3, 4],
  ['Paul',      2,     193,      88,     0, 0, 1],
  ['Glenn',     7,     55,       57,     1, 1, 2],
  ['Kyle',      4,     132,      59,     0, 0, 0],
  ['Patrick',   8,     191,      89,     0, 1, 3],
  ['Shelly',    3,     109,      49,     0, 0, 0],
  ['Vince',     1,     180,      78,     0, 0, 0],
  ['Jason',     12,    65,       28,     0, 0, 0],
  ['Matt',      2,     47,       20,     0, 0, 1],
  ['Joe',       3,     139,      66,     0, 0, 0],
  ['Harry',     3,     76,       38,     0, 0, 0],
  ['Liam',      7,     108,      52,     0, 0, 0],
  ['Karl',      1,     96,       49,     0, 0, 0],
] as const;

interface Measure {
  readonly windowMonths: number;
  readonly reoffences: number | null;
  readonly baselineOffences36m: number;
  readonly firstEngagement: string;
}

interface CaseStudy {
  readonly id: string;
  readonly name: string;
  readonly measures: readonly Measure[];
}

async function caseStudies(): Promise<readonly CaseStudy[]> {
  const selection = `id givenName sourceSystem ${WINDOWS.map(
    (months) =>
      `in${String(months)}: reoffending(windowMonths: ${String(months)}) { windowMonths reoffences baselineOffences36m firstEngagement }`,
  ).join(' ')}`;
  const nominals = (await everyNode(...OFFICER, 'nominals', selection)).filter(
    ({ sourceSystem }) => sourceSystem === 'CASE_STUDIES',
  );
  return nominals.map(({ id, givenName, in3, in6, in12 }) => ({
    id: String(id),
    name: String(givenName),
    measures: [in3, in6, in12] as Measure[],
  }));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const withinWindows = (studies: readonly CaseStudy[]): readonly number[] =>
  WINDOWS.map((_, index) => sum(studies.map(({ measures }) => measures[index]?.reoffences ?? Number.NaN)));

/** The same day so many months later or earlier, month ends clamped: DESIGN's "within N months". */
function monthsFrom(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDay))).toISOString().slice(0, 10);
}

describe('the fifteen case studies, asked over HTTP', () => {
  let studies: readonly CaseStudy[];

  beforeAll(async () => {
    studies = await caseStudies();
  }, 60_000);

  it('are the fifteen of Table 1', () => {
    expect(studies.map(({ name }) => name).sort()).toEqual(TABLE_1.map(([name]) => name).sort());
  });

  it('have 61 prior offences, as printed for each, by the measure', () => {
    const prior = new Map(studies.map(({ name, measures }) => [name, measures[2]?.baselineOffences36m]));
    expect(prior).toEqual(new Map(TABLE_1.map(([name, offences]) => [name, offences])));
    expect(sum([...prior.values()].map((count) => count ?? Number.NaN))).toBe(61);
  });

  it('have the same 61 prior offences and 13 later ones in the list of offences, marked as reconstructed', async () => {
    const offences = await everyNode(...OFFICER, 'offences', 'subjectId offenceDate reconstructed');
    for (const { id, measures } of studies) {
      const first = measures[0]?.firstEngagement ?? '';
      const own = offences.filter(({ subjectId }) => subjectId === id);
      expect(own.every(({ reconstructed }) => reconstructed === true)).toBe(true);
      const days = own.map(({ offenceDate }) => String(offenceDate));
      expect(days.filter((day) => day <= first && day > monthsFrom(first, -36))).toHaveLength(
        measures[0]?.baselineOffences36m ?? -1,
      );
      WINDOWS.forEach((months, index) => {
        expect(days.filter((day) => day > first && day <= monthsFrom(first, months))).toHaveLength(
          measures[index]?.reoffences ?? -1,
        );
      });
    }
  }, 60_000);

  it('have 1,556 sessions and 749 hours in the list of sessions, as printed for each', async () => {
    const sessions = await everyNode(...MANAGER, 'mentoringSessions', 'subjectId durationHours');
    const counted = new Map(
      studies.map(({ id, name }) => {
        const own = sessions.filter(({ subjectId }) => subjectId === id);
        return [name, [own.length, sum(own.map(({ durationHours }) => Number(durationHours)))]];
      }),
    );
    expect(counted).toEqual(new Map(TABLE_1.map(([name, , times, hours]) => [name, [times, hours]])));
    const totals = [...counted.values()];
    expect([sum(totals.map(([times]) => times ?? 0)), sum(totals.map(([, hours]) => hours ?? 0))]).toEqual([1556, 749]);
  }, 120_000);

  it('have the same sessions and hours in the summaries that MALS keeps', async () => {
    const summaries = new Map(
      (await everyNode(...MANAGER, 'mentoringSummaries', 'subjectId sessions hours')).map((each) => [
        each.subjectId,
        each,
      ]),
    );
    const own = studies.map(({ id }) => summaries.get(id));
    expect(sum(own.map((each) => Number(each?.sessions)))).toBe(1556);
    expect(sum(own.map((each) => Number(each?.hours)))).toBe(749);
  });

  it('have 3, 7 and 13 reoffences within 3, 6 and 12 months, as printed for each', () => {
    const counted = new Map(studies.map(({ name, measures }) => [name, measures.map(({ reoffences }) => reoffences)]));
    expect(counted).toEqual(new Map(TABLE_1.map(([name, , , , in3, in6, in12]) => [name, [in3, in6, in12]])));
    expect(withinWindows(studies)).toEqual([3, 7, 13]);
  });

  it('are 8 of 15 without and 3 with two or more reoffences at twelve months', () => {
    const atTwelve = studies.map(({ measures }) => measures[2]?.reoffences);
    expect(atTwelve.filter((count) => count === 0)).toHaveLength(8);
    expect(atTwelve.filter((count) => (count ?? 0) >= 2)).toHaveLength(3);
  });

  it('carry the definition by which they are counted', async () => {
    const { data } = await ask(
      ...OFFICER,
      'query ($id: ID!) { nominal(id: $id) { reoffending(windowMonths: 12) { definition { jurisdiction text version } } } }',
      { id: studies[0]?.id },
    );
    expect(data?.nominal.reoffending.definition).toEqual({
      jurisdiction: 'UK',
      text: expect.stringMatching(/date of the offence.*12 months/s),
      version: expect.any(String),
    });
  });
});

/** Paul reoffends once, between six and twelve months: on the last day of a window it counts, the day after not. */
//   moved to                                months  days after  reoffences within 3, 6, 12 months
// prettier-ignore
const MOVES = [
  ['the last day of the first three months', 3,      0,          [4, 8, 13]],
  ['the day after three months',             3,      1,          [3, 8, 13]],
  ['the last day of the first six months',   6,      0,          [3, 8, 13]],
  ['the day after six months',               6,      1,          [3, 7, 13]],
  ['the last day of twelve months',          12,     0,          [3, 7, 13]],
  ['the day after twelve months',            12,     1,          [3, 7, 12]],
  ['the day of the first engagement',        0,      0,          [3, 7, 12]],
] as const;

describe('the one reoffence of Paul, moved by SQL', () => {
  let sums: readonly unknown[];

  beforeAll(async () => {
    sums = await sumsAfterMoves(
      'Paul',
      MOVES.map(([, months, days]) => [months, days] as const),
    );
  }, 240_000);

  it.each(MOVES.map(([day, , , expected], index) => [day, expected, index] as const))(
    'to %s makes the sums %j',
    (_, expected, index) => {
      expect(sums[index]).toEqual(expected);
    },
  );
});

/**
 * The three sums after the last offence of a case is so placed, move by move. On PostgreSQL the running owner is asked
 * over HTTP; the embedded database belongs to its process alone, so there the owner's own measure counts, over the same
 * people.
 */
async function sumsAfterMoves(
  name: string,
  moves: readonly (readonly [number, number])[],
): Promise<readonly unknown[]> {
  const adminUrl = hub.databases['knowsley-iom'];
  if (adminUrl === undefined) {
    return JSON.parse(
      await runHubCommand(hub, 'test/acceptance/move-offence', name, JSON.stringify(moves)),
    ) as unknown[];
  }
  const study = (await caseStudies()).find((each) => each.name === name);
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; was: string }>(LAST_OFFENCE, [study?.id]);
    const sums: unknown[] = [];
    try {
      for (const [months, days] of moves) {
        await client.query(MOVE_OFFENCE, [rows[0]?.id, study?.measures[0]?.firstEngagement, months, days]);
        sums.push(withinWindows(await caseStudies()));
      }
    } finally {
      await client.query('update offence set offence_date = $2 where id = $1', [rows[0]?.id, rows[0]?.was]);
    }
    return sums;
  } finally {
    await client.end();
  }
}
