// The owner's last wall, tried from behind the resolvers: by bare statements as the application's login, for every
// persona and purpose at every owner. What the agreements show is worked out beside it as a superuser, for whom no
// policy holds.
import { ofThisRun } from '../hub/one-of-two-runs';
import { runProgram } from '../hub/run-program';
import { COMMON_TABLES_WITHOUT_PEOPLE } from '../../subgraphs/common/row-security/row-tables';
import type { Walls } from './try-walls';

const SERVER = process.env.CONCORDAT_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const server = process.env.CONCORDAT_TEST_DATABASE === 'postgres' ? SERVER : '';

/** Tables without people and why, as docs/row-security.md has them. */
const WITHOUT_PEOPLE: Readonly<Record<string, readonly string[]>> = {
  'knowsley-iom': [],
  'safety-house': ['organisation_territory'],
  eri: [],
  exchange: ['lookup_owner', 'lookup_tag', 'project_action', 'reference_statistic', 'source_contradiction', 'target'],
};
const COMMON = [
  'adequacy_decision',
  'database_mark',
  'ledger_checkpoint',
  'ledger_countersignature',
  'migration',
  'row_condition',
  'row_evidence',
  'row_evidence_use',
  'row_permission',
  'witnessed_head',
];

// Knowsley on both stores; of the others each run of continuous integration takes its half.
const OWNERS = ['knowsley-iom', ...ofThisRun(['safety-house', 'exchange', 'eri'])];

describe.each(OWNERS)('the walls of %s', (owner) => {
  let walls: Walls;
  beforeAll(async () => {
    const { output, errors } = await runProgram('test/row-security/try-walls', {}, [server, owner], 290_000);
    if (output === '') throw new Error(errors);
    [walls] = JSON.parse(output) as [Walls];
  }, 300_000);

  const withPeople = (counted: Readonly<Record<string, number>>) =>
    Object.entries(counted).filter(([table]) => !walls.withoutPeople.includes(table));

  it('stand around every table but those that hold nobody', () => {
    expect(walls.withoutPeople).toEqual([...COMMON, ...(WITHOUT_PEOPLE[owner] ?? [])].sort());
    expect(Object.keys(COMMON_TABLES_WITHOUT_PEOPLE).sort()).toEqual(COMMON);
  });

  it('show no row to the application without settings, nor with empty ones', () => {
    expect(withPeople(walls.stored).filter(([, rows]) => rows > 0).length).toBeGreaterThan(1);
    expect(withPeople(walls.withoutSettings).filter(([, rows]) => rows > 0)).toEqual([]);
    expect(withPeople(walls.withEmptySettings).filter(([, rows]) => rows > 0)).toEqual([]);
  });

  it('show nobody a row by an agreement that is not in force', () => {
    expect(walls.rowsWithoutAgreements).toBe(0);
  });

  it('show everybody the rows that the agreements show, and no others', () => {
    expect(walls.rightsTried).toBeGreaterThan(15);
    expect(walls.rowsShown).toBeGreaterThan(1_000);
    expect(walls.differences).toEqual([]);
  });

  it('show none of 80 callers at once a row of another’s', () => {
    expect(walls.parallel.rows).toBeGreaterThan(1_000);
    expect(walls.parallel).toMatchObject({ callers: 80, foreign: 0 });
  });

  it('are missed, each of them: without its policy a table shows nothing, without row security everything', () => {
    const shown = walls.policies.filter(({ policy }) => policy === 'shown');
    // What the exchange shows is published, or behind a view.
    expect(shown.length > 0).toBe(owner !== 'exchange');
    expect(shown.filter(({ rowsBefore, rowsAfter }) => rowsBefore === 0 || rowsAfter !== 0)).toEqual([]);
    const filled = walls.unforced.filter(({ table }) => (walls.stored[table] ?? 0) > 0);
    expect(filled.length).toBeGreaterThan(0);
    expect(filled.filter(({ table, rowsAfter }) => rowsAfter !== walls.stored[table])).toEqual([]);
  });

  it('have on every table the policies of its kind', () => {
    const tables = [...new Set(walls.policies.map(({ table }) => table))];
    const names = (table: string) => walls.policies.filter((each) => each.table === table).map(({ policy }) => policy);
    for (const table of tables) {
      expect(names(table)).toEqual(expect.arrayContaining(['maintenance', 'predicates']));
    }
    expect(names('disclosure_entry')).toEqual(['added', 'maintenance', 'predicates']);
    expect(names('disclosure_text')).toEqual(['added', 'maintenance', 'predicates']);
    expect(names('subject')).toEqual(['maintenance', 'predicates']);
  });

  if (owner === 'knowsley-iom') {
    it('show a mentor the mentor’s mentees alone', () => {
      const { found = [], mentees = [] } = walls.mentor ?? {};
      expect(found.length).toBeGreaterThan(1);
      expect(found.filter((id) => !mentees.includes(id))).toEqual([]);
    });
  }
});
