// Once a quarter everybody of the register is written down by pseudonym and published categories, and is not touched
// again until the next quarter. Tables are made of that alone: whatever changes in the records meanwhile, a question
// that is asked again has the same answer, and two questions never differ by one person who came in between.
import type { DataSource, EntityManager } from 'typeorm';

import { digestOfRows } from '../../../disclosure-control/digest-of-rows';
import { DIMENSIONS, NEVER_RECORDED } from '../../../disclosure-control/lattice';
import { OWNERS } from '../../../schema/owners';
import type { Clock } from '../../../service/clock';
import { ConfigurationError } from '../../../service/environment';
import type { Log } from '../../../service/log';
import { deskOf } from '../lookup/desk/desks';
import type { LookupOwner } from '../peers/asker';
import { calendarDate } from '../serving/calendar-date';
import { closedUntil, cohortOf, firstDayOf, type Quarter, quarterOf } from './quarters';
import type { ResearchKey } from './research-key';
import { RECORDED_DIMENSIONS, RESEARCH_COLUMNS, type ResearchPerson } from './research-register';
import { newestSnapshot, type Snapshot } from './snapshots';

const ROWS_A_STATEMENT = 5_000;

/** What an operator is told of a snapshot that is not taken. */
export class SnapshotRefused extends ConfigurationError {}

interface SnapshotParts {
  readonly owner: LookupOwner;
  readonly maintenance: DataSource;
  readonly key: ResearchKey;
  readonly clock: Clock;
  readonly log: Log;
}

/** Places of the categories in the list of each dimension: cohort year and quarter, and then those of the register. */
type Row = readonly [pseudonym: string, year: number, quarter: number, ...rest: (number | null)[]];

/** Takes the snapshot of a quarter, all or nothing; throws SnapshotRefused where there is one or may be none. */
export async function takeSnapshot(parts: SnapshotParts, quarter: Quarter): Promise<Snapshot> {
  const { owner, maintenance, key, clock, log } = parts;
  const now = clock.now();
  if (firstDayOf(quarter) > calendarDate(now, OWNERS[owner].timeZone)) {
    throw new SnapshotRefused(`The quarter ${quarter} has not begun: nothing of it can be frozen yet.`);
  }
  const taken = await maintenance.transaction(async (manager) => {
    await refuseOlder(manager, quarter);
    const cohorts = await readCohorts(manager, parts, quarter);
    const rows = [...cohorts.values()].flat();
    // Two at once: the second sees the first one's, and is refused.
    await manager.query('lock table research_snapshot in exclusive mode');
    const former = await refuseOlder(manager, quarter);
    if (former !== undefined && former.key !== key.id) {
      log.warn({ quarter }, 'the research key is another one than before: the noise of all cohorts is drawn anew');
    }
    const [{ number }] = await manager.query<[{ number: number }]>(
      `insert into research_snapshot (id, quarter, cut_off, closed_until, taken_at, key, people)
       values ($1, $2, $3, $4, $5, $6, $7) returning number`,
      [
        digestOfRows(key.rows, [[quarter], ...rows]),
        ...[quarter, firstDayOf(quarter), closedUntil(quarter), now, key.id, rows.length],
      ],
    );
    for (const cohort of cohorts.values()) await keepCohort(manager, key, number, cohort);
    // Of those before only the newest was ever asked: people stand here once.
    await manager.query('delete from research_row where snapshot <> $1', [number]);
    return (await newestSnapshot(manager)) as Snapshot;
  });
  await maintenance.query('analyze research_row');
  log.info({ quarter, snapshot: taken.id }, 'took the snapshot for research');
  return taken;
}

/** For development: that of the present quarter, where there is none of it or of a later one. */
export async function takeMissingSnapshot(parts: SnapshotParts): Promise<void> {
  const present = quarterOf(calendarDate(parts.clock.now(), OWNERS[parts.owner].timeZone));
  const newest = await newestSnapshot(parts.maintenance);
  if (newest === undefined || newest.quarter < present) await takeSnapshot(parts, present);
}

async function refuseOlder(manager: EntityManager, quarter: Quarter): Promise<Snapshot | undefined> {
  const newest = await newestSnapshot(manager);
  if (newest === undefined || newest.quarter < quarter) return newest;
  throw new SnapshotRefused(
    newest.quarter === quarter
      ? `The snapshot of ${quarter} was taken already, and is frozen.`
      : `There is a snapshot of ${newest.quarter} already: none is taken of ${quarter}, before it.`,
  );
}

