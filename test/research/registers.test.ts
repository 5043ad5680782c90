// Of whom researchers are given statistics: the registers of the three owners over seeded people, against the counting
// that the graph's own measures do and against plain calendars, on the first, a middle and the last day of a quarter.
import 'reflect-metadata';

import { DIMENSIONS, type Dimension, NEVER_RECORDED } from '../../disclosure-control/lattice';
import { cohortOf, cutOffOf, type ResearchPerson } from '../../development/research-rows';
import { dateBefore, monthsAfter } from '../../subgraphs/common/calendar/calendar-dates';
import { RESEARCH_COLUMNS, type RecordedDimension } from '../../subgraphs/common/research/research-register';
import { countReturn, type FollowUp, type ReturnFacts } from '../../subgraphs/eri/outcomes/count-return';
import { measureOf } from '../../subgraphs/knowsley-iom/outcomes/count-reoffending';
import { ageBandOn } from '../../subgraphs/knowsley-iom/population/person-file';
import { countReturnToPrison, type Stay } from '../../subgraphs/safety-house/aftercare/count-return-to-prison';
import { runProgram } from '../hub/run-program';
import type { PrintedRegister } from './print-registers';

type Row = Readonly<Record<string, unknown>>;

const ANCHOR = '2026-11-15';
const CUT_OFF = '2026-10-01';
const OWNERS = ['knowsley-iom', 'safety-house', 'eri'] as const;
const RECORDED = Object.keys(RESEARCH_COLUMNS) as RecordedDimension[];

async function registersOf(...given: readonly string[]): Promise<ReadonlyMap<string, PrintedRegister>> {
  const { output, errors, exitCode } = await runProgram('test/research/print-registers', {}, given, 540_000);
  if (exitCode !== 0) throw new Error(errors);
  return new Map((JSON.parse(output) as PrintedRegister[]).map((printed) => [printed.owner, printed]));
}

/** Categories that nobody has among the invented people, and why; every other one must be somebody’s. */
const OF_NOBODY: Readonly<Record<(typeof OWNERS)[number], Partial<Record<RecordedDimension, readonly string[]>>>> = {
  'knowsley-iom': {
    // Whose age is not known is in no register; the nominals' sex is always recorded.
    AGE_BAND: ['NOT_RECORDED'],
    SEX: ['NOT_RECORDED'],
    // Every class of offence has a group of its own.
    OFFENCE_GROUP: ['OTHER'],
  },
  'safety-house': {
    AGE_BAND: ['NOT_RECORDED'],
    // The invented offences of The Hague are of six types; cases have needs on three pathways.
    OFFENCE_GROUP: ['VEHICLE', 'PUBLIC_ORDER', 'OTHER'],
    PATHWAY: ['THINKING_BEHAVIOUR', 'NOT_RECORDED'],
  },
  eri: {
    AGE_BAND: ['NOT_RECORDED'],
    SEX: ['NOT_RECORDED'],
    PATHWAY: ['NOT_RECORDED'],
    // The programme is held in the community, and everybody who is counted took part in it; it has eight meetings.
    PROGRAMME_SETTING: ['PRISON', 'NONE', 'NOT_RECORDED'],
    MENTORING_INPUT_BAND: ['NONE', 'FROM_13', 'NOT_RECORDED'],
  },
};
const JURISDICTION = { 'knowsley-iom': 'UK', 'safety-house': 'NL', eri: 'IT' } as const;

