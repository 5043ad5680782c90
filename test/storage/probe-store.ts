// Probes an opened store: what concurrent transactions may see of each other, and how values come out. It runs as a
// program of its own, because the embedded engine does not live in a test's world; prints its findings as JSON.
import { openStore, type StoreLocation } from '../../subgraphs/common/storage/store';

const TRANSACTIONS = 80;

async function probe(location: StoreLocation): Promise<Record<string, unknown>> {
  const store = await openStore(location, []);
  const run = async <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> =>
    store.maintenance.query<Row[]>(sql, parameters);
  try {
    await run('drop table if exists probe_row; drop table if exists probe_value; drop table if exists probe_commit');
    await run(
      "do $$ begin if not exists (select from pg_roles where rolname = 'concordat_probe') then create role concordat_probe; end if; end $$",
    );
    await run('create table probe_row (agency text not null, value integer)');
    await run('alter table probe_row enable row level security');
    await run('alter table probe_row force row level security');
    await run("create policy own on probe_row using (agency = current_setting('concordat.organisation', true))");
    await run('grant select on probe_row to concordat_probe');
    await run(`insert into probe_row select 'agency-' || n, n from generate_series(1, ${String(TRANSACTIONS)}) n`);

    const seen = await Promise.all(
      Array.from({ length: TRANSACTIONS }, async (_, index) => {
        const agency = `agency-${String(index + 1)}`;
        return store.maintenance.transaction(async (manager) => {
          await manager.query("select set_config('concordat.organisation', $1, true)", [agency]);
          await manager.query('set local role concordat_probe');
          const rows = await manager.query<{ agency: string }[]>('select agency from probe_row');
          return {
            own: rows.filter((row) => row.agency === agency).length,
            foreign: rows.filter((row) => row.agency !== agency).length,
          };
        });
      }),
    );

    const withoutSettings = await store.maintenance.transaction(async (manager) => {
      await manager.query('set local role concordat_probe');
      return (await manager.query<unknown[]>('select agency from probe_row')).length;
    });

    await run('create table probe_commit (n integer)');
    await Promise.all(
      Array.from({ length: 40 }, async (_, n) => {
        await store.maintenance
          .transaction(async (manager) => {
            await manager.query('insert into probe_commit values ($1)', [n]);
            if (n % 2 === 1) throw new Error('rolled back on purpose');
          })
          .catch(() => undefined);
      }),
    );
    const committed = (await run<{ n: number }>('select n from probe_commit order by n')).map((row) => row.n);

    const [values] = await run<Record<string, unknown>>(
      `select date '2016-02-29' as a_date, 9007199254740991::int8 as an_int8, 12.50::numeric as a_numeric,
              interval '1 month 2 days' as an_interval, '\\x00ff'::bytea as bytes, timestamptz '2016-02-29 23:30:00+01' as an_instant,
              array['a','b']::text[] as texts, true as a_boolean, null as nothing`,
    );
    await run('drop table probe_row; drop table probe_commit');
    return {
      transactions: seen.length,
      own: seen.reduce((sum, { own }) => sum + own, 0),
      foreign: seen.reduce((sum, { foreign }) => sum + foreign, 0),
      withoutSettings,
      committed,
      values: {
        ...values,
        bytes: Buffer.isBuffer(values?.bytes) ? values.bytes.toString('hex') : 'not a Buffer',
        an_instant: values?.an_instant instanceof Date ? values.an_instant.toISOString() : 'not a Date',
        an_interval: typeof values?.an_interval,
      },
    };
  } finally {
    await store.close();
  }
}

const url = process.argv[2];
void probe(
  url === undefined ? { kind: 'embedded' } : { kind: 'postgres', applicationUrl: url, adminUrl: url, poolSize: 10 },
).then(
  (findings) => {
    process.stdout.write(JSON.stringify(findings));
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