/** Everybody whose cohort is closed, by cohort. */
async function readCohorts(
  manager: EntityManager,
  { owner, key }: SnapshotParts,
  quarter: Quarter,
): Promise<ReadonlyMap<string, Row[]>> {
  const cohorts = new Map<string, Row[]>();
  const encode = encoderOf(owner);
  await manager.query(
    `declare research_people no scroll cursor for select * from research_register('${firstDayOf(quarter)}'::date)`,
  );
  for (;;) {
    const people = await manager.query<ResearchPerson[]>(`fetch ${ROWS_A_STATEMENT} from research_people`);
    for (const person of people) {
      const entered = quarterOf(person.entered_on);
      if (entered > closedUntil(quarter)) continue;
      const row: Row = [key.pseudonymOf(person.subject_id), ...encode(person, entered)];
      const cohort = `${row[1]} ${row[2]}`;
      const known = cohorts.get(cohort);
      if (known === undefined) cohorts.set(cohort, [row]);
      else known.push(row);
    }
    if (people.length < ROWS_A_STATEMENT) break;
  }
  await manager.query('close research_people');
  return cohorts;
}

type Encode = (person: ResearchPerson, entered: Quarter) => [number, number, ...(number | null)[]];

/** Refuses what the lattice has no place for: it would be in no cell, or in one that is always zero. */
function encoderOf(owner: LookupOwner): Encode {
  const never: readonly string[] = NEVER_RECORDED[deskOf(owner).jurisdiction];
  const places = new Map<string, ReadonlyMap<string, number>>(
    RECORDED_DIMENSIONS.map((dimension) => {
      const all = DIMENSIONS[dimension].map((category, place) => [category, place] as const);
      return [dimension, new Map(never.includes(dimension) ? all.filter(([name]) => name === 'NOT_RECORDED') : all)];
    }),
  );
  const years: readonly string[] = DIMENSIONS.COHORT_YEAR;
  const quarters: readonly string[] = DIMENSIONS.COHORT_QUARTER;
  return (person, entered) => {
    const cohort = cohortOf(entered);
    if (cohort === undefined) throw new SnapshotRefused(`There is no published cohort for entries in ${entered}.`);
    const codes = RECORDED_DIMENSIONS.map((dimension) => {
      const category = person[RESEARCH_COLUMNS[dimension]];
      const place = places.get(dimension)?.get(category ?? '');
      if (place !== undefined) return place;
      throw new SnapshotRefused(
        `The register of ${owner} has ${JSON.stringify(category)} as ${dimension}, which is no published category there.`,
      );
    });
    return [years.indexOf(cohort.year), quarters.indexOf(cohort.quarter), ...codes, person.mentoring_sessions];
  };
}

const COLUMNS = [
  'cohort_year',
  'cohort_quarter',
  ...RECORDED_DIMENSIONS.map((dimension) => RESEARCH_COLUMNS[dimension]),
  'mentoring_sessions',
] as const;

async function keepCohort(
  manager: EntityManager,
  key: ResearchKey,
  number: number,
  cohort: readonly Row[],
): Promise<void> {
  const [, year = 0, quarter = 0] = cohort[0] ?? [];
  await manager.query('insert into research_cohort (snapshot, year, quarter, version) values ($1, $2, $3, $4)', [
    ...[number, DIMENSIONS.COHORT_YEAR[year], DIMENSIONS.COHORT_QUARTER[quarter]],
    digestOfRows(key.rows, cohort),
  ]);
  for (let from = 0; from < cohort.length; from += ROWS_A_STATEMENT) {
    const part = cohort.slice(from, from + ROWS_A_STATEMENT);
    await manager.query(
      `insert into research_row (snapshot, pseudonym, ${COLUMNS.join(', ')})
       select $1, * from unnest($2::text[], ${COLUMNS.map((_, place) => `$${place + 3}::smallint[]`).join(', ')})`,
      [number, part.map(([pseudonym]) => pseudonym), ...COLUMNS.map((_, place) => part.map((row) => row[place + 1]))],
    );
  }
}