describe('the registers of researchers', () => {
  let registers: ReadonlyMap<string, PrintedRegister>;
  beforeAll(async () => {
    registers = await registersOf('1', ANCHOR);
  }, 560_000);

  function registerOf(owner: string): PrintedRegister {
    const printed = registers.get(owner);
    if (printed === undefined) throw new Error(`${owner} has no register.`);
    return printed;
  }
  const recordsOf = (owner: string, table: string): readonly Row[] => registerOf(owner).records[table] ?? [];
  function bySubject(owner: string, table: string): ReadonlyMap<string, readonly Row[]> {
    const rows = new Map<string, Row[]>();
    for (const row of recordsOf(owner, table)) {
      const id = String(row.subject_id ?? row.id);
      rows.set(id, [...(rows.get(id) ?? []), row]);
    }
    return rows;
  }

  it.each(OWNERS)('of %s have one row for each person, in closed cohorts and published categories', (owner) => {
    const { people, cutOff } = registerOf(owner);
    expect(cutOff).toBe(CUT_OFF);
    expect(people.length).toBeGreaterThan(30);
    expect(new Set(people.map(({ subjectId }) => subjectId)).size).toBe(people.length);
    for (const { enteredOn, categories } of people) {
      expect(monthsAfter(enteredOn, 12) < cutOff).toBe(true);
      expect(DIMENSIONS.COHORT_YEAR).toContain(cohortOf(enteredOn).COHORT_YEAR);
      for (const dimension of RECORDED) expect(DIMENSIONS[dimension]).toContain(categories[dimension]);
    }
  });

  it.each(OWNERS)('of %s have every category that the owner records, and what it never records of nobody', (owner) => {
    const never: readonly Dimension[] = NEVER_RECORDED[JURISDICTION[owner]];
    for (const dimension of RECORDED) {
      const found = new Set(registerOf(owner).people.map(({ categories }) => categories[dimension]));
      const expected = never.includes(dimension)
        ? ['NOT_RECORDED']
        : DIMENSIONS[dimension].filter((category) => OF_NOBODY[owner][dimension]?.includes(category) !== true);
      expect([dimension, [...found].sort()]).toEqual([dimension, [...expected].sort()]);
    }
  });

  it('of Knowsley are the adults of the cohort, counted as the measure of reoffending counts', () => {
    const tables = ['cohort_membership', 'outcome_window', 'offence', 'custody_episode'] as const;
    const [memberships, windows, offences, custody] = tables.map((table) => bySubject('knowsley-iom', table));
    const expected = new Map<string, Row>();
    let minors = 0;
    for (const nominal of recordsOf('knowsley-iom', 'nominal')) {
      const id = String(nominal.id);
      const first = (rows: readonly Row[] | undefined, column: string): string | undefined =>
        rows?.map((row) => String(row[column])).sort()[0];
      const enteredOn = first(windows?.get(id), 'first_engagement') ?? first(memberships?.get(id), 'member_from');
      if (enteredOn === undefined || enteredOn >= monthsAfter(CUT_OFF, -12)) continue;
      const ageBand = ageBandOn(String(nominal.date_of_birth), enteredOn);
      if (ageBand === 'UNDER_18') minors += 1;
      if (ageBand === 'UNDER_18') continue;
      const end = monthsAfter(enteredOn, 12);
      const { censored, reoffences } = measureOf(
        {
          subjectId: id,
          firstEngagement: enteredOn,
          baseline: 0,
          reoffences: (offences?.get(id) ?? []).filter(
            ({ offence_date: on }) => String(on) > enteredOn && String(on) <= end,
          ).length,
          windowOver: end <= CUT_OFF,
          inCustody: (custody?.get(id) ?? []).some(
            ({ started_on: from, released_on: until }) =>
              String(from) < end && ((until as string | null) ?? '9999') > enteredOn,
          ),
        },
        12,
      );
      expected.set(id, { enteredOn, ageBand, outcome: censored ? 'CENSORED' : (reoffences ?? 0) > 0 ? 'YES' : 'NO' });
    }
    expect(minors).toBeGreaterThan(0);
    expect(
      new Map(
        registerOf('knowsley-iom').people.map(({ subjectId, enteredOn, categories }) => [
          subjectId,
          { enteredOn, ageBand: categories.AGE_BAND, outcome: categories.REOFFENDED_12M },
        ]),
      ),
    ).toEqual(expected);
  });

  it('of Knowsley tell what MALS recorded of those alone whose consent to research holds', () => {
    const consents = bySubject('knowsley-iom', 'mals_consent');
    const sessions = bySubject('knowsley-iom', 'mentoring_session');
    const active = (row: Row): boolean =>
      (row.purposes as string[]).includes('EVALUATION_RESEARCH') &&
      String(row.given_on) <= CUT_OFF &&
      String(row.expires_on) > CUT_OFF &&
      row.withdrawn_on === null;
    const found = { consented: 0, withdrawn: 0, without: 0 };
    for (const { subjectId, enteredOn, categories, mentoringSessions } of registerOf('knowsley-iom').people) {
      const given = consents.get(subjectId) ?? [];
      const held = (sessions.get(subjectId) ?? []).filter(
        ({ held_on: on }) => String(on) >= enteredOn && String(on) < monthsAfter(enteredOn, 12),
      ).length;
      if (given.some(active)) {
        found.consented += 1;
        expect([subjectId, mentoringSessions]).toEqual([subjectId, held]);
        expect(categories.MENTORING_INPUT_BAND).not.toBe('NOT_RECORDED');
        continue;
      }
      if (held > 0) found[given.some(({ withdrawn_on: on }) => on !== null) ? 'withdrawn' : 'without'] += 1;
      expect([mentoringSessions, categories.MENTORING_INPUT_BAND, categories.PROGRAMME_SETTING]).toEqual([
        null,
        'NOT_RECORDED',
        'NOT_RECORDED',
      ]);
    }
    for (const number of Object.values(found)) expect(number).toBeGreaterThan(5);
  });

  it('of Knowsley know nothing of MALS any more when every consent is withdrawn, and all else', () => {
    const { people, after } = registerOf('knowsley-iom');
    expect(after['consent withdrawn']).toEqual(
      people.map((person) => ({
        ...person,
        mentoringSessions: null,
        categories: {
          ...person.categories,
          MENTORING_INPUT_BAND: 'NOT_RECORDED',
          PROGRAMME_SETTING: 'NOT_RECORDED',
        },
      })),
    );
  });

  it('of The Hague are the released and those of cases, counted as the measure of return to prison counts', () => {
    const clients = new Map(recordsOf('safety-house', 'client').map((row) => [row.id, row]));
    const detentions = bySubject('safety-house', 'detention');
    const days = new Map<string, { on: string; birthDate: unknown }[]>();
    const enter = (id: unknown, on: unknown, birthDate: unknown): void => {
      days.set(String(id), [...(days.get(String(id)) ?? []), { on: String(on), birthDate }]);
    };
    for (const row of recordsOf('safety-house', 'aftercare_client')) enter(row.id, row.release_date, row.birth_date);
    for (const row of recordsOf('safety-house', 'safety_case'))
      enter(row.subject_id, row.opened_at, clients.get(row.subject_id)?.birth_date);
    const expected = new Map<string, Row>();
    let minors = 0;
    for (const [id, entries] of days) {
      const [entry] = entries.sort((one, other) => one.on.localeCompare(other.on));
      if (entry === undefined || entry.on >= monthsAfter(CUT_OFF, -12) || typeof entry.birthDate !== 'string') continue;
      const ageBand = ageBandOn(entry.birthDate, entry.on);
      if (ageBand === 'UNDER_18') minors += 1;
      if (ageBand === 'UNDER_18') continue;
      const stays = (detentions.get(id) ?? []).map((row) => ({
        startDate: String(row.start_date),
        startReason: row.start_reason as Stay['startReason'],
        insideAtEntry: String(row.start_date) <= entry.on && ((row.release_date as string | null) ?? '9999') > entry.on,
      }));
      const { returned } = countReturnToPrison(entry.on, stays, CUT_OFF);
      const inside = stays.some(({ insideAtEntry }) => insideAtEntry);
      expected.set(id, {
        enteredOn: entry.on,
        ageBand,
        outcome: returned === true ? 'YES' : returned === null || inside ? 'CENSORED' : 'NO',
      });
    }
    expect(minors).toBeGreaterThan(0);
    expect(
      new Map(
        registerOf('safety-house').people.map(({ subjectId, enteredOn, categories }) => [
          subjectId,
          { enteredOn, ageBand: categories.AGE_BAND, outcome: categories.REOFFENDED_12M },
        ]),
      ),
    ).toEqual(expected);
  });

  it('of The Hague hold nobody for a case of extremism, and do not change with one nor with a theme', () => {
    const { people, after } = registerOf('safety-house');
    const ordinary = new Set([
      ...recordsOf('safety-house', 'aftercare_client').map(({ id }) => id),
      ...recordsOf('safety-house', 'safety_case').map(({ subject_id: id }) => id),
    ]);
    const extremism = recordsOf('safety-house', 'extremism_case').map(({ subject_id: id }) => id);
    const known = new Set<unknown>(people.map(({ subjectId }) => subjectId));
    expect(extremism.filter((id) => !ordinary.has(id)).length).toBeGreaterThan(50);
    expect(extremism.filter((id) => !ordinary.has(id) && known.has(id))).toEqual([]);
    expect(after['extremism removed']).toEqual(people);
    expect(after['themes changed']).toEqual(people);
  });

  it('of Turin are those who consented to research, counted as the Italian measure counts', () => {
    const consents = bySubject('eri', 'participant_consent');
    const enrolments = bySubject('eri', 'programme_enrolment');
    const attendances = bySubject('eri', 'programme_attendance');
    const outcomes = bySubject('eri', 'participant_outcome');
    const runs = new Map(recordsOf('eri', 'programme_run').map(({ id, starts_on: on }) => [id, String(on)]));
    const expected = new Map<string, Row>();
    const without = { withdrawn: 0, missing: 0, minors: 0 };
    for (const participant of recordsOf('eri', 'participant')) {
      const id = String(participant.id);
      const [enteredOn] = (enrolments.get(id) ?? []).map(({ run_id: run }) => runs.get(run) ?? '').sort();
      if (enteredOn === undefined || enteredOn >= monthsAfter(CUT_OFF, -12)) continue;
      const toResearch = (consents.get(id) ?? []).filter(
        ({ purposes, recipients }) =>
          (purposes as string[]).includes('EVALUATION_RESEARCH') && (recipients as string[]).includes('ljmu'),
      );
      const withdrawn = toResearch.some(({ withdrawn_at: at }) => at !== null);
      if (withdrawn) without.withdrawn += 1;
      if (toResearch.length === 0) without.missing += 1;
      if (withdrawn || !toResearch.some(({ expires_at: at }) => String(at) > CUT_OFF)) continue;
      const ageBand = ageBandOn(String(participant.birth_date), enteredOn);
      if (ageBand === 'UNDER_18') without.minors += 1;
      if (ageBand === 'UNDER_18') continue;
      const attended = (attendances.get(id) ?? []).filter((row) => row.attended === true);
      const facts: ReturnFacts = {
        firstEngagement: attended.map(({ held_on: on }) => String(on)).sort()[0] ?? null,
        legalStatus: participant.legal_status as ReturnFacts['legalStatus'],
        releaseMonth: participant.release_month as string | null,
        followUps: (outcomes.get(id) ?? []).map((row) => ({
          followedUpOn: row.followed_up_on as string | null,
          returnedToPrison: row.returned_to_prison as boolean | null,
          returnedToPrisonOn: row.returned_to_prison_on as FollowUp['returnedToPrisonOn'],
          offencePriorToEngagement: row.offence_prior_to_engagement as boolean | null,
        })),
      };
      const { returned } = countReturn(facts, 12, dateBefore(CUT_OFF, 1));
      const outcome = returned === null ? 'CENSORED' : returned ? 'YES' : 'NO';
      expected.set(id, { enteredOn, ageBand, outcome, sessions: attended.length });
    }
    expect(without.withdrawn).toBeGreaterThan(0);
    expect(without.missing).toBeGreaterThan(5);
    expect(without.minors).toBeGreaterThan(0);
    expect(
      new Map(
        registerOf('eri').people.map(({ subjectId, enteredOn, categories, mentoringSessions }) => [
          subjectId,
          {
            enteredOn,
            ageBand: categories.AGE_BAND,
            outcome: categories.REOFFENDED_12M,
            sessions: mentoringSessions,
          },
        ]),
      ),
    ).toEqual(expected);
  });

  it('of Turin hold nobody whose consent names others, and nobody without one', () => {
    expect(registerOf('eri').after).toEqual({ 'consent for others': [], 'consent removed': [] });
  });
});

describe.each([
  ['the first day of a quarter', '2026-10-01'],
  ['a day amid a quarter', '2027-08-14'],
  ['the last day of a quarter', '2026-12-31'],
  ['the last day of a quarter of a leap year', '2028-03-31'],
])('on %s, %s', (_, anchor) => {
  let registers: ReadonlyMap<string, PrintedRegister>;
  beforeAll(async () => {
    registers = await registersOf('2', anchor, 'knowsley-iom=500,safety-house=400,eri=300');
  }, 560_000);

  it.each(OWNERS)('every canary of %s is in a closed cohort, and its outcome is its coin', (owner) => {
    const { people, coins, cutOff } = registers.get(owner) as PrintedRegister;
    expect(cutOff).toBe(cutOffOf(anchor));
    expect(Object.keys(coins).length).toBeGreaterThan(10);
    expect(new Set(Object.values(coins)).size).toBe(2);
    const outcomes = new Map(
      people.map((person: ResearchPerson) => [person.subjectId, person.categories.REOFFENDED_12M]),
    );
    expect(Object.keys(coins).map((id) => [id, outcomes.get(id)])).toEqual(
      Object.entries(coins).map(([id, coin]) => [id, coin ? 'YES' : 'NO']),
    );
  });
});
