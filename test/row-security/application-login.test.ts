// Which login answers requests is a matter of operation, and a wrong one would leave every policy without effect: an
// owner does not start with it. PostgreSQL alone has logins.
import { Client } from 'pg';

import { withMarkedDatabase } from '../hub/marked-database';
import { runProgram } from '../hub/run-program';
import { SERVER } from '../hub/test-databases';

const onPostgres = process.env.CONCORDAT_TEST_DATABASE === 'postgres' ? it : it.skip;

describe('an owner', () => {
  onPostgres('does not start where a superuser would answer requests, and says what to give instead', async () => {
    await withMarkedDatabase('eri', 'real', async (env) => {
      const superuser = new URL(SERVER);
      superuser.pathname = new URL(env['ERI_DATABASE_URL'] ?? '').pathname;
      const { exitCode, errors, output } = await runProgram('subgraphs/eri/main', {
        ...env,
        ERI_DATABASE_URL: superuser.toString(),
      });
      expect(exitCode).toBe(1);
      expect(`${output}${errors}`).toContain('is a superuser or bypasses row security: no policy would hold for it');
      expect(`${output}${errors}`).toContain('scripts/create-application-role.sql');
    });
  });

  onPostgres('does not start where the login that maintains would answer requests', async () => {
    await withMarkedDatabase('eri', 'real', async (env) => {
      const { exitCode, errors, output } = await runProgram('subgraphs/eri/main', {
        ...env,
        ERI_DATABASE_URL: env['ERI_ADMIN_DATABASE_URL'] ?? '',
      });
      expect(exitCode).toBe(1);
      expect(`${output}${errors}`).toContain('owns tables, or may act as the role that does');
    });
  });

  onPostgres('is maintained by an ordinary login, which sees its rows where the application sees none', async () => {
    await withMarkedDatabase('eri', 'real', async (env) => {
      const maintenance = await asked(env['ERI_ADMIN_DATABASE_URL'] ?? '');
      expect(maintenance).toEqual({ people: 1, strong: false, tables: true });
      const application = await asked(env['ERI_DATABASE_URL'] ?? '');
      expect(application).toEqual({ people: 0, strong: false, tables: false });
    });
  });
});

/** Of a login: the people whom it sees, whether no policy holds for it, and whether it owns tables. */
async function asked(connectionString: string): Promise<unknown> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select (select count(*)::integer from subject) as people, rolsuper or rolbypassrls as strong,
         exists (select from pg_tables where schemaname = 'public' and tableowner = current_user) as tables
       from pg_roles where rolname = current_user`,
    );
    return rows[0];
  } finally {
    await client.end();
  }
}
