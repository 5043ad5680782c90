// What is frozen, when it may be, and what of a table changes from one quarter to the next. Prints what was found.
import 'reflect-metadata';

import type { Dimension } from '../../disclosure-control/lattice';
import { tableOf } from '../../disclosure-control/table';
import { runProgram } from '../hub/run-program';
import { printFindings } from '../lookup/owner-with-lookups';
import { approve, codeOf, examplePeople, read, snapshotOf, tableQuestion, take } from './example-research';
import { type ResearchOwner, withResearchOwners } from './owners-with-research';

export interface SnapshotFindings {
  readonly first: Readonly<Record<string, unknown>>;
  readonly refusals: Readonly<Record<string, string>>;
  readonly people: number;
  /** Whether the digits stayed: asked again, with changed records, computed anew. */
  readonly same: Readonly<Record<'repeated' | 'recordsChanged' | 'restarted', boolean>>;
  readonly next: Readonly<Record<string, unknown>>;
  /** Cohorts of which a digit is another one in the next quarter, and whose versions are. */
  readonly changedCohorts: readonly string[];
  readonly changedVersions: readonly string[];
  /** Cells that were suppressed or impossible before and are there now. */
  readonly appeared: readonly string[];
  readonly snapshotsOfRows: readonly number[];
  readonly pseudonymsKept: boolean;
  readonly unpublished: { readonly refusal: string; readonly snapshots: number; readonly people: number };
  readonly otherKey: readonly string[];
  readonly byThemselves: readonly string[];
  readonly commands: Readonly<Record<string, string>>;
}

const TABLE: readonly Dimension[] = ['AGE_BAND', 'COHORT_QUARTER', 'COHORT_YEAR', 'JURISDICTION'];

const takeSnapshot = async (owner: ResearchOwner, quarter: string): Promise<string> => {
  const { status, text } = await owner.operate('POST', `/research/snapshot?quarter=${quarter}`);
  return status === 200 ? 'taken' : (JSON.parse(text) as { errors: [{ message: string }] }).errors[0].message;
};

const cellsOf = async (owner: ResearchOwner): Promise<readonly unknown[]> => {
  const question = tableQuestion(TABLE, { [owner.name]: await snapshotOf(owner) });
  return read(await take(owner, 'own-cells', question))['cells'] as readonly unknown[];
};

const versionsOf = (owner: ResearchOwner): Promise<{ cohort: string; version: string }[]> =>
  owner.run(
    `select year || ' ' || c.quarter as cohort, version from research_cohort c join research_snapshot s on number = snapshot
     where number = (select max(number) from research_snapshot) order by 1`,
  );

const pseudonyms = async (owner: ResearchOwner): Promise<readonly string[]> =>
  (await owner.run<{ pseudonym: string }>('select pseudonym from research_row')).map(({ pseudonym }) => pseudonym);

