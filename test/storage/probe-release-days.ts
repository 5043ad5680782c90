// Asks the predicate `releaseWithinDays` on a migrated and otherwise empty database of Knowsley. It runs as a program of
// its own, because the embedded engine does not live in a test's world; prints whom it found, a list for each question.
import 'reflect-metadata';

import { migrate } from '../../subgraphs/common/storage/migrate';
import { openStore } from '../../subgraphs/common/storage/store';
import { KNOWSLEY_MIGRATIONS } from '../../subgraphs/knowsley-iom/migrations/knowsley-migrations';
import { PROGRAMME_PREDICATES } from '../../subgraphs/knowsley-iom/predicates/programme-predicates';

/** People with one stay in prison each, and the day on which it is asked who of them is near release. */
export interface ReleaseQuestion {
  readonly today: string;
  readonly stays: readonly {
    readonly id: string;
    readonly expected: string | null;
    readonly released: string | null;
  }[];
}

async function answer(questions: readonly ReleaseQuestion[]): Promise<readonly (readonly string[])[]> {
  const store = await openStore({ kind: 'embedded' }, []);
  const { maintenance } = store;
  try {
    const functions = PROGRAMME_PREDICATES.map(({ definition }) => definition);
    await migrate(maintenance, KNOWSLEY_MIGRATIONS);
    for (const definition of functions) await maintenance.query(definition);
    const answers: (readonly string[])[] = [];
    for (const { today, stays } of questions) {
      await maintenance.query('delete from custody_episode');
      await maintenance.query('delete from subject');
      const asked = JSON.stringify(stays);
      await maintenance.query('insert into subject (id) select id from jsonb_to_recordset($1::jsonb) as s(id text)', [
        asked,
      ]);
      await maintenance.query(
        `insert into custody_episode (id, subject_id, prison, started_on, released_on, expected_release,
           source_system, recorded_by, recorded_at, basis)
         select id, id, 'hmp-liverpool', '1990-01-01', released, expected, 'PRISON_SYSTEM', 'hmp-liverpool', now(), 'FACT'
         from jsonb_to_recordset($1::jsonb) as s(id text, expected date, released date)`,
        [asked],
      );
      await maintenance.query("select set_config('concordat.today', $1, false)", [today]);
      const rows = await maintenance.query<{ id: string }[]>('select release_within_days(183) as id');
      answers.push(rows.map(({ id }) => id));
    }
    return answers;
  } finally {
    await store.close();
  }
}

void answer(JSON.parse(process.argv[2] ?? '[]') as ReleaseQuestion[]).then(
  (answers) => {
    process.stdout.write(JSON.stringify(answers));
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
