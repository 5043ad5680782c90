// Evaluates predicates and the measure of reoffending of Knowsley over rows that a test gives, in an empty database of its own. It runs as a program,
// because the embedded engine does not live in a test's world: questions as JSON on standard input, answers on standard
// output.
import 'reflect-metadata';

import { text } from 'node:stream/consumers';

import type { OrganisationId } from '../../schema/organisations';
import { prepareDatabase } from '../../subgraphs/common/loading/prepare-database';
import { Subject } from '../../subgraphs/common/loading/subject';
import { RequestStore } from '../../subgraphs/common/storage/request-store';
import { openStore } from '../../subgraphs/common/storage/store';
import { knowsleyIom } from '../../subgraphs/knowsley-iom/definition';
import { countReoffending } from '../../subgraphs/knowsley-iom/outcomes/count-reoffending';

export interface PredicateQuestions {
  /** Rows by table, without key and provenance; each is about the person of `subjectId`. */
  readonly rows: readonly { readonly table: string; readonly values: Readonly<Record<string, unknown>> }[];
  readonly asks: readonly {
    /** The function with its arguments, as the owner calls it: `recorded_in_area(12)`. */
    readonly call: string;
    readonly organisation: OrganisationId;
    readonly area?: string;
    /** Calendar date, `YYYY-MM-DD`. */
    readonly today: string;
  }[];
}

/** For each question the ids for which the predicate holds; for `reoffending(months)` what is counted of each person. */
export type PredicateAnswers = readonly (readonly string[])[];

const REOFFENDING = /^reoffending\((\d+)\)$/;

async function evaluate({ rows, asks }: PredicateQuestions): Promise<PredicateAnswers> {
  const store = await openStore({ kind: 'embedded' }, [Subject, ...knowsleyIom.internalTables, ...knowsleyIom.records]);
  try {
    await prepareDatabase(knowsleyIom, store, undefined, () => undefined);
    const subjects = new Set(rows.map(({ values }) => values['subject_id']));
    for (const id of subjects) await store.maintenance.query('insert into subject values ($1)', [id]);
    for (const [index, { table, values }] of rows.entries()) {
      const names = Object.keys(values);
      const places = names.map((_, place) => `$${String(place + 2)}`);
      await store.maintenance.query(
        `insert into ${table} (id, ${names.join(', ')}, source_system, recorded_by, recorded_at, basis)
         values ($1, ${places.join(', ')}, 'PNC', 'merseyside-police', '2024-01-01', 'FACT')`,
        [`record-${String(index)}`, ...Object.values(values)],
      );
    }
    // What is counted is counted for whoever may read it.
    await store.maintenance.query(
      `insert into row_condition values ('all', 'nominal', 'select r.id from nominal r where true', 'select r.id from nominal r where true')`,
    );
    await store.maintenance.query(
      `insert into row_permission
       select 'Nominal.reoffending', organisation, 'officer', 'CROSS_BOUNDARY_TRACKING', 'A-TEST@1.0.0', 'all', true
       from unnest($1::text[]) organisation`,
      [[...new Set(asks.map(({ organisation }) => organisation))]],
    );
    const answers: string[][] = [];
    for (const { call, organisation, area, today } of asks) {
      const request = new RequestStore(
        store.maintenance,
        {
          person: 'somebody',
          organisation,
          role: 'officer',
          jurisdiction: 'UK',
          purpose: 'CROSS_BOUNDARY_TRACKING',
          requestId: 'a test',
          ...(area === undefined ? {} : { area }),
        },
        new Date(`${today}T12:00:00Z`),
        today,
        ['A-TEST@1.0.0'],
      );
      const [, months] = REOFFENDING.exec(call) ?? [];
      if (months !== undefined) {
        const counted = await countReoffending(request, today, Number(months), [...subjects].map(String));
        await request.close();
        answers.push([...counted].map((measured) => JSON.stringify(measured)));
        continue;
      }
      const held = await request.query<{ id: string }>(`select holds.id from ${call} holds(id)`, []);
      await request.close();
      answers.push(held.map(({ id }) => id));
    }
    return answers;
  } finally {
    await store.close();
  }
}

if (require.main === module) {
  void text(process.stdin)
    .then((questions) => evaluate(JSON.parse(questions) as PredicateQuestions))
    .then(
      (answers) => {
        process.stdout.write(JSON.stringify(answers));
      },
      (error: unknown) => {
        console.error(error);
        process.exitCode = 1;
      },
    );
}
