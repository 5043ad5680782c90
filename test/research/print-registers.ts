// The registers of researchers over seeded people, with what a test compares them with; printed as JSON. A program of
// its own: the embedded engine does not live in a test's world. Arguments: seed, anchor, people as the hub is asked.
import 'reflect-metadata';

import { OWNER_DEFINITIONS } from '../../development/owner-definitions';
import { cutOffOf, type ResearchPerson, researchPeople } from '../../development/research-rows';
import { openSeededOwner, type SeededOwner } from '../../development/seeded-owner';
import { canaryOutcome, ordinaryId } from '../../subgraphs/common/loading/ordinary-people';
import { isOwnerOfPeople, readPeopleWanted } from '../../subgraphs/common/loading/people-wanted';

type Row = Readonly<Record<string, unknown>>;

export interface PrintedRegister {
  readonly owner: string;
  readonly cutOff: string;
  readonly people: readonly ResearchPerson[];
  /** Of every canary of the population: how the coin fell. */
  readonly coins: Readonly<Record<string, boolean>>;
  /** Records by table, dates as text. */
  readonly records: Readonly<Record<string, readonly Row[]>>;
  /** The register again, after what was done to the records: what changed, by the name of the change. */
  readonly after: Readonly<Record<string, readonly ResearchPerson[]>>;
}

/** What the reference in the test reads. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  'knowsley-iom': [
    ...['nominal', 'cohort_membership', 'outcome_window', 'offence', 'custody_episode', 'mals_consent'],
    ...['mentoring_session', 'lcp_enrolment', 'supervision'],
  ],
  'safety-house': ['aftercare_client', 'client', 'safety_case', 'extremism_case', 'detention'],
  eri: [
    ...['participant', 'participant_consent', 'programme_enrolment', 'programme_run', 'programme_attendance'],
    'participant_outcome',
  ],
};

/** Done to the records one after the other; what they change must show in the register, and nothing else. */
const CHANGES: Readonly<Record<string, readonly (readonly [name: string, statement: string])[]>> = {
  'knowsley-iom': [['consent withdrawn', "update mals_consent set withdrawn_on = '2020-01-01'"]],
  'safety-house': [
    ['extremism removed', 'truncate extremism_case cascade'],
    ['themes changed', "update safety_case set theme = 'RESETTLEMENT'"],
  ],
  eri: [
    ['consent for others', "update participant_consent set recipients = array['ufficio-pio']"],
    ['consent removed', 'delete from participant_consent'],
  ],
};

async function printRegisters(seed = '1', anchor = '2026-11-15', wanted = '2000'): Promise<void> {
  const people = readPeopleWanted(wanted);
  const printed: PrintedRegister[] = [];
  for (const definition of OWNER_DEFINITIONS) {
    const { name } = definition;
    if (definition.research === undefined || !isOwnerOfPeople(name) || people === 'named') continue;
    const seeded = await openSeededOwner(definition, seed, anchor, { people });
    try {
      const cutOff = cutOffOf(anchor);
      const register = await researchPeople(seeded, cutOff);
      const subjects = new Set((await query(seeded, 'select id from subject')).map(({ id }) => id));
      const coins = Array.from({ length: people[name] }, (_, number) => number).flatMap((number) => {
        const coin = canaryOutcome(seed, name, number);
        const id = ordinaryId(seed, name, number);
        return coin === undefined || !subjects.has(id) ? [] : [[id, coin] as const];
      });
      const records: Record<string, readonly Row[]> = {};
      for (const table of TABLES[name] ?? [])
        records[table] = (await query(seeded, `select to_jsonb(t) as row from ${table} t`)).map(
          ({ row }) => row as Row,
        );
      const after: Record<string, readonly ResearchPerson[]> = {};
      for (const [change, statement] of CHANGES[name] ?? []) {
        await query(seeded, statement);
        after[change] = await researchPeople(seeded, cutOff);
      }
      printed.push({ owner: name, cutOff, people: register, coins: Object.fromEntries(coins), records, after });
    } finally {
      await seeded.store.close();
    }
  }
  process.stdout.write(JSON.stringify(printed));
}

function query({ store }: SeededOwner, statement: string): Promise<Row[]> {
  return store.maintenance.query<Row[]>(statement);
}

printRegisters(...process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