async function tryQuarters(): Promise<Omit<SnapshotFindings, 'byThemselves'>> {
  return withResearchOwners(
    (name) => (name === 'eri' ? examplePeople(name) : []),
    false,
    async ({ owners: { eri }, clock }) => {
      await approve(eri);
      const before = codeOf(await eri.call('/research/owner/state', {}));
      const refusals: Record<string, string> = { before };
      for (const quarter of ['2027-Q1', '2026-Q5', 'now']) refusals[quarter] = await takeSnapshot(eri, quarter);
      refusals['first'] = await takeSnapshot(eri, '2026-Q4');
      refusals['again'] = await takeSnapshot(eri, '2026-Q4');
      refusals['older'] = await takeSnapshot(eri, '2026-Q3');
      refusals['stranger'] = codeOf(await eri.call('/research/snapshot?quarter=2027-Q1', {}, 'nobody'));

      const first = read(await eri.call('/research/owner/state', {}));
      const [{ people } = { people: 0 }] = await eri.run<{ people: number }>(
        'select count(*)::int as people from research_row',
      );
      const cells = await cellsOf(eri);
      const versions = await versionsOf(eri);
      const earlier = await pseudonyms(eri);
      const isSame = async (): Promise<boolean> => JSON.stringify(await cellsOf(eri)) === JSON.stringify(cells);
      const repeated = await isSame();
      await eri.run(`update research_example set age_band = 'FROM_50' where entered_on < '2024-04-01'`);
      await eri.restart();
      const recordsChanged = await isSame();
      await eri.run(`update research_example set age_band = 'FROM_18_TO_24' where entered_on < '2024-04-01'`);
      await eri.run(
        `update research_example set age_band = e.age_band from jsonb_to_recordset($1::jsonb) as e(subject_id text, age_band text)
         where research_example.subject_id = e.subject_id`,
        [JSON.stringify(examplePeople('eri'))],
      );
      await eri.restart();
      const restarted = await isSame();

      // One person of one closed cohort is not what was recorded; the rest is as it was.
      await eri.run(`delete from research_example where subject_id = 'eri-0-5-1'`);
      clock.at = new Date('2027-01-05T12:00:00Z');
      const commands = await tryCommands(eri);
      const next = read(await eri.call('/research/owner/state', {}));
      const after = await cellsOf(eri);
      const afterwards = await versionsOf(eri);
      const { cells: places, dimensions } = tableOf(TABLE);
      const own = places.filter(({ categories }) => categories[dimensions.indexOf('JURISDICTION')] === 'IT');
      const cohortAt = (place: number): string => {
        const { categories = [] } = own[place] ?? {};
        return `${categories[dimensions.indexOf('COHORT_YEAR')] ?? ''} ${categories[dimensions.indexOf('COHORT_QUARTER')] ?? ''}`;
      };
      const differing = after.flatMap((cell, place) => (cell === cells[place] ? [] : [place]));
      const appeared = differing.filter((place) => cells[place] === 'z');
      const later = new Set(await pseudonyms(eri));

      await eri.run(`insert into research_example select 'stranger', '2024-02-02', 'CHILD', sex, offence_group, pathway, risk_band,
        programme_setting, mentoring_input_band, aftercare_seen, housing_outcome, employment_outcome, reoffended_12m, 0
        from research_example limit 1`);
      clock.at = new Date('2027-04-05T12:00:00Z');
      const refusal = await takeSnapshot(eri, '2027-Q2');
      const [{ snapshots, rows } = { snapshots: 0, rows: 0 }] = await eri.run<{ snapshots: number; rows: number }>(
        `select (select count(*)::int from research_snapshot) as snapshots, (select count(*)::int from research_row) as rows`,
      );
      await eri.restart('second');
      const question = tableQuestion(TABLE, { eri: String(next['snapshot']) });
      const otherKey = [
        codeOf(await eri.call('/research/owner/state', {})),
        codeOf(await eri.call('/research/owner/own-cells', question)),
        codeOf(await eri.call('/research/owner/reserve', question)),
      ];
      return {
        first,
        refusals,
        people,
        same: { repeated, recordsChanged, restarted },
        next,
        changedCohorts: [...new Set(differing.filter((place) => cells[place] !== 'z').map(cohortAt))],
        changedVersions: versions.flatMap(({ cohort, version }) =>
          afterwards.some((other) => other.cohort === cohort && other.version === version) ? [] : [cohort],
        ),
        appeared: [...new Set(appeared.map(cohortAt))],
        snapshotsOfRows: (
          await eri.run<{ snapshot: number }>('select distinct snapshot from research_row order by 1')
        ).map(({ snapshot }) => snapshot),
        pseudonymsKept: earlier.filter((pseudonym) => !later.has(pseudonym)).length === 1,
        unpublished: { refusal, snapshots, people: rows },
        otherKey,
        commands,
      };
    },
  );
}

/** The operator's command against the owner as it runs. */
async function tryCommands(eri: ResearchOwner): Promise<Readonly<Record<string, string>>> {
  const env = { ERI_METRICS_PORT: String(eri.port), CONCORDAT_DATA_DIR: process.env['CONCORDAT_DATA_DIR'] ?? '' };
  const told: Record<string, string> = {};
  for (const given of [
    '--owner eri --quarter 2027-Q1',
    '--owner eri --quarter 2027-Q1',
    'keys --owner eri',
    '--owner gmp --quarter 2027-Q1',
  ]) {
    const ended = await runProgram('subgraphs/common/research/command', env, given.split(' '));
    const name = given in told ? `${given} again` : given;
    told[name] = `${String(ended.exitCode)} ${ended.output}${ended.errors}`.replace(/127\.0\.0\.1:\d+/, 'ADDRESS');
  }
  return told;
}

printFindings(async (): Promise<SnapshotFindings> => ({
  ...(await tryQuarters()),
  byThemselves: await withResearchOwners(
    () => [],
    true,
    ({ owners }) =>
      Promise.all(
        Object.values(owners).map(async (owner) => {
          await owner.restart();
          return String(read(await owner.call('/research/owner/state', {}))['quarter']);
        }),
      ),
  ),
}));
